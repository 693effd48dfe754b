// A library with a conversation of which every part carries a word that is nowhere else, and the search for that word
// in the bytes of every file.
#pragma once

#include "base/hash.h"
#include "codes/edits.h"
#include "library/clip_samples.h"
#include "library/own_files.h"
#include "library/review_samples.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace library::marked {

inline constexpr const char* kWord = "zwartkoppie";  // as the index would have it: small letters without diacritics

inline std::string with_word(const std::string& text) {
    return text + " " + kWord + " " + text;
}

inline std::vector<std::string> files_with_word(const std::string& folder, const std::string& word = kWord) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().string().find(word) != std::string::npos) found.push_back(entry.path().string());
        if (!entry.is_regular_file()) continue;
        if (support::read_file(entry.path().string()).find(word) != std::string::npos)
            found.push_back(entry.path().string());
    }
    return found;
}

// A file that the library keeps itself.
inline std::string own_recording(const std::string& library_path) {
    std::filesystem::create_directories(own_folder(library_path));
    const std::string path = own_folder(library_path) + "/" + kWord + ".mp4";
    std::ofstream(path) << with_word("moving pictures");
    return path;
}

inline Conversation conversation(const std::string& recording) {
    Conversation talk = samples::conversation(with_word("Gesprek"));
    talk.trainee = with_word("Anna");
    talk.change_goal = with_word("minder roken");
    talk.remarks = with_word("opmerking");
    talk.tags = {{"client", with_word("C")}};
    talk.recordings[0].path = recording;
    talk.recordings[0].label = with_word("stem");
    return talk;
}

inline void mark_turns(Library& library, const base::Id& talk) {
    talk::Turn turn;
    turn.span = {base::seconds(1), base::seconds(2)};
    turn.speaker = with_word("Bas");
    turn.text = with_word("ik wil stoppen");
    std::vector<talk::Turn> turns(40, turn);
    library.set_turns(talk, turns, talk::TurnSource::Transcript);
    talk::Turn corrected = turn;
    corrected.text = with_word("ik wil echt stoppen");
    library.change_turns(talk, {{3, turn, corrected}});
    library.step_turns(talk, Direction::Undo);
}

inline base::Id mark_coding(Library& library, const base::Id& talk) {
    codes::Coding coding = samples::coding(talk);
    coding.coder = with_word("Marit");
    library.add(coding);
    for (int at = 0; at < 30; ++at) {
        codes::Event event = samples::event(at);
        event.note = with_word("notitie");
        library.apply(coding.id, codes::edits::added(event));
    }
    library.step(coding.id, Direction::Undo);
    codes::Feedback words;
    words.next_step = with_word("doorvragen");
    words.strengths = {{base::seconds(1), with_word("citaat"), with_word("commentaar"), with_word("alternatief")}};
    library.apply(coding.id, codes::edits::wrote(library.coding(coding.id).value(), words));
    Report report;
    report.coding = coding.id;
    report.language = "nl";
    report.content = R"({"text": ")" + with_word("rapport") + R"("})";
    report.pdf = with_word("pdf");
    report.html = with_word("html");
    library.issue(report);
    return coding.id;
}

// Typed and spoken comments, some changed, undone or removed.
inline void mark_clips(Library& library, const base::Id& talk) {
    Clips& clips = library.clips();
    codes::Clip clip = samples::clip(talk);
    clip.author = with_word("Marit");
    clip.title = with_word("fragment");
    clip.text = with_word("luister");
    clips.put(clip);
    clip.title = with_word("ander fragment");
    clips.put(clip);
    clips.step(talk, Direction::Undo);
    codes::Comment typed = samples::comment(clip.id, with_word("reactie")), spoken = samples::spoken(clip.id);
    typed.author = spoken.author = with_word("Anna");
    clips.put(typed, {});
    clips.put(spoken, with_word("RIFF"));
    typed.removed = true;
    clips.put(typed, {});
    codes::Clip removed = samples::clip(talk);
    removed.text = with_word("weg");
    clips.put(removed);
    removed.removed = true;
    clips.put(removed);
}

inline void mark_own_view(Library& library, const base::Id& talk) {
    codes::Goal goal = samples::goal(talk, with_word("doel"));
    goal.person = goal.author = with_word("Anna");
    library.goals().put(goal);
    goal.removed = true;
    library.goals().put(goal);
    codes::Review review = samples::review(talk, with_word("aandacht"));
    review.trainee = with_word("Anna");
    review.agenda = {with_word("agenda")};
    library.reviews().put(review);
    review.focus = with_word("andere aandacht");
    library.reviews().put(review);
}

inline void mark_privacy(Library& library, const base::Id& talk) {
    Consent consent;
    consent.conversation = talk;
    consent.who = with_word("cliënt");
    consent.given = "2026-11-01";
    consent.until = "2027-11-01";
    consent.purposes = {ConsentPurpose::Coaching};
    consent.text_version = with_word("versie");
    consent.form_name = with_word("formulier");
    library.consents().record(consent, with_word("%PDF"));
    library.retention().choose(talk, "2027-01-01");
    library.access_log().note(AccessVerb::Opened, talk, {});
    library.access_log().note(AccessVerb::Exported, talk, with_word("/media/stick/"));
}

// Every feature once; more than once where something is put in place of something else.
inline base::Id add(Library& library, const std::string& recording) {
    library.store_codebook(samples::codebook());
    Conversation talk = conversation(recording);
    library.add(talk);
    talk.title = with_word("Ander gesprek");
    library.update(talk);
    library.step_conversations(Direction::Undo);
    mark_turns(library, talk.id);
    mark_coding(library, talk.id);
    mark_clips(library, talk.id);
    mark_own_view(library, talk.id);
    mark_privacy(library, talk.id);
    return talk.id;
}

}  // namespace library::marked
