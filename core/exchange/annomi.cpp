#include "exchange/annomi.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/put_in.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "exchange/nonsense.h"
#include "exchange/table.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace exchange {

namespace {

using base::put_in;

constexpr std::size_t kLargestTable = 64u << 20;
constexpr const char* kCoder = "AnnoMI";

class Columns {
public:
    Columns(const Table& table, const std::string& where) {
        if (!table.rows.empty())
            for (std::size_t i = 0; i < table.rows.front().fields.size(); ++i)
                places_.emplace(base::folded(base::trimmed(table.rows.front().fields[i])), i);
        for (const char* needed : {"transcript_id", "utterance_id", "interlocutor", "timestamp",
                                   "main_therapist_behaviour", "client_talk_type"})
            if (!places_.contains(needed))
                throw base::Error(put_in(_("{}: is not a table of AnnoMI: it has no column “{}”."), where, needed));
    }

    std::string_view text(const Row& row, const std::string& name) const {
        const auto place = places_.find(name);
        if (place == places_.end() || place->second >= row.fields.size()) return {};
        return base::trimmed(row.fields[place->second]);
    }

private:
    std::map<std::string, std::size_t> places_;
};

bool is_said(std::string_view value) {
    return !value.empty() && value != "n/a";
}

// The table names some columns after the therapist: therapist_input_subtype is the attribute input_subtype.
std::string_view value_of_attribute(const Columns& columns, const Row& row, const std::string& key) {
    const std::string_view value = columns.text(row, key);
    return value.empty() ? columns.text(row, "therapist_" + key) : value;
}

std::map<std::string, std::string> read_attributes(const Columns& columns, const Row& row, const codes::Code& code,
                                                   const codes::Codebook& codebook) {
    std::map<std::string, std::string> attributes;
    for (const codes::Attribute& attribute : codebook.attributes) {
        if (std::find(code.attributes.begin(), code.attributes.end(), attribute.key) == code.attributes.end()) continue;
        const std::string value = base::folded(value_of_attribute(columns, row, attribute.key));
        if (!is_said(value)) continue;
        if (std::find(attribute.values.begin(), attribute.values.end(), value) == attribute.values.end())
            throw Nonsense(put_in(_("“{}” is not a value of the attribute {}"), value, attribute.key));
        attributes[attribute.key] = value;
    }
    return attributes;
}

codes::Side read_side(std::string_view interlocutor) {
    if (interlocutor == "therapist") return codes::Side::Professional;
    if (interlocutor == "client") return codes::Side::Client;
    throw Nonsense(put_in(_("“{}” is neither therapist nor client"), interlocutor));
}

int read_number(std::string_view text) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ptr != end || read.ec != std::errc{})
        throw Nonsense(put_in(_("“{}” is not the number of an utterance"), text));
    return number;
}

// An event without its time, which depends on the utterances before it.
codes::Event read_event(const Columns& columns, const Row& row, const codes::Codebook& codebook) {
    codes::Event event;
    event.speaker = read_side(columns.text(row, "interlocutor"));
    const bool is_client = event.speaker == codes::Side::Client;
    event.code = columns.text(row, is_client ? "client_talk_type" : "main_therapist_behaviour");
    const codes::Code* code = codebook.find(event.code);
    if (code == nullptr) throw Nonsense(put_in(_("the code “{}” is not in the codebook {}"), event.code, codebook.key));
    if (code->side != event.speaker)
        throw Nonsense(
            put_in(_("the code {} does not belong to the {}"), code->key, is_client ? "client" : "therapist"));
    event.attributes = read_attributes(columns, row, *code, codebook);
    return event;
}

struct Utterance {
    int line = 0;  // where it stands first
    std::string time;
    talk::Turn turn;
    std::map<std::string, codes::Event> events;  // by coder
};

struct Transcript {
    CodedConversation conversation;
    std::map<int, Utterance> utterances;  // by number, which is their order
};

// Gathers lines into transcripts, and transcripts into conversations.
class Gathering {
public:
    Gathering(const Columns& columns, const codes::Codebook& codebook) : columns_(columns), codebook_(codebook) {}

