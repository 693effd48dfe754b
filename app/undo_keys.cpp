#include "app/undo_keys.h"

namespace app {

void undo_or_redo(const Model& model, library::Direction direction, Actions& actions) {
    const bool undoes = direction == library::Direction::Undo;
    switch (model.screen) {
        case Screen::Settings:  // nothing there can be seen to change
            break;
        case Screen::Library:
            actions.push_back(StepConversations{direction});
            break;
        case Screen::Team:
            // What was done to the dates last can be taken back as long as the message about it stands there.
            if (undoes && !model.messages.empty())
                for (const Action& action : model.messages.back().offered) actions.push_back(action);
            break;
        case Screen::Review:
            actions.push_back(StepReview{direction});
            break;
        case Screen::Codebooks:
            actions.push_back(StepDraft{direction});
            break;
        default:
            if (undoes)
                actions.push_back(Undo{});
            else
                actions.push_back(Redo{});
    }
}

}  // namespace app
