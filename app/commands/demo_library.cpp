#include "app/commands/demo_library.h"

#include "app/commands/find.h"
#include "app/conversation_files.h"
#include "app/report_making.h"
#include "base/day.h"
#include "base/error.h"
#include "library/conversation_edits.h"
#include "talk/turn.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands::demo {

namespace {

library::Conversation conversation_of(const Script& script, const std::string& film) {
    library::Conversation conversation;
    conversation.id = base::make_id();
    conversation.title = script.title;
    conversation.trainee = script.speakers[0].name;
    conversation.date = script.date;
    conversation.kind = library::kind_named(script.kind);
    conversation.language = script.language;
    conversation.change_goal = script.change_goal;
    conversation.remarks = script.remarks;
    conversation.recordings = {app::look_at(film, "main")};
    conversation.tags = {{kTag, script.key}};
    conversation.created = base::now();
    return conversation;
}

std::vector<talk::Turn> turns_of(const Script& script, const std::string& transcript) {
    std::vector<talk::Turn> turns = talk::read_transcript(transcript).turns;
    for (talk::Turn& turn : turns)
        turn.role = turn.speaker == script.speakers[0].name ? talk::Role::Professional : talk::Role::Client;
    return turns;
}

codes::Event event_of(const Spoken& spoken) {
    codes::Event event;
    event.id = base::make_id();
    event.at = spoken.span.from;
    event.code = spoken.utterance->code;
    event.speaker = spoken.speaker == 0 ? codes::Side::Professional : codes::Side::Client;
    event.attributes = spoken.utterance->attributes;
    event.note = spoken.utterance->note;
    return event;
}

std::vector<codes::Moment> moments_of(const std::vector<Remark>& remarks, const Soundtrack& soundtrack) {
    std::vector<codes::Moment> moments;
    for (const Remark& remark : remarks) {
        const auto spoken = std::find_if(soundtrack.spoken.begin(), soundtrack.spoken.end(),
                                         [&](const Spoken& each) { return each.utterance->mark == remark.mark; });
        if (spoken == soundtrack.spoken.end())
            throw base::Error(fmt::format(fmt::runtime(_("the script has no sentence marked “{}”")), remark.mark));
        moments.push_back({spoken->span.from, spoken->utterance->text, remark.comment, remark.alternative});
    }
    return moments;
}

codes::Coding new_coding(library::Library& library, const Script& script, const base::Id& conversation) {
    const codes::Codebook codebook = codes::shipped_codebooks().front();
    library.store_codebook(codebook);
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = script.coder;
    coding.created = base::now();
    library.add(coding);
    return coding;
}

// Everybody in the demonstration is made up; it shows what a record of consent looks like.
library::Consent consent_to(const library::Conversation& conversation) {
    library::Consent consent;
    consent.conversation = conversation.id;
    consent.who = conversation.language == "nl" ? "de gespreksdeelnemers (verzonnen)" : "the people in it (made up)";
    consent.given = base::day_of(base::now());
    consent.until = base::years_after(consent.given, 1);
    consent.purposes = {library::ConsentPurpose::Coaching, library::ConsentPurpose::Training};
    consent.text_version = "1";
    return consent;
}

}  // namespace

void add_conversation(library::Library& library, const Script& script, const Soundtrack& soundtrack,
                      const std::string& film, const std::string& transcript) {
    const library::Conversation conversation = conversation_of(script, film);
    library.add(conversation);
    const std::vector<talk::Turn> turns = turns_of(script, transcript);
    library.set_turns(conversation.id, turns, talk::TurnSource::Transcript);

    codes::Coding coding = new_coding(library, script, conversation.id);
    const auto edit = [&](const codes::Edit& step) {
        library.apply(coding.id, step);
        codes::apply(coding, step);
    };
    for (const Spoken& spoken : soundtrack.spoken)
        if (!spoken.utterance->code.empty()) edit(codes::edits::added(event_of(spoken)));
    for (const auto& [rating, value] : script.ratings) edit(codes::edits::rated(coding, rating, value));
    codes::Feedback feedback;
    feedback.strengths = moments_of(script.strengths, soundtrack);
    feedback.focus = moments_of(script.focus, soundtrack);
    feedback.next_step = script.next_step;
    edit(codes::edits::wrote(coding, feedback));
    library.consents().record(consent_to(conversation), {});
    app::issue_report(library, app::report_sources(conversation, coding, codebook_of(library, coding), turns),
                      language_for(script.language, conversation));
}

}  // namespace commands::demo
