#include "codes/decision.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <array>

namespace codes {

namespace {

constexpr std::array<const char*, 5> kChoices{"first", "second", "both", "neither", "other"};

}  // namespace

std::vector<std::string> agreed_about(const std::vector<Decision>& decisions, const std::string& code) {
    std::vector<std::string> notes;
    for (const Decision& decision : decisions) {
        const bool is_about = decision.first_code == code || decision.second_code == code || decision.code == code;
        const bool is_new = std::find(notes.begin(), notes.end(), decision.note) == notes.end();
        if (is_about && is_new && !decision.note.empty()) notes.push_back(decision.note);
    }
    return notes;
}

const char* name_of(Choice choice) {
    return kChoices.at(static_cast<std::size_t>(choice));
}

Choice choice_named(const std::string& name) {
    const auto found = std::find(kChoices.begin(), kChoices.end(), name);
    if (found == kChoices.end()) throw base::Error(_("A decision is first, second, both, neither or other."));
    return static_cast<Choice>(found - kChoices.begin());
}

}  // namespace codes
