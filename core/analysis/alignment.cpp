#include "analysis/alignment.h"

#include "analysis/sequences.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

namespace analysis {

namespace {

std::int64_t apart(const CodedMoment& a, const CodedMoment& b) {
    return std::abs(a.at.microseconds - b.at.microseconds);
}

// What an alignment is worth; more is better.
struct Worth {
    int agreed = 0;
    int matched = 0;
    std::int64_t closeness = 0;  // the time between matches, negative

    auto operator<=>(const Worth&) const = default;
};

enum class Step : unsigned char { SkipFirst, SkipSecond, Match };

// Aligns first[from..to) with second[from..to), between which and the rest nothing can match.
class Block {
public:
    Block(const CodedMoments& first, const CodedMoments& second, base::Time tolerance)
        : first_(first), second_(second), tolerance_(tolerance) {}

    void align(std::size_t first_from, std::size_t first_to, std::size_t second_from, std::size_t second_to,
               std::vector<Match>& matches) const {
        const std::size_t rows = first_to - first_from;
        const std::size_t columns = second_to - second_from;
        std::vector<Worth> above(columns + 1);
        std::vector<Step> steps(rows * columns);
        for (std::size_t i = 0; i < rows; ++i) {
            std::vector<Worth> here(columns + 1);
            for (std::size_t j = 0; j < columns; ++j) {
                Worth best = above[j + 1];
                Step step = Step::SkipFirst;
                if (here[j] > best) {
                    best = here[j];
                    step = Step::SkipSecond;
                }
                if (const auto match = with_match(above[j], first_[first_from + i], second_[second_from + j]);
                    match && *match > best) {
                    best = *match;
                    step = Step::Match;
                }
                here[j + 1] = best;
                steps[i * columns + j] = step;
            }
            above = std::move(here);
        }
        walk_back(first_from, rows, second_from, columns, steps, matches);
    }

private:
    std::optional<Worth> with_match(Worth worth, const CodedMoment& a, const CodedMoment& b) const {
        const std::int64_t distance = apart(a, b);
        if (distance > tolerance_.microseconds) return {};
        worth.agreed += a.code == b.code ? 1 : 0;
        ++worth.matched;
        worth.closeness -= distance;
        return worth;
    }

    static void walk_back(std::size_t first_from, std::size_t i, std::size_t second_from, std::size_t j,
                          const std::vector<Step>& steps, std::vector<Match>& matches) {
        const std::size_t columns = j;
        const auto begin = static_cast<std::ptrdiff_t>(matches.size());
        while (i > 0 || j > 0) {
            const Step step = i == 0 ? Step::SkipSecond : j == 0 ? Step::SkipFirst : steps[(i - 1) * columns + j - 1];
            Match match;
            if (step != Step::SkipSecond) match.first = first_from + --i;
            if (step != Step::SkipFirst) match.second = second_from + --j;
            matches.push_back(match);
        }
        std::reverse(matches.begin() + begin, matches.end());
    }

    const CodedMoments& first_;
    const CodedMoments& second_;
    base::Time tolerance_;
};

// The code of each unit; `codes` where there is none.
std::vector<std::size_t> units_of(const CodedMoments& moments, std::size_t codes, std::size_t count, base::Time unit) {
    std::vector<std::size_t> units(count, codes);
    for (const CodedMoment& moment : moments) {
        const auto place = [&](base::Time at) {
            return static_cast<std::size_t>(std::max<std::int64_t>(0, at.microseconds) / unit.microseconds);
        };
        const std::size_t from = place(moment.at);
        const std::size_t to =
            moment.end && *moment.end > moment.at ? place(base::microseconds(moment.end->microseconds - 1)) : from;
        for (std::size_t at = from; at <= to && at < count; ++at) units[at] = moment.code;
    }
    return units;
}

bool has_near(const std::vector<std::size_t>& units, std::size_t at, std::size_t reach, std::size_t code) {
    const std::size_t from = at > reach ? at - reach : 0;
    const std::size_t to = std::min(units.size() - 1, at + reach);
    for (std::size_t each = from; each <= to; ++each)
        if (units[each] == code) return true;
    return false;
}

}  // namespace

std::vector<Match> align(const CodedMoments& first, const CodedMoments& second, base::Time tolerance) {
    std::vector<Match> matches;
    const Block block(first, second, tolerance);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() || j < second.size()) {
        // A block ends where the next event of either is out of reach of everything before it.
        const std::size_t first_from = i;
        const std::size_t second_from = j;
        base::Time last{INT64_MIN / 2};
        const auto in_reach = [&](const CodedMoments& moments, std::size_t at) {
            const bool begins = i == first_from && j == second_from;
            return at < moments.size() && (begins || moments[at].at - last <= tolerance);
        };
        while (true) {
            const bool first_is_next = i < first.size() && (j >= second.size() || first[i].at <= second[j].at);
            const CodedMoments& moments = first_is_next ? first : second;
            std::size_t& at = first_is_next ? i : j;
            if (!in_reach(moments, at)) break;
            last = std::max(last, moments[at].at);
            ++at;
        }
        block.align(first_from, i, second_from, j, matches);
    }
    return matches;
}

Matrix table_of(const std::vector<Match>& matches, const CodedMoments& first, const CodedMoments& second,
                std::size_t codes) {
    Matrix table(codes + 1, std::vector<double>(codes + 1));
    for (const Match& match : matches)
        ++table[match.first ? first[*match.first].code : codes][match.second ? second[*match.second].code : codes];
    return table;
}

std::optional<double> alignment_kappa(const Matrix& table) {
    if (table.empty()) return {};
    Cells impossible(table.size(), std::vector<bool>(table.size()));
    impossible.back().back() = true;
    const Transitions chance = transitions(table, impossible);
    if (chance.total <= 0) return {};
    double observed = 0;
    double expected = 0;
    for (std::size_t code = 0; code + 1 < table.size(); ++code) {
        observed += table[code][code] / chance.total;
        expected += chance.expected[code][code].value_or(0) / chance.total;
    }
    constexpr double kCertain = 1e-9;
    if (1 - expected < kCertain) return {};
    return (observed - expected) / (1 - expected);
}

Matrix time_table(const CodedMoments& first, const CodedMoments& second, std::size_t codes, base::Time duration,
                  base::Time unit, base::Time tolerance) {
    Matrix table(codes + 1, std::vector<double>(codes + 1));
    if (unit.microseconds <= 0 || duration.microseconds <= 0) return table;
    const auto count = static_cast<std::size_t>((duration.microseconds + unit.microseconds - 1) / unit.microseconds);
    const auto reach = static_cast<std::size_t>(tolerance.microseconds / unit.microseconds);
    const std::vector<std::size_t> a = units_of(first, codes, count, unit);
    const std::vector<std::size_t> b = units_of(second, codes, count, unit);
    for (std::size_t at = 0; at < count; ++at) {
        table[a[at]][has_near(b, at, reach, a[at]) ? a[at] : b[at]] += 0.5;
        table[has_near(a, at, reach, b[at]) ? b[at] : a[at]][b[at]] += 0.5;
    }
    return table;
}

Matrix one_against_rest(const Matrix& table, std::size_t code) {
    Matrix two(2, std::vector<double>(2));
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < table.size(); ++j) two[i == code ? 0 : 1][j == code ? 0 : 1] += table[i][j];
    return two;
}

}  // namespace analysis
