#include "library/conversation_edits.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace library {

namespace {

using Json = nlohmann::json;

Json json_of(const Recording& recording) {
    return {{"id", recording.id.text},
            {"path", recording.path},
            {"size", recording.size},
            {"fingerprint", recording.fingerprint},
            {"sha256", recording.sha256},
            {"duration_us", recording.duration.microseconds},
            {"offset_us", recording.offset.microseconds},
            {"role", recording.role},
            {"label", recording.label}};
}

Recording recording_in(const Json& json) {
    return {{json.at("id").get<std::string>()},
            json.at("path").get<std::string>(),
            json.at("size").get<std::int64_t>(),
            json.at("fingerprint").get<std::string>(),
            json.at("sha256").get<std::string>(),
            base::microseconds(json.at("duration_us").get<std::int64_t>()),
            base::microseconds(json.at("offset_us").get<std::int64_t>()),
            json.at("role").get<std::string>(),
            json.at("label").get<std::string>()};
}

}  // namespace

std::string in_words(ConversationVerb verb, Direction direction, const std::string& title) {
    const bool undo = direction == Direction::Undo;
    const char* text = nullptr;
    switch (verb) {
        case ConversationVerb::Added:
            text = undo ? _("“{}” is taken out of the library again.") : _("“{}” is back in the library.");
            break;
        case ConversationVerb::Removed:
            text = undo ? _("“{}” is back in the library.") : _("“{}” is removed again.");
            break;
        case ConversationVerb::Changed:
            text = undo ? _("The change of “{}” is undone.") : _("The change of “{}” is made again.");
            break;
    }
    return fmt::format(fmt::runtime(text), title);
}

Conversation merged(const Conversation& standing, const Conversation& wanted) {
    Conversation result = wanted;
    result.created = standing.created;
    result.last_position = standing.last_position;
    for (Recording& recording : result.recordings) {
        const auto known = std::find_if(standing.recordings.begin(), standing.recordings.end(),
                                        [&](const Recording& one) { return one.id == recording.id; });
        if (known == standing.recordings.end()) continue;
        recording.path = known->path;
        recording.sha256 = known->sha256;
    }
    return result;
}

const char* name_of(Kind kind) {
    switch (kind) {
        case Kind::Practice:
            return "practice";
        case Kind::RolePlay:
            return "role_play";
        case Kind::Real:
            break;
    }
    return "real";
}

Kind kind_named(const std::string& name) {
    for (const Kind kind : {Kind::Practice, Kind::RolePlay, Kind::Real}) {
        if (name == name_of(kind)) return kind;
    }
    throw base::Error(_("A conversation is of an unknown kind: the library is damaged."));
}

std::string to_json(const Conversation& conversation) {
    Json recordings = Json::array();
    for (const Recording& recording : conversation.recordings) recordings.push_back(json_of(recording));
    return Json{{"id", conversation.id.text},
                {"title", conversation.title},
                {"trainee", conversation.trainee},
                {"date", conversation.date},
                {"kind", name_of(conversation.kind)},
                {"language", conversation.language},
                {"change_goal", conversation.change_goal},
                {"remarks", conversation.remarks},
                {"recordings", std::move(recordings)},
                {"tags", conversation.tags},
                {"created_ms", conversation.created.milliseconds},
                {"last_position_us", conversation.last_position.microseconds}}
        .dump();
}

Conversation conversation_from_json(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        Conversation conversation;
        conversation.id.text = json.at("id").get<std::string>();
        conversation.title = json.at("title").get<std::string>();
        conversation.trainee = json.at("trainee").get<std::string>();
        conversation.date = json.at("date").get<std::string>();
        conversation.kind = kind_named(json.at("kind").get<std::string>());
        conversation.language = json.at("language").get<std::string>();
        conversation.change_goal = json.at("change_goal").get<std::string>();
        conversation.remarks = json.at("remarks").get<std::string>();
        for (const Json& recording : json.at("recordings")) conversation.recordings.push_back(recording_in(recording));
        conversation.tags = json.at("tags").get<std::map<std::string, std::string>>();
        conversation.created.milliseconds = json.at("created_ms").get<std::int64_t>();
        conversation.last_position.microseconds = json.at("last_position_us").get<std::int64_t>();
        return conversation;
    } catch (const Json::exception&) {
        throw base::Error(_("The undo log of the conversations cannot be read: the library is damaged."));
    }
}

}  // namespace library
