// `cmake --install` gives a program that needs neither the build nor the source: it finds its worker, its codebooks,
// its demonstration and its Dutch under the folder where it was put.
#include "project/source_files.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Installed : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = new support::TemporaryFolder;
        outcome = project::run("cmake --install '" TERUGBLIK_BINARY_DIR "' --prefix '" + prefix() + "' 2>&1");
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    void SetUp() override { ASSERT_EQ(outcome.status, 0) << outcome.output; }

    static std::string prefix() { return folder->file("usr"); }

    // With a home of its own, and nothing that says where the build's parts are.
    static project::Outcome run(const std::string& arguments, const std::string& variable = "") {
        return project::run("env -i PATH=/usr/bin:/bin HOME='" + folder->path() + "' " + variable + " '" + prefix() +
                            "/bin/terugblik' " + arguments + " 2>&1 </dev/null");
    }

private:
    static inline support::TemporaryFolder* folder = nullptr;
    static inline project::Outcome outcome;
};

// 8 kHz, 8 bits, mono.
std::string second_of_silence() {
    constexpr unsigned kSamples = 8000;
    std::string wav = "RIFF";
    const auto number = [&wav](unsigned value, int bytes) {
        for (int i = 0; i < bytes; ++i) wav += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    number(36 + kSamples, 4);
    wav += "WAVEfmt ";
    for (const auto& [value, bytes] :
         {std::pair(16U, 4), {1U, 2}, {1U, 2}, {kSamples, 4}, {kSamples, 4}, {1U, 2}, {8U, 2}})
        number(value, bytes);
    wav += "data";
    number(kSamples, 4);
    return wav + std::string(kSamples, '\x80');
}

void replace_in_file(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = support::read_file(path);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << path;
    support::write_file(path, text.replace(at, from.size(), to));
}

}  // namespace

TEST_F(Installed, HasEachFileWhereItIsLookedFor) {
    for (const char* name :
         {"bin/terugblik", "libexec/terugblik/terugblik-media", "share/locale/nl/LC_MESSAGES/terugblik.mo",
          "share/applications/terugblik.desktop", "share/mime/packages/terugblik.xml",
          "share/icons/hicolor/scalable/apps/terugblik.svg", "share/doc/terugblik/LICENSE"})
        EXPECT_TRUE(fs::is_regular_file(fs::path(prefix()) / name)) << name;
    for (const char* folder : {"codebooks", "demo"})
        for (const auto& entry : fs::directory_iterator(std::string(TERUGBLIK_SOURCE_DIR "/assets/") + folder))
            EXPECT_TRUE(fs::is_regular_file(fs::path(prefix()) / "share/terugblik" / folder / entry.path().filename()))
                << entry.path().filename();
    EXPECT_FALSE(fs::exists(fs::path(prefix()) / "bin/terugblik-media")) << "no program for people";
}

TEST_F(Installed, SaysItsVersion) {
    const auto outcome = run("--version");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_THAT(outcome.output, HasSubstr("0.1"));
}

TEST_F(Installed, ImportsCodesAndMeasures) {
    const std::string sound = prefix() + "/tone.wav";
    const std::string codes = prefix() + "/codes.csv";
    support::write_file(sound, second_of_silence());
    support::write_file(codes, "time,code\n0.2,open_question\n0.5,complex_reflection\n0.6,simple_reflection\n");
    // The program could fall back on the source tree that it was built in; what lies in the prefix must come first.
    replace_in_file(prefix() + "/share/terugblik/codebooks/gespreksvoering-basis.json", "\"Gespreksvoering basis\"",
                    "\"As installed\"");
    const auto probe = run("probe '" + sound + "'");
    ASSERT_EQ(probe.status, 0) << probe.output;
    EXPECT_THAT(probe.output, HasSubstr("pcm"));
    const auto import = run("import '" + sound + "' --title tone");
    ASSERT_EQ(import.status, 0) << import.output;
    EXPECT_THAT(run("list codebooks").output, HasSubstr("As installed"));
    const auto code = run("code tone --codebook gespreksvoering-basis --coder c --from '" + codes + "'");
    ASSERT_EQ(code.status, 0) << code.output;
    const auto measures = run("measures tone --json");
    ASSERT_EQ(measures.status, 0) << measures.output;
    EXPECT_THAT(measures.output, HasSubstr("\"complex_reflection\""));
}

TEST_F(Installed, SpeaksDutch) {
    const auto outcome = run("list codebooks --library /nowhere/at-all.terugblik", "TERUGBLIK_LANGUAGE=nl");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("bibliotheek"));
}
