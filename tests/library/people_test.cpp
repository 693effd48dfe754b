// Known people, what travelled between libraries, reports of others, and all or nothing: in memory and in the file.
#include "base/error.h"
#include "library/any_library.h"
#include "library/samples.h"

#include <gmock/gmock.h>

namespace library {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

template <class Adapter>
class Known : public AnyLibrary<Adapter> {
protected:
    static Person person(const std::string& name, const std::string& key) {
        return {base::make_id(), name, "age1" + key, key, {1'000}, {}};
    }
    // "" where it does not refuse.
    template <class Work>
    static std::string refusal(Work work) {
        try {
            work();
            return {};
        } catch (const base::Error& error) {
            return error.what();
        }
    }
};
TYPED_TEST_SUITE(Known, Adapters, AdapterNames);

TYPED_TEST(Known, PeopleAreKeptWithTheDayOnWhichTheirWordsWereCompared) {
    const Person marit = this->person("Marit", "m"), anna = this->person("Anna", "a");
    this->library().people().add(marit);
    this->library().people().add(anna);
    this->library().people().remember_comparing(anna.id, {2'000});

    Person compared = anna;
    compared.compared = base::Timestamp{2'000};
    EXPECT_EQ(this->reopened().people().all(), (std::vector{compared, marit}));
    this->library().people().remove(marit.id);
    EXPECT_EQ(this->library().people().all(), std::vector{compared});
}

TYPED_TEST(Known, NoTwoPeopleHaveOneNameOrOneKey) {
    People& people = this->library().people();
    people.add(this->person("Anna", "a"));
    EXPECT_THAT(this->refusal([&] { people.add(this->person("Anna", "b")); }), HasSubstr("by the name “Anna”"));
    EXPECT_THAT(this->refusal([&] { people.add(this->person("Hanna", "a")); }), HasSubstr("card of “Anna”"));
    EXPECT_THAT(this->refusal([&] { people.add(this->person(" ", "c")); }), HasSubstr("Give one"));
    EXPECT_THAT(this->refusal([&] { people.remove(base::make_id()); }), HasSubstr("not among the people"));
    EXPECT_THAT(this->refusal([&] { people.remember_comparing(base::make_id(), {1}); }), HasSubstr("not among"));
    EXPECT_EQ(people.all().size(), 1U);
}

TYPED_TEST(Known, TheNewestRevisionOfAThingStandsInPlaceOfTheOneBefore) {
    const ThingName coding{"coding", base::make_id().text};
    EXPECT_EQ(this->library().package_log().standing(coding), std::nullopt);
    const Standing first{"key", false, 3, "hash", base::make_id()};
    this->library().package_log().stand(coding, first);
    EXPECT_EQ(this->reopened().package_log().standing(coding), first);
    const Standing second{"", true, 1'000'000'000'000, "other", first.conversation};
    this->library().package_log().stand(coding, second);
    EXPECT_EQ(this->library().package_log().standing(coding), second);
    EXPECT_EQ(this->library().package_log().standing({"clip", coding.id}), std::nullopt);
}

TYPED_TEST(Known, PackagesAreLoggedOnceOldestFirst) {
    const LoggedPackage sent{base::make_id(),    2,      Passage::Sent, base::make_id(), {"one", "two"},
                             PackedMedia::Clips, {5'000}};
    LoggedPackage opened = sent;
    opened.passage = Passage::Opened;
    opened.with = {};
    opened.at = {4'000};
    this->library().package_log().add(sent);
    this->library().package_log().add(opened);
    this->library().package_log().add(sent);
    EXPECT_EQ(this->reopened().package_log().packages(), (std::vector{opened, sent}));
}

TYPED_TEST(Known, AReportOfAnotherLibraryIsTakenInAsItIs) {
    const base::Id coding = samples::begin_coding(this->library());
    Report report;
    report.id = base::make_id();
    report.coding = coding;
    report.version = 4;
    report.language = "nl";
    report.issued = {77'000};
    report.content = R"({"title":"één"})";
    report.pdf = std::string("%PDF\0\1", 6);
    report.html = "<p>";
    report.sha256 = report_sha256(report.content, report.pdf, report.html);
    this->library().take_in(report);

    const Report kept = this->reopened().report(report.id).value();
    EXPECT_EQ(kept.version, 4);
    EXPECT_EQ(kept.issued, report.issued);
    EXPECT_EQ(kept.sha256, report.sha256);
    EXPECT_EQ(kept.pdf, report.pdf);
    EXPECT_THAT(this->refusal([&] { this->library().take_in(report); }), HasSubstr("in the library already"));

    report.id = base::make_id();
    this->library().take_in(report);
    EXPECT_EQ(this->library().report(report.id)->version, 5) << "4 is taken";
    report.id = base::make_id();
    report.html = "<p>other";
    EXPECT_THAT(this->refusal([&] { this->library().take_in(report); }), HasSubstr("fingerprint differs"));
}

TYPED_TEST(Known, AllOfItHappensOrNothing) {
    const base::Id coding = samples::begin_coding(this->library());
    const auto work = [&](bool fail) {
        this->library().together([&] {
            this->library().apply(coding, codes::edits::added(samples::event(3)));
            this->library().store_codebook(samples::codebook("2.0"));
            this->library().people().add(this->person("Anna", "a"));
            if (fail) throw base::Error("no");
        });
    };
    EXPECT_EQ(this->refusal([&] { work(true); }), "no");
    EXPECT_THAT(this->library().coding(coding)->events, IsEmpty());
    EXPECT_FALSE(this->library().codebook("sample", "2.0"));
    EXPECT_THAT(this->library().people().all(), IsEmpty());
    work(false);
    EXPECT_EQ(this->reopened().coding(coding)->events.size(), 1U);
    EXPECT_TRUE(this->library().codebook("sample", "2.0"));
    EXPECT_EQ(this->library().people().all().size(), 1U);
}

}  // namespace
}  // namespace library
