// Runs the real program, without a display, with its own data folder.
#pragma once

#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace support {

using Json = nlohmann::json;

struct Outcome {
    int exit_code = -1;
    std::string out;
    std::string err;

    Json json() const { return Json::parse(out); }
};

// The program while it runs; killed when it is not waited for. With English as its language, unless `environment`
// ("NAME=value") says otherwise.
class RunningTerugblik {
public:
    RunningTerugblik(const std::vector<std::string>& arguments, const std::string& data_folder,
                     const std::vector<std::string>& environment = {});
    ~RunningTerugblik();
    RunningTerugblik(const RunningTerugblik&) = delete;
    RunningTerugblik& operator=(const RunningTerugblik&) = delete;

    void signal(int number) const;
    Outcome wait();  // the exit code is negative after a signal

private:
    TemporaryFolder answers_;
    int process_ = 0;
};
Outcome run_terugblik(const std::vector<std::string>& arguments, const std::string& data_folder,
                      const std::vector<std::string>& environment = {});

class CommandTest : public testing::Test {
protected:
    Outcome run(const std::vector<std::string>& arguments) { return run_terugblik(arguments, folder_.path()); }
    // The answer of a command that must succeed.
    Json answer(std::vector<std::string> arguments);
    // A wave file of so many seconds of silence, which is enough of a recording for most commands.
    std::string recording(const std::string& name, int seconds);
    std::string file(const std::string& name, const std::string& content);
    std::string path(const std::string& name) const { return folder_.file(name); }

    TemporaryFolder folder_;
};

// "refused or failed": exit code 1, one line on stderr that contains this.
void expect_refused(const Outcome& outcome, const std::string& reason);
void expect_wrong_usage(const Outcome& outcome, const std::string& reason);

}  // namespace support
