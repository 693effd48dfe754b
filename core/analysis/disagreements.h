// Where two codings of one conversation differ, and the one coding that comes of deciding about it: what both have, and
// for each difference what was decided.
#pragma once

#include "codes/codebook.h"
#include "codes/coding.h"
#include "codes/edits.h"

#include <optional>
#include <vector>

namespace analysis {

enum class DisagreementKind { OtherCode, OnlyFirst, OnlySecond };

// One moment; at least one of the two has an event there.
struct Disagreement {
    base::Span span;  // from where the earlier begins to where the later ends
    DisagreementKind kind = DisagreementKind::OtherCode;
    std::optional<codes::Event> first;
    std::optional<codes::Event> second;

    bool operator==(const Disagreement&) const = default;
};

struct TwoCodings {
    std::vector<codes::Event> agreed;         // as the first has them, in the order of a coding
    std::vector<Disagreement> disagreements;  // by time
};

// Moments are paired as in alignment.h. A same code with other details is no disagreement.
TwoCodings compare_two(const codes::Coding& first, const codes::Coding& second, base::Time tolerance);

// Nothing while it is open.
const codes::Decision* decision_on(const codes::Coding& consensus, const Disagreement& disagreement);
codes::Decision decision(const Disagreement& disagreement, codes::Choice choice, const std::string& note,
                         const std::string& other_code = "");
// The events that a decision leaves; each keeps the id that it has with its coder.
std::vector<codes::Event> outcome(const Disagreement& disagreement, const codes::Decision& decision,
                                  const codes::Codebook& codebook);

// A coding that begins with what both have; `sources` says which two, and how they are compared.
codes::Coding begin_consensus(const codes::Coding& first, const codes::Coding& second, base::Time tolerance);
// One step of undo: the decision, and the events that come and go with it. An earlier decision is taken back.
codes::Edit decide(const codes::Coding& consensus, const Disagreement& disagreement, const codes::Decision& decision,
                   const codes::Codebook& codebook);
// What stands once these decisions are carried out, in whatever order.
std::vector<codes::Event> consensus_of(const TwoCodings& two, const std::vector<codes::Decision>& decisions,
                                       const codes::Codebook& codebook);

}  // namespace analysis
