// terugblik rate CODING KEY=VALUE...: global ratings, in the ranges of the coding's codebook.
#include "app/commands/find.h"
#include "base/i18n.h"
#include "base/text.h"
#include "codes/edits.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace commands {

namespace {

struct RateArguments {
    std::string coding;
    std::vector<std::string> ratings;
};

template <class... Values>
[[noreturn]] void refuse(const char* text, const Values&... values) {
    throw base::Error(fmt::format(fmt::runtime(text), values...));
}

const codes::Rating& rating_named(const codes::Codebook& codebook, const std::string& key) {
    std::string keys;
    for (const codes::Rating& rating : codebook.ratings) {
        if (rating.key == key) return rating;
        keys += (keys.empty() ? "" : ", ") + rating.key;
    }
    if (keys.empty()) refuse(_("“{}”: the codebook {} has no ratings."), key, codebook.key);
    refuse(_("“{}”: the codebook {} has no such rating. It has: {}"), key, codebook.key, keys);
}

int value_of(const codes::Rating& rating, std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = !text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!is_whole || value < rating.minimum || value > rating.maximum)
        refuse(_("{}: “{}” is not a whole number from {} to {}"), rating.key, text, rating.minimum, rating.maximum);
    return value;
}

// All of them are good, or none is kept.
codes::Edit edit_for(const codes::Coding& coding, const codes::Codebook& codebook,
                     const std::vector<std::string>& ratings) {
    codes::Edit edit{"rated", {}};
    codes::Coding rated = coding;
    for (const std::string& text : ratings) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos)
            throw UsageError(fmt::format(fmt::runtime(_("“{}” is not a rating like empathy=4")), text));
        const codes::Rating& rating = rating_named(codebook, std::string(base::trimmed(text.substr(0, equals))));
        const codes::Edit one = codes::edits::rated(
            rated, rating.key, value_of(rating, base::trimmed(std::string_view(text).substr(equals + 1))));
        codes::apply(rated, one);
        edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    return edit;
}

Answer rate(const Common& common, const RateArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const codes::Coding coding = find_coding(library, arguments.coding);
    library.apply(coding.id, edit_for(coding, codebook_of(library, coding), arguments.ratings));
    Answer answer{.json = {{"coding", coding.id.text}, {"ratings", Json::object()}}, .text = {}, .failure = {}};
    const codes::Coding rated = find_coding(library, coding.id.text);
    for (const auto& [key, value] : rated.ratings) {
        answer.json["ratings"][key] = value;
        answer.text += fmt::format("  {:<28}{:>8}\n", key, value);
    }
    return answer;
}

}  // namespace

void add_rate(Menu& menu) {
    const auto arguments = std::make_shared<RateArguments>();
    menu.add("rate", _("Gives a coding global ratings; undone in the window like any other edit"),
             [arguments](const Common& common) { return rate(common, *arguments); })
        .argument("CODING", arguments->coding, _("its id, the beginning of its id, or its conversation"))
        .arguments("RATING", arguments->ratings, _("a rating of its codebook and its value, like empathy=4"));
}

}  // namespace commands
