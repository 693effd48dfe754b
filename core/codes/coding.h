// One coder's pass over one conversation with one codebook. A plain value: the library keeps it, edits change it.
#pragma once

#include "base/id.h"
#include "codes/decision.h"
#include "codes/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codes {

enum class Purpose { Feedback, Self, SecondCoder, Gold, Consensus };

// As it is written in files: feedback, self, second_coder, gold, consensus.
const char* name_of(Purpose purpose);
Purpose purpose_named(const std::string& name);  // throws base::Error for any other name

// A moment that the report shows: what was heard, why it matters, and (focus only) what to try instead.
struct Moment {
    base::Time at;
    std::string quote;
    std::string comment;
    std::string alternative;

    bool operator==(const Moment&) const = default;
};

// Who did it most, in the trainee's own view.
enum class Most { Professional, Client, Same };
const char* name_of(Most most);  // as it is written in files: professional, client, same

// The coach's own words for the report, kept as they are typed.
struct Feedback {
    std::vector<Moment> strengths;
    std::vector<Moment> focus;  // at most one
    std::string next_step;
    std::map<std::string, Most> self_view;  // by the key of the codebook's question

    bool operator==(const Feedback&) const = default;
};

// A stretch of one speaker's words that gets one code: "parse, then code". It is coded when an event has its speaker
// and exactly its span.
struct Utterance {
    base::Id id;
    base::Span span;
    Side speaker = Side::Professional;

    bool operator==(const Utterance&) const = default;
};

// An item of a checklist that was seen, and when.
struct Tick {
    std::string checklist;
    std::string item;
    base::Time at;

    bool operator==(const Tick&) const = default;
};

// From here on the conversation is in this phase, until the next mark; an empty phase ends the last one.
struct PhaseMark {
    base::Time at;
    std::string phase;

    bool operator==(const PhaseMark&) const = default;
};

// The part of the conversation that is coded. Drawn: by chance, and the seed repeats the draw.
struct Segment {
    base::Span span;
    std::optional<std::uint64_t> seed;  // nothing: chosen by hand

    bool operator==(const Segment&) const = default;
};

struct Coding {
    base::Id id;
    base::Id conversation;
    std::string codebook_key;
    std::string codebook_version;
    std::string coder;  // a person's name
    Purpose purpose = Purpose::Feedback;
    base::Timestamp created;
    std::vector<Event> events;  // always sorted by `earlier`
    std::map<std::string, int> ratings;
    std::map<std::string, std::vector<base::Id>> evidence;  // the events that a rating rests on, by id
    std::vector<Utterance> utterances;                      // always sorted by `earlier`
    std::vector<Tick> ticks;                                // always sorted by `earlier`; once per item
    std::vector<PhaseMark> phases;                          // always sorted by `earlier`; once per moment
    std::optional<Segment> segment;                         // nothing: the whole conversation
    std::optional<Sources> sources;                         // of a consensus
    std::vector<Decision> decisions;                        // of a consensus; always sorted by `earlier`
    Feedback feedback;

    const Event* find(const base::Id& event) const;
    // The codes that an utterance has; valid until the coding changes.
    std::vector<const Event*> events_of(const Utterance& utterance) const;
};

}  // namespace codes
