// Reads what is inside a package, and vouches for it: the signature before anything that was signed is looked at, each
// thing's length and hash, and that nothing comes after the last. Every function throws Refusal, or sealed::Refusal.
#pragma once

#include "packages/manifest.h"
#include "packages/refusal.h"
#include "sealed/opener.h"

#include <functional>
#include <string_view>

namespace packages {

class PackageReader {
public:
    // `opened` is unlocked, and outlives this. Reads up to the blobs.
    PackageReader(sealed::Opener& opened, std::string name);

    const Manifest& manifest() const { return manifest_; }
    // The bytes of each blob, stretch by stretch. Only when this returns is any of it what the sender signed.
    void read_blobs(const std::function<void(const Blob&, std::string_view)>& take);

private:
    bool fill();  // false at the end
    std::string line();
    void read_blob(const Blob& blob, const std::function<void(const Blob&, std::string_view)>& take);
    [[noreturn]] void refuse(Reason reason) const { throw Refusal(reason, name_); }

    sealed::Opener& opened_;
    std::string name_;
    std::string held_;
    std::size_t used_ = 0;  // of held_
    Manifest manifest_;
};

}  // namespace packages
