// Until when a conversation is kept: the day that the coach chose, or so many days after it came into the library.
// Nothing is erased by itself: when the day has passed, the Library screen says so. Reached by Library::retention().
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <map>
#include <optional>
#include <string>

namespace library {

class Library;
struct Conversation;

inline constexpr int kRetentionDays = 90;
inline constexpr int kMostRetentionYears = 5;

class Retention {
public:
    virtual ~Retention() = default;

    virtual std::map<base::Id, std::string> chosen() = 0;  // days, by conversation
    // Of a conversation that is there; no day: as the settings say. What is too late is refused by keep_until().
    virtual void choose(const base::Id& conversation, const std::optional<std::string>& day) = 0;
};

int retention_days(Library& library);  // of whatever has no day of its own
void set_retention_days(Library& library, int days);
std::string last_day(const Conversation& conversation);  // later than this no conversation is kept
// The last day on which it is kept: the chosen one, or that of the settings; never after last_day().
std::string kept_until(const Conversation& conversation, const std::optional<std::string>& chosen, int days);
// Checks the day and writes it down. Throws base::Error where it is no day, or too late.
void keep_until(Library& library, const Conversation& conversation, const std::string& day);

}  // namespace library
