#include "library/file_names.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <regex>

namespace library {

namespace {

namespace fs = std::filesystem;

// The containers that people's phones, meeting programs and recorders write.
constexpr std::array kRecordings{"mp4",  "m4v",  "mov", "qt",  "m4a",  "m4b", "3gp",  "3gpp", "3g2",  "mkv",
                                 "mka",  "webm", "avi", "wav", "wave", "w64", "mp3",  "mp2",  "amr",  "awb",
                                 "opus", "ogg",  "oga", "ogv", "flac", "mpg", "mpeg", "mts",  "m2ts", "ts",
                                 "vob",  "flv",  "wmv", "asf", "wma",  "aac", "aif",  "aiff", "caf",  "au"};

struct NamedMoment {
    std::size_t from = 0;
    std::size_t length = 0;
    std::string iso8601;
};

std::string extension_of(const std::string& name) {
    std::string extension = base::folded(fs::path(name).extension().string());
    return extension.empty() ? extension : extension.substr(1);
}

bool is_real_date(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return year >= 1990 && year < 2100 && date.ok();
}

std::optional<NamedMoment> find_moment(const std::string& name) {
    // Year, month and day, then perhaps hours, minutes and seconds; with any of the usual separators, or none; Pixel
    // phones add milliseconds.
    static const std::regex pattern(
        R"((GMT)?((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:[ T_-]*(\d\d)[.:_-]?(\d\d)(?:[.:_-]?(\d\d)(?:\d{3})?)?(?!\d))?(?!\d))");
    for (std::sregex_iterator match(name.begin(), name.end(), pattern), end; match != end; ++match) {
        const auto at = static_cast<std::size_t>(match->position());
        if (at > 0 && std::isdigit(static_cast<unsigned char>(name[at - 1])) != 0) continue;
        const auto number = [&](std::size_t group) {
            return (*match)[group].matched ? std::stoi((*match)[group].str()) : 0;
        };
        if (!is_real_date(number(2), number(3), number(4))) continue;
        std::string moment = fmt::format("{:04}-{:02}-{:02}", number(2), number(3), number(4));
        const bool has_time = (*match)[5].matched && number(5) < 24 && number(6) < 60 && number(7) < 60;
        if (has_time) moment += fmt::format("T{:02}:{:02}:{:02}", number(5), number(6), number(7));
        if (has_time && (*match)[1].matched) moment += "Z";
        return NamedMoment{at, static_cast<std::size_t>(match->length()), moment};
    }
    return {};
}

bool matches(const std::string& name, const char* pattern) {
    return std::regex_match(base::folded(name), std::regex(pattern));
}

bool is_zoom_recording_name(const std::string& name) {
    // video_12345.mp4 (since 2023), zoom_0.mp4 (before), GMT20261112-130300_Recording_1920x1080.mp4 (from the cloud)
    return matches(name, R"(video\d{5,}\.mp4|video_\d+\.mp4|zoom_\d+\.mp4|gmt\d{8}-\d{6}_recording.*\.mp4)");
}

bool is_zoom_sound_name(const std::string& name) {
    return matches(name, R"(audio_only.*\.m4a|audio\d{5,}\.m4a|gmt\d{8}-\d{6}_recording.*\.m4a)");
}

}  // namespace

bool is_recording_name(const std::string& name) {
    const std::string extension = extension_of(name);
    return std::find(kRecordings.begin(), kRecordings.end(), extension) != kRecordings.end();
}

bool is_transcript_name(const std::string& name) {
    const std::string extension = extension_of(name);
    return extension == "vtt" || extension == "srt";
}

bool may_be_transcript_name(const std::string& name) {
    const std::string extension = extension_of(name);
    return (extension == "json" || extension == "txt" || extension == "tsv") && !is_chat_name(name);
}

bool is_captions_name(const std::string& name) {
    return matches(name, R"((.*\.)?cc\.vtt|.*closed_caption.*)");
}

bool is_chat_name(const std::string& name) {
    return matches(name, R"((meeting_saved_)?chat\.txt|gmt\d{8}-\d{6}_recording.*\.chat\.txt|.*newchat\.txt)");
}

bool is_person_audio_folder(const std::string& name) {
    return matches(name, R"(audio ?record(ing|ings)?)");
}

bool is_zoom_folder(const std::string& name, const std::vector<fs::path>& files) {
    static const std::regex folder_name(R"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d.*)");
    if (std::regex_match(name, folder_name)) return true;
    return std::any_of(files.begin(), files.end(), [](const fs::path& file) {
        const std::string file_name = file.filename().string();
        return is_zoom_recording_name(file_name) || is_zoom_sound_name(file_name) ||
               is_person_audio_folder(file.parent_path().filename().string());
    });
}

std::string cloud_recording_of(const std::string& name) {
    static const std::regex beginning(R"(GMT\d{8}-\d{6})");
    std::smatch match;
    const bool found = std::regex_search(name, match, beginning, std::regex_constants::match_continuous);
    return found ? match.str() : "";
}

int zoom_rank(const std::string& name) {
    if (is_zoom_sound_name(name)) return 2;
    return is_zoom_recording_name(name) ? 0 : 1;
}

std::string moment_in_name(const std::string& name) {
    const std::optional<NamedMoment> found = find_moment(name);
    return found ? found->iso8601 : "";
}

std::string title_in_name(const std::string& name) {
    std::string title = name;
    if (const std::optional<NamedMoment> found = find_moment(name)) title.erase(found->from, found->length);
    std::replace(title.begin(), title.end(), '_', ' ');
    const std::size_t first = title.find_first_not_of(" -.");
    if (first == std::string::npos) return {};
    title = title.substr(first, title.find_last_not_of(" -.") - first + 1);
    // What is left of a camera's own name says nothing.
    if (matches(title, R"(vid|img|mov|pxl|dsc|dji|rec|recording.*|video|audio|gmt|wa\d*|\d*)")) return {};
    return title;
}

}  // namespace library
