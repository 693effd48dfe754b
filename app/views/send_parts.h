// The parts of the windows for sending and opening a review.
#pragma once

#include "app/arrival_desk.h"
#include "app/model.h"
#include "app/send_desk.h"
#include "app/views/send_state.h"

#include <string>

namespace app {

// The people, without a conversation for them to read.
void draw_people_page(const SendDesk& desk, SendState& state, Actions& actions);
void draw_readers(const SendDesk& desk, SendState& state, Actions& actions);
void draw_contents(const Model& model, const SendDesk& desk, SendState& state, Actions& actions);
// What will be written; true when it may be: nothing in it names someone, or the person says that it may be read.
bool draw_last_look(const SendDesk& desk, SendState& state);

// "Let Robin read ... by telephone", and the words large enough to read aloud.
void draw_words_to_compare(const std::string& name, const std::string& words);
void draw_problem(const std::string& text);  // nothing where it is empty
void draw_wrapped(const std::string& text);
void draw_progress(float fraction);
// What is written, or what came: a name, and beside it what there is to say about it.
bool begin_facts(const char* id);
void draw_fact(const char* name, const std::string& text);
void end_facts();
// What Enter presses as soon as a page is shown; true when it was pressed.
bool first_button(const char* label, bool is_enabled = true);
bool second_button(const char* label);  // also by Escape
void focus_anew();                      // a page comes in the place of another
void password_field(const char* label, sealed::SecretText& secret);

}  // namespace app
