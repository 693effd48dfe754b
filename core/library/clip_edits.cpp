#include "library/clip_edits.h"

#include "base/error.h"
#include "base/i18n.h"

#include <nlohmann/json.hpp>

namespace library {

namespace {

using Json = nlohmann::json;

template <class T>
std::vector<codes::ChangeOf<T>> turned_changes(const std::vector<codes::ChangeOf<T>>& changes, Direction direction) {
    std::vector<codes::ChangeOf<T>> result;
    for (const codes::ChangeOf<T>& change : changes) {
        T without = *change.after;
        without.removed = true;
        const T before = change.before.value_or(without);
        result.push_back(direction == Direction::Undo ? codes::ChangeOf<T>{change.after, before}
                                                      : codes::ChangeOf<T>{before, change.after});
    }
    return result;
}

template <class T>
Json json_of(const std::vector<codes::ChangeOf<T>>& changes) {
    Json all = Json::array();
    for (const codes::ChangeOf<T>& change : changes) {
        Json one{{"before", nullptr}, {"after", Json::parse(codes::to_json(*change.after))}};
        if (change.before) one["before"] = Json::parse(codes::to_json(*change.before));
        all.push_back(std::move(one));
    }
    return all;
}

template <class T>
std::vector<codes::ChangeOf<T>> changes_in(const Json& json, T (*read)(const std::string&)) {
    std::vector<codes::ChangeOf<T>> changes;
    for (const Json& one : json) {
        codes::ChangeOf<T> change{{}, read(one.at("after").dump())};
        if (!one.at("before").is_null()) change.before = read(one.at("before").dump());
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace

ClipEdit turned(const ClipEdit& edit, Direction direction) {
    return {turned_changes(edit.clips, direction), turned_changes(edit.comments, direction)};
}

std::string to_json(const ClipEdit& edit) {
    return Json{{"clips", json_of(edit.clips)}, {"comments", json_of(edit.comments)}}.dump();
}

ClipEdit clip_edit_from_json(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        return {changes_in(json.at("clips"), codes::clip_from_json),
                changes_in(json.at("comments"), codes::comment_from_json)};
    } catch (const Json::exception&) {
        throw base::Error(_("The undo log of the clips cannot be read: the library is damaged."));
    }
}

}  // namespace library
