#include "library/sharing.h"

#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace library {

namespace {

template <class... Values>
std::string in_words(const char* text, const Values&... values) {
    return fmt::format(fmt::runtime(text), values...);
}

std::string called(const Conversation& conversation) {
    return conversation.title.empty() ? conversation.id.text : conversation.title;
}

}  // namespace

bool needs_consent(Kind kind) {
    return kind == Kind::Real;
}

std::optional<std::string> reason_not_to_share(Library& library, const base::Id& id, base::Timestamp now,
                                               std::optional<ConsentPurpose> purpose) {
    const std::optional<Conversation> conversation = library.conversation(id);
    if (!conversation) return _("This conversation is not in the library.");
    const std::optional<Consent> consent = library.consents().of(id);
    if (!consent && !needs_consent(conversation->kind)) return {};
    if (!consent)
        return in_words(_("“{}” is a real conversation without a record of consent, so nothing of it may be issued or "
                          "shared. Write the consent down first, under Privacy in the Library."),
                        called(*conversation));
    if (const std::string today = base::day_of(now); today > consent->until)
        return in_words(
            _("The consent for “{}” ended on {}, so nothing of it may be issued or shared any more. Ask for "
              "it again and write that down, or erase the conversation, under Privacy in the Library."),
            called(*conversation), consent->until);
    if (purpose && !consent->purposes.contains(*purpose))
        return in_words(_("The consent for “{}” is not for this use. What it is for stands under Privacy in the "
                          "Library."),
                        called(*conversation));
    return {};
}

void require_may_share(Library& library, const base::Id& conversation, std::optional<ConsentPurpose> purpose) {
    if (const auto reason = reason_not_to_share(library, conversation, base::now(), purpose))
        throw base::Error(*reason);
}

}  // namespace library
