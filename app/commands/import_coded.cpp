// terugblik import-coded FILE... --format annomi|csv: conversations with codings and no recordings, from other people's
// tables. Everything is read first; then all of it is added, or nothing; what is there already is not added again.
#include "app/commands/find.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/annomi.h"
#include "exchange/coded_table.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

constexpr const char* kAnnomi = "annomi";

struct ImportCodedArguments {
    std::vector<std::string> files;
    std::string format, codebook;
};

struct Read {
    std::vector<exchange::CodedConversation> conversations;
    Json skipped = Json::array();
    Json moved = Json::array();
};

// A conversation that is in the library already, or will be once this is done.
struct Known {
    library::Conversation conversation;
    std::vector<talk::Turn> turns;
    std::vector<std::string> coders;  // with this codebook
};

Json lines_json(const std::string& file, const std::vector<exchange::SkippedLine>& lines) {
    Json list = Json::array();
    for (const exchange::SkippedLine& line : lines)
        list.push_back({{"file", file}, {"line", line.line}, {"reason", line.reason}});
    return list;
}

Read read_files(const ImportCodedArguments& arguments, const codes::Codebook& codebook) {
    Read read;
    for (const std::string& file : arguments.files) {
        exchange::CodedTable table = arguments.format == kAnnomi ? exchange::read_annomi(file, codebook)
                                                                 : exchange::read_coded_csv(file, codebook);
        for (auto& conversation : table.conversations) read.conversations.push_back(std::move(conversation));
        for (Json& line : lines_json(file, table.skipped)) read.skipped.push_back(std::move(line));
        for (Json& line : lines_json(file, table.moved)) read.moved.push_back(std::move(line));
    }
    return read;
}

bool has(const std::vector<std::string>& coders, const exchange::NamedCoding& coding) {
    return std::find(coders.begin(), coders.end(), coding.coder) != coders.end();
}

// The same title, tags and turns, and a coder in common: a table with other coders is another set of data.
Known* find_known(std::vector<Known>& all, const exchange::CodedConversation& wanted) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Known& known) {
        return known.conversation.title == wanted.title && known.conversation.tags == wanted.tags &&
               known.turns == wanted.turns &&
               std::any_of(wanted.codings.begin(), wanted.codings.end(),
                           [&](const auto& coding) { return has(known.coders, coding); });
    });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Known> known_in(library::Library& library, const codes::Codebook& codebook) {
    std::vector<Known> all;
    for (const library::Conversation& conversation : library.conversations()) {
        if (!conversation.recordings.empty()) continue;
        Known known{conversation, library.turns(conversation.id), {}};
        for (const library::CodingSummary& coding : library.codings(conversation.id))
            if (coding.codebook_key == codebook.key) known.coders.push_back(coding.coder);
        all.push_back(std::move(known));
    }
    return all;
}

library::Conversation begin(const exchange::CodedConversation& read, base::Timestamp now) {
    library::Conversation conversation;
    conversation.id = base::make_id();
    conversation.title = read.title;
    conversation.tags = read.tags;
    conversation.created = now;
    return conversation;
}

codes::Coding begin(const exchange::NamedCoding& read, const base::Id& conversation, const codes::Codebook& codebook,
                    base::Timestamp now) {
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = read.coder;
    coding.purpose = codes::Purpose::SecondCoder;
    coding.created = now;
    coding.events = read.events;
    return coding;
}

Json json_of(const library::WholeConversation& whole) {
    Json codings = Json::array();
    for (const codes::Coding& coding : whole.codings)
        codings.push_back({{"coding", coding.id.text}, {"coder", coding.coder}, {"events", coding.events.size()}});
    return {{"conversation", whole.conversation.id.text},
            {"title", whole.conversation.title},
            {"tags", whole.conversation.tags},
            {"turns", whole.turns.size()},
            {"codings", std::move(codings)}};
}

class Adding {
public:
    Adding(library::Library& library, const codes::Codebook& codebook)
        : library_(library), codebook_(codebook), known_(known_in(library, codebook)) {}

