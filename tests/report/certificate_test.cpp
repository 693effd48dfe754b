// A coder's test against gold as a page.
#include "report/certificate.h"

#include "codes/codebook.h"
#include "report/page.h"
#include "report/pdf_tools.h"

#include <gmock/gmock.h>

namespace report {
namespace {

using testing::HasSubstr;

// Anna's gold has ten open questions and two reflections; Bert hears seven of the questions.
CertificateSources sources() {
    codes::Coding gold, coder;
    for (int moment = 0; moment < 12; ++moment) {
        codes::Event event;
        event.id = base::make_id();
        event.at = base::seconds(10 * moment);
        event.code = moment < 10 ? "open_question" : "simple_reflection";
        gold.events.push_back(event);
        event.id = base::make_id();
        if (moment < 3) event.code = "closed_question";
        coder.events.push_back(event);
    }
    CertificateSources sources;
    sources.coder = "Bert";
    sources.gold_coders = {"Anna"};
    sources.conversations = 1;
    sources.codebook = codes::shipped_codebooks().front();
    sources.tolerance = base::seconds(2);
    const analysis::CodedTogether both = {{&gold, &coder}};
    const auto by_code = [](const codes::Event& event) { return std::optional(event.code); };
    sources.agreement = analysis::agreement_of(both, by_code, sources.tolerance);
    sources.curve = analysis::kappa_by_tolerance(both, by_code, {base::Time{}, base::seconds(2), base::seconds(5)});
    sources.made = base::parse_iso8601("2026-11-22T12:00:00Z").value();
    return sources;
}

TEST(Certificate, SaysKappaByCodeWithItsIntervalWordAndCaution) {
    const Certificate made = make_certificate(sources(), base::Language::English);
    // po = 9/12, pe = (10*7 + 0*3 + 2*2) / 144.
    EXPECT_EQ(made.kappa, "0.49");
    EXPECT_THAT(made.kappa_remark, HasSubstr("moderate (Landis & Koch 1977)"));
    EXPECT_THAT(made.caution, HasSubstr("no one kappa is good enough everywhere"));
    ASSERT_EQ(made.rows.size(), 3u) << "in the order of the codebook, those that one of the two has";
    EXPECT_EQ(made.rows[0].gold, "10");
    EXPECT_EQ(made.rows[0].coder, "7");
    EXPECT_EQ(made.rows[0].both, "7");
    EXPECT_THAT(made.rows[0].remark, HasSubstr(" to "));
    EXPECT_THAT(made.rows[0].remark, HasSubstr("moderate"));
    EXPECT_EQ(made.rows[2].remark, "too few to say") << "two reflections, however alike";
    EXPECT_EQ(made.rows[2].kappa, "1.00");
    EXPECT_THAT(made.sentence, HasSubstr("12 moments in 1 conversation"));
}

TEST(Certificate, TheIntervalIsThatOfFleissCohenAndEveritt) {
    const auto test = sources();
    for (const analysis::LabelAgreement& label : test.agreement.labels) {
        const auto kappa =
            analysis::cohen_kappa({{static_cast<double>(label.both), static_cast<double>(label.only_first)},
                                   {static_cast<double>(label.only_second),
                                    static_cast<double>(12 - label.both - label.only_first - label.only_second)}});
        ASSERT_EQ(kappa.has_value(), label.cohen_interval.has_value()) << label.label;
        if (!kappa) continue;
        EXPECT_NEAR(label.cohen_interval->low, std::max(-1.0, kappa->low), 1e-12);
        EXPECT_NEAR(label.cohen_interval->high, std::min(1.0, kappa->high), 1e-12);
    }
}

TEST(Certificate, IsAPdfWithItsWordsAndTheSameBytesEachTime) {
    const Certificate made = make_certificate(sources(), base::Language::Dutch);
    const std::string pdf = to_pdf(made);
    EXPECT_EQ(pdf, to_pdf(made));
    EXPECT_TRUE(pdf.starts_with("%PDF-1.4"));
    const PageImage page = Pages(made).draw(0, 600);
    EXPECT_EQ(page.width, 600);
    EXPECT_EQ(Pages(made).count(), 1);
    for (const char* words : {"Test against gold", "Bert", "0,49", "Open vraag", "Landis", "Anna"})
        EXPECT_THAT(pdf::text(pdf), HasSubstr(words));
}

TEST(Certificate, NothingInCommonIsNoNumber) {
    CertificateSources empty = sources();
    empty.agreement = {};
    empty.curve.clear();
    const Certificate made = make_certificate(empty, base::Language::English);
    EXPECT_EQ(made.kappa, "n/a");
    EXPECT_TRUE(made.rows.empty());
    EXPECT_FALSE(to_pdf(made).empty());
}

TEST(Certificate, NamesThatAreNoTextDoNotBreakThePage) {
    CertificateSources odd = sources();
    odd.coder = "B\xff" + std::string(300, 'x');
    EXPECT_FALSE(to_pdf(make_certificate(odd, base::Language::English)).empty());
}

}  // namespace
}  // namespace report
