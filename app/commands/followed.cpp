#include "app/commands/followed.h"

#include "app/commands/chosen_codings.h"
#include "app/commands/find.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

template <class T>
std::string keys_of(const std::vector<T>& values) {
    std::string keys;
    for (const T& value : values) keys += (keys.empty() ? "" : ", ") + value.key;
    return keys;
}

codes::Codebook codebook_to_follow(library::Library& library, const std::string& key) {
    const std::vector<codes::Codebook> used = library.codebooks();
    if (used.empty()) throw base::Error(_("Nothing in this library has been coded yet."));
    if (key.empty() && used.size() == 1) return used.front();
    const std::string wanted = key.empty() ? codes::kDefaultCodebook : key;
    for (const codes::Codebook& codebook : used)
        if (codebook.key == wanted) return codebook;
    throw base::Error(fmt::format(fmt::runtime(_("Say with --codebook which codebook to follow: {}")), keys_of(used)));
}

}  // namespace

Followed followed(library::Library& library, const std::string& codebook, const std::string& measure) {
    Followed found{app::trend_data(library, codebook_to_follow(library, codebook)), {}, {}};
    const codes::Codebook& book = found.data.codebook;
    if (book.measures.empty())
        throw base::Error(fmt::format(fmt::runtime(_("The codebook {} has no measures.")), book.key));
    const codes::Measure* known = measure.empty() ? &book.measures.front() : found.data.measure(measure);
    if (known == nullptr)
        throw base::Error(fmt::format(fmt::runtime(_("“{}”: the codebook {} has no such measure. It has: {}")), measure,
                                      book.key, keys_of(book.measures)));
    found.measure = *known;
    if (!analysis::can_be_followed(book, found.measure))
        found.warnings.push_back(fmt::format(
            fmt::runtime(_("“{}” needs more than counts, ratings and talk time, so it cannot be followed.")),
            found.measure.key));
    if (book.counting == codes::Counting::Volleys)
        found.warnings.emplace_back(
            _("Every code counts here as it was coded; a report by this codebook counts by volley."));
    return found;
}

analysis::IsWanted wanted(library::Library& library, const std::string& person, const std::string& tag) {
    std::optional<std::map<base::Id, std::string>> values;
    std::string value;
    if (!tag.empty()) {
        const auto [name, asked] = tag_in("--group", tag);
        values = library.tag_values(name);
        value = asked;
    }
    return [person, values = std::move(values), value](const codes::CountedCoding& coding) {
        if (!person.empty() && coding.trainee != person) return false;
        if (!values) return true;
        const auto found = values->find(coding.conversation);
        return found != values->end() && found->second == value;
    };
}

Json heading(const Followed& followed) {
    return {{"codebook", followed.data.codebook.key}, {"measure", followed.measure.key}, {"counting", "events"}};
}

}  // namespace commands
