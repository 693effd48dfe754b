#include "media/subtitles.h"

#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace media {

namespace {

// A blank line would end the cue.
std::string without_blank_lines(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = base::trimmed(text.substr(at, end - at));
        if (!line.empty()) kept += (kept.empty() ? "" : "\n") + std::string(line);
        at = end + 1;
    }
    return kept;
}

// In WebVTT "&" and "<" begin marks, and "-->" stands for a line of times.
std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return safe;
}

std::string time_with(base::Time time, char before_milliseconds) {
    std::string text = base::to_text(time);
    std::replace(text.begin(), text.end(), '.', before_milliseconds);
    return text;
}

std::string times_of(const Cue& cue, char before_milliseconds) {
    return fmt::format("{} --> {}", time_with(cue.span.from, before_milliseconds),
                       time_with(cue.span.to, before_milliseconds));
}

}  // namespace

std::vector<Cue> cues_within(const std::vector<Cue>& cues, base::Span stretch, base::Time to) {
    std::vector<Cue> found;
    for (const Cue& cue : cues) {
        const base::Span part{std::max(cue.span.from, stretch.from), std::min(cue.span.to, stretch.to)};
        if (part.from < part.to)
            found.push_back({{part.from - stretch.from + to, part.to - stretch.from + to}, cue.text});
    }
    return found;
}

std::vector<Cue> one_at_a_time(const std::vector<Cue>& cues) {
    std::set<base::Time> borders;
    for (const Cue& cue : cues) borders.insert({cue.span.from, cue.span.to});
    std::vector<Cue> found;
    for (auto border = borders.begin(); border != borders.end() && std::next(border) != borders.end(); ++border) {
        Cue part{{*border, *std::next(border)}, {}};
        for (const Cue& cue : cues) {
            if (!cue.span.contains(part.span.from)) continue;
            const std::string text = without_blank_lines(cue.text);
            if (!text.empty()) part.text += (part.text.empty() ? "" : "\n") + text;
        }
        if (part.text.empty()) continue;
        const bool goes_on = !found.empty() && found.back().span.to == part.span.from && found.back().text == part.text;
        if (goes_on) {
            found.back().span.to = part.span.to;
        } else {
            found.push_back(std::move(part));
        }
    }
    return found;
}

std::string to_webvtt(const std::vector<Cue>& cues) {
    std::string file = "WEBVTT\n";
    for (const Cue& cue : cues) {
        const std::string text = without_blank_lines(cue.text);
        if (!text.empty()) file += fmt::format("\n{}\n{}\n", times_of(cue, '.'), escaped(text));
    }
    return file;
}

std::string to_srt(const std::vector<Cue>& cues) {
    std::string file;
    int number = 0;
    for (const Cue& cue : cues) {
        std::string text = without_blank_lines(cue.text);
        if (text.empty()) continue;
        for (std::size_t at = 0; (at = text.find("-->", at)) != std::string::npos;) text.replace(at, 3, "->");
        file += fmt::format("{}{}\n{}\n{}\n", number == 0 ? "" : "\n", number + 1, times_of(cue, ','), text);
        ++number;
    }
    return file;
}

}  // namespace media
