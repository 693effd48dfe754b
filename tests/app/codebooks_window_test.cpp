// The codebook editor in the real window: a codebook of one's own from a copy, used, changed, and a coding that moves
// along with it.
#include "app/code_screen.h"
#include "support/shared_data.h"

#include <fstream>

namespace app {
namespace {

class Codebooks : public CodeScreen {
protected:
    support::Driver& d() { return *driver_; }
    const CodebookDraft& draft() { return *d().model().codebooks.draft; }
    const codes::Codebook* read() {
        const auto& codebook = draft().reading.codebook;
        return codebook ? &*codebook : nullptr;
    }
    std::string why_not() {
        const auto& mistake = draft().reading.mistake;
        return mistake ? mistake->pointer + ": " + mistake->why : "";
    }
    bool is_kept(const std::string& words) {
        return d().until([&] {
            const auto drafts = kept_drafts(library_);
            return drafts.size() == 1 && drafts.begin()->second.find(words) != std::string::npos;
        });
    }
    void copy_the_basis() {
        d().press("F5");
        ASSERT_TRUE(d().until([&] { return d().sees("New from a copy"); }));
        ASSERT_TRUE(d().click("New from a copy"));
        ASSERT_TRUE(d().until([&] { return d().model().codebooks.draft.has_value(); }));
        ASSERT_TRUE(d().click("Codes"));
    }
    void fill(const std::string& field, const std::string& text) {
        d().turns(6);  // what was filled in before may have moved the fields
        ASSERT_TRUE(d().click(field)) << field;
        d().press("ctrl+a");
        d().type(text);
    }
    void add_code(const std::string& label, const std::string& key) {
        d().press("Insert");
        d().turns(6);
        d().type(label);
        d().press("Tab");
        ASSERT_TRUE(is_kept(label));
        fill("Key on the keyboard", key);
        d().press("Return");
    }
    void save() {
        ASSERT_TRUE(d().click("Save (Ctrl+S)"));
        ASSERT_TRUE(d().until([&] { return !d().model().codebooks.draft; })) << d().model().messages.back().text;
    }
    std::string own_key() {
        for (const ShelvedCodebook& each : d().model().codebooks.shelf)
            if (!each.is_shipped) return each.codebook.key;
        return {};
    }
};

TEST_F(Codebooks, FromACopyToACodeThatIsHeard) {
    open_coding();
    copy_the_basis();
    add_code("sigh", "7");
    ASSERT_TRUE(d().until([&] { return read() && read()->find("sigh"); })) << "its label gives it a key";
    EXPECT_EQ(read()->find("sigh")->default_key, "7");
    save();
    const std::string key = own_key();
    ASSERT_TRUE(library_.codebook(key, "1.0"));
    EXPECT_TRUE(kept_drafts(library_).empty());

    d().application().controller().apply(NewCoding{open().conversation.id, key, "Coach"});
    ASSERT_TRUE(d().until([&] { return open().codebook.key == key && open().player && open().player->is_open(); }));
    d().turns(6);
    d().press("7");
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].code, "sigh");
}

TEST_F(Codebooks, AFormulaIsMendedWhereItIsMarked) {
    open_coding(
        {event(1, "open_question", codes::Side::Professional), event(2, "closed_question", codes::Side::Professional)});
    copy_the_basis();
    ASSERT_TRUE(d().click("Measures"));
    ASSERT_TRUE(d().click("New measure"));
    d().turns(6);
    d().type("widely asked");
    ASSERT_TRUE(d().click("a percentage"));
    fill("Divided by (not for a count)", "open_question + closed_question");
    fill("Formula", "open_question + * 2");
    EXPECT_TRUE(d().until([&] { return d().sees("marked 17"); })) << why_not();
    d().press("ctrl+s");
    d().turns(6);
    EXPECT_TRUE(d().model().codebooks.draft) << "not saved with a mistake";
    fill("Formula", "open_question");
    EXPECT_TRUE(d().until([&] { return d().sees("preview: Now, in “Practice talk”:  50 %  =  1 / 2"); }));
    EXPECT_FALSE(d().sees("mistake"));
    d().press("ctrl+s");
    EXPECT_TRUE(d().until([&] { return !d().model().codebooks.draft; }));
}

TEST_F(Codebooks, AKeyThatIsTakenIsShownAndCanBeHadInstead) {
    open_coding();
    copy_the_basis();
    d().press("Insert");
    d().turns(6);
    d().type("sigh");
    fill("Key on the keyboard", "Q");
    ASSERT_TRUE(d().until([&] { return d().sees("Use it here instead"); }));
    ASSERT_TRUE(d().click("Use it here instead"));
    ASSERT_TRUE(d().until([&] { return read() && read()->find("sigh") && read()->find("sigh")->default_key == "Q"; }));
    EXPECT_EQ(read()->find("open_question")->default_key, "");
}

