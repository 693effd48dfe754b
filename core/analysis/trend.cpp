#include "analysis/trend.h"

#include "analysis/bootstrap.h"
#include "analysis/counted.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace analysis {

namespace {

bool is_day(const std::string& date) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        return std::all_of(date.begin() + static_cast<std::ptrdiff_t>(from),
                           date.begin() + static_cast<std::ptrdiff_t>(from + count),
                           [](unsigned char c) { return std::isdigit(c) != 0; });
    };
    return date.size() >= 10 && date[4] == '-' && date[7] == '-' && digits(0, 4) && digits(5, 2) && digits(8, 2);
}

std::string day_of(const codes::CountedCoding& coding) {
    return (is_day(coding.date) ? coding.date : base::to_iso8601(coding.created)).substr(0, 10);
}

bool has_rating(const codes::Codebook& codebook, const std::string& key) {
    return std::any_of(codebook.ratings.begin(), codebook.ratings.end(),
                       [&](const codes::Rating& rating) { return rating.key == key; });
}

bool has_code_or_group(const codes::Codebook& codebook, const std::string& key) {
    if (codebook.find(key) != nullptr || codebook.find_group(key) != nullptr) return true;
    return std::any_of(codebook.codes.begin(), codebook.codes.end(), [&](const codes::Code& code) {
        return std::find(code.groups.begin(), code.groups.end(), key) != code.groups.end();
    });
}

// A name of the formula, and which kinds count for it.
struct Name {
    std::string name;
    std::vector<char> counts;  // by kind; empty where it names no code or group
};

// A measure of one version of the codebook over totals.
class TotalsFormula {
public:
    TotalsFormula(const codes::Codebook& codebook, const codes::Measure& measure, const std::vector<codes::Kind>& kinds)
        : formula_(codebook, measure) {
        for (const std::string& name : formula_.names()) {
            Name& known = names_.emplace_back(Name{name, {}});
            if (!has_code_or_group(codebook, name)) continue;
            for (const codes::Kind& kind : kinds) {
                codes::Event event;
                event.code = kind.code;
                event.attributes = kind.attributes;
                known.counts.push_back(counts_for(codebook, event, name) ? 1 : 0);
            }
            known.counts.push_back(0);  // not empty, even without kinds
        }
    }

    MeasureValue evaluate(const codes::Totals& totals) const {
        return formula_.evaluate([&](const std::string& name) { return value_of(totals, name); });
    }

private:
    std::optional<double> value_of(const codes::Totals& totals, const std::string& name) const {
        const auto known =
            std::find_if(names_.begin(), names_.end(), [&](const Name& one) { return one.name == name; });
        if (known != names_.end() && !known->counts.empty()) {
            int times = 0;
            for (const auto& [kind, count] : totals.counts) times += known->counts[kind] * count;
            return times;
        }
        if (name == "talk.professional" && totals.professional) return totals.professional->seconds();
        if (name == "talk.client" && totals.client) return totals.client->seconds();
        if (name == "duration") return totals.duration.seconds();
        const auto rating = totals.ratings.find(name);
        return rating == totals.ratings.end() ? std::nullopt : std::optional<double>(rating->second);
    }

    MeasureFormula formula_;
    std::vector<Name> names_;
};

class Formulas {
public:
    Formulas(const codes::CountedCodings& counted, const CodebookByVersion& codebook, std::string measure)
        : counted_(counted), codebook_(codebook), measure_(std::move(measure)) {}

    MeasureValue value_of(const codes::CountedCoding& coding) {
        const auto [known, is_new] = formulas_.try_emplace(coding.codebook_version);
        if (is_new) known->second = made_for(coding.codebook_version);
        return known->second ? known->second->evaluate(coding.totals) : MeasureValue{};
    }

private:
    std::optional<TotalsFormula> made_for(const std::string& version) {
        const codes::Codebook* codebook = codebook_(version);
        if (codebook == nullptr) return {};
        for (const codes::Measure& measure : codebook->measures)
            if (measure.key == measure_)
                return std::optional<TotalsFormula>(std::in_place, *codebook, measure, counted_.kinds);
        return {};
    }

    const codes::CountedCodings& counted_;
    const CodebookByVersion& codebook_;
    std::string measure_;
    std::map<std::string, std::optional<TotalsFormula>> formulas_;
};

std::vector<TrendBreak> breaks_in(const codes::CountedCodings& counted, const std::vector<TrendPoint>& points) {
    std::vector<TrendBreak> breaks;
    for (std::size_t at = 1; at < points.size(); ++at) {
        const codes::CountedCoding& before = counted.codings[points[at - 1].place];
        const codes::CountedCoding& now = counted.codings[points[at].place];
        const TrendBreak found{at, before.coder != now.coder, before.codebook_version != now.codebook_version};
        if (found.coder || found.codebook) breaks.push_back(found);
    }
    return breaks;
}

