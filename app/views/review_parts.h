// The panels of the Review screen. Each draws into the current Dear ImGui window, from where the cursor is.
#pragma once

#include "app/model.h"
#include "app/review_desk.h"
#include "app/trend_pictures.h"
#include "app/views/code_screen_state.h"
#include "app/views/review_state.h"

#include <imgui.h>
#include <string>

namespace app {

// The left side: what the trainee says before the coach's view opens (review_own.cpp), and both beside each other
// after it did (review_beside.cpp).
void draw_own_view(const Model& model, ReviewState& state, const Keymap& keymap, Actions& actions);
void draw_beside(const Model& model, ReviewState& state, Actions& actions);
// Estimates and what was measured over the conversations (review_estimates.cpp); sitting together (debrief.cpp).
void draw_estimates_page(const Model& model, ReviewState& state, const TrendPictures& pictures);
void draw_debrief(const Model& model, ReviewState& state, Actions& actions);
// The clips and what is said about them, also before the coach's view opens: then the trainee's own (review_clips.cpp).
void draw_review_clips(const Model& model, CodeScreenState& code, Actions& actions);
// What the trainee works on until the next conversations, and how to set it (review_goal.cpp).
void draw_goal(const ReviewDesk& desk, ReviewState& state, Actions& actions);
void draw_goals(const std::vector<GoalState>& goals);
// Under the picture: the whole conversation, with the two moments on it.
void draw_review_timeline(const Model& model, ReviewState& state, Actions& actions);
// Under that: what opens after the own view.
void draw_soon(const ReviewDesk& desk);

// What they share.
inline constexpr float kReviewRow = 44;
bool begin_review_card(const char* id, float height);  // always widgets::end_card()
void put_right(float width);                           // what comes next ends `width` before the card's right side
const char* moment_name(PickedMoment which);
std::string moment_text(const OpenConversationState& open, base::Time at);             // "18:22 · the words there"
void draw_say_moment_again(PickedMoment which, ReviewState& state, Actions& actions);  // a link
float say_moment_again_width();
// Plays from a little before.
void draw_moment(const OpenConversationState& open, PickedMoment which, base::Time at, float room, Actions& actions);
std::string own_minutes_text(const codes::Coding* own);  // "7 codes, 02:10–05:30"
std::string estimate_text(const codes::Codebook& codebook, const codes::SelfEstimate& estimate, double value);

}  // namespace app
