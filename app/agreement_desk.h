// What the Agreement screen shows: two codings of the open conversation beside each other, and how far deciding about
// their differences has come. A value; Controller makes it anew when something it is made from changes.
#pragma once

#include "analysis/agreement.h"
#include "analysis/disagreements.h"
#include "analysis/scale.h"
#include "library/library.h"
#include "report/certificate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Of one global rating: as numbers, and as steps of an ordered scale.
struct RatingAgreement {
    std::string rating;  // its key
    std::optional<analysis::Correlations> icc;
    analysis::ScaleAgreement scale;
};

// Agreement on numbers, over all conversations that these two coded by this codebook.
struct SharedConversations {
    std::size_t count = 0;
    std::vector<analysis::LabelAgreement> counts;  // by code
    std::vector<RatingAgreement> ratings;
};

// One moment: what either has there, or only one of them.
struct PairedCodes {
    std::optional<codes::Event> first, second;
};

struct AgreementDesk {
    base::Id conversation;
    codes::Coding first;  // with what lies in the segments of both
    codes::Coding second;
    codes::Codebook codebook;
    base::Time tolerance;
    analysis::Agreement numbers;
    std::vector<PairedCodes> pairs;  // by time: all that the numbers rest on
    std::vector<analysis::KappaAtTolerance> curve;
    base::Time pairing;  // the tolerance of the disagreements: once a consensus is begun it stays
    std::vector<analysis::Disagreement> disagreements;
    // All codings of this conversation by this codebook, where there are more than two.
    std::optional<analysis::Agreement> all;
    std::vector<std::string> all_coders;
    SharedConversations shared;
    base::Id consensus;  // of these two; none: not begun
    // Of the one of these two who is not gold, over all conversations that have a gold coding; nothing where neither
    // is.
    std::optional<report::CertificateSources> gold_test;
    // Each coder with the consensus as it is now.
    std::optional<double> first_with_consensus, second_with_consensus;
    std::uint64_t serial = 0;  // changes with all of this
};

inline constexpr base::Time kUsualTolerance = base::seconds(2);
// Half a second to five seconds.
std::vector<base::Time> tolerances();

// The codings that can be set against each other: by the same version of a codebook, oldest first.
std::vector<library::CodingSummary> comparable(const std::vector<library::CodingSummary>& codings,
                                               const library::CodingSummary& with);

// Reads what it needs from the library. Throws base::Error when one of the codings is not there, or they do not belong
// together.
AgreementDesk make_agreement_desk(library::Library& library, const base::Id& first, const base::Id& second,
                                  base::Time tolerance);
// After a decision.
void measure_consensus(AgreementDesk& desk, const codes::Coding& consensus);

}  // namespace app
