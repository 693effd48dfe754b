// Parse, then code: stretches of one speaker's words, and the events that name them. What is asked for comes back as an
// edit that fits the coding as it is; the code of an utterance goes along with it, so that one step undoes both.
#pragma once

#include "codes/edits.h"

#include <optional>
#include <string>
#include <vector>

namespace codes {

// Shorter is no utterance but a key pressed twice.
inline constexpr base::Time kLeastUtterance = base::milliseconds(100);

const Utterance* find_utterance(const Coding& coding, const base::Id& utterance);
// Of those that last at that moment, the one that began last; null where nobody speaks.
const Utterance* utterance_at(const Coding& coding, base::Time at);
// The event that gives the utterance its code; null: not coded yet.
const Event* code_of(const Coding& coding, const Utterance& utterance);

// The utterances to work on: those that begin in the coded segment.
std::vector<const Utterance*> utterances_in_segment(const Coding& coding);
struct CodedCount {
    int coded = 0;
    int all = 0;
};
CodedCount count_coded(const Coding& coding);  // within the segment

// An edit without changes: there is nothing to do.
namespace parsing {
// A new utterance, as far as no other lies there.
Edit marked(const Coding& coding, base::Span span, Side speaker);
// Many at once, such as the turns of a transcript; only where no utterance of the same speaker lies yet.
Edit took_over(const Coding& coding, std::vector<Utterance> utterances);
// In two at a moment inside it; the first part keeps the code.
Edit split(const Coding& coding, const Utterance& utterance, base::Time at, Side speaker_of_second);
// One of two; the first's code, or else the second's, is the code of both.
Edit joined(const Coding& coding, const Utterance& first, const Utterance& second);
// Another beginning or end. A neighbour that touches there moves along; nothing becomes too short.
Edit reshaped(const Coding& coding, const Utterance& utterance, base::Span span);
Edit spoken_by(const Coding& coding, const Utterance& utterance, Side speaker);  // its code goes: it was another side's
Edit removed(const Coding& coding, const Utterance& utterance);                  // with its code

// Gives the utterance this code, in place of the one it has. A code of the other side makes the utterance that side's.
Edit coded(const Coding& coding, const Codebook& codebook, const Utterance& utterance, const Code& code);
Edit uncoded(const Coding& coding, const Utterance& utterance);
}  // namespace parsing

}  // namespace codes
