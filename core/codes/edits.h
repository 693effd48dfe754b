// What a coach did, as a value that can be turned round. An edit is one step of undo: all its changes happen, or none.
// The library writes each edit with the change itself, so undo survives a restart and the list is the audit trail.
#pragma once

#include "codes/coding.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace codes {

// before empty: added; after empty: deleted; both: changed.
struct EventChange {
    std::optional<Event> before;
    std::optional<Event> after;

    bool operator==(const EventChange&) const = default;
};
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
using Change = std::variant<EventChange, RatingChange, FeedbackChange, CodebookChange>;

struct Edit {
    std::string what;  // one of the verbs below; translated when shown
    std::vector<Change> changes;

    bool operator==(const Edit&) const = default;
};

// Throws base::Error when no coding can hold such an event: no id or code, before the beginning, ending before it
// begins.
void check(const Event& event);
// What apply() throws when the coding is not in the state the edit starts from.
[[noreturn]] void refuse_stale_edit();

Edit inverse(const Edit& edit);
// Throws base::Error when the coding is not in the state the edit starts from; the coding is then unchanged.
void apply(Coding& coding, const Edit& edit);

namespace edits {
Edit added(const Event& event);
Edit deleted(const std::vector<Event>& events);
Edit changed(const Event& before, const Event& after);
Edit changed(const std::vector<EventChange>& changes);
Edit rated(const Coding& coding, const std::string& rating, std::optional<int> value);
Edit wrote(const Coding& coding, const Feedback& feedback);
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
