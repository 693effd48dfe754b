// Every text that a person sees is in Dutch too, with the same places for values.
#include "project/source_files.h"
#include "support/shared_data.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>

namespace {

const std::string kRoot = TERUGBLIK_SOURCE_DIR;
const std::string kCatalogue = kRoot + "/assets/locale/nl.po";

struct Entry {
    std::string id, id_plural;
    std::vector<std::string> texts;
};

std::vector<Entry> read_catalogue() {
    static const std::regex line_form(R"re(^(msgid|msgid_plural|msgstr|msgstr\[\d\])?\s*"(.*)"$)re");
    std::vector<Entry> entries;
    std::string* current = nullptr;
    std::istringstream lines(support::read_file(kCatalogue));
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, line_form)) continue;
        const std::string keyword = match[1];
        if (keyword == "msgid") current = &entries.emplace_back().id;
        if (keyword == "msgid_plural") current = &entries.back().id_plural;
        if (keyword.starts_with("msgstr")) current = &entries.back().texts.emplace_back();
        *current += match[2];
    }
    return entries;
}

// "{} of {:.1f}" -> {"{:.1f}", "{}"}: the order may change between languages, by number; what is filled in may not.
std::vector<std::string> places_in(const std::string& text) {
    static const std::regex place(R"(\{\{|\}\}|\{[^{}]*\}|%[-+ 0-9.*]*[a-zA-Z%])");
    std::vector<std::string> found;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), place); match != std::sregex_iterator(); ++match) {
        if (match->str() != "{{" && match->str() != "}}") found.push_back(match->str());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST(Translations, EveryTextInTheSourceStandsInTheDutchCatalogue) {
    const support::TemporaryFolder folder;
    const std::string texts = folder.file("texts.pot");
    const auto collected = project::run("'" + kRoot + "/scripts/translations' --template '" + texts + "'");
    ASSERT_EQ(collected.status, 0) << collected.output;
    const auto compared = project::run("msgcmp '" + kCatalogue + "' '" + texts + "'");
    EXPECT_EQ(compared.status, 0) << "Run scripts/translations and translate what it adds.\n" << compared.output;
}

TEST(Translations, TheCatalogueIsWellFormed) {
    const auto checked = project::run("msgfmt --check --output-file=/dev/null '" + kCatalogue + "'");
    EXPECT_EQ(checked.status, 0) << checked.output;
    EXPECT_GT(read_catalogue().size(), 50u);
}

TEST(Translations, KeepThePlacesForValues) {
    for (const Entry& entry : read_catalogue()) {
        if (entry.id.empty()) continue;
        const std::string& plural = entry.id_plural.empty() ? entry.id : entry.id_plural;
        for (std::size_t form = 0; form < entry.texts.size(); ++form) {
            const std::string& original = form == 0 ? entry.id : plural;
            EXPECT_EQ(places_in(entry.texts[form]), places_in(original)) << entry.id << "\n" << entry.texts[form];
        }
    }
}

TEST(Translations, CollectingTextsFindsEachWayOfAskingForOne) {
    EXPECT_EQ(places_in("{} of {:.1f}, 50 {{x}}"), (std::vector<std::string>{"{:.1f}", "{}"}));
    const support::TemporaryFolder folder;
    const std::string texts = folder.file("texts.pot");
    ASSERT_EQ(project::run("'" + kRoot + "/scripts/translations' --template '" + texts + "'").status, 0);
    EXPECT_NE(support::read_file(texts).find("there is no such file"), std::string::npos);
}
