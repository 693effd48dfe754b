// Saying it again: where in a clip the professional answered, what is heard before that, and which clip a moment of the
// trainee's own view becomes. Pure.
#pragma once

#include "app/model.h"

#include <string>

namespace app {

struct Answered {
    base::Span before;  // what the professional answered to
    base::Span answer;

    base::Span both() const { return {before.from, answer.to}; }
};

Answered answered_in(const OpenConversationState& open, base::Span clip);
// What was coded of the professional there: "Closed question, Advice without permission".
std::string codes_then(const OpenConversationState& open, base::Span answer);
// Has no id yet.
codes::Clip clip_of_moment(const OpenConversationState& open, base::Time at);
// Those that are there once the coach's clips are not to be seen yet.
std::vector<codes::Clip> made_by(std::vector<codes::Clip> clips, const std::string& author);

}  // namespace app
