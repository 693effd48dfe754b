// One code at one moment of one coding.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/codebook.h"

#include <map>
#include <optional>
#include <string>

namespace codes {

struct Event {
    base::Id id;
    base::Time at;
    std::optional<base::Time> end;  // spans only; never before `at`
    std::string code;               // key in the coding's codebook
    Side speaker = Side::Professional;
    std::map<std::string, std::string> attributes;
    std::string note;

    bool operator==(const Event&) const = default;
};

struct Utterance;
struct Tick;
struct PhaseMark;
struct Decision;

// By time; what begins at one moment, in the order in which it was made (ids sort by that) or by name.
struct Earlier {
    bool operator()(const Event& a, const Event& b) const;
    bool operator()(const Utterance& a, const Utterance& b) const;
    bool operator()(const Tick& a, const Tick& b) const;
    bool operator()(const PhaseMark& a, const PhaseMark& b) const;
    bool operator()(const Decision& a, const Decision& b) const;
};
inline constexpr Earlier earlier;  // NOLINT(readability-identifier-naming): called like a function

// The event with another code of the codebook: on that code's side, with only the details that it has.
Event recoded(Event event, const Code& code, const Codebook& codebook);

}  // namespace codes
