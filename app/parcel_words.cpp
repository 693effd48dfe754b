#include "app/parcel_words.h"

#include "base/i18n.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace app {

namespace {

std::string counted(const char* one, const char* many, int count) {
    return fmt::format(fmt::runtime(base::translate(base::language(), one, many, static_cast<unsigned long>(count))),
                       count);
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
    if (const int codings = counts["coding"]; codings > 0) parts.push_back(counted("{} coding", "{} codings", codings));
    if (const int clips = counts["clip"]; clips > 0) parts.push_back(counted("{} clip", "{} clips", clips));
    if (const int comments = counts["comment"]; comments > 0)
        parts.push_back(counted("{} comment", "{} comments", comments));
    if (const int goals = counts["goal"]; goals > 0) parts.push_back(counted("{} goal", "{} goals", goals));
    if (const int reports = counts["report"]; reports > 0) parts.push_back(counted("{} report", "{} reports", reports));
    if (counts["turns"] > 0) parts.emplace_back(_("who spoke when and what was said"));
    parts.emplace_back(counts[packages::kRecordingKind] > 0 ? _("the whole recording") : _("no picture or sound"));
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace app
