#include "library/memory_recodings.h"

#include "library/checks.h"

#include <algorithm>

namespace library {

std::vector<Recoding> MemoryRecodings::all() {
    std::vector<Recoding> found = kept_;
    std::erase_if(found, [&](const Recoding& recoding) { return !library_.conversation(recoding.conversation); });
    return found;
}

codes::Coding MemoryRecodings::begin(const base::Id& earlier) {
    const auto before = library_.coding(earlier);
    if (!before) refuse_unknown_coding();
    if (under_way(kept_, before->conversation) != nullptr) refuse_second_recoding();
    const codes::Coding coding = begun_like(*before);
    library_.add(coding);
    kept_.push_back({coding.id, earlier, coding.conversation, RecodingState::UnderWay, {}});
    return coding;
}

void MemoryRecodings::end(const base::Id& coding, RecodingState how) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Recoding& recoding) {
        return recoding.coding == coding && recoding.state == RecodingState::UnderWay;
    });
    if (found == kept_.end() || how == RecodingState::UnderWay) refuse_ended_recoding();
    found->state = how;
    found->ended = base::now();
}

bool MemoryRecodings::is_done(const base::Id& coding) const {
    const Recoding* recoding = recoding_of(kept_, coding);
    return recoding != nullptr && recoding->state == RecodingState::Done;
}

}  // namespace library
