// Both ways with Debian's `age`, which shares no line with us.
#include "sealed/in_memory.h"
#include "support/shared_data.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace sealed {

namespace {

const std::vector<std::size_t> kSizes = {0, 1, 20, 65535, 65536, 65537, 200'000};

class AgeProgram : public testing::Test {
protected:
    void SetUp() override {
        if (run("command -v age") != 0) GTEST_SKIP() << "no age command here";
    }

    // In the test's own folder.
    int run(const std::string& command) const {
        return std::system(("cd " + folder_.path() + " && { " + command + "; } >log 2>&1 </dev/null").c_str());
    }
    // The program asks the terminal for a passphrase, so it gets one.
    int run_with_passphrase(const std::string& typed, const std::string& command) const {
        return run("printf '" + typed + "' | timeout 60 script -qec '" + command + "' /dev/null");
    }
    void write(const std::string& name, const std::string& bytes) const {
        support::write_file(folder_.file(name), bytes);
    }
    std::string read(const std::string& name) const { return support::read_file(folder_.file(name)); }

    support::TemporaryFolder folder_;
};

}  // namespace

TEST_F(AgeProgram, OpensWhatWeSealForAKey) {
    const Identity own = Identity::make();
    write("key", own.text().text() + "\n");
    for (const std::size_t size : kSizes) {
        const std::string plain = some_text(size);
        write("sealed", seal(plain, {Identity::make().recipient(), own.recipient()}));
        EXPECT_EQ(run("age -d -i key -o plain sealed"), 0) << size << read("log");
        EXPECT_TRUE(read("plain") == plain) << size;
    }
}

TEST_F(AgeProgram, SealsForOurKeyWhatWeOpen) {
    const Identity own = Identity::make();
    for (const std::size_t size : kSizes) {
        const std::string plain = some_text(size);
        write("plain", plain);
        ASSERT_EQ(
            run("age -r " + Identity::make().recipient().text() + " -r " + own.recipient().text() + " -o sealed plain"),
            0)
            << read("log");
        const Outcome outcome = open(read("sealed"), {own});
        EXPECT_TRUE(outcome.plain == plain && !outcome.refused) << size << outcome.why;
    }
}

TEST_F(AgeProgram, KnowsTheSameKeysAsWe) {
    ASSERT_EQ(run("age-keygen -o key"), 0) << read("log");
    const std::string lines = read("key");
    const std::string text = lines.substr(lines.find("AGE-SECRET-KEY-1"), 74);
    ASSERT_EQ(run("age-keygen -y -o public key"), 0) << read("log");
    EXPECT_EQ(Identity::from_text(text).recipient().text() + "\n", read("public"));
}

TEST_F(AgeProgram, OpensWhatWeSealWithAPassphrase) {
    if (run("command -v script") != 0) GTEST_SKIP() << "no script command here";
    write("sealed", seal("twenty bytes of text", "drie gewone woorden"));
    EXPECT_EQ(run_with_passphrase("drie gewone woorden\\n", "age -d -o plain sealed"), 0) << read("log");
    EXPECT_EQ(read("plain"), "twenty bytes of text");
}

TEST_F(AgeProgram, SealsWithAPassphraseWhatWeOpen) {
    if (run("command -v script") != 0) GTEST_SKIP() << "no script command here";
    write("plain", "twenty bytes of text");
    ASSERT_EQ(run_with_passphrase("drie gewone woorden\\ndrie gewone woorden\\n", "age -p -o sealed plain"), 0)
        << read("log");
    const Outcome outcome = open(read("sealed"), "drie gewone woorden");
    EXPECT_EQ(outcome.plain, "twenty bytes of text") << outcome.why;
}

TEST_F(AgeProgram, RefusesWhatWeRefuse) {
    const Identity own = Identity::make();
    write("key", own.text().text() + "\n");
    std::string bytes = seal("twenty bytes of text", {own.recipient()});
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    write("sealed", bytes);
    EXPECT_NE(run("age -d -i key -o plain sealed"), 0);
    EXPECT_EQ(open(bytes, {own}).refused, Reason::DamagedContent);
}

}  // namespace sealed
