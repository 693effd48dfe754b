#include "app/parcel_words.h"

#include "base/i18n.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace app {

namespace {

// What people ask about; the rest is context that comes along.
constexpr const char* kNamed[] = {"coding", "clip", "comment", "goal", "report"};

const char* words_for(const std::string& kind, unsigned long count) {
    const base::Language language = base::language();
    if (kind == "coding") return base::translate(language, "{} coding", "{} codings", count);
    if (kind == "clip") return base::translate(language, "{} clip", "{} clips", count);
    if (kind == "comment") return base::translate(language, "{} comment", "{} comments", count);
    if (kind == "goal") return base::translate(language, "{} goal", "{} goals", count);
    return base::translate(language, "{} report", "{} reports", count);
}

}  // namespace

std::map<std::string, int> things_in(const packages::Manifest& manifest) {
    std::map<std::string, int> counts;
    for (const packages::Blob& blob : manifest.blobs) ++counts[blob.thing.kind];
    return counts;
}

std::string things_in_words(const packages::Manifest& manifest) {
    std::map<std::string, int> counts = things_in(manifest);
    std::vector<std::string> parts;
    for (const char* kind : kNamed)
        if (const int count = counts[kind]; count > 0)
            parts.push_back(fmt::format(fmt::runtime(words_for(kind, static_cast<unsigned long>(count))), count));
    if (counts["turns"] > 0) parts.emplace_back(_("who spoke when and what was said"));
    parts.emplace_back(counts[packages::kRecordingKind] > 0 ? _("the whole recording") : _("no picture or sound"));
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace app