// By conversation: its codings are drawn together.
std::vector<Share> shares_of(const codes::CountedCodings& counted, const Points& points) {
    std::vector<std::pair<std::string_view, Share>> of_codings;
    for (const TrendPoint* point : points) {
        const MeasureValue& value = point->value;
        if (!value.numerator) continue;
        const bool is_ratio = value.denominator.has_value();
        if (!is_ratio && !value.value) continue;
        of_codings.push_back(
            {counted.codings[point->place].conversation.text, {*value.numerator, is_ratio ? *value.denominator : 1}});
    }
    std::stable_sort(of_codings.begin(), of_codings.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Share> shares;
    for (std::size_t at = 0; at < of_codings.size(); ++at) {
        const Share& share = of_codings[at].second;
        if (at == 0 || of_codings[at].first != of_codings[at - 1].first) {
            shares.push_back(share);
        } else {
            shares.back().numerator += share.numerator;
            shares.back().denominator += share.denominator;
        }
    }
    return shares;
}

Period period_of(const codes::CountedCodings& counted, const Points& points, const std::vector<Share>& shares) {
    Period period;
    period.conversations = static_cast<int>(shares.size());
    period.value = pooled(shares);
    std::set<std::string_view> coders, versions;
    for (const TrendPoint* point : points) {
        coders.insert(counted.codings[point->place].coder);
        versions.insert(counted.codings[point->place].codebook_version);
    }
    period.coders.assign(coders.begin(), coders.end());
    period.versions.assign(versions.begin(), versions.end());
    if (shares.empty()) return period;
    period.numerator = period.denominator = 0;
    for (const Share& share : shares) {
        *period.numerator += share.numerator;
        *period.denominator += share.denominator;
    }
    return period;
}

}  // namespace

std::vector<PersonTrend> trend(const codes::CountedCodings& counted, const CodebookByVersion& codebook,
                               const std::string& measure, const IsWanted& is_wanted) {
    Formulas formulas(counted, codebook, measure);
    std::map<std::string, PersonTrend> people;
    for (std::size_t place = 0; place < counted.codings.size(); ++place) {
        const codes::CountedCoding& coding = counted.codings[place];
        const bool is_left_out = coding.purpose == codes::Purpose::Self || coding.purpose == codes::Purpose::Consensus;
        if (is_left_out || !is_wanted(coding)) continue;
        people[coding.trainee].points.push_back({place, day_of(coding), formulas.value_of(coding)});
    }
    std::vector<PersonTrend> trends;
    for (auto& [person, one] : people) {
        one.person = person;
        std::sort(one.points.begin(), one.points.end(), [](const TrendPoint& a, const TrendPoint& b) {
            return std::tie(a.day, a.place) < std::tie(b.day, b.place);
        });
        one.breaks = breaks_in(counted, one.points);
        trends.push_back(std::move(one));
    }
    return trends;
}

bool can_be_followed(const codes::Codebook& codebook, const codes::Measure& measure) {
    const std::vector<std::string> names = MeasureFormula(codebook, measure).names();
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return has_code_or_group(codebook, name) || has_rating(codebook, name) || name == "talk.professional" ||
               name == "talk.client" || name == "duration";
    });
}

bool Difference::intervals_overlap() const {
    return first.low && second.low && *first.low <= *second.high && *second.low <= *first.high;
}

bool Difference::includes_zero() const {
    return !low || (*low <= 0 && *high >= 0);
}

Difference difference(const codes::CountedCodings& counted, const Points& first, const Points& second) {
    const std::vector<Share> before = shares_of(counted, first);
    const std::vector<Share> after = shares_of(counted, second);
    Difference result;
    result.first = period_of(counted, first, before);
    result.second = period_of(counted, second, after);
    result.few = std::min(result.first.conversations, result.second.conversations) < kFewConversations;
    if (result.first.value && result.second.value) result.value = *result.second.value - *result.first.value;
    const BootstrapIntervals intervals = bootstrap(before, after);
    const auto take = [](auto& what, const std::optional<Interval>& interval) {
        if (!interval) return;
        what.low = interval->low;
        what.high = interval->high;
    };
    take(result.first, intervals.first);
    take(result.second, intervals.second);
    if (result.value) take(result, intervals.difference);
    return result;
}

std::pair<Points, Points> around(std::span<const PersonTrend> people, const std::string& day) {
    std::pair<Points, Points> sides;
    for (const PersonTrend& person : people)
        for (const TrendPoint& point : person.points) (point.day < day ? sides.first : sides.second).push_back(&point);
    return sides;
}

Points all_points(std::span<const PersonTrend> people) {
    Points points;
    for (const PersonTrend& person : people)
        for (const TrendPoint& point : person.points) points.push_back(&point);
    return points;
}

}  // namespace analysis
