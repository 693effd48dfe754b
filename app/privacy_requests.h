// What can be asked for under Privacy.
#pragma once

#include "library/erasures.h"
#include "library/library.h"

#include <optional>
#include <string>

namespace app {

struct ShowPrivacy {
    base::Id conversation;
};  // none: it closes
struct ChooseForm {
    std::string path;
};  // the signed form that goes with the consent being written; empty: ask
struct RecordConsent {
    library::Consent consent;
    std::string form_path;  // empty: the form that is there stays
};
struct RestoreConsent {
    base::Id conversation;
    std::optional<library::Consent> consent;  // as it was; none: there was none
    std::string form;
};
struct KeepUntil {
    base::Id conversation;
    std::string day;
};
struct RestoreRetention {
    base::Id conversation;
    std::optional<std::string> day;
};
enum class OwnRecordings { Stay, AreDeleted };
struct EraseConversation {
    base::Id conversation;
    library::ErasureReason reason = library::ErasureReason::Asked;
    OwnRecordings recordings = OwnRecordings::Stay;
};

}  // namespace app
