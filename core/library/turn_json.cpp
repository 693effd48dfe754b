#include "library/turn_json.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace library {

namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 3> kRoles{"unknown", "professional", "client"};
constexpr std::array<const char*, 4> kSources{"none", "transcript", "speech", "marked"};

template <class Enum, std::size_t count>
Enum named(const std::array<const char*, count>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

Json json_of(const std::optional<talk::Turn>& turn) {
    if (!turn) return {};
    return {{"from_us", turn->span.from.microseconds},
            {"to_us", turn->span.to.microseconds},
            {"speaker", turn->speaker},
            {"role", library::name_of(turn->role)},
            {"text", turn->text}};
}

std::optional<talk::Turn> turn_in(const Json& json) {
    if (json.is_null()) return {};
    return talk::Turn{{base::microseconds(json.at("from_us").get<std::int64_t>()),
                       base::microseconds(json.at("to_us").get<std::int64_t>())},
                      json.at("speaker").get<std::string>(),
                      role_named(json.at("role").get<std::string>()),
                      json.at("text").get<std::string>()};
}

}  // namespace

const char* name_of(talk::Role role) {
    return kRoles.at(static_cast<std::size_t>(role));
}

talk::Role role_named(const std::string& name) {
    return named<talk::Role>(kRoles, name);
}

const char* name_of(talk::TurnSource source) {
    return kSources.at(static_cast<std::size_t>(source));
}

talk::TurnSource source_named(const std::string& name) {
    return named<talk::TurnSource>(kSources, name);
}

std::string to_json(const std::vector<talk::TurnChange>& changes) {
    Json list = Json::array();
    for (const talk::TurnChange& change : changes)
        list.push_back({{"at", change.at}, {"before", json_of(change.before)}, {"after", json_of(change.after)}});
    return list.dump();
}

std::vector<talk::TurnChange> turn_changes_from_json(const std::string& text) {
    try {
        std::vector<talk::TurnChange> changes;
        for (const Json& change : Json::parse(text))
            changes.push_back(
                {change.at("at").get<std::size_t>(), turn_in(change.at("before")), turn_in(change.at("after"))});
        return changes;
    } catch (const Json::exception&) {
        throw base::Error(_("The undo log of the turns cannot be read: the library is damaged."));
    }
}

}  // namespace library
