// Conversations, codings and a codebook to fill a library with.
#pragma once

#include "codes/random_edits.h"
#include "codes/samples.h"
#include "library/library.h"

#include <string>

namespace samples {

inline library::Recording recording(const std::string& path = "/videos/talk.mp4") {
    library::Recording recording;
    recording.id = base::make_id();
    recording.path = path;
    recording.size = 123;
    recording.fingerprint = "f";
    recording.duration = base::seconds(600);
    recording.role = "main";
    return recording;
}

inline library::Conversation conversation(const std::string& title = "Gesprek met Anna") {
    library::Conversation conversation;
    conversation.id = base::make_id();
    conversation.title = title;
    conversation.trainee = "Anna";
    conversation.date = "2026-11-12T14:03:00+01:00";
    conversation.kind = library::Kind::RolePlay;
    conversation.language = "nl";
    conversation.change_goal = "minder roken";
    conversation.recordings = {recording()};
    conversation.tags = {{"quality", "high"}};
    conversation.created = base::now();
    return conversation;
}

inline codes::Codebook codebook(const std::string& version = "1.0") {
    std::string json = kCodebook;
    json.replace(json.find("1.0"), 3, version);
    return codes::parse_codebook(json, "sample");
}

inline codes::Coding coding(const base::Id& conversation) {
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation;
    coding.codebook_key = "sample";
    coding.codebook_version = "1.0";
    coding.coder = "Marit";
    coding.created = base::now();
    return coding;
}

// A library with the codebook, one conversation and one empty coding; returns the coding's id.
inline base::Id begin_coding(library::Library& library) {
    library.store_codebook(codebook());
    const library::Conversation talk = conversation();
    library.add(talk);
    const codes::Coding begun = coding(talk.id);
    library.add(begun);
    return begun.id;
}

}  // namespace samples
