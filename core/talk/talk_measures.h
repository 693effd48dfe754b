// How the talk went: measures over turns, as pure functions. Definitions (docs/measures.md names their sources):
//   speech             as talk_time: overlapping stretches of one side count once, speaking together counts for both
//   silence            time in which nobody speaks, those without a side included
//   words              letters and figures between blanks, of the turns that begin in the span
//   turns              whole turns (floor.h); mean, median and longest of the speech in them
//   latency            from the end of the other's turn to the beginning of one's own, median; below 0: before that end
//   long silence       at least 3 s between two stretches of speech; who speaks first ended it
//   overlap            speech that begins more than 0.25 s before the other's ends, back-channels left out
//   interruption       an overlap after which the other stops first
//   thirds             the professional's part of the speech in each third of the span
// What has no divisor or no case has no value; it is never 0.
#pragma once

#include "talk/turn.h"

#include <array>

namespace talk {

inline constexpr base::Time kLongSilence = base::seconds(3);
inline constexpr base::Time kOverlap = base::milliseconds(250);

struct SideMeasures {
    base::Time speech;
    std::optional<int> words;  // nothing where no turn has words
    int turns = 0;
    std::optional<base::Time> mean_turn, median_turn, longest_turn;
    std::optional<base::Time> latency;
    int silences_ended = 0;
    int overlaps = 0;       // begun by this side
    int interruptions = 0;  // likewise

    bool operator==(const SideMeasures&) const = default;
};

struct TalkMeasures {
    base::Span span;
    SideMeasures professional;
    SideMeasures client;
    base::Time silence;
    int long_silences = 0;
    std::optional<double> share;          // the professional's, of the speech of both
    std::optional<double> share_of_time;  // the professional's, of all time, silence included
    std::optional<double> share_of_words;
    std::array<std::optional<double>, 3> thirds;

    bool operator==(const TalkMeasures&) const = default;
};

// Of what lies in `span`; turns that reach over its ends are cut there. Nothing when no turn has a side.
std::optional<TalkMeasures> talk_measures(const std::vector<Turn>& turns, base::Span span);

}  // namespace talk
