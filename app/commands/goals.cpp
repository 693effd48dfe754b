// terugblik goals: what trainees work on, and whether the next codings kept it; set-goal: one goal more.
#include "app/commands/find.h"
#include "app/goal_words.h"
#include "base/text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace commands {

namespace {

struct GoalsArguments {
    std::string person;
};
struct NewGoal {
    std::string conversation, text, measure, formula, per, codebook, at_least, at_most, until;
    std::string conversations = "2", author;
};

Json json_of(const app::GoalState& state) {
    Json points = Json::array();
    for (const analysis::GoalPoint& point : state.check.points)
        points.push_back({{"day", point.day},
                          {"value", point.value.value ? Json(*point.value.value) : Json()},
                          {"met", point.met ? Json(*point.met) : Json()}});
    const codes::Goal& goal = state.goal;
    return {{"goal", goal.id.text},
            {"conversation", goal.conversation.text},
            {"person", goal.person},
            {"text", goal.text},
            {"codebook", goal.codebook_key},
            {"numerator", goal.numerator},
            {"denominator", goal.denominator},
            {"direction", goal.direction == codes::GoalDirection::AtLeast ? "at_least" : "at_most"},
            {"target", goal.checks_itself() ? Json(goal.target) : Json()},
            {"conversations", goal.conversations},
            {"set_on", goal.set_on},
            {"until", goal.until},
            {"checks_itself", goal.checks_itself()},
            {"kept", goal.checks_itself() ? Json(state.check.kept) : Json()},
            {"met", state.check.met},
            {"points", points}};
}

Answer goals(const Common& common, const GoalsArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    Answer answer;
    answer.json = {{"goals", Json::array()}};
    for (const app::GoalState& state : app::goal_states(library, arguments.person)) {
        answer.json["goals"].push_back(json_of(state));
        answer.text += fmt::format("{}  {}: {}\n", state.goal.set_on, state.goal.person, state.goal.text);
        if (!state.aim.empty()) answer.text += "  " + state.aim + "\n";
        for (const std::string& point : state.points) answer.text += "  " + point + "\n";
        answer.text += "  " + state.outcome + "\n";
    }
    if (answer.text.empty()) answer.text = std::string(_("No goal was set yet.")) + "\n";
    return answer;
}

// "80 %", "0.8".
double target_in(const std::string& text) {
    std::string_view digits = base::trimmed(text);
    const bool is_percentage = !digits.empty() && digits.back() == '%';
    if (is_percentage) digits = base::trimmed(digits.substr(0, digits.size() - 1));
    double value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
        throw UsageError(fmt::format(fmt::runtime(_("“{}” is not a number such as 0.8 or 80%.")), text));
    return is_percentage ? value / 100 : value;
}

const codes::Measure& measure_named(const codes::Codebook& codebook, const std::string& key) {
    for (const codes::Measure& measure : codebook.measures)
        if (measure.key == key) return measure;
    throw base::Error(fmt::format(fmt::runtime(_("“{}”: the codebook {} has no such measure.")), key, codebook.key));
}

void take_formula(codes::Goal& goal, const NewGoal& asked, library::Library& library) {
    if (asked.measure.empty() && asked.formula.empty()) return;
    if (asked.at_least.empty() == asked.at_most.empty())
        throw UsageError(_("Say what the goal is to reach: --at-least or --at-most."));
    const codes::Codebook codebook =
        find_codebook(library, asked.codebook.empty() ? codes::kDefaultCodebook : asked.codebook);
    goal.codebook_key = codebook.key;
    if (asked.measure.empty()) {
        goal.numerator = asked.formula;
        goal.denominator = asked.per;
        goal.format = asked.per.empty() ? codes::MeasureFormat::Count : codes::MeasureFormat::Percentage;
    } else {
        const codes::Measure& measure = measure_named(codebook, asked.measure);
        goal.numerator = measure.numerator;
        goal.denominator = measure.denominator;
        goal.format = measure.format;
    }
    goal.direction = asked.at_least.empty() ? codes::GoalDirection::AtMost : codes::GoalDirection::AtLeast;
    goal.target = target_in(asked.at_least.empty() ? asked.at_most : asked.at_least);
    if (!analysis::can_be_checked(goal, codebook))
        throw base::Error(
            _("This formula needs more than counts, ratings and talk time, so the next codings cannot check it."));
}

Answer set_goal(const Common& common, const NewGoal& asked) {
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation talk = find_conversation(library, asked.conversation);
    codes::Goal goal;
    goal.id = base::make_id();
    goal.conversation = talk.id;
    goal.person = talk.trainee;
    goal.text = asked.text;
    goal.author = asked.author.empty() ? talk.trainee : asked.author;
    goal.set_on = app::goal_day(talk);
    goal.until = asked.until;
    const char* end = asked.conversations.data() + asked.conversations.size();
    if (std::from_chars(asked.conversations.data(), end, goal.conversations).ptr != end)
        throw UsageError(fmt::format(fmt::runtime(_("“{}” is not a number of conversations.")), asked.conversations));
    take_formula(goal, asked, library);
    goal = library.goals().put(goal);
    Answer answer;
    for (const app::GoalState& state : app::goal_states(library, talk.trainee)) {
        if (state.goal.id != goal.id) continue;
        answer.json = json_of(state);
        answer.text = fmt::format("{}: {}\n", goal.text, state.aim.empty() ? state.outcome : state.aim);
    }
    return answer;
}

}  // namespace

void add_goals(Menu& menu) {
    const auto arguments = std::make_shared<GoalsArguments>();
    menu.add("goals", _("What trainees work on, and whether their next codings kept it"),
             [arguments](const Common& common) { return goals(common, *arguments); })
        .option("--person", arguments->person, _("only this trainee"));
}

void add_set_goal(Menu& menu) {
    const auto asked = std::make_shared<NewGoal>();
    menu.add("set-goal", _("Sets a goal after a conversation; the next codings check it"),
             [asked](const Common& common) { return set_goal(common, *asked); })
        .argument("conversation", asked->conversation, _("id or title"), Need::Required)
        .option("--text", asked->text, _("the goal in words"), Need::Required)
        .option("--measure", asked->measure, _("the key of a measure of the codebook"))
        .option("--formula", asked->formula, _("or a formula of your own over its codes and groups"))
        .option("--per", asked->per, _("what that is divided by"))
        .option("--codebook", asked->codebook, _("the codebook's key"))
        .option("--at-least", asked->at_least, _("0.8 or 80%"))
        .option("--at-most", asked->at_most, _("0.2 or 20%"))
        .option("--conversations", asked->conversations, _("in how many of the next; 2 unless you say so"))
        .option("--until", asked->until, _("a day, such as 2026-11-30"))
        .option("--author", asked->author, _("who set it; the trainee unless you say so"));
}

}  // namespace commands
