// The command line: `terugblik COMMAND ...`. Each command has its own file, which says what it takes and returns its
// answer twice: as text for people and as JSON for scripts (docs/command-line.md). Only command_line.cpp knows CLI11.
#pragma once

#include "base/error.h"
#include "base/time.h"

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace commands {

using Json = nlohmann::ordered_json;  // keys in the order in which they are written

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

// What every command understands, before or after its name.
struct Common {
    std::string library;  // empty: the user's own
    bool json = false;
};

struct Answer {
    Json json;
    std::string text;     // ends with a line end, or is empty
    std::string failure;  // something is wrong although there is an answer: said on stderr, exit code 1
};

// A command that is written wrongly, whatever is in the library or on the disk: exit code 2.
class UsageError : public base::Error {
public:
    using base::Error::Error;
};

enum class Need { Required, Optional };

// What a command takes. The values are filled in before the command runs, and must live until then.
class Syntax {
public:
    explicit Syntax(CLI::App& app) : app_(app) {}

    Syntax& argument(const char* name, std::string& value, const std::string& help, Need need = Need::Required);
    // One or more; none only where it is Optional.
    Syntax& arguments(const char* name, std::vector<std::string>& values, const std::string& help,
                      Need need = Need::Required);
    Syntax& option(const char* name, std::string& value, const std::string& help, Need need = Need::Optional);
    Syntax& option(const char* name, std::vector<std::string>& values, const std::string& help,
                   Need need = Need::Optional);
    Syntax& option(const char* name, int& value, int smallest, int largest, const std::string& help,
                   Need need = Need::Optional);
    Syntax& option(const char* name, std::optional<base::Time>& value, const std::string& help,
                   Need need = Need::Optional);
    Syntax& flag(const char* name, bool& value, const std::string& help);
    Syntax& choice(const char* name, std::string& value, const std::vector<std::string>& allowed,
                   const std::string& help, Need need = Need::Optional);

private:
    CLI::App& app_;
};

// All commands; each add_ function below puts one in.
class Menu {
public:
    using Run = std::function<Answer(const Common&)>;

    Menu(CLI::App& app, Common& common) : app_(app), common_(common) {}
    Syntax add(const char* name, const std::string& description, Run run);
    const Run& chosen() const { return chosen_; }

private:
    CLI::App& app_;
    Common& common_;
    Run chosen_;
};

void add_probe(Menu& menu);
void add_frame(Menu& menu);
void add_peaks(Menu& menu);
void add_speech(Menu& menu);
void add_import(Menu& menu);
void add_import_coded(Menu& menu);
void add_list(Menu& menu);
void add_code(Menu& menu);
void add_rate(Menu& menu);
void add_measures(Menu& menu);
void add_sequence(Menu& menu);
void add_agree(Menu& menu);
void add_drift(Menu& menu);
void add_trend(Menu& menu);
void add_estimates(Menu& menu);
void add_compare(Menu& menu);
void add_goals(Menu& menu);
void add_set_goal(Menu& menu);
void add_report(Menu& menu);
void add_clip(Menu& menu);
void add_reel(Menu& menu);
void add_export(Menu& menu);
void add_consent(Menu& menu);
void add_keep(Menu& menu);
void add_erase(Menu& menu);
void add_who_saw(Menu& menu);
void add_person(Menu& menu);
void add_package(Menu& menu);
void add_open(Menu& menu);
void add_check(Menu& menu);
void add_backup(Menu& menu);
void add_demo(Menu& menu);

// Runs what was asked for, and returns the exit code: 0 done, 1 refused or failed, 2 wrong usage. Without a command,
// `open_window` is called with the library and the files to open.
int run(int argc, const char* const* argv,
        const std::function<int(const std::string& library, const std::vector<std::string>& files)>& open_window);

}  // namespace commands
