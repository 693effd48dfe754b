#include "app/settings.h"

#include "library/library.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr const char* kKey = "app";

base::Time between(base::Time at_least, base::Time value, base::Time at_most) {
    return std::clamp(value, at_least, at_most);
}

}  // namespace

Settings read_settings(library::Library& library) {
    Settings settings;
    settings.language = base::language();  // main set it from the environment
    settings.kept_days = library::retention_days(library);
    const auto text = library.setting(kKey);
    const auto json = nlohmann::json::parse(text.value_or("{}"), nullptr, false);
    if (!json.is_object()) return settings;
    try {
        if (json.contains("language"))
            settings.language = json["language"] == "nl" ? base::Language::Dutch : base::Language::English;
        settings.theme = json.value("theme", "light") == "dark" ? Theme::Dark : Theme::Light;
        settings.text_scale = std::clamp(json.value("text_scale", settings.text_scale), 0.8F, 2.F);
        settings.coder = json.value("coder", settings.coder);
        settings.codebook = json.value("codebook", settings.codebook);
        const auto time = [&json](const char* key, base::Time otherwise) {
            return base::microseconds(json.value(key, otherwise.microseconds));
        };
        settings.reaction_time = between({}, time("reaction_time_us", settings.reaction_time), base::seconds(3));
        settings.auto_rewind = between({}, time("auto_rewind_us", settings.auto_rewind), base::seconds(10));
        settings.own_step =
            between(base::milliseconds(100), time("own_step_us", settings.own_step), base::seconds(120));
        settings.keymap = json.value("keymap", settings.keymap);
        settings.keys = json.value("keys", settings.keys);
    } catch (const nlohmann::json::exception&) {
        // written by another version: what was readable counts, the rest keeps its default
    }
    return settings;
}

void write_settings(library::Library& library, const Settings& settings) {
    const nlohmann::json json = {{"language", base::code(settings.language)},
                                 {"theme", settings.theme == Theme::Dark ? "dark" : "light"},
                                 {"text_scale", settings.text_scale},
                                 {"coder", settings.coder},
                                 {"codebook", settings.codebook},
                                 {"reaction_time_us", settings.reaction_time.microseconds},
                                 {"auto_rewind_us", settings.auto_rewind.microseconds},
                                 {"own_step_us", settings.own_step.microseconds},
                                 {"keymap", settings.keymap},
                                 {"keys", settings.keys}};
    library.set_setting(kKey, json.dump());
    if (settings.kept_days != library::retention_days(library))
        library::set_retention_days(library, settings.kept_days);
}

}  // namespace app
