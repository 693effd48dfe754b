#include "app/clip_keys.h"

#include "app/clip_making.h"

#include <map>
#include <string_view>

namespace app {
namespace {

const std::map<std::string_view, Action>& plain_commands() {
    static const std::map<std::string_view, Action> commands = {{"clip_begins", SetClipEdge{ClipEdge::In}},
                                                                {"clip_ends", SetClipEdge{ClipEdge::Out}},
                                                                {"next_clip", StepClips{+1}},
                                                                {"previous_clip", StepClips{-1}},
                                                                {"reel", PlayReel{}}};
    return commands;
}

// Where moments are listed, of each of them.
Action making(const OpenConversationState& open, CodeScreenState& state) {
    if (state.tab != LowerTab::CameNext) return MakeClip{};
    return MakeClips{new_clips(open, state.came_next.answer.of(open, state.came_next.asked).moments)};
}

}  // namespace

bool clip_carries_out(const std::string& command, const Model& model, CodeScreenState& state, Actions& actions) {
    if (const auto plain = plain_commands().find(command); plain != plain_commands().end()) {
        actions.push_back(plain->second);
        return true;
    }
    if (command == "clips") {  // there and back
        state.tab = state.tab == LowerTab::Clips ? LowerTab::Timeline : LowerTab::Clips;
        return true;
    }
    if (command == "make_clip")
        actions.push_back(making(*model.open, state));
    else if (command == "clip_speak")
        actions.push_back(SpeakComment{});
    else if (command == "say_again")
        actions.push_back(SayAgain{});
    else if (command == "clip_words")
        state.clips.wants_title = true;  // the field gets the keyboard once it is drawn
    else if (command == "clip_comment")
        state.clips.wants_comment = true;
    else
        return false;
    state.tab = LowerTab::Clips;
    return true;
}

}  // namespace app
