#include "app/parcel_words.h"

#include "base/i18n.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace app {

namespace {

// What people ask about; the rest is context that comes along.
constexpr const char* kNamed[] = {"coding", "clip", "comment", "goal", "review", "report"};

const char* words_for(const std::string& kind, unsigned long count) {
    const base::Language language = base::language();
    if (kind == "coding") return base::translate(language, "{} coding", "{} codings", count);
    if (kind == "clip") return base::translate(language, "{} clip", "{} clips", count);
    if (kind == "comment") return base::translate(language, "{} comment", "{} comments", count);
    if (kind == "goal") return base::translate(language, "{} goal", "{} goals", count);
    if (kind == "review") return base::translate(language, "{} own view", "{} own views", count);
    return base::translate(language, "{} report", "{} reports", count);
}

std::string counted(const char* words, std::size_t count) {
    return fmt::format(fmt::runtime(words), count);
}

std::string media_in_words(library::PackedMedia media, std::size_t excerpts) {
    if (media == library::PackedMedia::None) return _("no picture or sound");
    if (media == library::PackedMedia::Whole) return _("the whole recording");
    return counted(
        base::translate(base::language(), "{} stretch of the recording", "{} stretches of the recording", excerpts),
        excerpts);
}

std::string in_words(const packages::Manifest& manifest, std::size_t excerpts) {
    std::map<std::string, int> counts = things_in(manifest);
    std::vector<std::string> parts;
    for (const char* kind : kNamed)
        if (const int count = counts[kind]; count > 0)
            parts.push_back(fmt::format(fmt::runtime(words_for(kind, static_cast<unsigned long>(count))), count));
    if (counts["turns"] > 0) parts.emplace_back(_("who spoke when and what was said"));
    parts.push_back(media_in_words(manifest.media, excerpts));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string place_in_words(const std::string& kind) {
    if (kind == "conversation") return _("what is known of the conversation");
    if (kind == "turns") return _("the transcript");
    if (kind == "coding") return _("codes and notes");
    if (kind == "clip") return _("clips");
    if (kind == "comment") return _("comments");
    if (kind == "goal") return _("goals");
    if (kind == "review") return _("the own view");
    return _("the report");
}

}  // namespace

std::map<std::string, int> things_in(const packages::Manifest& manifest) {
    std::map<std::string, int> counts;
    for (const packages::Blob& blob : manifest.blobs) ++counts[blob.thing.kind];
    return counts;
}

std::string things_in_words(const packages::Manifest& manifest) {
    return in_words(manifest, static_cast<std::size_t>(things_in(manifest)["excerpt"]));
}

std::string things_in_words(const packages::Parcel& parcel) {
    return in_words(parcel.manifest, parcel.excerpts.size());
}

std::string hidden_in_words(const packages::Choice& choice) {
    const base::Language language = base::language();
    std::vector<std::string> parts;
    if (!choice.masks.blurred.empty()) parts.emplace_back(_("the picture or a part of it"));
    if (!choice.masks.voices.empty()) parts.emplace_back(_("voices"));
    if (const std::size_t beeps = choice.masks.beeps.size(); beeps > 0)
        parts.push_back(
            counted(base::translate(language, "{} stretch of sound", "{} stretches of sound", beeps), beeps));
    if (const std::size_t names = choice.names.size(); names > 0)
        parts.push_back(counted(base::translate(language, "{} name", "{} names", names), names));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string leak_in_words(const packages::Leak& leak) {
    if (leak.where == packages::kRecordingKind) return _("in the recording: whatever is said in it is heard");
    if (leak.text.empty())
        return counted(base::translate(base::language(), "in {} spoken comment: whatever is said in it is heard",
                                       "in {} spoken comments: whatever is said in them is heard",
                                       static_cast<unsigned long>(leak.times)),
                       static_cast<std::size_t>(leak.times));
    return fmt::format(fmt::runtime(_("in {}: {}")), place_in_words(leak.where), leak.text) +
           (leak.times > 1 ? " (" + std::to_string(leak.times) + "×)" : "");
}

std::string merged_in_words(const packages::Merged& merged) {
    std::string text = fmt::format(fmt::runtime(_("{} new, {} renewed, {} known already.")), merged.added,
                                   merged.renewed, merged.known);
    if (const std::size_t left_out = merged.left_out.size(); left_out > 0)
        text +=
            " " + counted(base::translate(
                              base::language(),
                              "{} thing was left out: it is another person's here, or rests on what is not here.",
                              "{} things were left out: they are another person's here, or rest on what is not here.",
                              left_out),
                          left_out);
    if (merged.has_excerpts && !merged.has_recording)
        text += std::string(" ") + _("Of the recording the clips came along; they can be played.");
    else if (!merged.has_recording)
        text += std::string(" ") + _("The recording is not here; ask for it, or show where it is when you open it.");
    return text;
}

}  // namespace app
