// The parts of the Agreement screen; agreement_screen.cpp puts them in place.
#pragma once

#include "app/agreement_pictures.h"
#include "app/agreement_words.h"
#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/platform/page_texture.h"
#include "app/platform/video_texture.h"
#include "app/views/agreement_state.h"

#include <optional>

namespace app {

inline constexpr const char* kDisagreements = "disagreements";  // PlayedList::name

// The consensus of the two is the coding in hand, so that decisions can be taken.
bool is_deciding(const Model& model);
const codes::Decision* decision_at(const Model& model, std::size_t disagreement);
std::size_t decided_count(const Model& model);
// Takes a decision about the one in hand, and goes on to the next that is open.
void decide(const Model& model, AgreementState& state, codes::Choice choice, const std::string& code, Actions& actions);
void go_to_disagreement(const Model& model, AgreementState& state, std::size_t disagreement, Actions& actions);
// Keys that are decisions while the differences are shown. True: the key was theirs.
bool agreement_takes(const KeyPress& press, const Model& model, AgreementState& state, Actions& actions);

void draw_agreement_numbers(const AgreementDesk& desk, AgreementState& state, const PageTexture& curve, ImVec2 room);
void draw_label_table(const AgreementDesk& desk, bool explains);
void draw_pairs(const AgreementDesk& desk);  // which code was paired with which
void draw_differences(const Model& model, AgreementState& state, const VideoTexture* texture, ImVec2 room,
                      Actions& actions);
void draw_decision(const Model& model, AgreementState& state, Actions& actions);

// The page of the test against gold, and saving it.
void draw_gold_test(const Model& model, AgreementState& state, const std::vector<PageTexture>& pages, ImVec2 room,
                    Actions& actions);
// Which conversations can be coded again, and whether a coder still codes as before.
void draw_drift(const Model& model, AgreementState& state, const PageTexture& chart, ImVec2 room, Actions& actions);
void draw_drift_offers(const Model& model, Actions& actions);
// While the open coding is a silent one: what that means, and how it ends.
void draw_silent_recoding(Actions& actions);

// A picture that the report's drawing makes: in its place when it is there, and `px` says how large it is wanted.
void draw_picture_of_paper(const PageTexture& picture, ImVec2 size, ImVec2& px);
// A text under the pointer, wrapped.
void explain_last_item(const std::string& text);

}  // namespace app
