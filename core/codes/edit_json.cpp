#include "base/error.h"
#include "codes/document.h"
#include "codes/edits.h"

#include <charconv>

namespace codes {

namespace {

// Compact, and refused rather than mended when a text is not UTF-8.
std::string written(const Json& json) {
    try {
        return json.dump();
    } catch (const Json::type_error&) {
        throw base::Error(_("This text holds characters that are not valid UTF-8, so it cannot be kept."));
    }
}

const char* name_of(Side side) {
    return side == Side::Professional ? "professional" : "client";
}

Json optional_time(const std::optional<base::Time>& time) {
    return time ? Json(time->microseconds) : Json();
}

Json json_of(const std::optional<Event>& event) {
    if (!event) return {};
    return {{"id", event->id.text}, {"at_us", event->at.microseconds},    {"end_us", optional_time(event->end)},
            {"code", event->code},  {"speaker", name_of(event->speaker)}, {"attributes", event->attributes},
            {"note", event->note}};
}

Json json_of(const std::optional<Utterance>& utterance) {
    if (!utterance) return {};
    return {{"id", utterance->id.text},
            {"from_us", utterance->span.from.microseconds},
            {"to_us", utterance->span.to.microseconds},
            {"speaker", name_of(utterance->speaker)}};
}

Json json_of(const std::optional<Tick>& tick) {
    if (!tick) return {};
    return {{"checklist", tick->checklist}, {"item", tick->item}, {"at_us", tick->at.microseconds}};
}

Json json_of(const std::optional<PhaseMark>& mark) {
    if (!mark) return {};
    return {{"at_us", mark->at.microseconds}, {"phase", mark->phase}};
}

Json json_of(const std::optional<Decision>& decision) {
    if (!decision) return {};
    return {{"first", decision->first.text},
            {"second", decision->second.text},
            {"first_code", decision->first_code},
            {"second_code", decision->second_code},
            {"choice", name_of(decision->choice)},
            {"code", decision->code},
            {"note", decision->note}};
}

Json json_of(const std::optional<Sources>& sources) {
    if (!sources) return {};
    return {{"first", sources->first.text},
            {"second", sources->second.text},
            {"tolerance_us", sources->tolerance.microseconds}};
}

// The seed is text: it has more digits than readers of JSON keep of a number.
Json json_of(const std::optional<Segment>& segment) {
    if (!segment) return {};
    return {{"from_us", segment->span.from.microseconds},
            {"to_us", segment->span.to.microseconds},
            {"seed", segment->seed ? Json(std::to_string(*segment->seed)) : Json()}};
}

Json json_of(const std::optional<int>& value) {
    return value ? Json(*value) : Json();
}

Json json_of(const std::vector<Moment>& moments) {
    Json list = Json::array();
    for (const Moment& moment : moments) {
        list.push_back({{"at_us", moment.at.microseconds},
                        {"quote", moment.quote},
                        {"comment", moment.comment},
                        {"alternative", moment.alternative}});
    }
    return list;
}

// Feedback without answers is written as before there were such questions: fingerprints of codings made then still fit.
Json json_of(const Feedback& feedback) {
    Json json = {{"strengths", json_of(feedback.strengths)},
                 {"focus", json_of(feedback.focus)},
                 {"next_step", feedback.next_step}};
    for (const auto& [question, most] : feedback.self_view) json["self_view"][question] = name_of(most);
    return json;
}

Json json_of(Purpose purpose) {
    return name_of(purpose);
}

Json json_of(const CodebookName& name) {
    return {{"key", name.key}, {"version", name.version}};
}

template <class T>
Json before_and_after(const char* name, const T& change) {
    return {{name, {{"before", json_of(change.before)}, {"after", json_of(change.after)}}}};
}

struct ChangeWriter {
    Json operator()(const EventChange& change) const { return before_and_after("event", change); }
    Json operator()(const FeedbackChange& change) const { return before_and_after("feedback", change); }
    Json operator()(const UtteranceChange& change) const { return before_and_after("utterance", change); }
    Json operator()(const TickChange& change) const { return before_and_after("tick", change); }
    Json operator()(const PhaseChange& change) const { return before_and_after("phase", change); }
    Json operator()(const SegmentChange& change) const { return before_and_after("segment", change); }
    Json operator()(const RatingChange& change) const {
        Json json = before_and_after("rating", change);
        json["rating"]["key"] = change.rating;
        return json;
    }
    Json operator()(const EvidenceChange& change) const {
        return {{"evidence",
                 {{"rating", change.rating},
                  {"event", change.event.text},
                  {"before", change.before},
                  {"after", change.after}}}};
    }
    Json operator()(const DecisionChange& change) const { return before_and_after("decision", change); }
    Json operator()(const SourcesChange& change) const { return before_and_after("sources", change); }
    Json operator()(const PurposeChange& change) const { return before_and_after("purpose", change); }
    Json operator()(const CodebookChange& change) const { return before_and_after("codebook", change); }
};

base::Time time_in(const Place& place, const char* name) {
    return base::microseconds(place.whole(name));
}

std::map<std::string, std::string> attributes_in(const Place& place) {
    if (!place.value().is_object()) place.refuse(_("an object {…} is expected here."));
    std::map<std::string, std::string> attributes;
    for (const auto& [key, value] : place.value().items()) attributes[key] = place.text(key.c_str());
    return attributes;
}

Side side_in(const Place& place) {
    const std::string speaker = place.text("speaker");
    if (speaker != "professional" && speaker != "client") place.at("speaker").refuse(_("this is no side."));
    return speaker == "client" ? Side::Client : Side::Professional;
}

Event event_in(const Place& event) {
    Event read;
    read.id.text = event.text("id");
    read.at = time_in(event, "at_us");
    if (event.has("end_us")) read.end = time_in(event, "end_us");
    read.code = event.text("code");
    read.speaker = side_in(event);
    read.attributes = attributes_in(event.at("attributes"));
    read.note = event.text("note");
    return read;
}

std::optional<int> value_in(const Place& place, const char* name) {
    if (!place.has(name)) return {};
    return place.whole_or(name, 0);
}

base::Span span_in(const Place& place) {
    return {time_in(place, "from_us"), time_in(place, "to_us")};
}

Utterance utterance_in(const Place& place) {
    return {{place.text("id")}, span_in(place), side_in(place)};
}

Tick tick_in(const Place& place) {
    return {place.text("checklist"), place.text("item"), time_in(place, "at_us")};
}

PhaseMark phase_in(const Place& place) {
    return {time_in(place, "at_us"), place.text("phase")};
}

Segment segment_in(const Place& place) {
    Segment segment{span_in(place), {}};
    if (!place.has("seed")) return segment;
    const std::string digits = place.text("seed");
    std::uint64_t seed = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size())
        place.at("seed").refuse(_("a whole number is expected here."));
    segment.seed = seed;
    return segment;
}

Decision decision_in(const Place& place) {
    return {{place.text("first")},
            {place.text("second")},
            place.text("first_code"),
            place.text("second_code"),
            choice_named(place.text("choice")),
            place.text("code"),
            place.text("note")};
}

Sources sources_in(const Place& place) {
    return {{place.text("first")}, {place.text("second")}, time_in(place, "tolerance_us")};
}

bool truth_in(const Place& place, const char* name) {
    const Place value = place.at(name);
    if (!value.value().is_boolean()) value.refuse(_("true or false is expected here."));
    return value.value().get<bool>();
}

std::vector<Moment> moments_in(const Place& place, const char* name) {
    std::vector<Moment> moments;
    place.each(name, [&](const Place& moment) {
        moments.push_back(
            {time_in(moment, "at_us"), moment.text("quote"), moment.text("comment"), moment.text("alternative")});
    });
    return moments;
}

std::map<std::string, Most> self_view_in(const Place& place) {
    std::map<std::string, Most> self_view;
    if (!place.has("self_view")) return self_view;  // written before there were such questions
    const Place answers = place.at("self_view");
    for (const auto& [question, ignored] : answers.value().items())
        self_view[question] = most_in(answers, question.c_str());
    return self_view;
}

Feedback feedback_in(const Place& place) {
    return {moments_in(place, "strengths"), moments_in(place, "focus"), place.text("next_step"), self_view_in(place)};
}

CodebookName codebook_name_in(const Place& place) {
    return {place.text("key"), place.text("version")};
}

template <class T>
ChangeOf<T> change_of(const Place& change, T (*read)(const Place&)) {
    const auto side = [&](const char* name) {
        return change.has(name) ? std::optional<T>(read(change.at(name))) : std::nullopt;
    };
    return {side("before"), side("after")};
}

Change change_in(const Place& place) {
    place.allow_only({"event", "rating", "feedback", "utterance", "evidence", "tick", "phase", "segment", "codebook",
                      "decision", "sources", "purpose"});
    if (place.has("event")) return change_of(place.at("event"), event_in);
    if (place.has("utterance")) return change_of(place.at("utterance"), utterance_in);
    if (place.has("tick")) return change_of(place.at("tick"), tick_in);
    if (place.has("phase")) return change_of(place.at("phase"), phase_in);
    if (place.has("segment")) return change_of(place.at("segment"), segment_in);
    if (place.has("decision")) return change_of(place.at("decision"), decision_in);
    if (place.has("sources")) return change_of(place.at("sources"), sources_in);
    if (place.has("purpose")) {
        const Place purpose = place.at("purpose");
        return PurposeChange{purpose_named(purpose.text("before")), purpose_named(purpose.text("after"))};
    }
    if (place.has("rating")) {
        const Place rating = place.at("rating");
        return RatingChange{rating.text("key"), value_in(rating, "before"), value_in(rating, "after")};
    }
    if (place.has("codebook")) {
        const Place codebook = place.at("codebook");
        return CodebookChange{codebook_name_in(codebook.at("before")), codebook_name_in(codebook.at("after"))};
    }
    if (place.has("evidence")) {
        const Place evidence = place.at("evidence");
        return EvidenceChange{evidence.text("rating"),
                              {evidence.text("event")},
                              truth_in(evidence, "before"),
                              truth_in(evidence, "after")};
    }
    const Place feedback = place.at("feedback");
    return FeedbackChange{feedback_in(feedback.at("before")), feedback_in(feedback.at("after"))};
}

}  // namespace

std::string to_json(const Edit& edit) {
    Json changes = Json::array();
    for (const Change& change : edit.changes) changes.push_back(std::visit(ChangeWriter{}, change));
    return written({{"what", edit.what}, {"changes", std::move(changes)}});
}

Edit edit_from_json(const std::string& json) {
    const Json document = parse_document(json, _("edit"));
    const Place top(document, _("edit"));
    Edit edit{top.text("what"), {}};
    top.each("changes", [&](const Place& place) { edit.changes.push_back(change_in(place)); });
    return edit;
}

std::string to_json(const Feedback& feedback) {
    return written(json_of(feedback));
}

Feedback feedback_from_json(const std::string& json) {
    const Json document = parse_document(json, _("feedback"));
    return feedback_in(Place(document, _("feedback")));
}

std::string to_json(const std::map<std::string, std::string>& attributes) {
    return written(Json(attributes));
}

std::map<std::string, std::string> attributes_from_json(const std::string& json) {
    if (json == "{}") return {};  // by far the most, in a coding of ten thousand events
    const Json document = parse_document(json, _("attributes"));
    return attributes_in(Place(document, _("attributes")));
}

}  // namespace codes
