#include "app/commands/demo_script.h"

#include "base/error.h"
#include "base/whole_file.h"

#include <nlohmann/json.hpp>

namespace commands::demo {

namespace {

using ScriptJson = nlohmann::json;

constexpr std::size_t kLargest = 1u << 20;

Speaker read_speaker(const ScriptJson& json) {
    const ScriptJson& voice = json.at("voice");
    const ScriptJson& look = json.at("look");
    Speaker speaker;
    speaker.name = json.at("name");
    speaker.voice = {voice.at("program"), voice.at("name"), voice.value("speed", 150), voice.value("pitch", 50)};
    speaker.look = {look.at("tile"), look.at("shirt"), look.at("skin"), look.at("hair"), look.at("hair_style")};
    return speaker;
}

Turn read_turn(const ScriptJson& json) {
    Turn turn;
    turn.speaker = json.at("speaker") == "professional" ? 0 : 1;
    turn.pause_s = json.value("pause", turn.pause_s);
    for (const ScriptJson& each : json.at("say")) {
        Utterance utterance;
        utterance.text = each.at("text");
        utterance.code = each.value("code", "");
        utterance.attributes = each.value("attributes", utterance.attributes);
        utterance.note = each.value("note", "");
        utterance.mark = each.value("mark", "");
        turn.say.push_back(std::move(utterance));
    }
    return turn;
}

std::vector<Remark> read_remarks(const ScriptJson& json) {
    std::vector<Remark> remarks;
    for (const ScriptJson& each : json)
        remarks.push_back({each.at("mark"), each.at("comment"), each.value("alternative", "")});
    return remarks;
}

Script read(const ScriptJson& json) {
    Script script;
    script.key = json.at("key");
    script.language = json.at("language");
    script.title = json.at("title");
    script.date = json.at("date");
    script.kind = json.at("kind");
    script.change_goal = json.at("change_goal");
    script.remarks = json.at("remarks");
    script.coder = json.at("coder");
    script.speakers = {read_speaker(json.at("professional")), read_speaker(json.at("client"))};
    for (const ScriptJson& turn : json.at("turns")) script.turns.push_back(read_turn(turn));
    script.ratings = json.at("ratings");
    const ScriptJson& feedback = json.at("feedback");
    script.strengths = read_remarks(feedback.at("strengths"));
    script.focus = read_remarks(feedback.at("focus"));
    script.next_step = feedback.at("next_step");
    return script;
}

}  // namespace

Script read_script(const std::string& path) {
    try {
        return read(ScriptJson::parse(base::read_whole_file(path, kLargest)));
    } catch (const ScriptJson::exception& error) {
        throw base::Error(path + ": " + error.what());
    }
}

}  // namespace commands::demo
