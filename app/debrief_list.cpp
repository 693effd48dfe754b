#include "app/debrief_list.h"

#include "app/clip_kinds.h"
#include "base/i18n.h"

namespace app {

PlayedList debrief_list(const CoachView& coach, std::size_t first) {
    PlayedList list;
    list.name = kDebriefList;
    list.title = _("Debrief");
    list.now = first;
    for (const codes::Clip& clip : coach.clips)
        list.moments.push_back(
            {clip.span, std::string(kind_word(clip.kind)) + ": " + title_of(clip), kind_colour(clip.kind)});
    return list;
}

}  // namespace app
