#include "app/gold_test.h"

#include "analysis/segment.h"
#include "base/whole_file.h"
#include "library/overwriting.h"

#include <map>
#include <set>

namespace app {

namespace {

std::vector<base::Time> curve_steps() {
    std::vector<base::Time> steps;
    for (int half_seconds = 0; half_seconds <= 10; ++half_seconds)
        steps.push_back(base::milliseconds(500 * half_seconds));
    return steps;
}

struct GoldAndCoder {
    base::Id gold, coder;
};

// The newest of each, by conversation.
std::map<base::Id, GoldAndCoder> tested(library::Library& library, const codes::Codebook& codebook,
                                        const std::string& coder) {
    std::map<base::Id, GoldAndCoder> found;
    std::map<base::Id, base::Timestamp> newest_gold, newest_coder;
    for (const library::CodingSummary& coding : library::seen(library.all_codings(), library.recodings().all())) {
        if (coding.codebook_key != codebook.key || coding.codebook_version != codebook.version) continue;
        const bool is_gold = coding.purpose == codes::Purpose::Gold && coding.coder != coder;
        const bool is_theirs = coding.coder == coder && coding.purpose != codes::Purpose::Gold &&
                               coding.purpose != codes::Purpose::Consensus;
        if (!is_gold && !is_theirs) continue;
        base::Timestamp& newest = (is_gold ? newest_gold : newest_coder)[coding.conversation];
        if (coding.created < newest) continue;
        newest = coding.created;
        GoldAndCoder& pair = found[coding.conversation];
        (is_gold ? pair.gold : pair.coder) = coding.id;
    }
    std::erase_if(found, [](const auto& each) { return !each.second.gold || !each.second.coder; });
    return found;
}

}  // namespace

report::CertificateSources gold_test(const std::vector<GoldPair>& pairs, const codes::Codebook& codebook,
                                     base::Time tolerance) {
    report::CertificateSources test;
    std::vector<std::vector<codes::Coding>> in_common;
    std::set<std::string> gold_coders;
    for (const GoldPair& pair : pairs) {
        test.coder = pair.coder.coder;
        gold_coders.insert(pair.gold.coder);
        in_common.push_back(analysis::in_common({pair.gold, pair.coder}));
    }
    analysis::CodedTogether together;
    for (const auto& pair : in_common) together.push_back({&pair[0], &pair[1]});
    test.gold_coders.assign(gold_coders.begin(), gold_coders.end());
    test.conversations = pairs.size();
    test.codebook = codebook;
    test.tolerance = tolerance;
    test.agreement = analysis::agreement_of(together, analysis::by_code(), tolerance);
    test.curve = analysis::kappa_by_tolerance(together, analysis::by_code(), curve_steps());
    test.made = base::now();
    return test;
}

std::optional<report::CertificateSources> gold_test(library::Library& library, const codes::Codebook& codebook,
                                                    const std::string& coder, base::Time tolerance) {
    std::vector<GoldPair> pairs;
    for (const auto& [conversation, ids] : tested(library, codebook, coder)) {
        auto gold = library.coding(ids.gold);
        auto theirs = library.coding(ids.coder);
        if (gold && theirs) pairs.push_back({std::move(*gold), std::move(*theirs)});
    }
    if (pairs.empty()) return {};
    return gold_test(pairs, codebook, tolerance);
}

void write_certificate(library::Library& library, const report::CertificateSources& sources, base::Language language,
                       const std::string& path) {
    library::check_export(library, path);
    base::write_whole_file(path, report::to_pdf(report::make_certificate(sources, language)));
}

}  // namespace app
