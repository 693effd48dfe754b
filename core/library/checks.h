// What both libraries refuse before anything is written: values that no library can hold. Each throws base::Error.
#pragma once

#include "library/library.h"

namespace library {

void check(const Conversation& conversation);
void check(const codes::Coding& coding);
void check(const codes::Edit& edit);
void check(const std::vector<talk::Turn>& turns);
void check(const std::vector<talk::TurnChange>& changes);
void check(const Report& report);
void check_taken_in(const Report& report);  // issued by another library
void check(const Milestone& milestone);
void check(const codes::Clip& clip);
void check(const codes::Comment& comment);
void check(const Person& person);
void check_active_time(base::Time time);
// 8-4-4-4-12 hexadecimal digits.
bool is_id(const base::Id& id);
// Valid UTF-8 without NUL. `what` names the field in the message.
void check_text(const std::string& text, const char* what);

// Refusals that both libraries word in the same way.
[[noreturn]] void refuse_unknown_conversation();
[[noreturn]] void refuse_unknown_recording();
[[noreturn]] void refuse_unknown_coding();
[[noreturn]] void refuse_unknown_milestone();
[[noreturn]] void refuse_unknown_person();
[[noreturn]] void refuse_known_id();
void refuse_namesakes(const std::vector<Person>& people, const Person& person);
[[noreturn]] void refuse_other_codebook(const std::string& key, const std::string& version);
[[noreturn]] void refuse_missing_codebook(const std::string& key, const std::string& version);

// The same document, whatever its white space.
bool same_json(const std::string& a, const std::string& b);
// "1.10" is newer than "1.9"; letters compare as letters.
bool is_older_version(const std::string& a, const std::string& b);

}  // namespace library
