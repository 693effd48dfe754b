#include "talk/words.h"

#include <algorithm>

namespace talk {

namespace {

bool speaks(const Turn& turn, Role role) {
    return !turn.text.empty() && (role == Role::Unknown || turn.role == role);
}

bool reaches_into(const Turn& turn, base::Span span) {
    if (span.to == span.from) return turn.span.from <= span.from && span.from < turn.span.to;
    return turn.span.from < span.to && span.from < turn.span.to;
}

}  // namespace

std::string words_at(const std::vector<Turn>& turns, base::Span span, Role role) {
    const auto after = std::upper_bound(turns.begin(), turns.end(), span.to,
                                        [](base::Time at, const Turn& turn) { return at < turn.span.from; });
    std::string words;
    const Turn* heard_before = nullptr;
    for (auto turn = turns.begin(); turn != after; ++turn) {
        if (!speaks(*turn, role)) continue;
        if (reaches_into(*turn, span)) {
            if (!words.empty()) words += ' ';
            words += turn->text;
        } else if (turn->span.to <= span.from && turn->span.to + kHeardBefore >= span.from &&
                   (heard_before == nullptr || heard_before->span.to <= turn->span.to)) {
            heard_before = &*turn;
        }
    }
    return words.empty() && heard_before != nullptr ? heard_before->text : words;
}

}  // namespace talk
