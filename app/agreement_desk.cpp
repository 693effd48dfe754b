#include "app/agreement_desk.h"

#include "analysis/segment.h"
#include "app/gold_test.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

std::vector<const codes::Coding*> pointers(const std::vector<codes::Coding>& codings) {
    std::vector<const codes::Coding*> all;
    for (const codes::Coding& coding : codings) all.push_back(&coding);
    return all;
}

codes::Coding existing(library::Library& library, const base::Id& id) {
    auto coding = library.coding(id);
    if (!coding) throw base::Error(_("This coding is no longer in the library."));
    return std::move(*coding);
}

void refuse_while_silent(library::Library& library, const codes::Coding& coding) {
    if (library::under_way(library.recodings().all(), coding.conversation) != nullptr)
        throw base::Error(
            _("This conversation is being coded again, silently: nothing is compared until that is done."));
}

// A consensus is nobody's own coding.
std::vector<library::CodingSummary> own_codings(library::Library& library, const codes::Coding& like) {
    std::vector<library::CodingSummary> own =
        library::counting(library.codings(like.conversation), library.recodings().all());
    std::reverse(own.begin(), own.end());
    std::erase_if(own, [&](const library::CodingSummary& coding) {
        return coding.codebook_key != like.codebook_key || coding.codebook_version != like.codebook_version ||
               coding.purpose == codes::Purpose::Consensus;
    });
    return own;
}

std::vector<PairedCodes> pairs_of(const codes::Coding& first, const codes::Coding& second, base::Time tolerance) {
    std::vector<PairedCodes> pairs;
    for (const analysis::Moment& moment :
         analysis::compare({&first, &second}, analysis::by_code(), tolerance).moments) {
        PairedCodes& pair = pairs.emplace_back();
        if (moment.events[0]) pair.first = first.events[*moment.events[0]];
        if (moment.events[1]) pair.second = second.events[*moment.events[1]];
    }
    return pairs;
}

void compare_all(library::Library& library, AgreementDesk& desk) {
    std::vector<codes::Coding> codings;
    for (const library::CodingSummary& summary : own_codings(library, desk.first))
        codings.push_back(existing(library, summary.id));
    std::erase_if(codings, [](const codes::Coding& coding) { return coding.sources.has_value(); });
    if (codings.size() < 3) return;
    codings = analysis::in_common(std::move(codings));
    for (const codes::Coding& coding : codings) desk.all_coders.push_back(coding.coder);
    desk.all = analysis::agreement_of({pointers(codings)}, analysis::by_code(), desk.tolerance);
}

// The newest coding of each of the two, by conversation.
std::map<base::Id, std::pair<base::Id, base::Id>> coded_by_both(library::Library& library, const AgreementDesk& desk) {
    std::map<base::Id, std::pair<base::Id, base::Id>> found;
    for (const library::CodingSummary& coding : library::counting(library.all_codings(), library.recodings().all())) {
        if (coding.codebook_key != desk.codebook.key || coding.codebook_version != desk.codebook.version) continue;
        if (coding.purpose == codes::Purpose::Consensus) continue;
        auto& [first, second] = found[coding.conversation];
        if (coding.coder == desk.first.coder && !first) first = coding.id;
        if (coding.coder == desk.second.coder && !second) second = coding.id;
    }
    found[desk.conversation] = {desk.first.id, desk.second.id};
    std::erase_if(found, [](const auto& each) { return !each.second.first || !each.second.second; });
    return found;
}

RatingAgreement on_rating(const analysis::CodedTogether& together, const codes::Rating& rating) {
    std::vector<double> steps;
    for (int step = rating.minimum; step <= rating.maximum; ++step) steps.push_back(step);
    return {rating.key, analysis::agreement_on_rating(together, rating.key),
            analysis::agreement_on_scale(analysis::ratings_given(together, rating.key), steps)};
}

