#include "exchange/export.h"

#include "base/i18n.h"
#include "codes/edits.h"
#include "exchange/keys.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace exchange {

namespace {

using Json = nlohmann::ordered_json;

// The file's name and how to recognise it, not where it lies on this computer.
Json recording_json(const library::Recording& recording) {
    return {{"file", std::filesystem::path(recording.path).filename().string()},
            {"size", recording.size},
            {"fingerprint", recording.fingerprint},
            {"sha256", recording.sha256},
            {"duration_us", recording.duration.microseconds},
            {"offset_us", recording.offset.microseconds},
            {"role", recording.role},
            {"label", recording.label}};
}

Json conversation_json(const library::Conversation& conversation) {
    Json recordings = Json::array();
    for (const library::Recording& recording : conversation.recordings) recordings.push_back(recording_json(recording));
    return {{"id", conversation.id.text},
            {"title", conversation.title},
            {"trainee", conversation.trainee},
            {"date", conversation.date},
            {"kind", key_of(conversation.kind)},
            {"language", conversation.language},
            {"change_goal", conversation.change_goal},
            {"remarks", conversation.remarks},
            {"tags", conversation.tags},
            {"recordings", recordings}};
}

Json event_json(const codes::Event& event) {
    return {{"id", event.id.text},
            {"at_us", event.at.microseconds},
            {"end_us", event.end ? Json(event.end->microseconds) : Json(nullptr)},
            {"speaker", key_of(event.speaker)},
            {"code", event.code},
            {"attributes", event.attributes},
            {"note", event.note}};
}

// A cue ends at an empty line, and markup characters have a meaning.
std::string cue_text(std::string_view text) {
    std::string result;
    for (const char character : text) {
        if (character == '\r' || (character == '\n' && (result.empty() || result.back() == '\n'))) continue;
        if (character == '&')
            result += "&amp;";
        else if (character == '<')
            result += "&lt;";
        else if (character == '>')
            result += "&gt;";
        else
            result += character;
    }
    while (result.ends_with('\n')) result.pop_back();
    return result;
}

constexpr base::Time kPointLasts = base::seconds(2);
constexpr base::Time kShortest = base::milliseconds(1);  // cues are written in whole milliseconds

base::Time cue_end(const std::vector<codes::Event>& events, std::size_t index) {
    const codes::Event& event = events[index];
    base::Time end = event.end.value_or(event.at + kPointLasts);
    if (!event.end) {
        const auto next = std::find_if(
            events.begin() + static_cast<std::ptrdiff_t>(index), events.end(),
            [&](const codes::Event& later) { return later.speaker == event.speaker && later.at > event.at; });
        if (next != events.end()) end = std::min(end, next->at);
    }
    return std::max(end, event.at + kShortest);
}

Json utterance_json(const codes::Utterance& utterance) {
    return {{"id", utterance.id.text},
            {"from_us", utterance.span.from.microseconds},
            {"to_us", utterance.span.to.microseconds},
            {"speaker", key_of(utterance.speaker)}};
}

Json tick_json(const codes::Tick& tick) {
    return {{"checklist", tick.checklist}, {"item", tick.item}, {"at_us", tick.at.microseconds}};
}

Json phase_json(const codes::PhaseMark& mark) {
    return {{"at_us", mark.at.microseconds}, {"phase", mark.phase}};
}

Json decision_json(const codes::Decision& decision) {
    return {{"first", decision.first.text},
            {"second", decision.second.text},
            {"first_code", decision.first_code},
            {"second_code", decision.second_code},
            {"choice", codes::name_of(decision.choice)},
            {"code", decision.code},
            {"note", decision.note}};
}

Json sources_json(const std::optional<codes::Sources>& sources) {
    if (!sources) return nullptr;
    return {{"first", sources->first.text},
            {"second", sources->second.text},
            {"tolerance_us", sources->tolerance.microseconds}};
}

template <class T>
Json list_json(const std::vector<T>& list, Json (*json_of)(const T&)) {
    Json json = Json::array();
    for (const T& one : list) json.push_back(json_of(one));
    return json;
}

Json evidence_json(const std::map<std::string, std::vector<base::Id>>& evidence) {
    Json json = Json::object();
    for (const auto& [rating, events] : evidence)
        for (const base::Id& event : events) json[rating].push_back(event.text);
    return json;
}

}  // namespace

Json segment_json(const std::optional<codes::Segment>& segment) {
    if (!segment) return nullptr;
    return {{"from_us", segment->span.from.microseconds},
            {"to_us", segment->span.to.microseconds},
            {"seed", segment->seed ? Json(std::to_string(*segment->seed)) : Json(nullptr)}};
}

std::string coding_to_json(const library::Conversation& conversation, const codes::Coding& coding,
                           const codes::Codebook& codebook) {
    const Json document = {
        {"format", "terugblik-coding"},
        {"format_version", 1},
        {"made_with", std::string("Terugblik ") + TERUGBLIK_VERSION},
        {"conversation", conversation_json(conversation)},
        {"codebook",
         {{"key", codebook.key},
          {"version", codebook.version},
          {"title", {{"en", codebook.title.en}, {"nl", codebook.title.nl}}}}},
        {"coding",
         {{"id", coding.id.text},
          {"coder", coding.coder},
          {"purpose", codes::name_of(coding.purpose)},
          {"created", base::to_iso8601(coding.created)},
          {"segment", segment_json(coding.segment)}}},
        {"events", list_json(coding.events, event_json)},
        {"ratings", coding.ratings},
        {"evidence", evidence_json(coding.evidence)},
        {"utterances", list_json(coding.utterances, utterance_json)},
        {"ticks", list_json(coding.ticks, tick_json)},
        {"phases", list_json(coding.phases, phase_json)},
        {"sources", sources_json(coding.sources)},
        {"decisions", list_json(coding.decisions, decision_json)},
        {"feedback", Json::parse(codes::to_json(coding.feedback))},
    };
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string coding_to_vtt(const codes::Coding& coding, const codes::Codebook& codebook, base::Language language) {
    const std::string professional = base::translate(language, "Professional");
    const std::string client = base::translate(language, "Client");
    std::string text = "WEBVTT\n\nNOTE " + cue_text(codebook.title.in(language)) + " " + codebook.version + "\n";
    for (std::size_t i = 0; i < coding.events.size(); ++i) {
        const codes::Event& event = coding.events[i];
        const codes::Code* code = codebook.find(event.code);
        text += "\n" + base::to_text(event.at) + " --> " + base::to_text(cue_end(coding.events, i)) + "\n<v " +
                (event.speaker == codes::Side::Professional ? professional : client) + ">" +
                cue_text(code != nullptr ? code->label.in(language) : event.code) + "\n";
        if (!event.note.empty()) text += cue_text(event.note) + "\n";
    }
    return text;
}

}  // namespace exchange
