// `agree --certificate` and `drift`: a coder against a gold coding, and against what the same coder gave before.
#include "codes/edits.h"
#include "library/sqlite_library.h"
#include "support/decoded.h"
#include "support/shared_data.h"
#include "terugblik.h"

#include <gmock/gmock.h>

using support::expect_refused;
using support::Json;
using support::Outcome;
using testing::HasSubstr;

namespace {

class AgreementCommands : public support::CommandTest {
protected:
    AgreementCommands() : library_(std::make_unique<library::SqliteLibrary>(path_)) {
        library_->store_codebook(book_);
        library::Conversation talk;
        talk.id = talk_;
        talk.title = "Herstel";
        talk.trainee = "Anna";
        talk.date = "2026-01-10";
        talk.created = base::now();
        library_->add(talk);
    }

    // Open and closed questions in turn, ten seconds apart, the first `other` of them the other way round.
    std::vector<codes::Event> questions(int other) const {
        std::vector<codes::Event> events;
        for (int i = 0; i < 20; ++i) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(10 * i);
            event.code = (i % 2 == 0) == (i >= other) ? "open_question" : "closed_question";
            events.push_back(event);
        }
        return events;
    }
    base::Id add(const std::string& coder, codes::Purpose purpose, int other) {
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = talk_;
        coding.codebook_key = book_.key;
        coding.codebook_version = book_.version;
        coding.coder = coder;
        coding.purpose = purpose;
        coding.created = base::now();
        coding.events = questions(other);
        library_->add(coding);
        return coding.id;
    }
    // The program takes the library for its own while it runs.
    Outcome run_on_library(std::vector<std::string> arguments) {
        library_.reset();
        arguments.insert(arguments.end(), {"--library", path_});
        return run(arguments);
    }

    const codes::Codebook book_ = codes::shipped_codebooks().at(0);
    const base::Id talk_ = base::make_id();
    std::string path_ = folder_.file("agreement.terugblik");
    std::unique_ptr<library::SqliteLibrary> library_;
};

TEST_F(AgreementCommands, ACertificateIsWrittenOfOneCoderAgainstTheGoldCoding) {
    const base::Id gold = add("Marit", codes::Purpose::Gold, 0);
    const base::Id tested = add("Ben", codes::Purpose::SecondCoder, 4);
    const std::string page = folder_.file("ben.pdf");
    const Outcome said = run_on_library({"agree", gold.text, tested.text, "--certificate", page, "--json"});
    ASSERT_EQ(said.exit_code, 0) << said.err;
    const Json found = said.json();
    EXPECT_EQ(found["matched"], 20);
    EXPECT_EQ(found["same_code"], 16);
    // 16 of 20 the same, both codes half of the time with each: (0.8 - 0.5) / (1 - 0.5).
    EXPECT_NEAR(found["cohen_kappa"].get<double>(), 0.6, 1e-12);
    EXPECT_EQ(found["certificate"], page);
    const std::string text = support::output_of("pdftotext -layout " + page + " -");
    EXPECT_THAT(text, HasSubstr("Ben"));
    EXPECT_THAT(text, HasSubstr("0.60"));
    EXPECT_THAT(text, HasSubstr("Gold coding by Marit"));
}

TEST_F(AgreementCommands, WithoutExactlyOneGoldCodingThereIsNoCertificate) {
    const base::Id one = add("Marit", codes::Purpose::SecondCoder, 0);
    const base::Id other = add("Ben", codes::Purpose::SecondCoder, 4);
    const std::string page = folder_.file("ben.pdf");
    expect_refused(run_on_library({"agree", one.text, other.text, "--certificate", page}), "marked as gold");
    EXPECT_FALSE(std::filesystem::exists(page));
}

TEST_F(AgreementCommands, DriftComparesWhatACoderCodedAgainWithTheFirstTime) {
    const base::Id earlier = add("Marit", codes::Purpose::Feedback, 0);
    const codes::Coding again = library_->recodings().begin(earlier);
    for (const codes::Event& event : questions(2)) library_->apply(again.id, codes::edits::added(event));
    library_->recodings().end(again.id, library::RecodingState::Done);
    const Outcome said = run_on_library({"drift", "--json"});
    ASSERT_EQ(said.exit_code, 0) << said.err;
    const Json found = said.json();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["coder"], "Marit");
    const Json& quarter = found[0]["quarters"].at(0);
    EXPECT_EQ(quarter["conversations"], 1);
    EXPECT_EQ(quarter["same_code"], 18);
    EXPECT_NEAR(quarter["cohen_kappa"].get<double>(), 0.8, 1e-12);
    EXPECT_EQ(run_on_library({"drift", "--coder", "Ben", "--json"}).json(), Json::array());
}

TEST_F(AgreementCommands, DriftWithNothingCodedAgainSaysWhereThatIsDone) {
    add("Marit", codes::Purpose::SecondCoder, 0);
    EXPECT_THAT(run_on_library({"drift"}).out, HasSubstr("Agreement screen"));
}

}  // namespace
