#include "app/goal_words.h"

#include "base/i18n.h"

#include <cmath>
#include <fmt/format.h>
#include <map>

namespace app {

namespace {

std::string whole(double value) {
    return base::number(base::language(), value, value == std::round(value) ? 0 : 1);
}

std::string aim_text(const codes::Goal& goal) {
    const auto count = static_cast<unsigned long>(goal.conversations);
    const std::string where = fmt::format(fmt::runtime(base::translate(base::language(), "in the next conversation",
                                                                       "in the next {} conversations", count)),
                                          goal.conversations);
    std::string text = target_text(goal) + ", " + where;
    if (!goal.until.empty()) text += ", " + fmt::format(fmt::runtime(_("until {}")), goal.until);
    return text;
}

std::string outcome_text(const codes::Goal& goal, const analysis::GoalCheck& check) {
    if (!goal.checks_itself()) return _("In words: see together whether it was kept.");
    if (check.kept) return _("Kept");
    if (check.points.empty()) return _("Not yet: no conversation was coded since.");
    return fmt::format(fmt::runtime(_("Not yet: kept in {} of {}.")), check.met, goal.conversations);
}

std::string point_text(const codes::Goal& goal, const analysis::GoalPoint& point) {
    const codes::Measure measure = goal.measure();
    std::string value = value_text(measure, point.value.value);
    if (point.value.denominator)
        value = fmt::format(fmt::runtime(_("{} of {}")), whole(point.value.numerator.value_or(0)),
                            whole(*point.value.denominator)) +
                " (" + value + ")";
    const char* verdict = !point.met ? _("nothing to go by") : *point.met ? _("kept") : _("not kept");
    return fmt::format("{}  {}: {}", point.day, value, verdict);
}

// The codings by each codebook that a goal is about, read once.
class FollowedGoals {
public:
    explicit FollowedGoals(library::Library& library) : library_(library) {}

    const TrendData* by(const std::string& codebook) {
        if (data_.empty())
            for (const codes::Codebook& book : library_.codebooks()) books_.emplace(book.key, book);
        const auto book = books_.find(codebook);
        if (book == books_.end()) return nullptr;
        const auto [known, is_new] = data_.try_emplace(codebook);
        if (is_new) known->second = trend_data(library_, book->second);
        return &known->second;
    }

private:
    library::Library& library_;
    std::map<std::string, codes::Codebook> books_;
    std::map<std::string, TrendData> data_;
};

analysis::GoalCheck checked(const codes::Goal& goal, FollowedGoals& followed) {
    const TrendData* data = goal.checks_itself() ? followed.by(goal.codebook_key) : nullptr;
    if (data == nullptr) return {};
    return analysis::check_goal(goal, data->counted, [data](const std::string& version) {
        const auto found = data->versions.find(version);
        return found == data->versions.end() ? nullptr : &found->second;
    });
}

}  // namespace

std::string goal_day(const library::Conversation& conversation) {
    const std::string day = conversation.date.substr(0, 10);
    return base::parse_iso8601(day) ? day : base::to_iso8601(base::now()).substr(0, 10);
}

std::string target_text(const codes::Goal& goal) {
    return fmt::format(
        fmt::runtime(goal.direction == codes::GoalDirection::AtLeast ? _("at least {}") : _("at most {}")),
        value_text(goal.measure(), goal.target));
}

std::vector<GoalState> goal_states(library::Library& library, const std::string& person) {
    std::vector<GoalState> states;
    FollowedGoals followed(library);
    for (codes::Goal& goal : library.goals().all()) {
        if (!person.empty() && goal.person != person) continue;
        GoalState& state = states.emplace_back(GoalState{std::move(goal), {}, "", "", {}});
        try {
            state.check = checked(state.goal, followed);
            state.outcome = outcome_text(state.goal, state.check);
        } catch (const analysis::FormulaMistake& mistake) {
            state.outcome = mistake.why();
        }
        if (state.goal.checks_itself()) state.aim = aim_text(state.goal);
        for (const analysis::GoalPoint& point : state.check.points)
            state.points.push_back(point_text(state.goal, point));
    }
    return states;
}

}  // namespace app
