// What can be asked on the tab "What came next": a question that the codebook has ready, or one's own, each made of a
// few fields with a list of choices, for the pointer and the arrow keys alike. Pure.
#pragma once

#include "app/model.h"
#include "app/what_came_next.h"

#include <array>
#include <string>
#include <vector>

namespace app {

enum class NextField { Question, Given, Then, When, Codings };
inline constexpr std::array kNextFields = {NextField::Question, NextField::Given, NextField::Then, NextField::When,
                                           NextField::Codings};

struct AskedPair {
    std::string codebook;      // for which the rest holds
    std::size_t field = 0;     // that the arrow keys change
    std::size_t question = 0;  // of those that are ready; past the last: one's own
    codes::Pair pair;
    bool pools = false;  // all of this trainee's conversations
};

// The first question of the codebook, where it is another codebook than before.
void begin_asking(const OpenConversationState& open, AskedPair& asked);

struct FieldChoices {
    std::vector<std::string> options;
    std::string now;  // what is chosen, although it may be none of them
    int chosen = -1;
};
const char* name_of(NextField field);
FieldChoices choices_of(NextField field, const OpenConversationState& open, const AskedPair& asked);
void choose(NextField field, int option, const OpenConversationState& open, AskedPair& asked);
void step_choice(NextField field, int step, const OpenConversationState& open, AskedPair& asked);

// The answer, worked out again when what it rests on has changed.
class KeptAnswer {
public:
    const WhatCameNext& of(const OpenConversationState& open, const AskedPair& asked);

private:
    struct Basis {
        base::Id coding;
        std::uint64_t serial = 0, turns = 0, others = 0;
        base::Language language = base::Language::English;
        codes::Pair pair;
        bool pools = false;

        bool operator==(const Basis&) const = default;
    };
    Basis basis_;
    WhatCameNext answer_;
};

}  // namespace app
