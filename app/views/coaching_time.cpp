#include "app/views/coaching_time.h"

#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

std::string coaching_time_text(const OpenConversationState& open) {
    const base::Time active = open.active_kept + open.active_since_kept;
    const base::Time coded = codes::coded_span(open.coding, duration_of(open)).length();
    if (active < base::seconds(60) || coded < base::seconds(60)) return {};
    const auto minutes = [](base::Time time) { return base::number(base::language(), time.seconds() / 60, 0); };
    return fmt::format(fmt::runtime(_("{} min of coaching for {} min of conversation: {} per minute")), minutes(active),
                       minutes(coded), base::number(base::language(), active.seconds() / coded.seconds(), 1));
}

const char* coaching_time_definition() {
    return _(
        "Time on this coding with the window in front, on the Code and Report screens. What lies more than 60 "
        "seconds from any key, pointer or playing is left out.");
}

}  // namespace app
