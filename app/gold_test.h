// A coder's test against gold: the conversations that have a gold coding and one of this coder, by the same version of
// the codebook, taken together.
#pragma once

#include "library/library.h"
#include "report/certificate.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct GoldPair {
    codes::Coding gold, coder;  // of one conversation
};
report::CertificateSources gold_test(const std::vector<GoldPair>& pairs, const codes::Codebook& codebook,
                                     base::Time tolerance);
// All that this coder has in the library; nothing where that is no conversation with a gold coding.
std::optional<report::CertificateSources> gold_test(library::Library& library, const codes::Codebook& codebook,
                                                    const std::string& coder, base::Time tolerance);

// Throws base::Error, also for what no export may take the place of.
void write_certificate(library::Library& library, const report::CertificateSources& sources, base::Language language,
                       const std::string& path);

}  // namespace app
