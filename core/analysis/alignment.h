// Two coders' events of one conversation beside each other: which are the same moment, and how far the coders agree.
// Report one kappa by events and one by time (Bakeman, Quera & Gnisci 2009, Behav. Res. Methods 41:137-147); both
// treat moments as independent of each other, which they are not.
#pragma once

#include "analysis/kappa.h"
#include "base/time.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace analysis {

struct CodedMoment {
    base::Time at;
    std::optional<base::Time> end;
    std::size_t code = 0;  // place in the list of codes
};
using CodedMoments = std::vector<CodedMoment>;  // by time

// What the two coders have for one moment; one of them may have nothing.
struct Match {
    std::optional<std::size_t> first;
    std::optional<std::size_t> second;

    bool operator==(const Match&) const = default;
};

// Each event is matched with at most one that begins within `tolerance` of it, in order: of all ways to do that the one
// with the most equal codes; among those, the most matches; among those, the least time between them. Found by dynamic
// programming (after Needleman & Wunsch; Quera, Bakeman & Gnisci 2007, Behav. Res. Methods 39:39-49).
std::vector<Match> align(const CodedMoments& first, const CodedMoments& second, base::Time tolerance);

// Matches by code; the last row and column are "nothing". The cell of nothing with nothing cannot be counted.
Matrix table_of(const std::vector<Match>& matches, const CodedMoments& first, const CodedMoments& second,
                std::size_t codes);
// Cohen's kappa of such a table: what chance would agree on is fitted around the cell that cannot be counted.
std::optional<double> alignment_kappa(const Matrix& table);

// Each unit of time by code, the last row and column "nothing": a unit has the code of the event that began last among
// those that last in it or begin in it. A unit of one coder agrees when the other has its code within `tolerance`;
// looked at from both sides, half each.
Matrix time_table(const CodedMoments& first, const CodedMoments& second, std::size_t codes, base::Time duration,
                  base::Time unit, base::Time tolerance);

// One code against everything else, from either table.
Matrix one_against_rest(const Matrix& table, std::size_t code);

}  // namespace analysis
