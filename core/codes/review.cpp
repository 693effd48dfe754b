#include "codes/review.h"

#include "codes/document.h"

#include <algorithm>

namespace codes {

namespace {

template <class Parts, class Given>
int not_given(const Parts& parts, const Given& given) {
    return static_cast<int>(
        std::count_if(parts.begin(), parts.end(), [&](const auto& part) { return given.count(part.key) == 0; }));
}

Json json_of(const std::optional<base::Time>& at) {
    return at ? Json(at->microseconds) : Json();
}

std::optional<base::Time> moment_in(const Place& place, const char* name) {
    if (!place.has(name)) return {};
    const base::Time at{place.whole(name)};
    if (at < base::Time{}) place.at(name).refuse(_("a moment of the conversation is expected here."));
    return at;
}

}  // namespace

Missing missing_in(const Review& review, const Codebook& codebook, int own_codes) {
    return {.questions = not_given(codebook.self_questions, review.answers),
            .moments = (review.content_with ? 0 : 1) + (review.would_change ? 0 : 1),
            .estimates = not_given(codebook.self_estimates, review.estimates),
            .own_codes = own_codes == 0};
}

std::string to_json(const Review& review) {
    Json json = {{"id", review.id.text},
                 {"conversation", review.conversation.text},
                 {"trainee", review.trainee},
                 {"codebook_key", review.codebook_key},
                 {"codebook_version", review.codebook_version},
                 {"answers", Json::object()},
                 {"content_with_us", json_of(review.content_with)},
                 {"would_change_us", json_of(review.would_change)},
                 {"estimates", review.estimates},
                 {"own_coding", review.own_coding.text},
                 {"unlocked_ms", review.unlocked ? Json(review.unlocked->milliseconds) : Json()},
                 {"is_shared", review.is_shared},
                 {"focus", review.focus},
                 {"agenda", review.agenda},
                 {"changed_ms", review.changed.milliseconds},
                 {"revision", review.revision}};
    for (const auto& [question, most] : review.answers) json["answers"][question] = name_of(most);
    return json.dump();
}

Review review_from_json(const std::string& json) {
    const Json document = parse_document(json, _("own view"));
    const Place top(document, _("own view"));
    Review review;
    review.id = {top.text("id")};
    review.conversation = {top.text("conversation")};
    review.trainee = top.text("trainee");
    review.codebook_key = top.text("codebook_key");
    review.codebook_version = top.text("codebook_version");
    const Place answers = top.at("answers");
    for (const auto& [question, ignored] : answers.value().items())
        review.answers[question] = most_in(answers, question.c_str());
    review.content_with = moment_in(top, "content_with_us");
    review.would_change = moment_in(top, "would_change_us");
    const Place estimates = top.at("estimates");
    for (const auto& [key, ignored] : estimates.value().items())
        review.estimates[key] = estimates.at(key.c_str()).number();
    review.own_coding = {top.text("own_coding")};
    if (top.has("unlocked_ms")) review.unlocked = base::Timestamp{top.whole("unlocked_ms")};
    review.is_shared = top.flag_or("is_shared", false);
    review.focus = top.text("focus");
    review.agenda = top.texts("agenda");
    review.changed = {top.whole("changed_ms")};
    review.revision = top.whole_or("revision", 0);
    return review;
}

}  // namespace codes
