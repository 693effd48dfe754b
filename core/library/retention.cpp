#include "library/retention.h"

#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/library.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace library {

namespace {

constexpr const char* kKey = "retention_days";
constexpr int kMostDays = kMostRetentionYears * 365;

}  // namespace

int retention_days(Library& library) {
    const std::string text = library.setting(kKey).value_or("");
    int days = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), days);
    return failed == std::errc{} && days > 0 ? std::min(days, kMostDays) : kRetentionDays;
}

void set_retention_days(Library& library, int days) {
    library.set_setting(kKey, std::to_string(std::clamp(days, 1, kMostDays)));
}

std::string last_day(const Conversation& conversation) {
    return base::years_after(base::day_of(conversation.created), kMostRetentionYears);
}

std::string kept_until(const Conversation& conversation, const std::optional<std::string>& chosen, int days) {
    return std::min(chosen.value_or(base::days_after(base::day_of(conversation.created), days)),
                    last_day(conversation));
}

void keep_until(Library& library, const Conversation& conversation, const std::string& day) {
    if (!base::is_day(day))
        throw base::Error(fmt::format(fmt::runtime(_("“{}” is not a day. Write it as 2026-11-22.")), day));
    if (day > last_day(conversation))
        throw base::Error(
            fmt::format(fmt::runtime(_("A conversation is kept for {} years at most, so this one until {}. Choose an "
                                       "earlier day.")),
                        kMostRetentionYears, last_day(conversation)));
    library.retention().choose(conversation.id, day);
    library.access_log().note(AccessVerb::Kept, conversation.id, day);
}

}  // namespace library
