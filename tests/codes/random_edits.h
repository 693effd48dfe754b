// Edits of every kind, at random, that fit the coding they are made for.
#pragma once

#include "codes/edits.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

namespace samples {

inline codes::Event event(double seconds, const std::string& code = "open_question") {
    codes::Event event;
    event.id = base::make_id();
    event.at = base::seconds(seconds);
    event.code = code;
    return event;
}

class RandomEdits {
public:
    explicit RandomEdits(std::mt19937& random) : random_(random) {}

    codes::Edit next(const codes::Coding& coding) {
        namespace edits = codes::edits;
        switch (below(18)) {
            case 0:
                return edits::rated(coding, a_rating(), below(4) == 0 ? std::nullopt : std::optional(below(5)));
            case 1:
                return edits::wrote(coding, more(coding.feedback));
            case 2:
                return edits::ticked(coding, {"list", "item" + std::to_string(below(4)), base::seconds(below(60))});
            case 3:
                return coding.ticks.empty() ? edits::added(any_event()) : edits::unticked(any(coding.ticks));
            case 4:
                return edits::marked(coding, {base::seconds(below(20)), below(3) == 0 ? "" : "focus"});
            case 5:
                if (coding.phases.empty()) return edits::added(any_event());
                return below(2) == 0 ? edits::unmarked(any(coding.phases))
                                     : edits::moved(coding, any(coding.phases), base::seconds(20 + below(20)));
            case 6:
                return edits::limited(coding, below(3) == 0 ? std::nullopt : std::optional(any_segment()));
            case 7:
                return edits::added(std::vector<codes::Utterance>{any_utterance(), any_utterance(), any_utterance()});
            case 8:
                return coding.utterances.empty() ? edits::added(any_event()) : with_an_utterance(coding);
            case 9:
                return coding.events.empty() ? edits::added(any_event())
                                             : edits::tied(coding, a_rating(), any(coding.events).id);
            case 10:
                return coding.evidence.empty() ? edits::added(any_event())
                                               : edits::untied(coding, coding.evidence.begin()->first,
                                                               any(coding.evidence.begin()->second));
            case 11:
                return edits::deleted(coding, some(coding.events));
            case 12:
                return coding.events.empty() ? edits::added(any_event()) : a_decision(coding);
            case 13:
                return below(2) == 0 ? edits::meant(coding, static_cast<codes::Purpose>(below(5)))
                                     : edits::added(any_event());
            default:
                return several(coding);
        }
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    template <class T>
    const T& any(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }
    codes::Event any_event() {
        codes::Event made = event(below(20), "code" + std::to_string(below(4)));
        if (below(3) == 0) made.end = made.at + base::seconds(below(5));
        if (below(3) == 0) made.attributes["strength"] = std::to_string(below(3));
        if (below(3) == 0) made.note = "ja, maar \"…\"\n" + std::to_string(below(1000));
        made.speaker = any_side();
        return made;
    }

private:
    codes::Side any_side() { return below(2) == 0 ? codes::Side::Client : codes::Side::Professional; }
    std::string a_rating() { return "rating" + std::to_string(below(3)); }
    codes::Utterance any_utterance() {
        const base::Time from = base::seconds(below(20));
        return {base::make_id(), {from, from + base::seconds(below(5))}, any_side()};
    }
    codes::Segment any_segment() {
        codes::Segment segment{{base::seconds(below(20)), base::seconds(20 + below(20))}, {}};
        if (below(2) == 0) segment.seed = std::uint64_t{random_()} << 33 | random_();
        return segment;
    }
    codes::Edit a_decision(const codes::Coding& coding) {
        codes::Decision decision{any(coding.events).id, {}, "code1", "", codes::Choice::Neither, "", "nee, \"want\"…"};
        if (below(2) == 0) {
            decision.choice = codes::Choice::Other;
            decision.code = "code2";
        }
        for (const codes::Decision& standing : coding.decisions)
            if (standing.first == decision.first)
                return {"decided",
                        {codes::DecisionChange{standing, below(2) == 0 ? std::nullopt : std::optional(decision)}}};
        return {"decided", {codes::DecisionChange{std::nullopt, decision}}};
    }
    codes::Feedback more(codes::Feedback feedback) {
        feedback.next_step += "…é";
        if (below(2) == 0) feedback.strengths.push_back({base::seconds(below(60)), "“ja”", "goed", ""});
        feedback.self_view["question" + std::to_string(below(3))] = static_cast<codes::Most>(below(3));
        return feedback;
    }
    template <class T>
    std::vector<T> some(const std::vector<T>& values) {
        std::vector<T> chosen;
        std::sample(values.begin(), values.end(), std::back_inserter(chosen), 1 + below(12), random_);
        return chosen;
    }
    codes::Edit with_an_utterance(const codes::Coding& coding) {
        const codes::Utterance utterance = any(coding.utterances);
        codes::Utterance after = any_utterance();
        after.id = utterance.id;
        switch (below(3)) {
            case 0:
                return codes::edits::coded(utterance, any_event());
            case 1:
                return codes::edits::changed(coding, utterance, after);
            default:
                return codes::edits::deleted(some(coding.utterances));
        }
    }
    codes::Edit several(const codes::Coding& coding) {
        codes::Edit edit{"changed", {}};
        for (const codes::Event& one : some(coding.events)) {
            if (below(5) == 0) {
                const codes::Edit gone = codes::edits::deleted(coding, {one});
                edit.changes.insert(edit.changes.end(), gone.changes.begin(), gone.changes.end());
            } else {
                codes::Event after = any_event();
                after.id = one.id;
                edit.changes.emplace_back(codes::EventChange{one, after});
            }
            if (below(5) == 0) edit.changes.emplace_back(codes::EventChange{std::nullopt, any_event()});
        }
        return edit;
    }

    std::mt19937& random_;
};

}  // namespace samples
