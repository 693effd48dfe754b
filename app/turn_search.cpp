#include "app/turn_search.h"

#include "base/text.h"
#include "talk/cue_text.h"

#include <algorithm>

namespace app {
namespace {

std::size_t words_before(const std::string& text, std::size_t at) {
    return static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), ' '));
}

}  // namespace

const std::vector<SearchHit>& TurnSearch::hits(const std::vector<talk::Turn>& turns, std::uint64_t serial,
                                               const std::string& text) {
    const bool same_turns = is_folded_ && serial == serial_ && folded_.size() == turns.size();
    if (same_turns && text == text_) return hits_;
    const std::string wanted = base::folded(talk::with_single_blanks(text));
    hits_.clear();
    text_ = text;
    if (!wanted.empty()) {
        if (!same_turns) fold(turns);
        serial_ = serial;
        find(wanted);
    }
    return hits_;
}

// Once per state of the turns: 40 000 of them take a fifth of a second.
void TurnSearch::fold(const std::vector<talk::Turn>& turns) {
    folded_.clear();
    folded_.reserve(turns.size());
    for (const talk::Turn& turn : turns) folded_.push_back(base::folded(talk::with_single_blanks(turn.text)));
    is_folded_ = true;
}

void TurnSearch::find(const std::string& wanted) {
    for (std::size_t turn = 0; turn < folded_.size(); ++turn) {
        const std::string& text = folded_[turn];
        for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + wanted.size()))
            hits_.push_back({turn, words_before(text, at), words_before(text, at + wanted.size() - 1)});
    }
}

}  // namespace app
