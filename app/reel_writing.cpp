#include "app/reel_writing.h"

#include "app/clock_text.h"
#include "report/title_card.h"

#include <fmt/format.h>

namespace app {
namespace {

constexpr base::Time kNoteStands = base::seconds(4);

media::TitleCard title_card_of(const PlayedList& reel, std::size_t i, media::Size size) {
    const Moment& moment = reel.moments[i];
    const std::string below = fmt::format("{} / {} · {}", i + 1, reel.moments.size(), clock_text(moment.span.from));
    report::TitleImage image = report::draw_title(size.width, size.height, moment.text, below);
    media::TitleCard card;
    card.width = image.width;
    card.height = image.height;
    card.rgb = std::move(image.rgb);
    return card;
}

}  // namespace

std::vector<media::Cue> cues_of(const std::vector<talk::Turn>& turns, const codes::Coding& coding) {
    std::vector<media::Cue> cues;
    for (const talk::Turn& turn : turns)
        if (!turn.text.empty())
            cues.push_back({turn.span, turn.speaker.empty() ? turn.text : turn.speaker + ": " + turn.text});
    if (!cues.empty()) return cues;
    for (const codes::Event& event : coding.events)
        if (!event.note.empty()) cues.push_back({{event.at, event.end.value_or(event.at + kNoteStands)}, event.note});
    return cues;
}

media::ReelPlan plan_of(const PlayedList& reel, media::Size size, std::vector<media::Cue> cues) {
    media::ReelPlan plan;
    for (std::size_t i = 0; i < reel.moments.size(); ++i) {
        media::Stretch stretch;
        stretch.span = reel.moments[i].span;
        if (size.width > 0 && size.height > 0) stretch.title = title_card_of(reel, i, size);
        plan.stretches.push_back(std::move(stretch));
    }
    plan.subtitles = std::move(cues);
    return plan;
}

}  // namespace app
