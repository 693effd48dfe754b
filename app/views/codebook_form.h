// Draws the form of one part of a codebook, field under field; what is filled in goes into the document at once.
#pragma once

#include "app/model.h"
#include "app/views/codebook_parts.h"
#include "app/views/codebooks_state.h"

#include <string>
#include <vector>

namespace app {

struct Form {
    Document& document;   // the whole codebook
    Document* object;     // what this form fills
    std::string pointer;  // where that stands: "/codes/3"
    CodebookEditorState& state;
    const OpenConversationState* open = nullptr;  // for previews
    std::string suffix = {};                      // " 2" in the second row of a list
    bool is_changed = false;
    bool label_was_left = false;  // after typing in it
};

void draw_form(Form& form, const std::vector<Field>& fields);

// One kind of field each; `width` in pixels.
void draw_colour(Form& form, const Field& field, float width);
void draw_pad_key(Form& form, const Field& field, float width);
void draw_one_key(Form& form, const Field& field, float width);
void draw_keys(Form& form, const Field& field);
void draw_conditions(Form& form, const Field& field);
void draw_anchors(Form& form, const Field& field, float width);
void draw_rows(Form& form, const Field& field);
void draw_list_of_words(Form& form, const Field& field, float width);
void draw_formula(Form& form, const Field& field, float width);
void draw_measure_preview(Form& form);  // the value of the measure now, in the open coding

// What they share.
std::string text_in(const Document& object, const char* member);
void set_text(Form& form, const Field& field, const std::string& text);
void words_input(Form& form, const std::string& label, Document& words, float width);
void prepare_input(Form& form, const std::string& pointer);  // takes the keyboard when it is to be seen
void say_mistake(const Form& form, const std::string& pointer, float width);
std::string words_in(const Document& part, const char* member);  // in the screen's language, or the key
void field_name(const char* label);
void changed(Form& form);

}  // namespace app
