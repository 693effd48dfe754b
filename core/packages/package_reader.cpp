#include "packages/package_reader.h"

#include "base/hash.h"
#include "packages/package_writer.h"
#include "sealed/signing.h"

#include <algorithm>
#include <fmt/format.h>

namespace packages {

namespace {

constexpr std::size_t kLongestLine = 8 * 1024 * 1024;

bool names_a_newer_format(const std::string& line) {
    return line.starts_with(kFormatName) && line != kFirstLine &&
           line.find_first_not_of("0123456789", kFormatName.size()) == std::string::npos;
}

}  // namespace

PackageReader::PackageReader(sealed::Opener& opened, std::string name) : opened_(opened), name_(std::move(name)) {
    const std::string first = line();
    if (names_a_newer_format(first)) refuse(Reason::NewerFormat);
    if (first != kFirstLine) refuse(Reason::NotAPackage);
    const std::string signer = line();
    const std::string signature = line();
    const std::string json = line();
    if (!sealed::is_signed(fmt::format("{}\n{}\n{}\n", first, signer, json), signature, signer))
        refuse(Reason::BadSignature);
    const auto manifest = manifest_from_json(json);
    if (!manifest || manifest->sender.signing_key != signer) refuse(Reason::BadManifest);
    manifest_ = *manifest;
}

void PackageReader::read_blobs(const std::function<void(const Blob&, std::string_view)>& take) {
    for (const Blob& blob : manifest_.blobs) read_blob(blob, take);
    if (used_ < held_.size() || fill()) refuse(Reason::LyingLength);
}

void PackageReader::read_blob(const Blob& blob, const std::function<void(const Blob&, std::string_view)>& take) {
    base::Sha256 hash;
    for (std::uint64_t left = blob.length; left > 0;) {
        if (used_ == held_.size() && !fill()) refuse(Reason::LyingLength);
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(left, held_.size() - used_));
        const std::string_view bytes = std::string_view(held_).substr(used_, size);
        hash.add(bytes);
        take(blob, bytes);
        used_ += size;
        left -= size;
    }
    if (hash.finish() != blob.sha256) refuse(Reason::ChangedContent);
}

bool PackageReader::fill() {
    const std::string_view more = opened_.read();
    held_.erase(0, used_);
    used_ = 0;
    held_ += more;
    return !more.empty();
}

std::string PackageReader::line() {
    for (std::size_t from = used_;;) {
        const std::size_t end = held_.find('\n', from);
        if (end != std::string::npos) {
            const std::string line = held_.substr(used_, end - used_);
            used_ = end + 1;
            return line;
        }
        if (held_.size() - used_ > kLongestLine) refuse(Reason::NotAPackage);
        const std::size_t searched = held_.size() - used_;
        if (!fill()) refuse(Reason::NotAPackage);
        from = searched;
    }
}

}  // namespace packages
