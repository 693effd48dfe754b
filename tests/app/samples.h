// A conversation with one coding, to begin a test with.
#pragma once

#include "base/id.h"
#include "library/library.h"

#include <string>
#include <vector>

namespace samples {

// Returns the coding's id. Without a path the conversation has no recording.
inline base::Id add_coding(library::Library& library, const codes::Codebook& codebook, const std::string& path = {},
                           base::Time duration = {}, const std::vector<codes::Event>& events = {}) {
    library::Conversation conversation;
    conversation.id = base::make_id();
    conversation.title = "Practice talk";
    conversation.trainee = "Robin";
    conversation.date = "2026-11-12";
    if (!path.empty()) {
        library::Recording recording;
        recording.id = base::make_id();
        recording.path = path;
        recording.duration = duration;
        recording.role = "main";
        conversation.recordings = {recording};
    }
    library.add(conversation);
    library.store_codebook(codebook);
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation.id;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = "Coach";
    coding.created = base::now();
    coding.events = events;
    library.add(coding);
    return coding.id;
}

}  // namespace samples
