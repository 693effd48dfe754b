// Reading our own JSON documents strictly: each value knows its place, so that a mistake is named by file and place.
#pragma once

#include "base/error.h"
#include "codes/codebook.h"
#include "codes/coding.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace codes {

using Json = nlohmann::json;

// Throws base::Error with `where` and the line of the mistake. A name that stands twice in one object is a mistake.
Json parse_document(const std::string& text, const std::string& where);

// What is wrong with a document, and where: for a person as any error, for a form by its JSON pointer.
class Mistake : public base::Error {
public:
    Mistake(const std::string& where, std::string pointer, std::string why);
    const std::string& pointer() const { return pointer_; }
    const std::string& why() const { return why_; }

private:
    std::string pointer_;
    std::string why_;
};

// One value of a document; cheap to copy, valid as long as the document is.
class Place {
public:
    Place(const Json& value, std::string where) : value_(&value), where_(std::move(where)) {}

    [[noreturn]] void refuse(const std::string& why) const;  // throws Mistake

    bool has(const char* name) const;
    Place at(const char* name) const;  // refuses when it is missing
    // Refuses members of other names, so that a slip of the pen is not silently ignored. "comment" is always allowed.
    void allow_only(std::initializer_list<const char*> names) const;
    void each(const char* name, const std::function<void(const Place&)>& visit) const;  // nothing when it is missing

    std::string text() const;
    std::string text(const char* name) const;                          // refuses when it is missing
    std::string text_or(const char* name, const char* instead) const;  // when it is missing
    std::string key(const char* name) const;                           // lower case, digits and - _ .
    Words words() const;
    Words words(const char* name) const;  // refuses when it is missing
    Words words_or_none(const char* name) const;
    double number() const;
    std::optional<double> number(const char* name) const;  // nothing when missing or null
    bool flag_or(const char* name, bool instead) const;
    std::int64_t whole(const char* name) const;  // refuses when it is missing
    int whole_or(const char* name, int instead) const;
    std::vector<std::string> texts(const char* name) const;  // empty when it is missing
    const Json& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }

private:
    Place inside(const Json& value, const std::string& step) const;

    const Json* value_;
    std::string where_;
    std::string pointer_;
};

Most most_in(const Place& place, const char* name);  // refuses any other text

}  // namespace codes
