// `person`, `package` and `open`: two people with a library each, on the command line.
#include "support/shared_data.h"
#include "terugblik.h"

#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;
using support::Outcome;
using support::run_terugblik;
using testing::AllOf;
using testing::HasSubstr;

namespace {

class PackageCommands : public support::CommandTest {
protected:
    Outcome coach(const std::vector<std::string>& arguments) { return run_terugblik(arguments, coach_.path()); }
    Outcome trainee(const std::vector<std::string>& arguments) { return run_terugblik(arguments, trainee_.path()); }
    static Json answer_of(const Outcome& outcome) {
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }

    void meet() {
        const Json marit = answer_of(coach({"person", "card", "--name", "Marit", "--json"}));
        const Json anna = answer_of(trainee({"person", "card", "--name", "Anna", "--json"}));
        answer_of(coach({"person", "add", anna["card"], "--json"}));
        answer_of(trainee({"person", "add", file("marit.card", marit["card"].get<std::string>() + "\n"), "--json"}));
        expect_refused(coach({"person", "trust", "Anna", "--words", std::string(marit["words"])}), "not the words");
        EXPECT_FALSE(
            answer_of(coach({"person", "trust", "Anna", "--words", std::string(anna["words"]), "--json"}))["compared"]
                .is_null());
        answer_of(trainee({"person", "trust", "Marit", "--words", std::string(marit["words"]), "--json"}));
    }
    void code() {
        answer_of(coach({"import", recording("talk.wav", 2), "--trainee", "Anna", "--json"}));
        const std::string csv =
            file("codes.csv", "time,end,speaker,code,attributes,note\n1,,professional,question,,\n");
        answer_of(coach({"code", "talk", "--codebook", "annomi", "--coder", "Marit", "--from", csv, "--json"}));
    }

    support::TemporaryFolder coach_, trainee_;
};

TEST_F(PackageCommands, AReviewGoesThereAndAReplyComesBack) {
    meet();
    code();
    const std::string review = path("anna.terugblik-review"), reply = path("back.terugblik-review");
    EXPECT_THAT(coach({"package", "talk", "--to", "Anna", "--until", "2099-12-31"}).out,
                AllOf(HasSubstr("Anna ("), HasSubstr("1 coding, the whole recording"), HasSubstr("2099-12-31"),
                      HasSubstr("Nothing is written yet")));
    const Json sent = answer_of(coach({"package", "talk", "--to", "Anna", "--out", review, "--json"}));
    EXPECT_EQ(sent["media"], "whole");
    EXPECT_EQ(sent["things"]["coding"], 1);
    expect_refused(coach({"package", "talk", "--to", "Anna", "--out", review}), "exists already");

    const Json opened = answer_of(trainee({"open", review, "--json"}));
    EXPECT_EQ(opened["sender"], "Marit");
    EXPECT_EQ(opened["added"], 3);
    EXPECT_TRUE(opened["has_recording"]);
    EXPECT_EQ(answer_of(trainee({"open", review, "--json"}))["added"], 0);
    const Json rows = answer_of(trainee({"list", "--json"}));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(support::read_file(rows[0]["recordings"][0]), support::read_file(path("talk.wav")));

    answer_of(
        trainee({"code", "talk", "--codebook", "annomi", "--coder", "Anna", "--from", path("codes.csv"), "--json"}));
    const Json back = answer_of(trainee({"package", "talk", "--to", "Marit", "--out", reply, "--json"}));
    EXPECT_TRUE(back["reply"]);
    EXPECT_EQ(back["media"], "none");
    EXPECT_EQ(answer_of(coach({"open", reply, "--json"}))["added"], 1);
    EXPECT_EQ(answer_of(coach({"list", "codings", "--json"})).size(), 2U);
    EXPECT_TRUE(answer_of(coach({"check", "--json"}))["ok"]);
}

TEST_F(PackageCommands, WithAPassphraseNobodyNeedsAKeyButTheSenderMustBeKnown) {
    meet();
    code();
    const std::string review = path("by-mail.terugblik-review");
    const std::string right = file("right.txt", "vier rustige woorden hier\n"), wrong = file("wrong.txt", "vier\n");
    answer_of(coach({"package", "talk", "--passphrase-from", right, "--media", "none", "--out", review, "--json"}));
    expect_refused(trainee({"open", review}), "sealed with a passphrase");
    expect_refused(trainee({"open", review, "--passphrase-from", wrong}), "does not open with this passphrase");
    expect_refused(run({"open", review, "--passphrase-from", right}), "somebody you do not know");
    const Json opened = answer_of(trainee({"open", review, "--passphrase-from", right, "--json"}));
    EXPECT_FALSE(opened["has_recording"]);
}

TEST_F(PackageCommands, WhatMustNotBeReadIsReplacedAndNothingIsWrittenWhileANameIsLeft) {
    meet();
    code();
    const std::string review = path("hidden.terugblik-review");
    const std::vector<std::string> hide = {"package", "talk", "--to", "Anna", "--mute", "0:00-0:01", "--out", review};
    const Outcome refused = coach(hide);
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.err, HasSubstr("--despite-names"));
    EXPECT_THAT(refused.out, AllOf(HasSubstr("Hidden: voices"), HasSubstr("in codes and notes: Marit")));
    EXPECT_FALSE(std::filesystem::exists(review));

    std::vector<std::string> replaced = hide;
    replaced.insert(replaced.end(), {"--name", "Coach", "--replace", "Marit", "--json"});
    const Json sent = answer_of(coach(replaced));
    EXPECT_EQ(sent["leaks"], Json::array());
    EXPECT_EQ(sent["media"], "clips") << "a masked recording is another file";
    EXPECT_EQ(sent["things"]["excerpt"], 1);
    EXPECT_FALSE(answer_of(trainee({"open", review, "--json"}))["has_recording"]);
    EXPECT_EQ(answer_of(trainee({"list", "codings", "--json"}))[0]["coder"], "Person A");

    replaced.back() = "--despite-names";
    replaced[7] = path("despite.terugblik-review");
    replaced[11] = "Kees";
    EXPECT_EQ(coach(replaced).exit_code, 0) << "whoever has looked may go on";
}

TEST_F(PackageCommands, WhatCannotBeIsRefusedInWords) {
    code();
    expect_refused(coach({"package", "talk", "--to", "Anna"}), "you know nobody by this name");
    expect_refused(coach({"package", "talk"}), "Nobody could read this");
    expect_refused(coach({"open", path("nothing.terugblik-review")}), "nothing.terugblik-review");
    expect_refused(coach({"open", file("talk.txt", "hello")}), "not a sealed file");
    expect_refused(coach({"person", "add", "terugblik1qqqq"}), "not a card");
    expect_wrong_usage(coach({"person", "dance"}), "dance");
    expect_wrong_usage(coach({"package", "talk", "--to", "Anna", "--media", "all"}), "--media");
    expect_wrong_usage(coach({"package", "talk", "--to", "Anna", "--blur", "half"}), "--blur");
    expect_wrong_usage(coach({"person", "trust", "Anna"}), "--words");
}

}  // namespace
