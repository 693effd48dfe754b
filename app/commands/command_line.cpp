#include "app/commands/command_line.h"

#include "base/i18n.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

void apply(CLI::Option* option, Need need) {
    if (need == Need::Required) option->required();
}

void add_common(CLI::App& app, Common& common) {
    app.add_option("--library", common.library, _("the library to use instead of your own"))->type_name("FILE");
    app.add_flag("--json", common.json, _("print one JSON document instead of text"));
    app.set_help_flag("-h,--help", _("print this help and end"));
}

void label(CLI::App& app) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    formatter->label("Usage", _("Usage"));
    formatter->label("Positionals", _("Arguments"));
    formatter->label("OPTIONS", _("OPTIONS"));
    formatter->label("SUBCOMMAND", _("COMMAND"));
    formatter->label("REQUIRED", _("(needed)"));
    app.formatter(formatter);
    app.option_defaults()->group(_("Options"));
}

std::string in_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

void say_error(const std::string& text) {
    fmt::print(stderr, "terugblik: {}\n", in_one_line(text));
}

// CLI11 speaks English only; what people meet most is said in their language.
std::string in_words(const CLI::ParseError& error) {
    const std::string text = error.what();
    const std::string first = text.substr(0, text.find_first_of(": "));
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return fmt::format(fmt::runtime(_("{} is missing")), first);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && text.find(':') != std::string::npos)
        return fmt::format(fmt::runtime(_("{} needs a value")), first);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return fmt::format(fmt::runtime(_("not understood: {}")), text.substr(text.find(": ") + 2));
    return text;
}

bool is_whole_number(const std::string& text, int smallest, int largest) {
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc{} && end == text.data() + text.size() && number >= smallest && number <= largest;
}

int say_usage_error(const std::string& text, const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    const std::string help = chosen.empty() ? "terugblik --help" : "terugblik " + chosen[0]->get_name() + " --help";
    say_error(in_one_line(text) + " " + fmt::format(fmt::runtime(_("(see: {})")), help));
    return 2;
}

bool print(const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int print(const Answer& answer, const Common& common) {
    const std::string text =
        common.json ? answer.json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : answer.text;
    if (!print(text)) {
        say_error(_("The answer could not be written to where the output goes."));
        return 1;
    }
    if (answer.failure.empty()) return 0;
    say_error(answer.failure);
    return 1;
}

void add_all(Menu& menu) {
    add_probe(menu);
    add_frame(menu);
    add_peaks(menu);
    add_speech(menu);
    add_import(menu);
    add_import_coded(menu);
    add_list(menu);
    add_code(menu);
    add_rate(menu);
    add_measures(menu);
    add_sequence(menu);
    add_agree(menu);
    add_trend(menu);
    add_estimates(menu);
    add_compare(menu);
    add_goals(menu);
    add_set_goal(menu);
    add_report(menu);
    add_clip(menu);
    add_export(menu);
    add_consent(menu);
    add_keep(menu);
    add_erase(menu);
    add_who_saw(menu);
    add_person(menu);
    add_package(menu);
    add_open(menu);
    add_check(menu);
    add_backup(menu);
    add_demo(menu);
}

const std::vector<std::string>& existing(const std::vector<std::string>& files) {
    for (const std::string& file : files)
        if (!std::filesystem::exists(file))
            throw UsageError(fmt::format(fmt::runtime(_("“{}” is neither a command nor a file.")), file));
    return files;
}

}  // namespace

Syntax& Syntax::argument(const char* name, std::string& value, const std::string& help, Need need) {
    apply(app_.add_option(name, value, help)->type_name(""), need);
    return *this;
}

Syntax& Syntax::arguments(const char* name, std::vector<std::string>& values, const std::string& help, Need need) {
    apply(app_.add_option(name, values, help)->type_name(""), need);
    return *this;
}

Syntax& Syntax::option(const char* name, std::string& value, const std::string& help, Need need) {
    apply(app_.add_option(name, value, help)->type_name(""), need);
    return *this;
}

Syntax& Syntax::option(const char* name, std::vector<std::string>& values, const std::string& help, Need need) {
    // One value each time, so that an argument after it is not taken for another.
    apply(app_.add_option(name, values, help)->type_name("")->allow_extra_args(false), need);
    return *this;
}

Syntax& Syntax::option(const char* name, int& value, int smallest, int largest, const std::string& help, Need need) {
    const auto check = [=](const std::string& text) {
        return is_whole_number(text, smallest, largest)
                   ? std::string()
                   : fmt::format(fmt::runtime(_("“{}” is not a whole number from {} to {}")), text, smallest, largest);
    };
    apply(app_.add_option(name, value, help)->type_name(fmt::format("{}-{}", smallest, largest))->check(check), need);
    return *this;
}

Syntax& Syntax::option(const char* name, std::optional<base::Time>& value, const std::string& help, Need need) {
    const auto read = [name, &value](const std::string& text) {
        value = base::parse_time(text);
        if (!value || value->microseconds < 0)
            throw CLI::ValidationError(
                name, fmt::format(fmt::runtime(_("“{}” is not a time like 00:12:34.500 or 754.5")), text));
    };
    apply(app_.add_option_function<std::string>(name, read, help)->type_name("HH:MM:SS.mmm"), need);
    return *this;
}

Syntax& Syntax::flag(const char* name, bool& value, const std::string& help) {
    app_.add_flag(name, value, help);
    return *this;
}

Syntax& Syntax::choice(const char* name, std::string& value, const std::vector<std::string>& allowed,
                       const std::string& help, Need need) {
    const std::string list = fmt::format("{}", fmt::join(allowed, "|"));
    apply(app_.add_option(name, value, help)->type_name(list)->check([allowed, list](const std::string& text) {
        const bool known = std::find(allowed.begin(), allowed.end(), text) != allowed.end();
        return known ? std::string() : fmt::format(fmt::runtime(_("“{}” is not one of {}")), text, list);
    }),
          need);
    return *this;
}

Syntax Menu::add(const char* name, const std::string& description, Run run) {
    CLI::App* command = app_.add_subcommand(name, description)->group(_("Commands"));
    add_common(*command, common_);
    command->callback([this, run = std::move(run)] { chosen_ = run; });
    return Syntax(*command);
}

int run(int argc, const char* const* argv,
        const std::function<int(const std::string&, const std::vector<std::string>&)>& open_window) {
    CLI::App app(_("Terugblik: video coaching of conversations. Without a command it opens its window."), "terugblik");
    Common common;
    std::vector<std::string> files;
    label(app);
    add_common(app, common);
    app.set_version_flag("--version", "terugblik " TERUGBLIK_VERSION, _("print the version and end"));
    app.require_subcommand(0, 1);
    Menu menu(app, common);
    add_all(menu);
    // Last, and not a command's name: what a file manager hands over.
    app.add_option("FILES", files, _("recordings to import, or one library to open, in the window"))->type_name("");

    try {
        app.parse(argc, argv);
        if (!menu.chosen()) return open_window(common.library, existing(files));
        return print(menu.chosen()(common), common);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);
        return say_usage_error(in_words(error), app);
    } catch (const UsageError& error) {
        return say_usage_error(error.what(), app);
    } catch (const std::exception& error) {
        say_error(error.what());
        return 1;
    }
}

}  // namespace commands
