// A coder's test against gold as one page: how far this coder gives the codes that the gold codings have, by code, with
// all that must be said beside it. A value, made once in one language; drawn as a report is.
#pragma once

#include "analysis/agreement.h"
#include "codes/codebook.h"
#include "report/kappa_chart.h"

#include <string>
#include <vector>

namespace report {

struct CertificateRow {
    std::string label;
    codes::Colour colour;
    std::string gold, coder, both;  // how often
    std::string kappa;              // "0.60", "n/a"
    std::string remark;             // "0.31 to 0.89 · moderate (Landis & Koch 1977)", "too few to say"
};

struct Certificate {
    base::Language language = base::Language::English;
    std::string title, coder, subtitle;
    std::string kappa, kappa_name, kappa_remark;
    std::string sentence, caution;
    std::string rows_heading, curve_heading, method_heading;
    CertificateRow heads;
    std::vector<CertificateRow> rows;
    KappaCurve curve;
    std::string curve_text;  // the same in words
    std::vector<std::string> method;
    std::vector<std::string> footer;
    base::Timestamp made;
};

// What it is made from: the agreement is of the gold codings, first, with those of the coder.
struct CertificateSources {
    std::string coder;
    std::vector<std::string> gold_coders;  // each once
    std::size_t conversations = 0;         // a title may name somebody, so they are counted only
    codes::Codebook codebook;
    base::Time tolerance;
    analysis::Agreement agreement;
    std::vector<analysis::KappaAtTolerance> curve;
    base::Timestamp made;
};
Certificate make_certificate(const CertificateSources& sources, base::Language language);

// A4, as a report's; the same certificate gives the same bytes.
std::string to_pdf(const Certificate& certificate);

}  // namespace report
