// Why a sealed file is not opened: the reason for our code, the text for the person.
#pragma once

#include "base/error.h"

#include <string>

namespace sealed {

enum class Reason {
    NotSealed,
    Armored,  // the text form of the format, which we do not read
    NewerFormat,
    DamagedHead,      // the lines that say who may open it
    WantsPassphrase,  // and was given keys
    WantsKey,         // and was given a passphrase
    WrongPassphrase,
    TooMuchWork,  // trying a passphrase would take more memory than we allow
    NoKeyFits,
    UnknownKindOfKey,  // none of its readers has a key of the kind that we know
    ChangedHead,
    DamagedContent,
    Truncated,
    SomethingAdded,
};

class Refusal : public base::Error {
public:
    // `name` is what the person calls the file.
    Refusal(Reason reason, const std::string& name);
    Reason reason() const { return reason_; }

private:
    Reason reason_;
};

}  // namespace sealed
