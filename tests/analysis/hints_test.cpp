#include "analysis/hints.h"

#include "analysis/values.h"

#include <gmock/gmock.h>

namespace analysis {
namespace {

using codes::HintKind;
using codes::Side;
using testing::ElementsAre;
using testing::IsEmpty;
using values::coding;

codes::Codebook garden() {
    codes::Codebook book;
    book.codes = {values::code("dig", Side::Professional, {"work"}), values::code("sow", Side::Professional, {"work"}),
                  values::code("water", Side::Professional), values::code("rain", Side::Client)};
    book.groups = {{"work", {}}};
    book.hints = {{"sown_early", HintKind::Early, {"sow"}, {"dig", "water"}, {}, {}},
                  {"wet", HintKind::Occurs, {"rain", "tools"}, {}, {}, {}}};
    book.coverages = {{"all", {}, {"water", "work", "dig"}}};
    return book;
}

TEST(Hints, SayOnceWhatCameBeforeItsTimeAndWhatWasMissing) {
    const auto raised = raised_hints(garden(), coding(garden(), {{1, "dig"}, {2, "sow"}, {3, "water"}, {4, "sow"}}));
    EXPECT_THAT(raised, ElementsAre(RaisedHint{"sown_early", base::seconds(2), "sow", base::Id{"001"}, {"water"}}));
}

TEST(Hints, AreSilentWhereAllWasHeardInTime) {
    EXPECT_THAT(raised_hints(garden(), coding(garden(), {{1, "dig"}, {2, "water"}, {3, "sow"}})), IsEmpty());
    EXPECT_THAT(raised_hints(garden(), coding(garden(), {{1, "dig"}, {2, "sow"}, {2, "water"}})), IsEmpty())
        << "codes of one moment describe the same words";
    EXPECT_THAT(raised_hints(garden(), coding(garden(), {{1, "dig"}})), IsEmpty());
    EXPECT_THAT(raised_hints(garden(), {}), IsEmpty());
}

TEST(Hints, SayWhereSomethingFirstOccursInACodeOrAChecklist) {
    auto heard = coding(garden(), {{5, "rain"}, {6, "rain"}});
    EXPECT_THAT(raised_hints(garden(), heard),
                ElementsAre(RaisedHint{"wet", base::seconds(5), "rain", base::Id{"000"}, {}}));
    heard.ticks = {{"tools", "spade", base::seconds(4)},
                   {"tools", "fork", base::seconds(3)},
                   {"seeds", "beans", base::seconds(1)}};
    EXPECT_THAT(raised_hints(garden(), heard), ElementsAre(RaisedHint{"wet", base::seconds(3), "tools", {}, {}}));
}

TEST(Hints, ComeByTimeAndOnlyFromTheSegment) {
    auto heard = coding(garden(), {{1, "dig"}, {2, "water"}, {3, "rain"}, {4, "sow"}, {5, "rain"}});
    heard.ticks = {{"tools", "spade", base::seconds(1)}};
    heard.segment = codes::Segment{{base::seconds(4), base::seconds(10)}, {}};
    const auto raised = raised_hints(garden(), heard);
    ASSERT_EQ(raised.size(), 2u);
    EXPECT_EQ(raised[0].hint, "sown_early");
    EXPECT_THAT(raised[0].missing, ElementsAre("dig", "water")) << "what came before the segment was not coded for it";
    EXPECT_EQ(raised[1].at, base::seconds(5));
}

TEST(Coverages, SayWhatWasHeardHowOftenAndWhenFirst) {
    const auto all = coverages(garden(), coding(garden(), {{2, "sow"}, {5, "dig"}, {6, "sow"}}));
    EXPECT_THAT(all.at("all"), ElementsAre(HeardPart{"water", 0, {}}, HeardPart{"work", 3, base::seconds(2)},
                                           HeardPart{"dig", 1, base::seconds(5)}));
}

TEST(Coverages, HonourTheSegment) {
    auto heard = coding(garden(), {{2, "sow"}, {5, "dig"}});
    heard.segment = codes::Segment{{base::seconds(3), base::seconds(10)}, {}};
    EXPECT_THAT(coverages(garden(), heard).at("all")[1], (HeardPart{"work", 1, base::seconds(5)}));
}

}  // namespace
}  // namespace analysis
