// The codebooks that come with the program can be read, have the documented form, say everything in both languages, and
// are known to no line of the program.
#include "codes/codebook.h"
#include "project/source_files.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <set>

using codes::Codebook;
using codes::Words;

namespace {

void expect_both_languages(const Words& words, const std::string& where) {
    EXPECT_FALSE(words.en.empty()) << where;
    EXPECT_FALSE(words.nl.empty()) << where;
}

template <class Part>
void expect_both_languages(const Codebook& book, const std::vector<Part>& parts, Words Part::*words) {
    for (const Part& part : parts) expect_both_languages(part.*words, book.key + " " + part.key);
}

// How a validator that is not ours ends on this document: 0 accepted, 1 refused, else it could not run.
project::Outcome against_schema(const std::string& document) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("codebook.json"), document);
    support::write_file(folder.file("validate.py"),
                        "import json, sys, jsonschema\n"
                        "schema, document = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])\n"
                        "jsonschema.Draft7Validator.check_schema(schema)\n"
                        "mistakes = list(jsonschema.Draft7Validator(schema).iter_errors(document))\n"
                        "for mistake in mistakes: print('/'.join(map(str, mistake.path)), mistake.message)\n"
                        "sys.exit(1 if mistakes else 0)\n");
    return project::run("python3 '" + folder.file("validate.py") +
                        "' '" TERUGBLIK_SOURCE_DIR "/docs/codebook.schema.json' '" + folder.file("codebook.json") +
                        "' 2>&1");
}

bool has_validator() {
    return project::run("python3 -c 'import jsonschema' 2>&1").status == 0;
}

}  // namespace

TEST(ShippedCodebooks, HaveTheFormOfTheSchema) {
    if (!has_validator()) GTEST_SKIP() << "python3-jsonschema is not here";
    for (const auto& file : project::source_files({"assets/codebooks"}, {".json"})) {
        const auto outcome = against_schema(file.text);
        EXPECT_EQ(outcome.status, 0) << file.path << "\n" << outcome.output;
    }
}

TEST(CodebookSchema, RefusesWhatTheProgramRefuses) {
    if (!has_validator()) GTEST_SKIP() << "python3-jsonschema is not here";
    const std::string good =
        R"({"key": "k", "version": "1", "title": "T", "codes": [{"key": "a", "side": "client", "label": "A", )"
        R"("colour": "#0072B2"}], "measures": [{"key": "m", "label": "M", "format": "mean", "numerator": "a", )"
        R"("denominator": "2"}], "rules": [{"key": "r", "kind": "once", "codes": ["a"], "reason": "R"}], )"
        R"("checklists": [{"key": "c", "label": "C", "items": [{"key": "i", "label": "I"}]}], )"
        R"("phases": [{"key": "p", "label": "P", "colour": "#0072B2"}], )"
        R"("permission": {"opened_by": ["a"], "at_most_s": 60}, )"
        R"("hints": [{"key": "h", "kind": "early", "codes": ["a"], "needs": ["a"], "text": "T"}], )"
        R"("coverages": [{"key": "v", "label": "V", "parts": ["a"]}], )"
        R"("pairs": [{"key": "x", "label": "X", "given": ["a"], "then": ["a"], "lag": 2}]})";
    EXPECT_EQ(against_schema(good).status, 0);
    const std::vector<std::pair<std::string, std::string>> slips = {
        {R"("key": "k")", R"("key": "K")"},
        {R"("title": "T",)", ""},
        {R"("title")", R"("titel": "T", "title")"},
        {R"("client")", R"("patient")"},
        {"#0072B2", "blue"},
        {R"("label": "A")", R"("label": {"nl": "A"})"},
        {R"("label": "A")", R"("label": "A", "default_key": "F1")"},
        {R"("label": "A")", R"("label": "A", "groups": "g")"},
        {R"("mean")", R"("count")"},
        {R"("denominator": "2")", R"("few_below": 2)"},
        {R"("denominator": "2")", R"("denominator": "2", "better": "more")"},
        {R"("denominator": "2")", R"("denominator": "2", "fair": "3")"},
        {R"("label": "A")", R"("label": "A", "asks": 1)"},
        {R"("label": "A")", R"("label": "A", "examples": "x")"},
        {R"("once")", R"("twice")"},
        {R"("once")", R"("pyramid")"},
        {R"("once")", R"("exclusion")"},
        {R"("reason": "R")", R"("reason": "R", "excluded": ["a"])"},
        {R"("reason": "R")", R"("reason": "R", "scope": "hour")"},
        {R"([{"key": "i", "label": "I"}])", "[]"},
        {R"("label": "P")", R"("label": "P", "from": 1)"},
        {R"("at_most_s": 60)", R"("at_most_s": 0)"},
        {R"(, "at_most_s": 60)", ""},
        {R"("early")", R"("occurs")"},
        {R"("needs": ["a"], )", ""},
        {R"("parts": ["a"])", R"("parts": [])"},
        {R"("given": ["a"])", R"("given": [])"},
        {R"("lag": 2)", R"("lag": 0)"},
        {R"("lag": 2)", R"("lag": 2, "within_s": 10)"},
        {R"("lag": 2)", R"("kind": "behind")"},
        {R"("lag": 2)", R"("kind": "before", "within_s": 10)"},
        {R"("then": ["a"], "lag": 2)", R"("kind": "before")"}};
    for (const auto& [what, instead] : slips) {
        std::string slipped = good;
        slipped.replace(slipped.find(what), what.size(), instead);
        EXPECT_ANY_THROW((void)codes::parse_codebook(slipped, "slip.json")) << slipped;
        EXPECT_EQ(against_schema(slipped).status, 1) << slipped;
    }
}

