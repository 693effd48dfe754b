#include "packages/standings.h"

#include <algorithm>
#include <tuple>

namespace packages {

namespace {

// What its author vouches for goes before what others passed on. The hash only makes two equal revisions, which no
// honest author makes, end alike everywhere.
auto rank(const library::Standing& standing) {
    return std::tie(standing.is_vouched, standing.revision, standing.sha256);
}

}  // namespace

Verdict judge(const std::optional<library::Standing>& standing, bool is_there, const library::Standing& incoming) {
    if (!standing && !is_there) return Verdict::New;
    if (!standing) return incoming.author.empty() ? Verdict::Known : Verdict::Foreign;
    if (standing->author != incoming.author) return Verdict::Foreign;
    return rank(*standing) < rank(incoming) ? Verdict::Newer : Verdict::Known;
}

library::Standing revised(const std::optional<library::Standing>& standing, const std::string& sha256,
                          const base::Id& conversation, base::Timestamp now) {
    if (standing && standing->sha256 == sha256) return *standing;
    const std::int64_t least = standing ? standing->revision + 1 : 0;
    // By the clock, so that a library that was put back from a backup does not use a number again.
    return {"", true, std::max(least, now.milliseconds), sha256, conversation};
}

}  // namespace packages
