#include "codes/goal.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>

namespace codes {

namespace {

using Json = nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(MeasureFormat, {{MeasureFormat::Percentage, "percentage"},
                                             {MeasureFormat::Ratio, "ratio"},
                                             {MeasureFormat::Count, "count"},
                                             {MeasureFormat::Mean, "mean"}})
NLOHMANN_JSON_SERIALIZE_ENUM(GoalDirection, {{GoalDirection::AtLeast, "at_least"}, {GoalDirection::AtMost, "at_most"}})

constexpr const char* kKey = "goal";

bool is_day(const std::string& date) {
    return date.size() == 10 && base::parse_iso8601(date).has_value();
}

}  // namespace

Measure Goal::measure() const {
    Measure measure;
    measure.key = kKey;
    measure.label = {text, text};
    measure.format = format;
    measure.numerator = numerator;
    measure.denominator = denominator;
    measure.better = direction == GoalDirection::AtLeast ? Better::Higher : Better::Lower;
    return measure;
}

void check(const Goal& goal) {
    if (!goal.id || !goal.conversation) throw base::Error(_("A goal needs an id and a conversation."));
    if (goal.text.empty()) throw base::Error(_("A goal is said in words: fill in what to work on."));
    if (!is_day(goal.set_on)) throw base::Error(_("A goal needs the day on which it was set."));
    if (!goal.until.empty() && !is_day(goal.until))
        throw base::Error(_("The date of a goal is a day, such as 2026-11-30."));
    if (!std::isfinite(goal.target)) throw base::Error(_("The target of a goal is a number."));
    if (goal.conversations < 1 || goal.conversations > kMostGoalConversations)
        throw base::Error(_("A goal is about one to twenty conversations."));
    if (goal.checks_itself() && goal.denominator.empty() != (goal.format == MeasureFormat::Count))
        throw base::Error(_("The formula of a goal needs something to divide by, unless it is a count."));
}

bool is_later(const Goal& a, const Goal& b) {
    if (a.revision != b.revision || a.changed != b.changed)
        return std::tie(a.revision, a.changed) > std::tie(b.revision, b.changed);
    return to_json(a) > to_json(b);
}

std::string to_json(const Goal& goal) {
    return Json{{"id", goal.id.text},
                {"conversation", goal.conversation.text},
                {"person", goal.person},
                {"text", goal.text},
                {"codebook", goal.codebook_key},
                {"numerator", goal.numerator},
                {"denominator", goal.denominator},
                {"format", goal.format},
                {"direction", goal.direction},
                {"target", goal.target},
                {"conversations", goal.conversations},
                {"set_on", goal.set_on},
                {"until", goal.until},
                {"author", goal.author},
                {"changed_ms", goal.changed.milliseconds},
                {"revision", goal.revision},
                {"removed", goal.removed}}
        .dump();
}

Goal goal_from_json(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        Goal goal;
        goal.id.text = json.at("id");
        goal.conversation.text = json.at("conversation");
        goal.person = json.at("person");
        goal.text = json.at("text");
        goal.codebook_key = json.at("codebook");
        goal.numerator = json.at("numerator");
        goal.denominator = json.at("denominator");
        goal.format = json.at("format");
        goal.direction = json.at("direction");
        goal.target = json.at("target");
        goal.conversations = json.at("conversations");
        goal.set_on = json.at("set_on");
        goal.until = json.at("until");
        goal.author = json.at("author");
        goal.changed.milliseconds = json.at("changed_ms");
        goal.revision = json.at("revision");
        goal.removed = json.at("removed");
        return goal;
    } catch (const Json::exception&) {
        throw base::Error(_("A goal cannot be read: it is not as this program writes it."));
    }
}

}  // namespace codes
