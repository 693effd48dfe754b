// Codings as CSV: `time,end,speaker,code,attributes,note`, RFC 4180, UTF-8. What spreadsheets and `terugblik code` use.
#pragma once

#include "codes/coding.h"

#include <optional>
#include <string>
#include <vector>

namespace exchange {

struct SkippedLine {
    int line = 0;  // 1-based
    std::string reason;
};
struct ReadEvents {
    std::vector<codes::Event> events;
    std::vector<SkippedLine> skipped;
};

// Reads leniently: semicolons or tabs, a BOM, CRLF, decimal commas, missing columns. A line that makes no sense, or
// whose times lie outside a recording of that length, is skipped and listed, never guessed. Throws base::Error when the
// file is not a table with a time and a code column.
ReadEvents read_events_csv(const std::string& path, const codes::Codebook& codebook,
                           std::optional<base::Time> duration = {});
// Reading it back gives the same events; notes that a spreadsheet would run as a formula are made harmless.
std::string events_to_csv(const codes::Coding& coding);

}  // namespace exchange