TEST_F(Codebooks, WhatWasTypedSurvivesACrashAndCanBeUndone) {
    open_coding();
    copy_the_basis();
    const std::string before = draft().document;
    d().press("Insert");
    d().turns(6);
    d().type("half a wo");
    ASSERT_TRUE(is_kept("half a wo")) << "although nothing was saved and it may not even be whole";
    while (!draft().before.empty()) ASSERT_TRUE(d().click("Undo"));
    EXPECT_EQ(draft().document, before);
    ASSERT_TRUE(d().click("Redo"));
    EXPECT_NE(draft().document, before);

    driver_.reset();
    driver_ = std::make_unique<support::Driver>(library_);
    d().press("F5");
    ASSERT_TRUE(d().click("Go on writing"));
    EXPECT_TRUE(d().until([&] { return d().model().codebooks.draft.has_value(); }));
}

TEST_F(Codebooks, AltWithAnArrowMovesACode) {
    open_coding();
    copy_the_basis();
    ASSERT_TRUE(d().click("Affirmation"));
    const auto place = [&](const std::string& key) {
        const auto& codes = read()->codes;
        return std::find_if(codes.begin(), codes.end(), [&](const codes::Code& code) { return code.key == key; }) -
               codes.begin();
    };
    const auto before = place("affirmation");
    d().press("alt+Up");
    EXPECT_TRUE(d().until([&] { return place("affirmation") == before - 1; }));
}

TEST_F(Codebooks, ACodingMovesToTheNextVersionAndBack) {
    codes::Codebook first = codes::parse_codebook(R"({"key": "mine", "version": "1.0", "title": "Mine", "codes": [
        {"key": "asks", "side": "professional", "label": "Asks", "colour": "#0072B2", "default_key": "A"},
        {"key": "tells", "side": "professional", "label": "Tells", "colour": "#D55E00", "default_key": "B"}]})",
                                                  "mine");
    const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
    const base::Id coding = samples::add_coding(
        library_, first, clip.path(), base::seconds(20),
        {event(1, "asks", codes::Side::Professional), event(2, "tells", codes::Side::Professional)});
    driver_ = std::make_unique<support::Driver>(library_);
    d().application().controller().apply(OpenCoding{coding});
    ASSERT_TRUE(d().until([&] { return open().player && open().player->is_open(); }));
    d().press("F5");
    ASSERT_TRUE(d().click("Edit"));
    ASSERT_TRUE(d().until([&] { return d().model().codebooks.draft.has_value(); }));
    EXPECT_EQ(read()->version, "1.1") << "the number that is free";
    ASSERT_TRUE(d().click("Codes"));
    ASSERT_TRUE(d().click("Tells"));
    d().press("Delete");
    ASSERT_TRUE(d().until([&] { return read() && read()->codes.size() == 1; }));
    save();
    EXPECT_EQ(library_.coding(coding)->codebook_version, "1.0") << "codings keep theirs";
    EXPECT_EQ(library_.codebook("mine", "1.0")->codes.size(), 2U);

    ASSERT_TRUE(d().click("Move the open coding…"));
    const std::string question = "“Tells” is gone (1 event). Give instead:";
    ASSERT_TRUE(d().until([&] { return d().sees(question); }));
    ASSERT_TRUE(d().click("Move the coding"));
    d().turns(4);
    EXPECT_EQ(open().coding.codebook_version, "1.0") << "not before it is said what becomes of them";
    ASSERT_TRUE(d().click(question));
    ASSERT_TRUE(d().click("Asks"));
    ASSERT_TRUE(d().click("Move the coding"));
    ASSERT_TRUE(d().until([&] { return open().codebook.version == "1.1"; }));
    EXPECT_EQ(events()[1].code, "asks");
    expect_library_agrees();
    EXPECT_EQ(library_.coding(coding)->codebook_version, "1.1");

    d().press("F3");
    d().press("ctrl+z");
    EXPECT_TRUE(d().until([&] { return open().codebook.version == "1.0"; }));
    EXPECT_EQ(events()[1].code, "tells");
    EXPECT_EQ(library_.coding(coding)->codebook_version, "1.0");
}

TEST_F(Codebooks, AFileIsImportedOnceAndExportedNeverOverTheLibrary) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("mine.json");
    std::ofstream(path) << R"({"key": "mine", "version": "2.0", "title": "Mine", "codes": [
        {"key": "asks", "side": "professional", "label": "Asks", "colour": "#0072B2"}]})";
    open_coding();
    Controller& controller = d().application().controller();
    d().press("F5");
    controller.apply(ImportCodebook{path});
    ASSERT_TRUE(library_.codebook("mine", "2.0"));
    controller.apply(ImportCodebook{path});
    EXPECT_EQ(d().model().messages.back().kind, MessageKind::Error) << "version 2.0 is there already";

    const std::string out = folder.file("out.json");
    controller.apply(ExportCodebook{"mine", out});
    EXPECT_EQ(codes::load_codebook(out).version, "2.0");
    const std::string recording = open().conversation.recordings.front().path;
    controller.apply(ExportCodebook{"mine", recording});
    EXPECT_EQ(d().model().messages.back().kind, MessageKind::Error);
    std::ofstream(folder.file("bad.json")) << "{";
    controller.apply(ImportCodebook{folder.file("bad.json")});
    EXPECT_NE(d().model().messages.back().text.find("bad.json"), std::string::npos);
}

}  // namespace
}  // namespace app
