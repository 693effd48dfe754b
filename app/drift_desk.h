// Coding again, silently: which old conversations are offered for it, which are under way, and how far a coder still
// codes as before. A value for the Agreement screen and the command drift.
#pragma once

#include "analysis/drift.h"
#include "library/library.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

// What was coded less than this long ago is still remembered, and asked about again no sooner than after the other.
inline constexpr std::int64_t kOldEnoughDays = 30;
inline constexpr std::int64_t kAgainAfterDays = 90;

// A coding that is offered, or one that is under way; never how much was coded.
struct OldCoding {
    base::Id coding;
    std::string title, day;  // of the conversation; when it was coded
};

struct DriftDesk {
    std::vector<std::string> coders;         // everyone who coded by it
    std::vector<codes::Codebook> codebooks;  // those that were coded with
    std::string coder;
    std::string codebook;  // its key
    std::vector<analysis::QuarterAgreement> quarters;
    std::vector<OldCoding> under_way;
    std::vector<OldCoding> offers;  // in an order drawn by chance, so that nobody chooses the easy ones
    std::uint64_t serial = 0;       // changes with all of this
};

// What a coder did again and finished, with the codings as they were then.
std::vector<analysis::CodedAgain> coded_again(library::Library& library, const std::string& coder,
                                              const std::string& codebook_key);
// Empty names: of who, or by what, most was coded lately.
DriftDesk make_drift_desk(library::Library& library, const std::string& coder, const std::string& codebook_key,
                          base::Timestamp now);

}  // namespace app
