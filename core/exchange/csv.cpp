#include "exchange/csv.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "exchange/coded_table.h"
#include "exchange/keys.h"
#include "exchange/nonsense.h"
#include "exchange/table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace exchange {

namespace {

constexpr std::size_t kLargestEventTable = 64u << 20;

struct Column {
    std::string_view name;
    std::array<std::string_view, 3> also;  // what other tables and Dutch spreadsheets call it
};
enum Field : std::size_t {
    TimeField,
    EndField,
    SpeakerField,
    CodeField,
    AttributesField,
    NoteField,
    ConversationField,
    CoderField,
    FieldCount
};
constexpr std::array<Column, FieldCount> kColumns = {{{"time", {"start", "tijd", "begin"}},
                                                      {"end", {"eind", "einde", "stop"}},
                                                      {"speaker", {"spreker", "side", "kant"}},
                                                      {"code", {"codes", "key", "label"}},
                                                      {"attributes", {"attribuut", "attributen", "kenmerken"}},
                                                      {"note", {"notitie", "comment", "opmerking"}},
                                                      {"conversation", {"gesprek", "transcript", "session"}},
                                                      {"coder", {"codeur", "rater", "annotator"}}}};

constexpr const char* kEventColumns = "time,end,speaker,code,attributes,note";

template <class... Values>
[[noreturn]] void skip(const char* reason, const Values&... values) {
    throw Nonsense(fmt::format(fmt::runtime(reason), values...));
}

// Which column of the table holds what; nothing where it is missing.
class Header {
public:
    Header(const Table& table, const std::string& where, std::initializer_list<Field> all_needed,
           const char* columns = kEventColumns) {
        if (!table.rows.empty())
            for (std::size_t field = 0; field < FieldCount; ++field) places_[field] = place(table.rows.front(), field);
        for (const Field needed : all_needed)
            if (!places_[needed])
                throw base::Error(
                    fmt::format(fmt::runtime(_("{}: has no column “{}”. The first line names the columns: {}.")), where,
                                kColumns[needed].name, columns));
    }

    bool knows(std::size_t column) const {
        return std::find(places_.begin(), places_.end(), std::optional(column)) != places_.end();
    }

    std::string_view text(const Row& row, Field field) const {
        const auto& place = places_[field];
        return place && *place < row.fields.size() ? std::string_view(row.fields[*place]) : std::string_view();
    }

private:
    static std::optional<std::size_t> place(const Row& names, std::size_t field) {
        const auto find = [&](std::string_view wanted) -> std::optional<std::size_t> {
            for (std::size_t i = 0; i < names.fields.size(); ++i)
                if (base::folded(base::trimmed(names.fields[i])) == wanted) return i;
            return {};
        };
        if (const auto at = find(kColumns[field].name)) return at;
        for (const std::string_view name : kColumns[field].also)
            if (const auto at = find(name)) return at;
        return {};
    }

    std::array<std::optional<std::size_t>, FieldCount> places_;
};

base::Time read_time(std::string_view text, std::optional<base::Time> duration) {
    const auto time = base::parse_time(base::trimmed(text));
    if (!time) skip(_("“{}” is not a time like 00:12:34.500"), text);
    if (time->microseconds < 0) skip(_("{} lies before the beginning of the recording"), text);
    if (duration && *time > *duration)
        skip(_("{} lies after the end of the recording ({})"), text, base::to_text(*duration));
    return *time;
}

const codes::Code& read_code(std::string_view text, const codes::Codebook& codebook) {
    const codes::Code* code = codebook.find(std::string(base::trimmed(text)));
    if (code == nullptr) skip(_("the code “{}” is not in the codebook {}"), text, codebook.key);
    return *code;
}

codes::Side read_speaker(std::string_view text, const codes::Code& code) {
    const std::string name = base::folded(base::trimmed(text));
    if (name.empty()) return code.side;
    const bool professional = name == "professional" || name == "coach" || name == "p";
    if (!professional && name != "client" && name != "c") skip(_("“{}” is neither professional nor client"), text);
    const codes::Side side = professional ? codes::Side::Professional : codes::Side::Client;
    if (side != code.side) skip(_("the code {} does not belong to the {}"), code.key, name);
    return side;
}

void check_attribute(const std::string& key, const std::string& value, const codes::Code& code,
                     const codes::Codebook& codebook) {
    if (std::find(code.attributes.begin(), code.attributes.end(), key) == code.attributes.end())
        skip(_("the code {} has no attribute “{}”"), code.key, key);
    for (const codes::Attribute& attribute : codebook.attributes)
        if (attribute.key == key &&
            std::find(attribute.values.begin(), attribute.values.end(), value) == attribute.values.end())
            skip(_("“{}” is not a value of the attribute {}"), value, key);
}

// "strength=-2; target=alcohol". The "+2" that people write is the value "2".
std::map<std::string, std::string> read_attributes(std::string_view text, const codes::Code& code,
                                                   const codes::Codebook& codebook) {
    std::map<std::string, std::string> attributes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view part = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) continue;
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) skip(_("“{}” is not an attribute like strength=2"), part);
        const std::string key(base::trimmed(part.substr(0, equals)));
        std::string value(base::trimmed(part.substr(equals + 1)));
        if (value.size() > 1 && value.front() == '+') value.erase(0, 1);
        check_attribute(key, value, code, codebook);
        attributes[key] = value;
    }
    return attributes;
}