    void add(const exchange::CodedConversation& read) {
        Known* known = find_known(known_, read);
        if (known == nullptr) known = &known_.emplace_back(Known{begin(read, now_), read.turns, {}});
        library::WholeConversation whole{known->conversation, read.turns, {}};
        Json already = Json::array();
        for (const exchange::NamedCoding& coding : read.codings) {
            if (has(known->coders, coding)) {
                already.push_back(coding.coder);
                continue;
            }
            whole.codings.push_back(begin(coding, whole.conversation.id, codebook_, now_));
            known->coders.push_back(coding.coder);
        }
        if (!already.empty())
            already_.push_back({{"conversation", whole.conversation.id.text},
                                {"title", whole.conversation.title},
                                {"coders", std::move(already)}});
        if (!whole.codings.empty()) wholes_.push_back(std::move(whole));
    }

    void commit() { library_.add(wholes_); }

    Answer answer(Read& read) const {
        Json conversations = Json::array();
        std::size_t codings = 0;
        for (const library::WholeConversation& whole : wholes_) {
            conversations.push_back(json_of(whole));
            codings += whole.codings.size();
        }
        return {.json = {{"conversations", std::move(conversations)},
                         {"already", already_},
                         {"skipped", std::move(read.skipped)},
                         {"moved", std::move(read.moved)}},
                .text = text(codings),
                .failure = {}};
    }

private:
    std::string text(std::size_t codings) const {
        const base::Language language = base::language();
        std::string text =
            fmt::format(fmt::runtime(base::translate(language, "{} conversation", "{} conversations", wholes_.size())),
                        wholes_.size()) +
            ", " + fmt::format(fmt::runtime(base::translate(language, "{} coding", "{} codings", codings)), codings) +
            "\n";
        if (!already_.empty())
            text += "  " +
                    fmt::format(
                        fmt::runtime(base::translate(
                            language, "{} conversation was in the library already and was not added again",
                            "{} conversations were in the library already and were not added again", already_.size())),
                        already_.size()) +
                    "\n";
        return text;
    }

    library::Library& library_;
    const codes::Codebook& codebook_;
    std::vector<Known> known_;
    base::Timestamp now_ = base::now();
    std::vector<library::WholeConversation> wholes_;
    Json already_ = Json::array();
};

std::string lines_text(const Json& lines, const char* pattern) {
    std::string text;
    for (const Json& line : lines)
        text += fmt::format(fmt::runtime(pattern), line["line"].get<int>(), line["file"].get<std::string>(),
                            line["reason"].get<std::string>()) +
                "\n";
    return text;
}

Answer import_coded(const Common& common, const ImportCodedArguments& arguments) {
    const bool is_annomi = arguments.format == kAnnomi;
    if (!is_annomi && arguments.codebook.empty())
        throw UsageError(_("--codebook: say by which codebook was coded; see: terugblik list codebooks"));
    // A library that is not there is made only once there is something to add.
    std::optional<library::SqliteLibrary> library;
    if (fs::exists(library_path(common))) library.emplace(library_path(common));
    const std::string key = arguments.codebook.empty() ? kAnnomi : arguments.codebook;
    const codes::Codebook codebook = library ? find_codebook(*library, key) : find_shipped_codebook(key);
    Read read = read_files(arguments, codebook);
    if (!library) library.emplace(library_path(common));
    library->store_codebook(codebook);
    Adding adding(*library, codebook);
    for (const exchange::CodedConversation& conversation : read.conversations) adding.add(conversation);
    adding.commit();
    const std::string lines = lines_text(read.skipped, _("  line {} of {} skipped: {}")) +
                              lines_text(read.moved, _("  line {} of {} taken over at the time before it: {}"));
    Answer answer = adding.answer(read);
    answer.text += lines;
    return answer;
}

}  // namespace

void add_import_coded(Menu& menu) {
    const auto arguments = std::make_shared<ImportCodedArguments>();
    menu.add("import-coded", _("Adds conversations with their codings, and no recordings, from other people's tables"),
             [arguments](const Common& common) { return import_coded(common, *arguments); })
        .arguments("FILE", arguments->files, _("the tables"))
        .choice("--format", arguments->format, {kAnnomi, "csv"},
                _("annomi: AnnoMI's tables; csv: conversation,coder,time,end,speaker,code,attributes,note"),
                Need::Required)
        .option("--codebook", arguments->codebook, _("by which was coded; for AnnoMI its own"));
}

}  // namespace commands
