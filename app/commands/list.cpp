// terugblik list [conversations|codings|reports|codebooks]: what is in the library, as rows.
#include "app/commands/find.h"
#include "base/i18n.h"
#include "exchange/export.h"
#include "exchange/keys.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

using exchange::key_of;

std::string or_dash(const std::string& text) {
    return text.empty() ? "–" : text;
}

Answer conversations(library::Library& library) {
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const library::Conversation& each : library.conversations()) {
        Json recordings = Json::array();
        for (const library::Recording& recording : each.recordings) recordings.push_back(recording.path);
        answer.json.push_back({{"conversation", each.id.text},
                               {"title", each.title},
                               {"trainee", each.trainee},
                               {"date", each.date},
                               {"kind", key_of(each.kind)},
                               {"language", each.language},
                               {"change_goal", each.change_goal},
                               {"duration_us", duration_of(each).microseconds},
                               {"recordings", recordings},
                               {"codings", library.codings(each.id).size()}});
        answer.text += fmt::format("{}  {}  {}  {}  {}\n", each.id.text, base::to_text(duration_of(each)),
                                   or_dash(each.date), or_dash(each.trainee), each.title);
    }
    if (answer.text.empty()) answer.text = std::string(_("No conversations yet. See: terugblik import --help")) + "\n";
    return answer;
}

Answer codings(library::Library& library) {
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const library::CodingSummary& each : library::seen(library.all_codings(), library.recodings().all())) {
        const codes::Coding coding = library.coding(each.id).value_or(codes::Coding{});
        answer.json.push_back({{"coding", each.id.text},
                               {"conversation", each.conversation.text},
                               {"codebook", each.codebook_key},
                               {"codebook_version", each.codebook_version},
                               {"coder", each.coder},
                               {"purpose", codes::name_of(each.purpose)},
                               {"created", base::to_iso8601(each.created)},
                               {"events", each.events},
                               {"active_us", each.active.microseconds},
                               {"ratings", coding.ratings},
                               {"segment", exchange::segment_json(coding.segment)}});
        const auto conversation = library.conversation(each.conversation);
        answer.text += fmt::format("{}  {} {}  {}  {}  {}\n", each.id.text, each.codebook_key, each.codebook_version,
                                   each.events, or_dash(each.coder), conversation ? conversation->title : "–");
    }
    if (answer.text.empty()) answer.text = std::string(_("No codings yet. See: terugblik code --help")) + "\n";
    return answer;
}

Answer reports(library::Library& library) {
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const library::CodingSummary& coding : library.all_codings()) {
        for (const library::Report& each : library.reports(coding.id)) {
            answer.json.push_back({{"report", each.id.text},
                                   {"coding", each.coding.text},
                                   {"version", each.version},
                                   {"language", each.language},
                                   {"issued", base::to_iso8601(each.issued)},
                                   {"sha256", each.sha256}});
            answer.text += fmt::format("{}  {}  v{}  {}  {}\n", each.id.text, base::to_iso8601(each.issued),
                                       each.version, each.language, or_dash(coding.coder));
        }
    }
    if (answer.text.empty()) answer.text = std::string(_("No reports yet. See: terugblik report --help")) + "\n";
    return answer;
}

template <class Things>
Json keys_of(const Things& things) {
    Json keys = Json::array();
    for (const auto& thing : things) keys.push_back(thing.key);
    return keys;
}

Json codes_json(const codes::Codebook& codebook) {
    Json list = Json::array();
    for (const codes::Code& code : codebook.codes)
        list.push_back({{"key", code.key}, {"side", key_of(code.side)}, {"kind", key_of(code.extent)}});
    return list;
}

// Those that come with the program, and what the library holds besides.
std::vector<codes::Codebook> all_codebooks(const Common& common) {
    std::vector<codes::Codebook> all = codes::shipped_codebooks();
    if (common.library.empty() && !std::filesystem::exists(library_path(common))) return all;
    library::SqliteLibrary library = existing_library(common);
    for (codes::Codebook& kept : library.codebooks()) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const codes::Codebook& shipped) {
            return shipped.key == kept.key && shipped.version == kept.version;
        });
        if (!known) all.push_back(std::move(kept));
    }
    return all;
}

Answer codebooks(const Common& common) {
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const codes::Codebook& each : all_codebooks(common)) {
        answer.json.push_back({{"key", each.key},
                               {"version", each.version},
                               {"title", each.title.en},
                               {"codes", codes_json(each)},
                               {"ratings", keys_of(each.ratings)},
                               {"measures", keys_of(each.measures)},
                               {"rules", keys_of(each.rules)},
                               {"checklists", keys_of(each.checklists)},
                               {"phases", keys_of(each.phases)},
                               {"hints", keys_of(each.hints)}});
        answer.text += fmt::format("{} {}  {}\n", each.key, each.version, each.title.in(base::language()));
        for (const codes::Code& code : each.codes)
            answer.text += fmt::format("  {:<28}{}\n", code.key, code.label.in(base::language()));
    }
    return answer;
}

Answer list(const Common& common, const std::string& what) {
    if (what == "codebooks") return codebooks(common);
    library::SqliteLibrary library = existing_library(common);
    if (what == "codings") return codings(library);
    if (what == "reports") return reports(library);
    return conversations(library);
}

}  // namespace

void add_list(Menu& menu) {
    const auto what = std::make_shared<std::string>("conversations");
    menu.add("list", _("What is in the library: conversations, codings, reports or codebooks"),
             [what](const Common& common) { return list(common, *what); })
        .choice("WHAT", *what, {"conversations", "codings", "reports", "codebooks"}, _("what to list"));
}

}  // namespace commands
