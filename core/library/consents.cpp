#include "library/consents.h"

#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"

#include <fmt/format.h>

namespace library {

const char* name_of(ConsentPurpose purpose) {
    switch (purpose) {
        case ConsentPurpose::Training:
            return "training";
        case ConsentPurpose::Research:
            return "research";
        case ConsentPurpose::Coaching:
            break;
    }
    return "coaching";
}

std::optional<ConsentPurpose> consent_purpose_named(const std::string& name) {
    for (const ConsentPurpose purpose : {ConsentPurpose::Coaching, ConsentPurpose::Training, ConsentPurpose::Research})
        if (name == name_of(purpose)) return purpose;
    return {};
}

void check(const Consent& consent, const std::string& form) {
    check_text(consent.who, _("consent"));
    check_text(consent.text_version, _("consent"));
    check_text(consent.form_name, _("consent"));
    if (consent.who.empty()) throw base::Error(_("Write down who gave consent; a role will do, such as “client”."));
    for (const std::string& day : {consent.given, consent.until})
        if (!base::is_day(day))
            throw base::Error(fmt::format(fmt::runtime(_("“{}” is not a day. Write it as 2026-11-22.")), day));
    if (consent.purposes.empty()) throw base::Error(_("Choose what the recording may be used for."));
    if (consent.until < consent.given) throw base::Error(_("This consent would end before it was given."));
    if (consent.until > base::years_after(consent.given, kLongestConsentYears))
        throw base::Error(fmt::format(fmt::runtime(_("A consent holds {} years at most. Choose an earlier last day.")),
                                      kLongestConsentYears));
    if (form.size() > kLargestForm)
        throw base::Error(fmt::format(fmt::runtime(_("{}: this form is larger than {} MB. Attach a smaller scan.")),
                                      consent.form_name, kLargestForm / 1'000'000));
}

Consent as_recorded(Consent consent, const std::optional<Consent>& before) {
    consent.id = before ? before->id : base::make_id();
    consent.recorded = base::now();
    consent.revision = before ? before->revision + 1 : 1;
    return consent;
}

}  // namespace library
