// What a coach did, as a value that can be turned round. An edit is one step of undo: all its changes happen, or none.
// The library writes each edit with the change itself, so undo survives a restart and the list is the audit trail.
#pragma once

#include "codes/coding.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace codes {

// before empty: added; after empty: deleted; both: changed. An event and an utterance are known by their id, a tick by
// its checklist and item, a phase mark by its moment, a decision by the two events: those stay the same in a change.
template <class T>
struct ChangeOf {
    std::optional<T> before;
    std::optional<T> after;

    bool operator==(const ChangeOf&) const = default;
};
using EventChange = ChangeOf<Event>;
using UtteranceChange = ChangeOf<Utterance>;
using TickChange = ChangeOf<Tick>;
using PhaseChange = ChangeOf<PhaseMark>;
using SegmentChange = ChangeOf<Segment>;  // nothing: the whole conversation
using DecisionChange = ChangeOf<Decision>;
using SourcesChange = ChangeOf<Sources>;
struct RatingChange {
    std::string rating;
    std::optional<int> before;
    std::optional<int> after;

    bool operator==(const RatingChange&) const = default;
};
struct FeedbackChange {
    Feedback before;
    Feedback after;

    bool operator==(const FeedbackChange&) const = default;
};
// Whether a rating rests on an event.
struct EvidenceChange {
    std::string rating;
    base::Id event;
    bool before = false;
    bool after = true;

    bool operator==(const EvidenceChange&) const = default;
};
// The coding goes on with another codebook, which the library holds already.
struct CodebookName {
    std::string key;
    std::string version;

    bool operator==(const CodebookName&) const = default;
};
struct CodebookChange {
    CodebookName before;
    CodebookName after;

    bool operator==(const CodebookChange&) const = default;
};
// What the coding is for, e.g. gold.
struct PurposeChange {
    Purpose before = Purpose::Feedback;
    Purpose after = Purpose::Gold;

    bool operator==(const PurposeChange&) const = default;
};
using Change = std::variant<EventChange, RatingChange, FeedbackChange, UtteranceChange, EvidenceChange, TickChange,
                            PhaseChange, SegmentChange, CodebookChange, DecisionChange, SourcesChange, PurposeChange>;

struct Edit {
    std::string what;  // one of the verbs below; translated when shown
    std::vector<Change> changes;

    bool operator==(const Edit&) const = default;
};

// Each throws base::Error when no coding can hold this: no id or name, before the beginning, ending before it begins.
void check(const Event& event);
void check(const Utterance& utterance);
void check(const Tick& tick);
void check(const PhaseMark& mark);
void check(const Segment& segment);
void check(const Decision& decision);
void check(const Sources& sources);
// What apply() throws when the coding is not in the state the edit starts from, and when a rating would rest on an
// event that is not there.
[[noreturn]] void refuse_stale_edit();
[[noreturn]] void refuse_lost_evidence();

Edit inverse(const Edit& edit);
// Throws base::Error when the coding is not in the state the edit starts from; the coding is then unchanged.
void apply(Coding& coding, const Edit& edit);

namespace edits {
Edit added(const Event& event);
Edit deleted(const Coding& coding, const std::vector<Event>& events);  // they stop being evidence
Edit changed(const Event& before, const Event& after);
Edit changed(const std::vector<EventChange>& changes);
Edit rated(const Coding& coding, const std::string& rating, std::optional<int> value);
Edit wrote(const Coding& coding, const Feedback& feedback);
Edit begun(const Coding& coding);  // all that it holds, put into an empty one

Edit added(const std::vector<Utterance>& utterances);
Edit deleted(const std::vector<Utterance>& utterances);                               // codes that they have stay
Edit changed(const Coding& coding, const Utterance& before, const Utterance& after);  // codes that it has go along
Edit coded(const Utterance& utterance, Event event);                                  // whoever spoke, and all of it
Edit tied(const Coding& coding, const std::string& rating, const base::Id& event);
Edit untied(const Coding& coding, const std::string& rating, const base::Id& event);
Edit ticked(const Coding& coding, const Tick& tick);  // once more: at another time
Edit unticked(const Tick& tick);
Edit marked(const Coding& coding, const PhaseMark& mark);  // instead of the one at that moment
Edit unmarked(const PhaseMark& mark);
Edit moved(const Coding& coding, const PhaseMark& mark, base::Time to);
Edit limited(const Coding& coding, const std::optional<Segment>& segment);  // nothing: the whole conversation
Edit meant(const Coding& coding, Purpose purpose);
}  // namespace edits

// JSON for the library and for exports (docs/library.md); a round trip gives the same value. Reading throws
// base::Error.
std::string to_json(const Edit& edit);
Edit edit_from_json(const std::string& json);
std::string to_json(const Feedback& feedback);
Feedback feedback_from_json(const std::string& json);
std::string to_json(const std::map<std::string, std::string>& attributes);
std::map<std::string, std::string> attributes_from_json(const std::string& json);

}  // namespace codes
