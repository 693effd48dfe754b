// What the Team screen remembers for itself.
#pragma once

#include "analysis/trend.h"
#include "library/library.h"
#include "report/trend_chart.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace app {

// The measure that is followed, worked out for everyone; anew only when what it follows from changes.
struct ShownTrends {
    std::uint64_t team_serial = 0;
    std::string measure;
    std::vector<analysis::PersonTrend> people;
    std::vector<std::string> names;  // folded, to search in
    std::string first_day, last_day;
    double highest = 1;  // of all axes
    std::uint64_t stamp = 0;
    std::map<std::string, std::vector<std::string>> compared;  // sentences by person, made when they come in sight
    std::string compared_at;                                   // the day of the milestone they are about
};

// A chart that is in sight and needs a picture.
struct WantedTrend {
    std::string person;
    std::uint64_t stamp = 0;
    report::TrendChart chart;
    int width_px = 0, height_px = 0;
    double width_pt = 0;
};

struct TeamState {
    std::string measure, filter;
    ShownTrends shown;
    std::map<std::string, float> heights;  // of the cards, as they were drawn last
    std::set<std::string> tables;          // people whose table is unfolded
    base::Id milestone;                    // before and after which is compared
    library::Milestone draft;              // of a new date
    bool is_adding = false;
    bool focus_filter = false;
    std::vector<WantedTrend> wanted;
};

}  // namespace app
