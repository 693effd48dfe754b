#include "library/reviews.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"

#include <cmath>
#include <tuple>

namespace library {

void check(const codes::Review& review) {
    if (review.id.text.size() != 36) throw base::Error(_("An own view has an id of its own."));
    check_text(review.trainee, _("name"));
    check_text(review.focus, _("text"));
    for (const std::string& subject : review.agenda) check_text(subject, _("text"));
    for (const auto& [key, value] : review.estimates) {
        check_text(key, _("name"));
        if (!std::isfinite(value)) throw base::Error(_("An estimate is a number."));
    }
}

// The same number of changes on two sides: the later one, and where even that is the same, any order that all agree on.
bool is_later(const codes::Review& a, const codes::Review& b) {
    if (a.revision != b.revision) return a.revision > b.revision;
    if (a.changed != b.changed) return a.changed > b.changed;
    return codes::to_json(a) > codes::to_json(b);
}

}  // namespace library
