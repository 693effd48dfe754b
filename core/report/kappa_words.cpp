#include "report/kappa_words.h"

#include "analysis/kappa.h"

namespace report {

namespace {

const char* word_of(analysis::KappaBand band) {
    switch (band) {
        case analysis::KappaBand::Poor:
            return N_("poor");
        case analysis::KappaBand::Slight:
            return N_("slight");
        case analysis::KappaBand::Fair:
            return NC_("kappa", "fair");
        case analysis::KappaBand::Moderate:
            return N_("moderate");
        case analysis::KappaBand::Substantial:
            return N_("substantial");
        case analysis::KappaBand::AlmostPerfect:
            return N_("almost perfect");
    }
    return "";
}

}  // namespace

std::string band_word(base::Language language, double kappa) {
    return base::translate(language, word_of(analysis::kappa_band(kappa)));
}

std::string band_text(base::Language language, double kappa) {
    return band_word(language, kappa) + " (Landis & Koch 1977)";
}

std::string band_caution(base::Language language) {
    return base::translate(
        language,
        "Such a word is a habit, not a norm: no one kappa is good enough everywhere. It gets lower with fewer codes "
        "and when one code is rare (Bakeman and others 1997), and moments of one conversation are not independent, "
        "so read it beside the differences themselves.");
}

}  // namespace report
