#include "app/reaction_time.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>

namespace app {

namespace {

constexpr std::size_t kMostMoves = 40;                // older habits are forgotten
constexpr base::Time kSameMoment = base::seconds(5);  // moved further: it was put at other words
constexpr base::Time kWorthSaying = base::milliseconds(100);
constexpr base::Time kStep = base::milliseconds(50);  // as the setting goes
constexpr base::Time kLongest = base::seconds(3);

base::Time quantile(const std::vector<base::Time>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double rest = place - static_cast<double>(below);
    return base::seconds(sorted[below].seconds() * (1 - rest) + sorted[above].seconds() * rest);
}

}  // namespace

void ReactionTime::dropped(const base::Id& event, base::Time at, double speed) {
    drops_[event] = {at, speed};
}

void ReactionTime::moved(const base::Id& event, base::Time to) {
    const auto drop = drops_.find(event);
    if (drop == drops_.end()) return;
    const base::Time by = to - drop->second.at;
    if (by == base::Time{} || std::abs(by.microseconds) > kSameMoment.microseconds) {
        moves_.erase(event);  // put back, or put at something else
        return;
    }
    moves_[event] = base::seconds(by.seconds() / drop->second.speed);
    if (moves_.size() > kMostMoves) moves_.erase(moves_.begin());
}

std::optional<base::Time> ReactionTime::better_than(base::Time now) const {
    if (moves_.size() < kEnoughMoves) return {};
    std::vector<base::Time> sorted;
    for (const auto& [event, by] : moves_) sorted.push_back(by);
    std::sort(sorted.begin(), sorted.end());
    const base::Time median = quantile(sorted, 0.5);
    const base::Time spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    if (std::abs(median.microseconds) < kWorthSaying.microseconds) return {};
    if (spread.microseconds > 2 * std::abs(median.microseconds)) return {};
    const double steps = std::round((now - median).seconds() / kStep.seconds());
    const base::Time better = std::clamp(base::seconds(steps * kStep.seconds()), base::Time{}, kLongest);
    return better == now ? std::nullopt : std::optional<base::Time>(better);
}

void ReactionTime::forget() {
    moves_.clear();
}

std::string ReactionTime::to_text() const {
    std::string text;
    for (const auto& [event, by] : moves_) text += fmt::format("{} {}\n", event.text, by.microseconds);
    return text;
}

ReactionTime ReactionTime::from_text(const std::string& text) {
    ReactionTime read;
    std::istringstream lines(text);
    base::Id event;
    base::Time by;
    while (lines >> event.text >> by.microseconds)
        if (std::abs(by.microseconds) <= kSameMoment.microseconds) read.moves_[event] = by;
    return read;
}

}  // namespace app
