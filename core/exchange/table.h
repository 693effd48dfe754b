// Delimited text as people and spreadsheets write it (RFC 4180 and its dialects), as rows with their line numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct Row {
    int line = 0;  // 1-based, where the row begins
    std::vector<std::string> fields;
};
struct Table {
    std::vector<Row> rows;            // without empty lines
    std::vector<int> unclosed_lines;  // a quotation mark opens here and never closes; reading goes on at the next line
};

// Commas, semicolons or tabs, whichever the first line has most; a BOM, CRLF or CR line ends, Excel's "sep=;" line.
// Text that is not UTF-8 is taken for Windows-1252, as Excel writes it. Throws base::Error that names `where`.
Table read_table(std::string_view bytes, const std::string& where);

// One field as RFC 4180 wants it.
std::string table_field(std::string_view text);

// A spreadsheet takes a field that begins with = + - @ for a formula and runs it. An apostrophe in front makes it text;
// taking it off again gives back the very same words.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view text);

}  // namespace exchange