    void add(const Row& row) {
        const int number = read_number(columns_.text(row, "utterance_id"));
        codes::Event event = read_event(columns_, row, codebook_);
        const std::string_view annotator = columns_.text(row, "annotator_id");
        const std::string coder = annotator.empty() ? kCoder : fmt::format("{} {}", kCoder, annotator);
        Transcript& transcript = transcript_of(row);
        Utterance& utterance = transcript.utterances[number];
        if (utterance.events.contains(coder)) throw Nonsense(_("this annotator has coded this utterance before"));
        if (utterance.line != 0 && utterance.events.begin()->second.speaker != event.speaker)
            throw Nonsense(_("another line has given this utterance to the other speaker"));
        if (utterance.line == 0) begin(utterance, row, event.speaker);
        utterance.events.emplace(coder, std::move(event));
        auto& codings = transcript.conversation.codings;
        if (std::none_of(codings.begin(), codings.end(), [&](const auto& coding) { return coding.coder == coder; }))
            codings.push_back({coder, {}});
    }

    std::vector<CodedConversation> conversations(std::vector<SkippedLine>& moved) {
        std::vector<CodedConversation> conversations;
        for (Transcript& transcript : transcripts_) conversations.push_back(finished(transcript, moved));
        return conversations;
    }

private:
    Transcript& transcript_of(const Row& row) {
        const std::string id(columns_.text(row, "transcript_id"));
        const auto [place, is_new] = places_.emplace(id, transcripts_.size());
        if (!is_new) return transcripts_[place->second];
        Transcript& made = transcripts_.emplace_back();
        made.conversation.title = columns_.text(row, "video_title");
        const auto tag = [&](const char* name, const char* column) {
            if (const auto text = columns_.text(row, column); is_said(text)) made.conversation.tags.emplace(name, text);
        };
        tag("transcript", "transcript_id");
        tag("quality", "mi_quality");
        tag("topic", "topic");
        tag("url", "video_url");
        return made;
    }

    void begin(Utterance& utterance, const Row& row, codes::Side side) {
        utterance.line = row.line;
        utterance.time = columns_.text(row, "timestamp");
        utterance.turn.speaker = columns_.text(row, "interlocutor");
        utterance.turn.role = side == codes::Side::Client ? talk::Role::Client : talk::Role::Professional;
        utterance.turn.text = columns_.text(row, "utterance_text");
    }

    static void set_times(std::map<int, Utterance>& utterances, std::vector<SkippedLine>& moved) {
        base::Time before;
        Utterance* previous = nullptr;
        for (auto& [number, utterance] : utterances) {
            const auto time = base::parse_time(utterance.time);
            if (!time)
                moved.push_back({utterance.line, put_in(_("“{}” is not a time like 00:12:34.500"), utterance.time)});
            else if (*time < before)
                moved.push_back({utterance.line, put_in(_("{} lies before the utterance in front of it ({})"),
                                                        utterance.time, base::to_text(before))});
            before = std::max(before, time.value_or(before));
            utterance.turn.span = {before, before};
            if (previous != nullptr) previous->turn.span.to = before;
            previous = &utterance;
        }
    }

    static CodedConversation finished(Transcript& transcript, std::vector<SkippedLine>& moved) {
        set_times(transcript.utterances, moved);
        CodedConversation& conversation = transcript.conversation;
        for (auto& [number, utterance] : transcript.utterances) {
            for (NamedCoding& coding : conversation.codings) {
                const auto event = utterance.events.find(coding.coder);
                if (event == utterance.events.end()) continue;
                event->second.id = base::make_id();  // ids sort by time of making: equal times keep their order
                event->second.at = utterance.turn.span.from;
                coding.events.push_back(std::move(event->second));
            }
            conversation.turns.push_back(std::move(utterance.turn));
        }
        return std::move(conversation);
    }

    const Columns& columns_;
    const codes::Codebook& codebook_;
    std::vector<Transcript> transcripts_;
    std::map<std::string, std::size_t> places_;  // by transcript_id
};

}  // namespace

CodedTable read_annomi(const std::string& path, const codes::Codebook& codebook) {
    const Table table = read_table(base::read_whole_file(path, kLargestTable), path);
    const Columns columns(table, path);
    Gathering gathering(columns, codebook);
    CodedTable read;
    for (const int line : table.unclosed_lines)
        read.skipped.push_back({line, _("a quotation mark is opened here and never closed")});
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        try {
            gathering.add(table.rows[i]);
        } catch (const Nonsense& nonsense) {
            read.skipped.push_back({table.rows[i].line, nonsense.what()});
        }
    }
    read.conversations = gathering.conversations(read.moved);
    const auto by_line = [](const SkippedLine& a, const SkippedLine& b) { return a.line < b.line; };
    std::stable_sort(read.skipped.begin(), read.skipped.end(), by_line);
    std::stable_sort(read.moved.begin(), read.moved.end(), by_line);
    return read;
}

}  // namespace exchange
