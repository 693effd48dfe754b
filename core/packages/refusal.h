// Why a package is not taken in: the reason for our code, the text for the person. What age itself refuses (a wrong
// passphrase, a changed byte) is a sealed::Refusal.
#pragma once

#include "base/error.h"

#include <string>

namespace packages {

enum class Reason {
    NotAPackage,
    NewerFormat,
    BadSignature,
    BadManifest,  // signed, yet not as the format says
    NotForYou,    // its sender sealed it for others; somebody passed it on
    UnknownSender,
    UncomparedSender,
    Expired,
    OlderRevision,
    LyingLength,  // more or fewer bytes than the manifest says
    ChangedContent,
    BadContent,  // whole, yet no library can hold it
    RemovedHere,
    NoRoom,
};

class Refusal : public base::Error {
public:
    // `name` is what the person calls the file, `detail` what the text of some reasons names besides.
    Refusal(Reason reason, const std::string& name, const std::string& detail = {});
    Reason reason() const { return reason_; }

private:
    Reason reason_;
};

}  // namespace packages
