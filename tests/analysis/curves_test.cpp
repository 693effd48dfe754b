#include "analysis/curves.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Event event(int second, const char* code, const char* valence = "") {
    codes::Event made;
    made.at = base::seconds(second);
    made.code = code;
    if (*valence != 0) made.attributes["valence"] = valence;
    return made;
}

codes::Codebook codebook() {
    codes::Codebook book;
    for (const char* key : {"change", "sustain", "both", "reason"}) {
        codes::Code code;
        code.key = key;
        book.codes.push_back(code);
    }
    book.codes[2].groups = {"for", "against"};
    book.codes[3].groups = {"for", "against"};
    book.groups = {{"for", {}, {{"valence", {"+"}}}}, {"against", {}, {{"valence", {"-"}}}}};
    return book;
}

TEST(Curves, RiseAndFallWithTheEventsOfTheirSides) {
    const codes::Curve curve{"balance", {}, {"change", "for"}, {"sustain", "against"}};
    const auto points = curve_points(codebook(), curve,
                                     {event(1, "change"), event(2, "unknown"), event(3, "sustain"), event(4, "sustain"),
                                      event(5, "reason", "+"), event(6, "reason", "-"), event(7, "reason")});
    const std::vector<CurvePoint> expected = {{base::seconds(1), 1},
                                              {base::seconds(3), 0},
                                              {base::seconds(4), -1},
                                              {base::seconds(5), 0},
                                              {base::seconds(6), -1}};
    EXPECT_EQ(points, expected);
}

TEST(Curves, DoNotMoveForAnEventOfBothSides) {
    const codes::Curve curve{"balance", {}, {"change", "both"}, {"both"}};
    EXPECT_TRUE(curve_points(codebook(), curve, {event(1, "both")}).empty());
    EXPECT_TRUE(curve_points(codebook(), curve, {}).empty());
}

}  // namespace
}  // namespace analysis
