// terugblik person [list|card|add|trust|remove] [WHO]: your own card, and the people that packages are exchanged with.
#include "app/commands/find.h"
#include "app/commands/people.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "packages/card.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

constexpr std::size_t kLargestCard = 64 * 1024;

struct PersonArguments {
    std::string action = "list", who, name, words, out;
};

Json json_of(const library::Person& person) {
    return {{"name", person.name},
            {"words", packages::fingerprint_words(packages::card_of(person))},
            {"compared", person.compared ? Json(base::to_iso8601(*person.compared)) : Json()},
            {"reading_key", person.reading_key},
            {"signing_key", person.signing_key}};
}

std::string line_of(const library::Person& person) {
    const std::string words = packages::fingerprint_words(packages::card_of(person));
    return person.compared ? fmt::format(fmt::runtime(_("{}  {}  compared {}")), person.name, words,
                                         base::to_iso8601(*person.compared).substr(0, 10)) +
                                 "\n"
                           : fmt::format(fmt::runtime(_("{}  {}  not compared yet")), person.name, words) + "\n";
}

Answer list(library::Library& library) {
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const library::Person& person : library.people().all()) {
        answer.json.push_back(json_of(person));
        answer.text += line_of(person);
    }
    if (answer.text.empty())
        answer.text =
            std::string(_("You know nobody yet. Ask for a card, and add it: terugblik person add CARD")) + "\n";
    return answer;
}

Answer card(library::Library& library, const PersonArguments& arguments) {
    const packages::Card card = own_keys().card(own_name(library, arguments.name));
    const std::string text = packages::to_text(card);
    const std::string words = packages::fingerprint_words(card);
    if (!arguments.out.empty()) base::write_whole_file(arguments.out, text + "\n");
    return {
        .json = {{"name", card.name}, {"card", text}, {"words", words}},
        .text = fmt::format("{}\n{}\n", text,
                            fmt::format(fmt::runtime(_("Mail this card. By telephone, your words are: {}")), words)),
        .failure = {}};
}

Answer add(library::Library& library, const PersonArguments& arguments) {
    const bool is_file = std::filesystem::is_regular_file(arguments.who);
    const packages::Card card =
        packages::card_from_text(is_file ? base::read_whole_file(arguments.who, kLargestCard) : arguments.who);
    const library::Person person = packages::person_of(card, arguments.name);
    library.people().add(person);
    return {
        .json = json_of(person),
        .text = fmt::format(fmt::runtime(_("{} is added. Now let {} read these words to you by telephone: {}\nAre they "
                                           "the same? Then: terugblik person trust \"{}\" --words \"...\"")),
                            person.name, person.name, packages::fingerprint_words(card), person.name) +
                "\n",
        .failure = {}};
}

Answer trust(library::Library& library, const PersonArguments& arguments) {
    if (arguments.words.empty()) throw UsageError(_("--words: give the words that the person read to you"));
    library::Person person = find_person(library, arguments.who);
    if (!packages::is_fingerprint(arguments.words, packages::card_of(person)))
        throw base::Error(
            fmt::format(fmt::runtime(_("These are not the words of the card that you have of {}. Somebody "
                                       "may have swapped it: ask for the card again, in another way.")),
                        person.name));
    person.compared = base::now();
    library.people().remember_comparing(person.id, *person.compared);
    return {.json = json_of(person), .text = line_of(person), .failure = {}};
}

Answer remove(library::Library& library, const PersonArguments& arguments) {
    const library::Person person = find_person(library, arguments.who);
    library.people().remove(person.id);
    return {.json = json_of(person),
            .text = fmt::format(fmt::runtime(_("{} is no longer among the people that you know.")), person.name) + "\n",
            .failure = {}};
}

Answer person(const Common& common, const PersonArguments& arguments) {
    library::SqliteLibrary library(library_path(common));
    if (arguments.action == "card") return card(library, arguments);
    if (arguments.action == "list") return list(library);
    if (arguments.who.empty()) throw UsageError(_("Say who: a name, or the card to add."));
    if (arguments.action == "add") return add(library, arguments);
    return arguments.action == "trust" ? trust(library, arguments) : remove(library, arguments);
}

}  // namespace

void add_person(Menu& menu) {
    const auto arguments = std::make_shared<PersonArguments>();
    menu.add("person", _("Your own card, and the people that you exchange reviews with"),
             [arguments](const Common& common) { return person(common, *arguments); })
        .choice("ACTION", arguments->action, {"list", "card", "add", "trust", "remove"}, _("what to do"))
        .argument("WHO", arguments->who, _("a name; for add a card, or a file with one"), Need::Optional)
        .option("--name", arguments->name, _("for card your name, for add what you call this person"))
        .option("--words", arguments->words, _("for trust: the words that the person read to you"))
        .option("--out", arguments->out, _("for card: also write it to this file"));
}

}  // namespace commands
