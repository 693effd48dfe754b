#include "packages/refusal.h"

#include "base/i18n.h"

#include <fmt/format.h>

namespace packages {

namespace {

const char* words_for(Reason reason) {
    switch (reason) {
        case Reason::NotAPackage:
            return _("{0}: opens, but there is no review of this program in it.");
        case Reason::NewerFormat:
            return _("{0}: was made by a newer version of this program. Install that version to open it.");
        case Reason::BadSignature:
            return _("{0}: its signature is not its sender's. Do not trust it; nothing of it was taken in.");
        case Reason::BadManifest:
            return _("{0}: its list of contents is not as it should be. Nothing of it was taken in.");
        case Reason::NotForYou:
            return _("{0}: was not made for you by its sender ({1}), but passed on by somebody else. Ask the sender.");
        case Reason::UnknownSender:
            return _(
                "{0}: comes from somebody you do not know, who says to be {1}. Ask for their card, add it, and "
                "compare the words by telephone; then open this again.");
        case Reason::UncomparedSender:
            return _(
                "{0}: comes from {1}, whose words you did not compare yet. Compare them by telephone, then open "
                "this again.");
        case Reason::Expired:
            return _("{0}: could be opened until {1}. Ask the sender for a new one.");
        case Reason::OlderRevision:
            return _("{0}: you opened a newer version of this review already. Nothing needs to be done.");
        case Reason::LyingLength:
            return _("{0}: holds more or less than its list of contents says. Nothing of it was taken in.");
        case Reason::ChangedContent:
            return _("{0}: holds something else than what its sender signed. Nothing of it was taken in.");
        case Reason::BadContent:
            return _("{0}: cannot be taken in. {1} Nothing was changed; ask the sender for a new one.");
        case Reason::RemovedHere:
            return _("{0}: is about a conversation that was removed from this library. Undo that first, or leave it.");
        case Reason::NoRoom:
            return _("{0}: there is no room on the disk for what is in it ({1} MB). Make room and open it again.");
    }
    return "{0}";
}

}  // namespace

Refusal::Refusal(Reason reason, const std::string& name, const std::string& detail)
    : base::Error(fmt::format(fmt::runtime(words_for(reason)), name, detail)), reason_(reason) {}

}  // namespace packages
