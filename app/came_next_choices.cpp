#include "app/came_next_choices.h"

#include "app/next_words.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

// How far apart the two of a pair may be.
struct When {
    codes::PairKind kind = codes::PairKind::Next;
    int lag = 1;
    std::optional<base::Time> within = {};
};

const std::vector<When>& whens() {
    static const std::vector<When> all = [] {
        std::vector<When> made;
        for (int lag = 1; lag <= 5; ++lag) made.push_back({.lag = lag});
        for (const double seconds : {5, 10, 20, 30, 60}) made.push_back({.within = base::seconds(seconds)});
        made.push_back({.kind = codes::PairKind::Before});
        return made;
    }();
    return all;
}

std::string text_of(const When& when) {
    if (when.kind == codes::PairKind::Before) return _("before it was heard at all");
    if (when.within)
        return fmt::format(fmt::runtime(_("within {} s")), base::number(base::language(), when.within->seconds(), 0));
    return when.lag == 1 ? std::string(_("the next code")) : fmt::format(fmt::runtime(_("{} codes on")), when.lag);
}

// Codes in the order of the pad, then groups.
std::vector<std::string> keys_of(const codes::Codebook& codebook) {
    std::vector<std::string> keys;
    for (const codes::Code& code : codebook.codes) keys.push_back(code.key);
    for (const codes::Group& group : codebook.groups) keys.push_back(group.key);
    return keys;
}

std::vector<std::string> labels_for(const codes::Codebook& codebook) {
    std::vector<std::string> labels;
    for (const std::string& key : keys_of(codebook)) labels.push_back(label_of_key(codebook, key));
    return labels;
}

int place_of(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    if (keys.size() != 1) return -1;
    const auto all = keys_of(codebook);
    const auto found = std::find(all.begin(), all.end(), keys.front());
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

FieldChoices questions(const OpenConversationState& open, const AskedPair& asked) {
    FieldChoices choices;
    for (const codes::Pair& pair : open.pairs) choices.options.push_back(pair.label.in(base::language()));
    choices.options.emplace_back(_("Your own question"));
    choices.chosen = static_cast<int>(std::min(asked.question, open.pairs.size()));
    return choices;
}

FieldChoices givens(const OpenConversationState& open, const AskedPair& asked) {
    FieldChoices choices{labels_for(open.codebook), {}, place_of(open.codebook, asked.pair.given)};
    if (!asked.pair.after.empty()) choices.chosen = -1;
    choices.now = asked.pair.given.size() == 1 ? label_of_key(open.codebook, asked.pair.given.front())
                                               : labels_of(open.codebook, asked.pair.given);
    if (!asked.pair.after.empty())
        choices.now =
            fmt::format(fmt::runtime(_("{} (right after {})")), choices.now, names_of(open.codebook, asked.pair.after));
    return choices;
}

FieldChoices thens(const OpenConversationState& open, const AskedPair& asked) {
    FieldChoices choices;
    choices.options = labels_for(open.codebook);
    choices.options.insert(choices.options.begin(), _("whatever the other did"));
    const int place = place_of(open.codebook, asked.pair.then);
    choices.chosen = asked.pair.then.empty() ? 0 : place < 0 ? -1 : place + 1;
    choices.now = labels_of(open.codebook, asked.pair.then);
    return choices;
}

FieldChoices distances(const AskedPair& asked) {
    FieldChoices choices;
    for (const When& when : whens()) {
        if (when.kind == asked.pair.kind && when.lag == asked.pair.lag && when.within == asked.pair.within)
            choices.chosen = static_cast<int>(choices.options.size());
        choices.options.push_back(text_of(when));
    }
    choices.now = text_of({asked.pair.kind, asked.pair.lag, asked.pair.within});
    return choices;
}

FieldChoices codings(const OpenConversationState& open, const AskedPair& asked) {
    FieldChoices choices{{_("this coding")}, {}, asked.pools ? 1 : 0};
    const std::string& trainee = open.conversation.trainee;
    if (!trainee.empty()) choices.options.push_back(fmt::format(fmt::runtime(_("all conversations of {}")), trainee));
    choices.chosen = std::min(choices.chosen, static_cast<int>(choices.options.size()) - 1);
    return choices;
}

}  // namespace

