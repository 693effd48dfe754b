#include "app/commands/talk.h"

#include "base/i18n.h"

#include <fmt/format.h>

namespace commands {

namespace {

Json us_or_null(const std::optional<base::Time>& time) {
    return time ? Json(time->microseconds) : Json(nullptr);
}

Json side_json(const talk::SideMeasures& side) {
    return {{"speech_us", side.speech.microseconds},
            {"words", or_null(side.words)},
            {"turns", side.turns},
            {"mean_turn_us", us_or_null(side.mean_turn)},
            {"median_turn_us", us_or_null(side.median_turn)},
            {"longest_turn_us", us_or_null(side.longest_turn)},
            {"latency_us", us_or_null(side.latency)},
            {"silences_ended", side.silences_ended},
            {"overlaps", side.overlaps},
            {"interruptions", side.interruptions}};
}

std::string percent(const std::optional<double>& part) {
    return part ? base::number(base::language(), *part * 100, 0) + " %" : _("n/a");
}

std::string seconds(const std::optional<base::Time>& time) {
    return time ? base::number(base::language(), time->seconds(), 1) + " s" : _("n/a");
}

std::string line(const std::string& name, const std::string& value) {
    return fmt::format("  {:<28}{}\n", name, value);
}

std::string of_both(const std::string& name, const std::string& professional, const std::string& client) {
    return line(name, professional + " / " + client);
}

}  // namespace

Json talk_json(const std::optional<talk::TalkMeasures>& talk) {
    if (!talk) return nullptr;
    Json thirds = Json::array();
    for (const auto& third : talk->thirds) thirds.push_back(or_null(third));
    return {{"from_us", talk->span.from.microseconds},
            {"to_us", talk->span.to.microseconds},
            {"share", or_null(talk->share)},
            {"share_of_time", or_null(talk->share_of_time)},
            {"share_of_words", or_null(talk->share_of_words)},
            {"share_by_thirds", thirds},
            {"silence_us", talk->silence.microseconds},
            {"long_silences", talk->long_silences},
            {"professional", side_json(talk->professional)},
            {"client", side_json(talk->client)}};
}

std::string talk_text(const std::optional<talk::TalkMeasures>& talk) {
    if (!talk) return "";
    const talk::SideMeasures &professional = talk->professional, &client = talk->client;
    const auto count = [](const std::optional<int>& value) { return value ? std::to_string(*value) : _("n/a"); };
    const auto& thirds = talk->thirds;
    return of_both(_("talk time"), base::to_text(professional.speech), base::to_text(client.speech)) +
           line(_("talk share"), percent(talk->share)) +
           of_both(_("words"), count(professional.words), count(client.words)) +
           of_both(_("turns"), count(professional.turns), count(client.turns)) +
           of_both(_("median turn"), seconds(professional.median_turn), seconds(client.median_turn)) +
           of_both(_("longest turn"), seconds(professional.longest_turn), seconds(client.longest_turn)) +
           of_both(_("response latency"), seconds(professional.latency), seconds(client.latency)) +
           line(_("silences of 3 s or more"), count(talk->long_silences)) +
           of_both(_("… ended by"), count(professional.silences_ended), count(client.silences_ended)) +
           of_both(_("interruptions"), count(professional.interruptions), count(client.interruptions)) +
           line(_("talk share by thirds"), percent(thirds[0]) + ", " + percent(thirds[1]) + ", " + percent(thirds[2]));
}

}  // namespace commands
