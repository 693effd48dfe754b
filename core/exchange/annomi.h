// AnnoMI's tables of transcribed and coded demonstrations (github.com/uccollab/AnnoMI), the simple one and the full
// one: a line for each utterance and annotator, with the second at which it starts. The values of its columns are taken
// for keys of the codebook's codes and of the values of their attributes; no other meaning is given to them.
#pragma once

#include "codes/coding.h"
#include "exchange/csv.h"
#include "talk/turn.h"

#include <map>
#include <string>
#include <vector>

namespace exchange {

struct AnnomiCoding {
    std::string coder;  // "AnnoMI", or "AnnoMI 3" for annotator 3
    std::vector<codes::Event> events;
};
struct AnnomiConversation {
    std::string title;
    std::map<std::string, std::string> tags;  // transcript, quality, topic, url
    std::vector<talk::Turn> turns;            // each up to the start of the next; the last has no length
    std::vector<AnnomiCoding> codings;        // in the order of the table
};
struct ReadAnnomi {
    std::vector<AnnomiConversation> conversations;  // in the order of the table
    std::vector<SkippedLine> skipped;               // makes no sense: not taken over
    std::vector<SkippedLine> moved;                 // taken over, at another time than the table has
};

// Utterances keep their order: one that starts before the one in front of it, or at a time that cannot be read, gets
// the time of that one, and is listed. Throws base::Error that names the file when it is not such a table.
ReadAnnomi read_annomi(const std::string& path, const codes::Codebook& codebook);

}  // namespace exchange
