#include "app/commands/chosen_codings.h"

#include "analysis/segment.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace commands {

namespace {

using Tag = std::pair<std::string, std::string>;

std::vector<Tag> tags_of(const std::vector<std::string>& where) {
    std::vector<Tag> tags;
    for (const std::string& each : where) tags.push_back(tag_in("--where", each));
    return tags;
}

bool has_all(const library::Conversation& conversation, const std::vector<Tag>& tags) {
    return std::all_of(tags.begin(), tags.end(), [&](const Tag& tag) {
        const auto found = conversation.tags.find(tag.first);
        return found != conversation.tags.end() && found->second == tag.second;
    });
}

std::vector<codes::Coding> tagged(library::Library& library, const std::vector<Tag>& tags) {
    std::vector<codes::Coding> codings;
    const std::vector<library::Recoding> recodings = library.recodings().all();
    for (const library::Conversation& conversation : library.conversations()) {
        if (!has_all(conversation, tags)) continue;
        for (const library::CodingSummary& summary : library::counting(library.codings(conversation.id), recodings))
            if (auto coding = library.coding(summary.id)) codings.push_back(std::move(*coding));
    }
    return codings;
}

}  // namespace

std::pair<std::string, std::string> tag_in(const char* option, const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0)
        throw UsageError(fmt::format(fmt::runtime(_("{}: “{}” is not TAG=VALUE, such as quality=low")), option, text));
    return {text.substr(0, sign), text.substr(sign + 1)};
}

ChosenCodings choose_codings(library::Library& library, const std::vector<std::string>& names,
                             const std::vector<std::string>& where) {
    if (names.empty() == where.empty()) throw UsageError(_("Name the codings, or choose them with --where."));
    ChosenCodings chosen;
    if (names.empty())
        chosen.codings = tagged(library, tags_of(where));
    else
        for (const std::string& name : names) chosen.codings.push_back(find_coding(library, name));
    if (chosen.codings.empty())
        throw base::Error(
            _("No coding is of a conversation with these tags. See: terugblik list conversations --json"));
    std::stable_sort(chosen.codings.begin(), chosen.codings.end(), [](const codes::Coding& a, const codes::Coding& b) {
        return std::tie(a.conversation.text, a.coder) < std::tie(b.conversation.text, b.coder);
    });
    for (codes::Coding& coding : chosen.codings) coding.events = analysis::coded_events(coding);
    chosen.codebook = codebook_of(library, chosen.codings.front());
    for (const codes::Coding& coding : chosen.codings)
        if (coding.codebook_key != chosen.codebook.key)
            throw base::Error(fmt::format(
                fmt::runtime(_("These codings have different codebooks: {} and {}. Choose those of one codebook.")),
                chosen.codebook.key, coding.codebook_key));
    return chosen;
}

std::vector<std::vector<const codes::Coding*>> by_conversation(const std::vector<codes::Coding>& codings) {
    std::vector<std::vector<const codes::Coding*>> groups;
    for (const codes::Coding& coding : codings) {
        if (groups.empty() || groups.back().front()->conversation != coding.conversation) groups.emplace_back();
        groups.back().push_back(&coding);
    }
    return groups;
}

}  // namespace commands
