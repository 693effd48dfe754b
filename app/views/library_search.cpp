#include "app/views/library_parts.h"
#include "base/text.h"

#include <algorithm>
#include <sstream>

namespace app {

namespace {

FoldedCard folded(const library::Conversation& conversation) {
    return {base::folded(conversation.trainee + " " + conversation.title + " " + conversation.date + " " +
                         conversation.change_goal + " " + conversation.remarks + " " + kind_text(conversation.kind)),
            base::folded(conversation.trainee), base::folded(conversation.title)};
}

std::vector<std::string> words_of(const std::string& search) {
    std::istringstream stream(search);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

bool has_every_word(const std::string& text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

// Empty ones last, whatever the order.
bool text_before(const std::string& a, const std::string& b) {
    if (a.empty() != b.empty()) return b.empty();
    return a < b;
}

void sort_shown(const Model& model, ShownCards& shown, SortBy sort) {
    const auto before = [&](std::size_t a, std::size_t b) {
        if (sort == SortBy::Trainee) return text_before(shown.folded[a].trainee, shown.folded[b].trainee);
        if (sort == SortBy::Title) return text_before(shown.folded[a].title, shown.folded[b].title);
        return model.cards[a].conversation.date > model.cards[b].conversation.date;
    };
    if (sort != SortBy::Newest)  // as the library gives them
        std::stable_sort(shown.cards.begin(), shown.cards.end(), before);
}

}  // namespace

void update_shown(const Model& model, LibraryState& state) {
    ShownCards& shown = state.shown;
    const bool same_cards = shown.is_known && shown.cards_serial == model.cards_serial;
    const bool same_hits = shown.is_known && shown.hits_serial == model.hits_serial;
    if (same_cards && same_hits && shown.search == state.search && shown.sort == state.sort &&
        shown.only_kept_too_long == state.only_kept_too_long)
        return;
    if (!same_cards) {
        shown.folded.clear();
        for (const ConversationCard& card : model.cards) shown.folded.push_back(folded(card.conversation));
        shown.kept_too_long =
            static_cast<int>(std::count_if(model.cards.begin(), model.cards.end(),
                                           [](const ConversationCard& card) { return card.is_kept_too_long; }));
        if (shown.kept_too_long == 0) state.only_kept_too_long = false;
    }
    if (!same_hits) {
        shown.with_hit.clear();
        for (const library::SearchHit& hit : model.transcript_hits) shown.with_hit.insert(hit.conversation);
    }
    shown.cards.clear();
    const std::vector<std::string> words = words_of(base::folded(state.search));
    for (std::size_t i = 0; i < model.cards.size(); ++i) {
        if (state.only_kept_too_long && !model.cards[i].is_kept_too_long) continue;
        if (has_every_word(shown.folded[i].words, words) || shown.with_hit.contains(model.cards[i].conversation.id))
            shown.cards.push_back(i);
    }
    sort_shown(model, shown, state.sort);
    shown.cards_serial = model.cards_serial;
    shown.search = state.search;
    shown.only_kept_too_long = state.only_kept_too_long;
    shown.hits_serial = model.hits_serial;
    shown.sort = state.sort;
    shown.is_known = true;
}

void ask_for_transcripts(LibraryState& state, Actions& actions) {
    if (state.asked_for == state.search) return;
    state.asked_for = state.search;
    actions.push_back(SearchTranscripts{state.search});
}

const library::SearchHit* first_hit(const Model& model, const base::Id& conversation) {
    for (const library::SearchHit& hit : model.transcript_hits)
        if (hit.conversation == conversation) return &hit;
    return nullptr;
}

// The transcript looks for what was found, since the words that were asked for may stand apart.
OpenAt open_at(const library::SearchHit& hit) {
    return {hit.conversation, hit.when, hit.snippet.substr(hit.match_from, hit.match_to - hit.match_from)};
}

const ConversationCard* selected_card(const Model& model, const LibraryState& state) {
    for (const ConversationCard& card : model.cards)
        if (card.conversation.id == state.selected) return &card;
    return nullptr;
}

void select_card(const Model& model, LibraryState& state, const base::Id& conversation, Actions& actions) {
    if (state.selected == conversation) return;
    keep_draft(model, state, actions);
    state.draft.reset();
    state.selected = conversation;
    state.scroll_to_selected = true;
    actions.push_back(ShowDetails{conversation});
}

bool has_same_words(const library::Conversation& a, const library::Conversation& b) {
    return a.trainee == b.trainee && a.title == b.title && a.date == b.date && a.kind == b.kind &&
           a.language == b.language && a.change_goal == b.change_goal && a.remarks == b.remarks;
}

void keep_draft(const Model& model, LibraryState& state, Actions& actions) {
    const ConversationCard* card = selected_card(model, state);
    if (card == nullptr || !state.draft || has_same_words(*state.draft, card->conversation)) return;
    if (!is_date(state.draft->date)) return;  // the panel says how to write it
    // Only what the panel edits: the rest may have changed meanwhile.
    library::Conversation changed = card->conversation;
    changed.trainee = state.draft->trainee;
    changed.title = state.draft->title;
    changed.date = state.draft->date;
    changed.kind = state.draft->kind;
    changed.language = state.draft->language;
    changed.change_goal = state.draft->change_goal;
    changed.remarks = state.draft->remarks;
    actions.push_back(UpdateConversation{changed});
}

}  // namespace app