void begin_asking(const OpenConversationState& open, AskedPair& asked) {
    const std::string now = open.codebook.key + " " + open.codebook.version;
    if (asked.codebook == now) return;
    asked = {};
    asked.codebook = now;
    if (open.pairs.empty())
        asked.pair.given = {open.codebook.codes.front().key};
    else
        asked.pair = open.pairs.front();
}

const char* name_of(NextField field) {
    switch (field) {
        case NextField::Question:
            return _("Question");
        case NextField::Given:
            return _("After");
        case NextField::Then:
            return _("Came");
        case NextField::When:
            return _("When");
        case NextField::Codings:
            return _("In");
    }
    return "";
}

FieldChoices choices_of(NextField field, const OpenConversationState& open, const AskedPair& asked) {
    FieldChoices choices;
    switch (field) {
        case NextField::Question:
            choices = questions(open, asked);
            break;
        case NextField::Given:
            choices = givens(open, asked);
            break;
        case NextField::Then:
            choices = thens(open, asked);
            break;
        case NextField::When:
            choices = distances(asked);
            break;
        case NextField::Codings:
            choices = codings(open, asked);
            break;
    }
    if (choices.chosen >= 0) choices.now = choices.options[static_cast<std::size_t>(choices.chosen)];
    return choices;
}

void choose(NextField field, int option, const OpenConversationState& open, AskedPair& asked) {
    const auto at = static_cast<std::size_t>(option);
    if (field == NextField::Codings) {
        asked.pools = option > 0;
        return;
    }
    if (field == NextField::Question && at < open.pairs.size()) {
        asked.pair = open.pairs[at];
        asked.question = at;
        return;
    }
    asked.question = open.pairs.size();
    asked.pair.key.clear();
    asked.pair.label = {};
    const auto keys = keys_of(open.codebook);
    if (field == NextField::Given) {
        asked.pair.given = {keys[at]};
        asked.pair.after.clear();
    } else if (field == NextField::Then) {
        asked.pair.then.clear();
        if (option > 0) asked.pair.then = {keys[at - 1]};
    } else if (field == NextField::When) {
        const When& when = whens()[at];
        asked.pair.kind = when.kind;
        asked.pair.lag = when.lag;
        asked.pair.within = when.within;
    }
    // "Before it was heard" says of what.
    if (asked.pair.kind == codes::PairKind::Before) asked.pair.after.clear();
    if (asked.pair.kind == codes::PairKind::Before && asked.pair.then.empty()) asked.pair.kind = codes::PairKind::Next;
}

void step_choice(NextField field, int step, const OpenConversationState& open, AskedPair& asked) {
    const FieldChoices choices = choices_of(field, open, asked);
    const int last = static_cast<int>(choices.options.size()) - 1;
    const int option = std::clamp(choices.chosen < 0 ? 0 : choices.chosen + step, 0, last);
    if (option != choices.chosen) choose(field, option, open, asked);
}

const WhatCameNext& KeptAnswer::of(const OpenConversationState& open, const AskedPair& asked) {
    const Basis now{open.coding.id,   open.coding_serial, open.turns_serial, open.others_serial,
                    base::language(), asked.pair,         asked.pools};
    if (now == basis_) return answer_;
    std::vector<AskedCoding> codings = {{&open.coding, {}, &open.turns}};
    if (asked.pools)
        for (const OtherCoding& other : open.others) codings.push_back({&other.coding, other.conversation});
    answer_ = what_came_next(open.codebook, asked.pair, codings);
    const auto older = std::count_if(codings.begin(), codings.end(), [&](const AskedCoding& one) {
        return one.coding->codebook_version != open.coding.codebook_version;
    });
    if (older > 0)
        answer_.certainty +=
            " " + fmt::format(fmt::runtime(_("Codings with another version of the codebook: {}.")), older);
    basis_ = now;
    return answer_;
}

}  // namespace app
