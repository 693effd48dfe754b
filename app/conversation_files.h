// From files that belong together to a conversation that is ready to be added. Window and command line differ only in
// what they do about a file that is refused.
#pragma once

#include "library/import.h"
#include "library/library.h"
#include "talk/turn.h"

#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

// A recording as the library keeps it. Throws when it is none, or its name cannot be kept.
library::Recording look_at(const std::string& path, const std::string& role);
void refuse_unreadable_name(const std::string& path);

// A place of a transcript that could not be read.
struct UnreadPlace {
    std::string file;
    int line = 0;  // in JSON, whose lines say nothing, the number of the item
    std::string reason;
};

struct ReadyConversation {
    library::Conversation conversation;
    std::vector<talk::Turn> turns;
    bool has_turns_by_speech = false;   // instead of from a transcript
    std::vector<UnreadPlace> skipped;   // places of a transcript that could not be read
    std::vector<std::string> left_out;  // transcripts that say the same again
    std::vector<std::string> notes;     // what was taken for granted about a transcript, with its name
};

enum class Transcripts { First, All };

class ConversationFiles {
public:
    // What is in the library already: fingerprint to title.
    using Known = std::map<std::string, std::string>;
    // Called with each file that cannot be used, from where it was caught: `throw;` gives the whole up, to return does
    // without the file.
    using Refused = std::function<void(const std::exception&)>;

    ConversationFiles(Known known, Refused refused) : known_(std::move(known)), refused_(std::move(refused)) {}

    // Nothing when the recording that would play is refused. What is made is known from then on.
    std::optional<ReadyConversation> make(const library::Found& found, Transcripts which = Transcripts::First);

private:
    bool add_recording(library::Conversation& conversation, const std::string& path, const std::string& role);
    void read_transcripts(ReadyConversation& ready, const std::vector<std::string>& paths, Transcripts which);
    void read_chat(library::Conversation& conversation, const std::string& path);
    void refuse_known(const library::Conversation& conversation, const library::Recording& recording) const;

    Known known_;
    Refused refused_;
};

ConversationFiles::Known known_recordings(const std::vector<library::Conversation>& conversations);

}  // namespace app
