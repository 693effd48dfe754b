// The people that packages are sent to and opened from: their public keys, and when the words of these keys were
// compared, once, with the person. Reached by Library::people(); durable when the call returns.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace library {

struct Person {
    base::Id id;
    std::string name;         // as this user calls them
    std::string reading_key;  // "age1...": what they read is sealed for it
    std::string signing_key;  // Ed25519 in base64: what they send is signed with its secret half
    base::Timestamp added;
    std::optional<base::Timestamp> compared;  // nothing: not yet, so nothing is sent to or taken from them

    bool operator==(const Person&) const = default;
};

class People {
public:
    virtual ~People() = default;

    virtual std::vector<Person> all() = 0;  // by name
    // Refuses keys that are somebody's already, and a name that is taken.
    virtual void add(const Person& person) = 0;
    virtual void remember_comparing(const base::Id& person, base::Timestamp when) = 0;
    virtual void remove(const base::Id& person) = 0;
};

}  // namespace library
