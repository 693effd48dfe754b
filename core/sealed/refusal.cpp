#include "sealed/refusal.h"

#include "base/i18n.h"

#include <fmt/format.h>

namespace sealed {

namespace {

const char* words_for(Reason reason) {
    switch (reason) {
        case Reason::NotSealed:
            return _("{}: is not a sealed file.");
        case Reason::Armored:
            return _("{}: is sealed, but written out as text. Ask the sender for the sealed file itself.");
        case Reason::NewerFormat:
            return _("{}: is sealed in a newer way than this program knows. Install a newer version of the program.");
        case Reason::DamagedHead:
            return _("{}: its first lines, which say who may open it, are damaged. Ask the sender for a new copy.");
        case Reason::WantsPassphrase:
            return _("{}: is sealed with a passphrase. Give that passphrase.");
        case Reason::WantsKey:
            return _("{}: is sealed for people's keys; no passphrase opens it. Use your key.");
        case Reason::WrongPassphrase:
            return _("{}: does not open with this passphrase. Check it and try again.");
        case Reason::TooMuchWork:
            return _(
                "{}: trying a passphrase on it takes more memory than is safe, so it is not tried. "
                "Ask the sender to seal it again with this program.");
        case Reason::NoKeyFits:
            return _("{}: is not sealed for your key. Ask the sender to choose you as its reader.");
        case Reason::UnknownKindOfKey:
            return _(
                "{}: is sealed for a kind of key that this program does not know. "
                "Ask the sender to seal it for your key.");
        case Reason::ChangedHead:
            return _("{}: was changed after it was sealed. Do not trust it; ask the sender for a new copy.");
        case Reason::DamagedContent:
            return _("{}: is damaged, or was changed after it was sealed. Ask the sender for a new copy.");
        case Reason::Truncated:
            return _("{}: is not whole, its end is missing. Ask the sender for a new copy.");
        case Reason::SomethingAdded:
            return _("{}: something was added after its end. Do not trust it; ask the sender for a new copy.");
    }
    return "{}";
}

}  // namespace

Refusal::Refusal(Reason reason, const std::string& name)
    : base::Error(fmt::format(fmt::runtime(words_for(reason)), name)), reason_(reason) {}

}  // namespace sealed
