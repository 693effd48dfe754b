#include "app/commands/masks.h"

#include "base/i18n.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace commands {

namespace {

using media::VoiceMask;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

std::optional<base::Span> stretch_in(const std::string& text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string::npos) return {};
    const auto from = base::parse_time(text.substr(0, dash));
    const auto to = base::parse_time(text.substr(dash + 1));
    if (!from || !to || *to <= *from) return {};
    return base::Span{*from, *to};
}

std::optional<media::Region> region_in(const std::string& text) {
    if (text == "all") return media::Region{};
    std::array<double, 4> percent{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < percent.size(); ++i) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const auto number = number_in<double>(std::string_view(text).substr(at, end - at));
        const bool is_last = i + 1 == percent.size();
        if (!number || (end == text.size()) != is_last) return {};
        percent[i] = *number / 100;
        at = end + 1;
    }
    const auto [left, top, width, height] = percent;
    constexpr double kEnd = 1 + 1e-9;  // 33.3 and 66.7 make a hundred
    const bool lies_inside =
        left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= kEnd && top + height <= kEnd;
    return lies_inside ? std::optional(media::Region{left, top, width, height}) : std::nullopt;
}

[[noreturn]] void refuse(const char* option, const std::string& text, const std::string& wanted) {
    throw UsageError(fmt::format("{}: “{}”: {}", option, text, wanted));
}

base::Span stretch_of(const char* option, const std::string& text) {
    const auto stretch = stretch_in(text);
    if (!stretch) refuse(option, text, _("a stretch is written as FROM-TO, such as 1:05-1:20"));
    return *stretch;
}

void add_voices(const char* option, const std::vector<std::string>& texts, VoiceMask::Way way, media::Masks& masks) {
    for (const std::string& text : texts) {
        VoiceMask voice{.way = way, .channel = {}, .when = {}};
        if (const auto channel = number_in<int>(text)) {
            if (*channel < 1) refuse(option, text, _("channels count from 1"));
            voice.channel = *channel - 1;
        } else {
            voice.when = {stretch_of(option, text)};
        }
        masks.voices.push_back(std::move(voice));
    }
}

}  // namespace

void add_mask_options(Syntax& syntax, MaskArguments& arguments) {
    syntax
        .option("--blur", arguments.blur,
                _("makes the picture unrecognisable: all of it, or a part as X,Y,W,H in percent from its top left"))
        .option("--mute", arguments.mute, _("silences a channel (from 1), or every channel from FROM-TO"))
        .option("--shift", arguments.shift,
                _("makes voices lower in a channel, or in all of them from FROM-TO; words and manner stay"))
        .option("--beep", arguments.beep, _("a tone instead of the sound from FROM-TO"));
}

media::Masks masks_of(const MaskArguments& arguments) {
    media::Masks masks;
    for (const std::string& text : arguments.blur) {
        const auto region = region_in(text);
        if (!region) {
            refuse("--blur", text, _("“all”, or a part of the picture as X,Y,W,H in percent, such as 50,0,50,100"));
        }
        masks.blurred.push_back(*region);
    }
    add_voices("--mute", arguments.mute, VoiceMask::Way::Mute, masks);
    add_voices("--shift", arguments.shift, VoiceMask::Way::Shift, masks);
    for (const std::string& text : arguments.beep) masks.beeps.push_back(stretch_of("--beep", text));
    return masks;
}

}  // namespace commands
