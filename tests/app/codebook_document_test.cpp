#include "app/codebook_document.h"

#include "codes/samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace app {
namespace {

Document sample() {
    return editable(samples::kCodebook);
}

TEST(CodebookDocument, EveryShippedCodebookSaysTheSameAfterEditing) {
    for (const codes::Codebook& book : codes::shipped_codebooks()) {
        const DocumentReading reading = read_document(to_text(editable(book.json)));
        EXPECT_FALSE(reading.mistake) << book.key << reading.mistake->pointer << reading.mistake->why;
        ASSERT_TRUE(reading.codebook) << book.key;
        EXPECT_TRUE(codes::say_the_same(*reading.codebook, book)) << book.key;
    }
}

TEST(CodebookDocument, AMistakeIsNamedByItsPlace) {
    Document document = sample();
    document["codes"][1]["default_key"] = "Q";
    DocumentReading reading = read_document(to_text(document));
    ASSERT_TRUE(reading.mistake);
    EXPECT_EQ(reading.mistake->pointer, "/codes/1/default_key");
    EXPECT_FALSE(reading.codebook);

    document = sample();
    document["measures"][0]["denominator"] = "questions +";
    reading = read_document(to_text(document));
    ASSERT_TRUE(reading.mistake);
    EXPECT_EQ(reading.mistake->pointer, "/measures/0/denominator");
    EXPECT_TRUE(reading.codebook) << "so that everything else can still be shown";

    document = sample();
    document["self_questions"] = Document::parse(
        R"([{"key": "most", "label": {"en": "Most?"}, "professional": "questions", "client": "no_such_code"}])");
    reading = read_document(to_text(document));
    ASSERT_TRUE(reading.mistake);
    EXPECT_EQ(reading.mistake->pointer, "/self_questions/0/client");
}

TEST(CodebookDocument, WhatIsNoDocumentAtAllIsAMistakeAndNoCrash) {
    for (const char* json : {"", "{", "[]", "null", "{\"codes\": 3}", "{\"title\": [1, {}]}"}) {
        EXPECT_TRUE(read_document(json).mistake) << json;
        EXPECT_TRUE(editable(json).is_object()) << json;
        EXPECT_TRUE(read_document(to_text(editable(json))).mistake) << json;
    }
}

TEST(CodebookDocument, AKeyComesFromALabel) {
    EXPECT_EQ(key_from("Complexe reflectie"), "complexe_reflectie");
    EXPECT_EQ(key_from("  Één vraag, open! "), "een_vraag_open");
    EXPECT_EQ(key_from("???"), "");
    EXPECT_LE(key_from(std::string(500, 'a')).size(), 64U);
    EXPECT_EQ(free_key(sample(), "codes", "open_question"), "open_question_2");
    EXPECT_EQ(free_key(sample(), "codes", "questions"), "questions_2") << "a group has it";
    EXPECT_EQ(free_key(sample(), "measures", "questions"), "questions") << "measures have names of their own";
}

TEST(CodebookDocument, ARenamedCodeIsFollowedWhereverItIsNamed) {
    Document document = sample();
    document["codes"][1]["parent"] = "open_question";
    document["quotes"] = {"open_question", "questions"};
    document["measures"][0]["numerator"] = "open_question + open_question_x / 2";
    rename_key(document, "codes", "open_question", "wide");
    EXPECT_EQ(document["codes"][0]["key"], "wide");
    EXPECT_EQ(document["codes"][1]["parent"], "wide");
    EXPECT_EQ(document["quotes"], Document::parse(R"(["wide", "questions"])"));
    EXPECT_EQ(document["measures"][0]["numerator"], "wide + open_question_x / 2");
}

TEST(CodebookDocument, ARenamedAttributeIsFollowedAndACodeOfThatNameIsNot) {
    Document document = sample();
    document["codes"][0]["key"] = "strength";
    document["groups"][0]["where"] = {{"strength", {"1"}}};
    document["measures"][0]["numerator"] = "strength";
    rename_key(document, "attributes", "strength", "force");
    EXPECT_EQ(document["attributes"][0]["key"], "force");
    EXPECT_EQ(document["codes"][2]["attributes"], Document::parse(R"(["force"])"));
    EXPECT_TRUE(document["groups"][0]["where"].contains("force"));
    EXPECT_EQ(document["codes"][0]["key"], "strength");
    EXPECT_EQ(document["measures"][0]["numerator"], "strength");
}

}  // namespace
}  // namespace app