void compare_numbers(library::Library& library, AgreementDesk& desk) {
    if (desk.first.coder == desk.second.coder) return;
    std::vector<std::vector<codes::Coding>> codings;
    for (const auto& [conversation, pair] : coded_by_both(library, desk))
        codings.push_back(analysis::in_common({existing(library, pair.first), existing(library, pair.second)}));
    analysis::CodedTogether together;
    for (const auto& pair : codings) together.push_back(pointers(pair));
    desk.shared.count = together.size();
    if (together.size() < 2) return;
    desk.shared.counts = analysis::agreement_of(together, analysis::by_code(), desk.tolerance).labels;
    for (const codes::Rating& rating : desk.codebook.ratings)
        desk.shared.ratings.push_back(on_rating(together, rating));
}

void find_consensus(library::Library& library, AgreementDesk& desk) {
    for (const library::CodingSummary& summary : library.codings(desk.conversation)) {
        if (summary.purpose != codes::Purpose::Consensus && summary.purpose != codes::Purpose::Gold) continue;
        const codes::Coding coding = existing(library, summary.id);
        if (!coding.sources || coding.sources->first != desk.first.id || coding.sources->second != desk.second.id)
            continue;
        desk.consensus = coding.id;
        desk.pairing = coding.sources->tolerance;
        measure_consensus(desk, coding);
        return;
    }
}

}  // namespace

std::vector<base::Time> tolerances() {
    std::vector<base::Time> all;
    for (int half_seconds = 1; half_seconds <= 10; ++half_seconds)
        all.push_back(base::milliseconds(500 * half_seconds));
    return all;
}

std::vector<library::CodingSummary> comparable(const std::vector<library::CodingSummary>& codings,
                                               const library::CodingSummary& with) {
    std::vector<library::CodingSummary> found(codings.rbegin(), codings.rend());
    std::erase_if(found, [&](const library::CodingSummary& coding) {
        return coding.codebook_key != with.codebook_key || coding.codebook_version != with.codebook_version;
    });
    return found;
}

AgreementDesk make_agreement_desk(library::Library& library, const base::Id& first, const base::Id& second,
                                  base::Time tolerance) {
    refuse_while_silent(library, existing(library, first));
    std::vector<codes::Coding> two = analysis::in_common({existing(library, first), existing(library, second)});
    AgreementDesk desk;
    desk.first = std::move(two[0]);
    desk.second = std::move(two[1]);
    desk.conversation = desk.first.conversation;
    if (desk.second.conversation != desk.conversation || desk.first.codebook_key != desk.second.codebook_key)
        throw base::Error(_("Only codings of the same conversation by the same codebook can be compared."));
    const auto codebook = library.codebook(desk.first.codebook_key, desk.first.codebook_version);
    if (!codebook) throw base::Error(_("The codebook of this coding is missing from the library."));
    desk.codebook = *codebook;
    desk.tolerance = desk.pairing = tolerance;
    find_consensus(library, desk);
    const analysis::CodedTogether both = {{&desk.first, &desk.second}};
    desk.numbers = analysis::agreement_of(both, analysis::by_code(), desk.tolerance);
    desk.pairs = pairs_of(desk.first, desk.second, desk.tolerance);
    std::vector<base::Time> steps = tolerances();
    steps.insert(steps.begin(), base::Time{});
    desk.curve = analysis::kappa_by_tolerance(both, analysis::by_code(), steps);
    desk.disagreements = analysis::compare_two(desk.first, desk.second, desk.pairing).disagreements;
    compare_all(library, desk);
    compare_numbers(library, desk);
    const bool is_first_gold = desk.first.purpose == codes::Purpose::Gold;
    if (is_first_gold || desk.second.purpose == codes::Purpose::Gold)
        desk.gold_test =
            gold_test(library, desk.codebook, is_first_gold ? desk.second.coder : desk.first.coder, tolerance);
    return desk;
}

void measure_consensus(AgreementDesk& desk, const codes::Coding& consensus) {
    const auto with = [&](const codes::Coding& coding) {
        return analysis::agreement_of({{&coding, &consensus}}, analysis::by_code(), desk.tolerance).cohen_kappa;
    };
    desk.first_with_consensus = with(desk.first);
    desk.second_with_consensus = with(desk.second);
}

}  // namespace app
