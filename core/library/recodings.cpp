#include "library/recodings.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/library.h"

#include <algorithm>

namespace library {

bool is_unseen(const std::vector<Recoding>& recodings, const base::Id& conversation, const base::Id& coding) {
    const Recoding* now = under_way(recodings, conversation);
    return now != nullptr && now->coding != coding;
}

const Recoding* recoding_of(const std::vector<Recoding>& recodings, const base::Id& coding) {
    const auto found = std::find_if(recodings.begin(), recodings.end(),
                                    [&](const Recoding& recoding) { return recoding.coding == coding; });
    return found == recodings.end() ? nullptr : &*found;
}

const Recoding* under_way(const std::vector<Recoding>& recodings, const base::Id& conversation) {
    const auto found = std::find_if(recodings.begin(), recodings.end(), [&](const Recoding& recoding) {
        return recoding.conversation == conversation && recoding.state == RecodingState::UnderWay;
    });
    return found == recodings.end() ? nullptr : &*found;
}

std::vector<CodingSummary> seen(std::vector<CodingSummary> codings, const std::vector<Recoding>& recodings) {
    std::erase_if(codings,
                  [&](const CodingSummary& coding) { return is_unseen(recodings, coding.conversation, coding.id); });
    return codings;
}

std::vector<CodingSummary> counting(std::vector<CodingSummary> codings, const std::vector<Recoding>& recodings) {
    std::erase_if(codings,
                  [&](const CodingSummary& coding) { return !counts(recodings, coding.conversation, coding.id); });
    return codings;
}

bool counts(const std::vector<Recoding>& recodings, const base::Id& conversation, const base::Id& coding) {
    return !is_unseen(recodings, conversation, coding) && recoding_of(recodings, coding) == nullptr;
}

codes::Coding begun_like(const codes::Coding& earlier) {
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = earlier.conversation;
    coding.codebook_key = earlier.codebook_key;
    coding.codebook_version = earlier.codebook_version;
    coding.coder = earlier.coder;
    coding.segment = earlier.segment;  // what was not coded then is not asked for now
    coding.created = base::now();
    return coding;
}

void refuse_second_recoding() {
    throw base::Error(_("This conversation is being coded again already. Finish that one first."));
}

void refuse_ended_recoding() {
    throw base::Error(_("This coding is no silent re-coding that is still under way."));
}

void refuse_change_of_recoding() {
    throw base::Error(
        _("This re-coding is done, so it stays as it was: otherwise it would not say how you code now. Make a new "
          "coding of the conversation for anything else."));
}

}  // namespace library
