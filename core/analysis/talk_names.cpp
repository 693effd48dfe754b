#include "analysis/talk_names.h"

#include <functional>
#include <map>

namespace analysis {

namespace {

using talk::SideMeasures;
using talk::TalkMeasures;
using Value = std::optional<double>;

Value number(const std::optional<int>& count) {
    return count ? Value(*count) : std::nullopt;
}

Value seconds(const std::optional<base::Time>& time) {
    return time ? Value(time->seconds()) : std::nullopt;
}

const std::map<std::string, std::function<Value(const TalkMeasures&)>>& values() {
    static const auto all = [] {
        std::map<std::string, std::function<Value(const TalkMeasures&)>> made;
        const std::map<std::string, std::function<Value(const SideMeasures&)>> of_a_side = {
            {"", [](const SideMeasures& side) { return side.speech.seconds(); }},
            {".words", [](const SideMeasures& side) { return number(side.words); }},
            {".turns", [](const SideMeasures& side) { return side.turns; }},
            {".mean_turn", [](const SideMeasures& side) { return seconds(side.mean_turn); }},
            {".median_turn", [](const SideMeasures& side) { return seconds(side.median_turn); }},
            {".longest_turn", [](const SideMeasures& side) { return seconds(side.longest_turn); }},
            {".latency", [](const SideMeasures& side) { return seconds(side.latency); }},
            {".silences_ended", [](const SideMeasures& side) { return side.silences_ended; }},
            {".overlaps", [](const SideMeasures& side) { return side.overlaps; }},
            {".interruptions", [](const SideMeasures& side) { return side.interruptions; }},
        };
        for (const auto& [name, value] : of_a_side) {
            made["talk.professional" + name] = [of = value](const TalkMeasures& talk) { return of(talk.professional); };
            made["talk.client" + name] = [of = value](const TalkMeasures& talk) { return of(talk.client); };
        }
        made["talk.silence"] = [](const TalkMeasures& talk) { return talk.silence.seconds(); };
        made["talk.long_silences"] = [](const TalkMeasures& talk) { return talk.long_silences; };
        made["talk.share.first_third"] = [](const TalkMeasures& talk) { return talk.thirds[0]; };
        made["talk.share.second_third"] = [](const TalkMeasures& talk) { return talk.thirds[1]; };
        made["talk.share.last_third"] = [](const TalkMeasures& talk) { return talk.thirds[2]; };
        return made;
    }();
    return all;
}

}  // namespace

bool is_talk_name(const std::string& name) {
    return values().contains(name);
}

std::optional<double> talk_value(const TalkMeasures& talk, const std::string& name) {
    const auto value = values().find(name);
    return value == values().end() ? std::nullopt : value->second(talk);
}

std::vector<std::string> talk_names() {
    std::vector<std::string> names;
    for (const auto& [name, value] : values()) names.push_back(name);
    return names;
}

}  // namespace analysis
