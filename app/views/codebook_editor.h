// The codebook that is being written: kinds of parts, the parts of one kind, and the form of one part.
#pragma once

#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/views/codebook_parts.h"
#include "app/views/codebooks_state.h"

#include <vector>

namespace app {

// A part that was just made has this key until its label is written, which then gives it a better one.
inline constexpr const char* kNewKey = "new";

void draw_codebook_editor(const Model& model, CodebooksState& state, const std::vector<KeyPress>& pressed,
                          Actions& actions);

// The middle: the parts of one kind, in order; new, moved and taken out by mouse or key.
void draw_part_list(CodebookEditorState& state, const Part& part, const std::vector<KeyPress>& pressed);

// The list in the document that a kind of part is kept in; made when it is not there.
Document& parts_of(CodebookEditorState& state, const Part& part);
void touched(CodebookEditorState& state);  // after any change of the document

}  // namespace app