// Keys of one word may well stand in a line that means something else; those of two or more are nobody's but theirs.
TEST(ShippedCodebooks, AreKnownToNoLineOfTheProgram) {
    std::set<std::string> keys;
    for (const Codebook& book : codes::shipped_codebooks()) {
        const auto add = [&](const auto& things) {
            for (const auto& thing : things)
                if (thing.key.find('_') != std::string::npos) keys.insert('"' + thing.key + '"');
        };
        add(book.codes);
        add(book.groups);
        add(book.ratings);
        add(book.measures);
        add(book.attributes);
        add(book.rules);
        add(book.checklists);
        add(book.phases);
        add(book.hints);
        add(book.coverages);
        add(book.curves);
        add(book.pairs);
        add(book.self_questions);
        add(book.self_estimates);
    }
    EXPECT_GT(keys.size(), 50u);
    for (const auto& file : project::program_sources())
        for (const std::string& key : keys)
            EXPECT_EQ(file.text.find(key), std::string::npos) << file.path << " names " << key;
}

TEST(ShippedCodebooks, AllParse) {
    const auto files = project::source_files({"assets/codebooks"}, {".json"});
    EXPECT_FALSE(files.empty());
    for (const auto& file : files) EXPECT_NO_THROW((void)codes::parse_codebook(file.text, file.path)) << file.path;
    EXPECT_EQ(codes::shipped_codebooks().size(), files.size());
}

TEST(ShippedCodebooks, SpeakBothLanguages) {
    for (const Codebook& book : codes::shipped_codebooks()) {
        expect_both_languages(book.title, book.key);
        expect_both_languages(book.use, book.key);
        expect_both_languages(book.source, book.key);
        expect_both_languages(book, book.groups, &codes::Group::label);
        expect_both_languages(book, book.attributes, &codes::Attribute::label);
        for (const auto& attribute : book.attributes)
            for (const Words& label : attribute.value_labels)
                expect_both_languages(label, book.key + " " + attribute.key + " " + label.en);
        expect_both_languages(book, book.ratings, &codes::Rating::label);
        expect_both_languages(book, book.ratings, &codes::Rating::definition);
        expect_both_languages(book, book.codes, &codes::Code::label);
        expect_both_languages(book, book.codes, &codes::Code::short_label);
        expect_both_languages(book, book.codes, &codes::Code::definition);
        for (const auto& code : book.codes)
            for (const Words& example : code.examples) expect_both_languages(example, book.key + " " + code.key);
        expect_both_languages(book, book.measures, &codes::Measure::label);
        for (const auto& measure : book.measures) {
            EXPECT_EQ(measure.caveat.en.empty(), measure.caveat.nl.empty()) << book.key << " " << measure.key;
            EXPECT_EQ(measure.threshold_source.en.empty(), !measure.fair) << book.key << " " << measure.key;
            EXPECT_EQ(measure.threshold_source.nl.empty(), !measure.fair) << book.key << " " << measure.key;
        }
    }
}

TEST(ShippedCodebooks, SayTheirRulesListsAndHintsInBothLanguagesAndWhereTheyComeFrom) {
    for (const Codebook& book : codes::shipped_codebooks()) {
        expect_both_languages(book, book.rules, &codes::Rule::reason);
        expect_both_languages(book, book.rules, &codes::Rule::source);
        expect_both_languages(book, book.checklists, &codes::Checklist::label);
        expect_both_languages(book, book.checklists, &codes::Checklist::source);
        for (const auto& checklist : book.checklists)
            expect_both_languages(book, checklist.items, &codes::ChecklistItem::label);
        expect_both_languages(book, book.phases, &codes::Phase::label);
        expect_both_languages(book, book.hints, &codes::Hint::text);
        expect_both_languages(book, book.hints, &codes::Hint::source);
        expect_both_languages(book, book.coverages, &codes::Coverage::label);
        expect_both_languages(book, book.curves, &codes::Curve::label);
        expect_both_languages(book, book.pairs, &codes::Pair::label);
        expect_both_languages(book, book.self_questions, &codes::SelfQuestion::label);
        expect_both_languages(book, book.self_estimates, &codes::SelfEstimate::label);
    }
}

TEST(ShippedCodebooks, GiveEachCodeAKeyOfItsOwn) {
    for (const Codebook& book : codes::shipped_codebooks()) {
        std::set<std::string> keys;
        std::set<std::string> pressed;
        for (const auto& code : book.codes) {
            EXPECT_TRUE(keys.insert(code.key).second) << book.key << " " << code.key;
            EXPECT_EQ(code.definition.en.find('\n'), std::string::npos) << book.key << " " << code.key;
            EXPECT_TRUE(code.default_key.empty() || pressed.insert(code.default_key).second)
                << book.key << ": two codes on the key " << code.default_key;
        }
    }
}
