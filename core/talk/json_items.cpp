#include "talk/json_items.h"

#include "base/i18n.h"
#include "base/text.h"
#include "talk/cue_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace talk {

namespace {

constexpr double kLongestSeconds = 1'000.0 * 3'600;

}  // namespace

const Json& member(const Json& object, const char* name) {
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

std::string plain_text(const Json& text) {
    if (!text.is_string()) return {};
    return with_single_blanks(base::to_valid_utf8(text.get_ref<const std::string&>()));
}

std::optional<base::Time> time_in(const Json& value, double per_second) {
    if (!value.is_number()) return {};
    const double seconds = value.get<double>() / per_second;
    if (!std::isfinite(seconds) || seconds < 0 || seconds > kLongestSeconds) return {};
    return base::seconds(seconds);
}

std::optional<base::Time> time_in_seconds(const Json& value) {
    if (!value.is_string()) return time_in(value, 1);
    const auto time = base::parse_time(base::trimmed(value.get_ref<const std::string&>()));
    if (!time || *time < base::Time{} || time->seconds() > kLongestSeconds) return {};
    return time;
}

std::string speaker_name(const Json& value) {
    if (value.is_number_integer()) return fmt::format("speaker {}", value.get<std::int64_t>());
    std::string name = plain_text(value);
    if (name == "?") return {};
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? "speaker " + name : name;
}

void JsonTurns::add(std::optional<base::Time> from, std::optional<base::Time> to, std::string speaker,
                    std::string text) {
    if (!from || !to) return skip(_("its time cannot be read"));
    if (*to < *from) return skip(_("it ends before it begins"));
    if (text.empty()) return;
    transcript_.turns.push_back({{*from, *to}, std::move(speaker), Role::Unknown, std::move(text)});
}

void JsonTurns::skip(const char* reason) {
    transcript_.skipped.push_back({item_, fmt::format(fmt::runtime(_("item {}: {}")), item_, reason)});
}

Transcript JsonTurns::finish() {
    std::stable_sort(transcript_.turns.begin(), transcript_.turns.end(),
                     [](const Turn& a, const Turn& b) { return a.span.from < b.span.from; });
    return std::move(transcript_);
}

}  // namespace talk
