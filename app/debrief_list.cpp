#include "app/debrief_list.h"

#include "base/i18n.h"

namespace app {

const char* kind_word(codes::ClipKind kind) {
    switch (kind) {
        case codes::ClipKind::Strength:
            return _("strength");
        case codes::ClipKind::Question:
            return _("question");
        case codes::ClipKind::Suggestion:
            return _("suggestion");
        case codes::ClipKind::Note:
            return _("note");
    }
    return "";
}

// Of Okabe and Ito; the kind is always written beside it.
codes::Colour colour_of(codes::ClipKind kind) {
    switch (kind) {
        case codes::ClipKind::Strength:
            return {0x00, 0x9E, 0x73};
        case codes::ClipKind::Question:
            return {0xE6, 0x9F, 0x00};
        case codes::ClipKind::Suggestion:
            return {0x56, 0xB4, 0xE9};
        case codes::ClipKind::Note:
            break;
    }
    return {0x99, 0x99, 0x99};
}

std::string title_of(const codes::Clip& clip) {
    if (!clip.title.empty()) return clip.title;
    return clip.text.empty() ? kind_word(clip.kind) : clip.text;
}

PlayedList debrief_list(const CoachView& coach, std::size_t first) {
    PlayedList list;
    list.name = kDebriefList;
    list.title = _("Debrief");
    list.now = first;
    for (const codes::Clip& clip : coach.clips)
        list.moments.push_back(
            {clip.span, std::string(kind_word(clip.kind)) + ": " + title_of(clip), colour_of(clip.kind)});
    return list;
}

}  // namespace app
