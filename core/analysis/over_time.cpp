#include "analysis/over_time.h"

#include "analysis/number_said.h"
#include "analysis/segment.h"

#include <algorithm>

namespace analysis {

namespace {}  // namespace

std::vector<Part> measures_by_part(const codes::Codebook& codebook, const codes::Coding& coding,
                                   const std::vector<talk::Turn>& turns, base::Time duration, int parts) {
    const base::Span whole = coded_stretch(coding, duration);
    std::vector<Part> all;
    codes::Coding one = coding;
    one.ratings.clear();
    for (int part = 0; part < parts; ++part) {
        const auto edge = [&](int index) {
            return whole.from + base::microseconds(whole.length().microseconds / parts * index +
                                                   whole.length().microseconds % parts * index / parts);
        };
        const base::Span span{edge(part), edge(part + 1)};
        one.segment = codes::Segment{span, {}};
        all.push_back({span, measures(codebook, inputs_for(codebook, one, turns, duration))});
    }
    return all;
}

std::vector<RunningPoint> running(const codes::Codebook& codebook, const codes::Measure& measure,
                                  const codes::Coding& coding) {
    codes::Codebook only = codebook;
    only.measures = {measure};
    std::vector<RunningPoint> points;
    Inputs inputs;
    inputs.counts = tally(only, {});
    for (const codes::Event& event : coded_events(coding)) {
        count(only, event, inputs.counts);
        const MeasureValue value = measures(only, inputs).at(measure.key);
        const MeasureValue before = points.empty() ? MeasureValue{} : points.back().value;
        const bool moved = value.numerator != before.numerator || value.denominator != before.denominator;
        if (moved && value.value) points.push_back({event.at, value});
    }
    return points;
}

std::vector<StrengthPoint> strengths(const codes::Codebook& codebook, const std::string& attribute,
                                     const codes::Coding& coding) {
    std::vector<StrengthPoint> points;
    for (const codes::Event& event : coded_events(coding)) {
        const auto said = event.attributes.find(attribute);
        if (said == event.attributes.end() || codebook.find(event.code) == nullptr) continue;
        if (const auto value = number_said(said->second)) points.push_back({event.at, event.id, event.code, *value});
    }
    return points;
}

bool is_scale(const codes::Attribute& attribute) {
    std::vector<double> values;
    for (const std::string& text : attribute.values) {
        const auto value = number_said(text);
        if (!value || (!values.empty() && *value <= values.back())) return false;
        values.push_back(*value);
    }
    return values.size() > 1;
}

}  // namespace analysis
