#include "talk/words.h"

#include <algorithm>

namespace talk {

namespace {

// Turns are by their beginning: one that began earlier and still goes on is found by looking back so far.
constexpr base::Time kLongestTurn = base::seconds(900);

bool speaks(const Turn& turn, Role role) {
    return !turn.text.empty() && (role == Role::Unknown || turn.role == Role::Unknown || turn.role == role);
}

base::Time moment_of(const Turn& turn, std::size_t byte) {
    if (turn.text.empty()) return turn.span.from;
    const double share = static_cast<double>(byte) / static_cast<double>(turn.text.size());
    return turn.span.from + base::seconds(turn.span.length().seconds() * share);
}

template <class Visit>
void for_each_near(const std::vector<Turn>& turns, base::Span span, Role role, Visit visit) {
    const auto by_time = [](const Turn& turn, base::Time at) { return turn.span.from < at; };
    auto turn = std::lower_bound(turns.begin(), turns.end(), span.from - kLongestTurn, by_time);
    for (; turn != turns.end() && turn->span.from <= span.to; ++turn)
        if (speaks(*turn, role)) visit(*turn);
}

void append(std::string& words, const std::string& more) {
    if (!words.empty() && !more.empty()) words += ' ';
    words += more;
}

std::string words_inside(const std::vector<Turn>& turns, base::Span span, Role role) {
    std::string words;
    for_each_near(turns, span, role, [&](const Turn& turn) { append(words, words_during(turn, span)); });
    return words;
}

std::string words_around(const std::vector<Turn>& turns, base::Time at, Role role) {
    std::string words;
    const Turn* heard_before = nullptr;
    for_each_near(turns, {at, at}, role, [&](const Turn& turn) {
        if (turn.span.contains(at))
            append(words, turn.text);
        else if (turn.span.to <= at && turn.span.to + kHeardBefore >= at &&
                 (heard_before == nullptr || heard_before->span.to <= turn.span.to))
            heard_before = &turn;
    });
    return words.empty() && heard_before != nullptr ? heard_before->text : words;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t from = text.find_first_not_of(' '); from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        words.push_back({from, to});
        from = text.find_first_not_of(' ', to);
    }
    return words;
}

base::Span time_of(const Turn& turn, Word bytes) {
    return {moment_of(turn, bytes.from), moment_of(turn, bytes.to)};
}

std::string words_during(const Turn& turn, base::Span span) {
    std::string text;
    if (turn.span.to <= span.from || turn.span.from >= span.to) return text;
    for (const Word& word : words_of(turn.text)) {
        const base::Span said = time_of(turn, word);
        const base::Time middle{said.from.microseconds + said.length().microseconds / 2};
        if (middle >= span.from && middle < span.to) append(text, turn.text.substr(word.from, word.to - word.from));
    }
    return text;
}

std::ptrdiff_t turn_begun_by(const std::vector<Turn>& turns, base::Time at) {
    const auto next = std::upper_bound(turns.begin(), turns.end(), at,
                                       [](base::Time time, const Turn& turn) { return time < turn.span.from; });
    return next - turns.begin() - 1;
}

std::string words_at(const std::vector<Turn>& turns, base::Span span, Role role) {
    if (span.from == span.to) return words_around(turns, span.from, role);
    std::string words = words_inside(turns, span, role);
    if (words.empty()) words = words_inside(turns, span, Role::Unknown);
    return words.empty() ? words_around(turns, span.from, role) : words;  // shorter than a word
}

}  // namespace talk
