// What a table of other people's codings holds: conversations without recordings, as each of several coders coded them.
#pragma once

#include "codes/coding.h"
#include "exchange/csv.h"
#include "talk/turn.h"

#include <map>
#include <string>
#include <vector>

namespace exchange {

struct NamedCoding {
    std::string coder;
    std::vector<codes::Event> events;
};
struct CodedConversation {
    std::string title;
    std::map<std::string, std::string> tags;
    std::vector<talk::Turn> turns;
    std::vector<NamedCoding> codings;  // in the order of the table
};
struct CodedTable {
    std::vector<CodedConversation> conversations;  // in the order of the table
    std::vector<SkippedLine> skipped;              // makes no sense: not taken over
    std::vector<SkippedLine> moved;                // taken over, at another time than the table has
};

// `conversation,coder,time,end,speaker,code,attributes,note`, as leniently as read_events_csv(). Every other column is
// a tag of its conversation: the first value that it has there. Throws base::Error that names the file when a needed
// column is missing.
CodedTable read_coded_csv(const std::string& path, const codes::Codebook& codebook);

}  // namespace exchange