codes::Event read_event(const Header& header, const Row& row, const codes::Codebook& codebook,
                        std::optional<base::Time> duration) {
    codes::Event event;
    event.at = read_time(header.text(row, TimeField), duration);
    if (!base::trimmed(header.text(row, EndField)).empty()) {
        event.end = read_time(header.text(row, EndField), duration);
        if (*event.end < event.at) skip(_("it ends before it begins"));
    }
    const codes::Code& code = read_code(header.text(row, CodeField), codebook);
    event.code = code.key;
    event.speaker = read_speaker(header.text(row, SpeakerField), code);
    event.attributes = read_attributes(unguarded(header.text(row, AttributesField)), code, codebook);
    event.note = unguarded(header.text(row, NoteField));
    event.id = base::make_id();
    return event;
}

// Milliseconds as everywhere, microseconds where there are any: reading it back gives the same time.
std::string exact_text(base::Time time) {
    const std::int64_t rest = time.microseconds % 1'000;
    const std::string text = base::to_text(time - base::microseconds(rest));
    return rest == 0 ? text : fmt::format("{}{:03}", text, rest);
}

std::string attributes_text(const codes::Event& event) {
    std::string text;
    for (const auto& [key, value] : event.attributes) text += (text.empty() ? "" : ";") + key + "=" + value;
    return text;
}

// Calls read(row) for each line after the first, and lists those that make no sense.
template <class Read>
std::vector<SkippedLine> each_line(const Table& table, Read read) {
    std::vector<SkippedLine> skipped;
    for (const int line : table.unclosed_lines)
        skipped.push_back({line, _("a quotation mark is opened here and never closed")});
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        try {
            read(table.rows[i]);
        } catch (const Nonsense& nonsense) {
            skipped.push_back({table.rows[i].line, nonsense.what()});
        }
    }
    std::stable_sort(skipped.begin(), skipped.end(),
                     [](const SkippedLine& a, const SkippedLine& b) { return a.line < b.line; });
    return skipped;
}

CodedConversation& conversation_named(CodedTable& table, const std::string& title) {
    if (title.empty()) skip(_("it does not say which conversation it is of"));
    for (CodedConversation& conversation : table.conversations)
        if (conversation.title == title) return conversation;
    table.conversations.push_back({title, {}, {}, {}});
    return table.conversations.back();
}

NamedCoding& coding_by(CodedConversation& conversation, const std::string& coder) {
    if (coder.empty()) skip(_("it does not say who coded it"));
    for (NamedCoding& coding : conversation.codings)
        if (coding.coder == coder) return coding;
    conversation.codings.push_back({coder, {}});
    return conversation.codings.back();
}

void add_tags(std::map<std::string, std::string>& tags, const Header& header, const Row& names, const Row& row) {
    for (std::size_t column = 0; column < std::min(names.fields.size(), row.fields.size()); ++column) {
        const std::string_view name = base::trimmed(names.fields[column]);
        const std::string_view value = base::trimmed(row.fields[column]);
        if (!header.knows(column) && !name.empty() && !value.empty()) tags.emplace(name, value);
    }
}

}  // namespace

ReadEvents read_events_csv(const std::string& path, const codes::Codebook& codebook,
                           std::optional<base::Time> duration) {
    const Table table = read_table(base::read_whole_file(path, kLargestEventTable), path);
    const Header header(table, path, {TimeField, CodeField});
    ReadEvents read;
    read.skipped =
        each_line(table, [&](const Row& row) { read.events.push_back(read_event(header, row, codebook, duration)); });
    std::stable_sort(read.events.begin(), read.events.end(), codes::earlier);
    return read;
}

CodedTable read_coded_csv(const std::string& path, const codes::Codebook& codebook) {
    const Table table = read_table(base::read_whole_file(path, kLargestEventTable), path);
    const Header header(table, path, {ConversationField, CoderField, TimeField, CodeField},
                        "conversation,coder,time,end,speaker,code,attributes,note");
    CodedTable read;
    read.skipped = each_line(table, [&](const Row& row) {
        codes::Event event = read_event(header, row, codebook, {});
        CodedConversation& conversation =
            conversation_named(read, std::string(base::trimmed(unguarded(header.text(row, ConversationField)))));
        add_tags(conversation.tags, header, table.rows.front(), row);
        coding_by(conversation, std::string(base::trimmed(unguarded(header.text(row, CoderField)))))
            .events.push_back(std::move(event));
    });
    for (CodedConversation& conversation : read.conversations)
        for (NamedCoding& coding : conversation.codings)
            std::stable_sort(coding.events.begin(), coding.events.end(), codes::earlier);
    return read;
}

std::string events_to_csv(const codes::Coding& coding) {
    std::string text = "time,end,speaker,code,attributes,note\r\n";
    for (const codes::Event& event : coding.events)
        text += fmt::format("{},{},{},{},{},{}\r\n", exact_text(event.at), event.end ? exact_text(*event.end) : "",
                            key_of(event.speaker), table_field(guarded(event.code)),
                            table_field(guarded(attributes_text(event))), table_field(guarded(event.note)));
    return text;
}

}  // namespace exchange
