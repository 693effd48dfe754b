#include "exchange/table.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <csv.h>
#include <fmt/format.h>
#include <utility>

namespace exchange {

namespace {

// More than a whole day of coding has by far; a file with so many open quotation marks is something else.
constexpr std::size_t kMostUnclosed = 50;

// What Windows-1252 has in place of the control characters 0x80 to 0x9F; 0xFFFD where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_utf8(std::string& text, char16_t character) {
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | (character >> 6));
        text += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (character >> 12));
        text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (character & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        append_utf8(text, value >= 0x80 && value < 0xA0 ? kWindows1252[value - 0x80U] : value);
    }
    return text;
}

std::string as_text(std::string_view bytes, const std::string& where) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.find('\0') != std::string_view::npos)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: is not a table of text. Save it as CSV in UTF-8 and try again.")), where));
    return base::is_valid_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The lines with their ends, so that together they are the whole text.
std::vector<std::string_view> lines_of(std::string_view text) {
    const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(end), text.size() - 1) + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

char separator_of(std::string_view line) {
    char most = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), most))
            most = candidate;
    return most;
}

// libcsv's parser over some lines. It keeps no line numbers: it is fed line by line, and the first that is not blank
// after the end of a row begins the next.
class Reader {
public:
    Reader(char separator, std::vector<Row>& rows) : rows_(rows) {
        csv_init(&parser_, 0);
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { csv_free(&parser_); }

    void feed(std::string_view line, int number) {
        while (!line.empty()) {  // libcsv ends a row at a CR in the middle of a line too
            const std::size_t length = std::min(line.find('\r'), line.size() - 1) + 1;
            feed_part(line.substr(0, length), number);
            line.remove_prefix(length);
        }
    }

    // The line on which a quotation mark was left open, or 0: a line end ends every row but one inside quotation marks.
    int finish() {
        if (!between_rows_) feed("\n", row_.line);
        return between_rows_ ? 0 : row_.line;
    }

private:
    void feed_part(std::string_view part, int number) {
        if (between_rows_ && is_blank(part)) return;
        if (between_rows_) row_.line = number;
        between_rows_ = false;
        csv_parse(&parser_, part.data(), part.size(), &Reader::on_field, &Reader::on_row, this);
    }
    static void on_field(void* field, std::size_t size, void* self) {
        static_cast<Reader*>(self)->row_.fields.emplace_back(static_cast<const char*>(field), size);
    }
    static void on_row(int, void* self) {
        auto* reader = static_cast<Reader*>(self);
        reader->rows_.push_back(std::exchange(reader->row_, {}));
        reader->between_rows_ = true;
    }

    csv_parser parser_{};
    std::vector<Row>& rows_;
    Row row_;
    bool between_rows_ = true;
};

bool is_formula_sign(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kSigns = {
        "=",           "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
        "\xEF\xBC\xA0"};  // the last four are full-width
    return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

bool is_formula_after_apostrophes(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && is_formula_sign(text.substr(first));
}

}  // namespace

Table read_table(std::string_view bytes, const std::string& where) {
    const std::string text = as_text(bytes, where);
    const std::vector<std::string_view> lines = lines_of(text);
    std::size_t first = 0;
    while (first < lines.size() && is_blank(lines[first])) ++first;
    if (first == lines.size()) return {};

    char separator = separator_of(lines[first]);
    if (lines[first].starts_with("sep=") && lines[first].size() > 4 &&
        std::string_view(",;\t").find(lines[first][4]) != std::string_view::npos)
        separator = lines[first++][4];

    Table table;
    for (std::size_t from = first; from < lines.size();) {
        Reader reader(separator, table.rows);
        for (std::size_t i = from; i < lines.size(); ++i) reader.feed(lines[i], static_cast<int>(i) + 1);
        const int unclosed = reader.finish();
        if (unclosed == 0) break;
        table.unclosed_lines.push_back(unclosed);
        if (table.unclosed_lines.size() > kMostUnclosed)
            throw base::Error(fmt::format(
                fmt::runtime(_("{}: has too many quotation marks that are opened and not closed.")), where));
        from = static_cast<std::size_t>(unclosed);  // lines count from 1: this is the one after it
    }
    return table;
}

std::string table_field(std::string_view text) {
    const bool plain = text.find_first_of(",;\"\r\n\t") == std::string_view::npos;
    if (plain && base::trimmed(text).size() == text.size()) return std::string(text);
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"') quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

std::string guarded(std::string_view text) {
    return std::string(is_formula_after_apostrophes(text) ? "'" : "").append(text);
}

std::string unguarded(std::string_view text) {
    const bool marked = text.starts_with('\'') && is_formula_after_apostrophes(text);
    return std::string(marked ? text.substr(1) : text);
}

}  // namespace exchange
