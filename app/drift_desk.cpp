#include "app/drift_desk.h"

#include "base/hash.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace app {

namespace {

constexpr std::int64_t kDay = 86'400'000;  // milliseconds
constexpr base::Time kTolerance = base::seconds(2);

bool is_older(base::Timestamp moment, base::Timestamp now, std::int64_t days) {
    return now.milliseconds - moment.milliseconds >= days * kDay;
}

bool can_be_played(const library::Conversation& conversation) {
    std::error_code failed;
    return !conversation.recordings.empty() && std::filesystem::exists(conversation.recordings.front().path, failed);
}

OldCoding old_coding(const library::CodingSummary& coding, const library::Conversation& conversation) {
    return {coding.id, conversation.title.empty() ? conversation.trainee : conversation.title,
            base::to_iso8601(coding.created).substr(0, 10)};
}

std::string drawn(const analysis::Quarter& quarter, const base::Id& coding) {
    return base::sha256(fmt::format("{} {} {}", quarter.year, quarter.number, coding.text));
}

class Offering {
public:
    Offering(library::Library& library, DriftDesk& desk, base::Timestamp now)
        : desk_(desk), now_(now), recodings_(library.recodings().all()) {
        for (library::Conversation& one : library.conversations()) conversations_.emplace(one.id, std::move(one));
        all_ = library.all_codings();
    }

    void offer() {
        for (const library::CodingSummary& coding : all_) {
            const auto conversation = conversations_.find(coding.conversation);
            if (!is_mine(coding) || conversation == conversations_.end()) continue;
            const library::Recoding* recoding = library::recoding_of(recodings_, coding.id);
            if (recoding != nullptr && recoding->state == library::RecodingState::UnderWay)
                desk_.under_way.push_back(old_coding(coding, conversation->second));
            else if (is_offered(coding, conversation->second))
                desk_.offers.push_back(old_coding(coding, conversation->second));
        }
        const analysis::Quarter quarter = analysis::quarter_of(now_);
        std::sort(desk_.offers.begin(), desk_.offers.end(), [&](const OldCoding& a, const OldCoding& b) {
            return drawn(quarter, a.coding) < drawn(quarter, b.coding);
        });
    }

private:
    bool is_mine(const library::CodingSummary& coding) const {
        return coding.coder == desk_.coder && coding.codebook_key == desk_.codebook &&
               coding.purpose != codes::Purpose::Consensus;
    }
    // The newest of theirs, of an old conversation that was not coded again lately.
    bool is_offered(const library::CodingSummary& coding, const library::Conversation& conversation) const {
        if (coding.events == 0 || !is_older(coding.created, now_, kOldEnoughDays)) return false;
        const bool is_newest = std::none_of(all_.begin(), all_.end(), [&](const library::CodingSummary& other) {
            return other.conversation == coding.conversation && is_mine(other) &&
                   std::tie(other.created, other.id) > std::tie(coding.created, coding.id);
        });
        const library::Recoding* recoding = library::recoding_of(recodings_, coding.id);
        return is_newest && !library::under_way(recodings_, coding.conversation) && can_be_played(conversation) &&
               (recoding == nullptr || is_older(coding.created, now_, kAgainAfterDays));
    }

    DriftDesk& desk_;
    base::Timestamp now_;
    std::vector<library::Recoding> recodings_;
    std::map<base::Id, library::Conversation> conversations_;
    std::vector<library::CodingSummary> all_;
};

// Who coded by what; and the choice, where there was none or it is no longer there.
void choose(library::Library& library, DriftDesk& desk) {
    std::vector<library::CodingSummary> all = library.all_codings();
    std::erase_if(all, [](const auto& coding) { return coding.purpose == codes::Purpose::Consensus; });
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.changed > b.changed; });
    std::set<std::string> keys, coders;
    for (const library::CodingSummary& coding : all) keys.insert(coding.codebook_key);
    if (!keys.contains(desk.codebook)) desk.codebook = all.empty() ? "" : all.front().codebook_key;
    for (codes::Codebook& codebook : library.codebooks())
        if (keys.contains(codebook.key)) desk.codebooks.push_back(std::move(codebook));
    std::erase_if(all, [&](const auto& coding) { return coding.codebook_key != desk.codebook; });
    for (const library::CodingSummary& coding : all) coders.insert(coding.coder);
    desk.coders.assign(coders.begin(), coders.end());
    if (!coders.contains(desk.coder)) desk.coder = all.empty() ? "" : all.front().coder;
}

}  // namespace

std::vector<analysis::CodedAgain> coded_again(library::Library& library, const std::string& coder,
                                              const std::string& codebook_key) {
    std::vector<analysis::CodedAgain> again;
    for (const library::Recoding& recoding : library.recodings().all()) {
        if (recoding.state != library::RecodingState::Done || !recoding.ended) continue;
        auto later = library.coding(recoding.coding);
        auto earlier = library.coding(recoding.earlier);
        if (!later || !earlier || later->coder != coder || later->codebook_key != codebook_key) continue;
        again.push_back({std::move(*earlier), std::move(*later), *recoding.ended});
    }
    return again;
}

DriftDesk make_drift_desk(library::Library& library, const std::string& coder, const std::string& codebook_key,
                          base::Timestamp now) {
    DriftDesk desk;
    desk.coder = coder;
    desk.codebook = codebook_key;
    choose(library, desk);
    Offering(library, desk, now).offer();
    desk.quarters = analysis::agreement_by_quarter(coded_again(library, desk.coder, desk.codebook), kTolerance);
    return desk;
}

}  // namespace app
