// What can be asked for on the Agreement screen.
#pragma once

#include "base/i18n.h"
#include "codes/coding.h"
#include "library/recodings.h"

#include <cstddef>
#include <string>

namespace app {

struct CompareCodings {
    base::Id first;
    base::Id second;
    base::Time tolerance;
};                         // of the open conversation
struct BeginConsensus {};  // of the two that are compared, or go on with the one they have
struct Decide {
    std::size_t disagreement;
    codes::Choice choice;
    std::string note;
    std::string code = {};  // for another code
};
struct MarkPurpose {
    codes::Purpose purpose;
};  // of the open coding

struct SaveCertificate {
    base::Language language;
    std::string path;
};  // of the test against gold; empty path: ask
// Coding again, silently.
struct FollowDrift {
    std::string coder, codebook;
};  // whose and by what is shown
struct BeginRecoding {
    base::Id earlier;
};
struct EndRecoding {
    library::RecodingState how;
};  // of the open coding

}  // namespace app
