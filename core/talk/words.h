// The words of a turn, and the moments at which they were said. Transcripts give the beginning and end of a turn; in
// between, time is taken to go with the letters, so that the word halfway through the text is heard halfway through the
// turn. A few tenths of a second off in a short turn; in a monologue of a minute it may be some seconds.
#pragma once

#include "talk/turn.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talk {

// Bytes of a text, `to` excluded.
struct Word {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const Word&) const = default;
};

std::vector<Word> words_of(std::string_view text);

// When these bytes of the turn's text were said.
base::Span time_of(const Turn& turn, Word bytes);
// The words of the turn of which the middle lies in this stretch: what time_of gave, gives the same words back.
std::string words_during(const Turn& turn, base::Span span);

// The last turn that has begun by then; -1 before the first. `turns` are in order of their beginning.
std::ptrdiff_t turn_begun_by(const std::vector<Turn>& turns, base::Time at);

// The words of `role` in `span`, or of anybody where that role says nothing in it. A point is a span without length: it
// takes the whole turn around it; where nobody of that role speaks at it, the turn that ended last, at most
// `kHeardBefore` earlier, since a coder presses the key when she has heard it. Role::Unknown takes anybody's words, and
// a turn of which the role is not known may be anybody's. `turns` are in order of their beginning.
inline constexpr base::Time kHeardBefore = base::seconds(4);
std::string words_at(const std::vector<Turn>& turns, base::Span span, Role role);

}  // namespace talk
