#include "app/clip_kinds.h"

#include "base/i18n.h"

namespace app {
namespace {

// Of Okabe and Ito; the kind is always written beside it.
struct Look {
    const char* label;
    const char* word;
    codes::Colour colour;
};

Look look_of(codes::ClipKind kind) {
    switch (kind) {
        case codes::ClipKind::Strength:
            return {_("Strength"), _("strength"), {0x00, 0x9E, 0x73}};
        case codes::ClipKind::Question:
            return {_("Question"), _("question"), {0x00, 0x72, 0xB2}};
        case codes::ClipKind::Suggestion:
            return {_("Suggestion"), _("suggestion"), {0xE6, 0x9F, 0x00}};
        case codes::ClipKind::Note:
            break;
    }
    return {_("Note"), _("note"), {0x8A, 0x8F, 0x98}};
}

}  // namespace

const char* kind_label(codes::ClipKind kind) {
    return look_of(kind).label;
}

const char* kind_word(codes::ClipKind kind) {
    return look_of(kind).word;
}

codes::Colour kind_colour(codes::ClipKind kind) {
    return look_of(kind).colour;
}

std::string title_of(const codes::Clip& clip) {
    if (!clip.title.empty()) return clip.title;
    return clip.text.empty() ? kind_word(clip.kind) : clip.text;
}

}  // namespace app
