// terugblik check: whether the library is whole, the recordings are where they were, and the media worker is locked in.
#include "app/commands/find.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "library/import.h"
#include "library/overwriting.h"
#include "library/salvage.h"
#include "media/sandbox_state.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct Findings {
    std::vector<std::string> problems;
    std::vector<std::string> remarks;
    std::string sandbox;  // what is missing of it; empty when the media worker locks itself in
    int recordings = 0;
};

void check_recording(const library::Recording& recording, const std::string& title, Findings& findings) {
    ++findings.recordings;
    const std::string found = library::find_again(recording, {});
    if (found == recording.path) return;
    if (!found.empty()) {
        findings.remarks.push_back(
            fmt::format(fmt::runtime(_("{}: this recording was moved to {}.")), recording.path, found));
    } else if (fs::exists(recording.path)) {
        findings.problems.push_back(
            fmt::format(fmt::runtime(_("{}: this is no longer the recording of “{}”; its codes are kept.")),
                        recording.path, title));
    } else {
        findings.problems.push_back(fmt::format(
            fmt::runtime(_("{}: the recording of “{}” is not there; its codes are kept.")), recording.path, title));
    }
}

// A hash that was written down elsewhere shows whether the log before it is still the same.
void check_log(library::Library& library, const std::string& hash, Findings& findings) {
    if (hash.empty()) return;
    for (const library::AccessEntry& entry : library.access_log().entries({}))
        if (entry.hash == hash) return;
    findings.problems.push_back(fmt::format(
        fmt::runtime(_("The access log has no entry with the hash {}: it was made anew, or an older copy of "
                       "the library was put in its place.")),
        hash));
}

Findings look(library::SqliteLibrary& library) {
    Findings findings{.problems = library.problems(), .remarks = library.warnings(), .sandbox = {}, .recordings = 0};
    try {
        findings.sandbox = media::sandbox_state(base::asset(fmt::format("codebooks/{}.json", codes::kDefaultCodebook)));
    } catch (const base::Error& error) {
        findings.problems.emplace_back(error.what());
    }
    for (const library::Conversation& conversation : library.conversations())
        for (const library::Recording& recording : conversation.recordings)
            check_recording(recording, conversation.title, findings);
    return findings;
}

Answer report_on(library::SqliteLibrary& library, const std::string& log_hash) {
    Findings findings = look(library);
    check_log(library, log_hash, findings);
    const library::AccessHead head = library.access_log().head();
    Answer answer;
    answer.json = {
        {"ok", findings.problems.empty()},   {"problems", findings.problems},
        {"remarks", findings.remarks},       {"sandbox", findings.sandbox},
        {"library", library.path()},         {"conversations", library.conversations().size()},
        {"recordings", findings.recordings}, {"access_log", {{"entries", head.entries}, {"head", head.hash}}}};
    answer.text = library.path() + "\n";
    for (const std::string& problem : findings.problems) answer.text += "  " + problem + "\n";
    for (const std::string& remark : findings.remarks) answer.text += "  " + remark + "\n";
    answer.text +=
        "  " + (findings.sandbox.empty() ? _("Recordings are decoded in a sandbox.") : findings.sandbox) + "\n";
    if (findings.problems.empty()) answer.text += std::string("  ") + _("The library is whole.") + "\n";
    if (!findings.problems.empty())
        answer.failure = fmt::format(fmt::runtime(base::translate(base::language(), "{}: {} problem.",
                                                                  "{}: {} problems.", findings.problems.size())),
                                     library.path(), findings.problems.size());
    return answer;
}

// A library that cannot be opened is a finding as well.
Answer check(const Common& common, const std::string& log_hash) {
    std::optional<library::SqliteLibrary> library;
    try {
        library.emplace(library_path(common), library::OpenMode::MustExist);
    } catch (const base::Error& error) {
        return {.json = {{"ok", false}, {"problems", {error.what()}}}, .text = {}, .failure = error.what()};
    }
    return report_on(*library, log_hash);
}

// What a damaged library still holds, in a new one; the damaged one stays as it is.
Answer salvage(const Common& common, const std::string& out) {
    const std::string path = library_path(common);
    library::refuse_to_overwrite(library::files_of_library(path), out);
    const std::vector<library::SalvagedTable> tables = library::salvage(path, out);
    Answer answer;
    answer.json = {{"library", path}, {"out", out}, {"tables", Json::array()}};
    answer.text = fmt::format(fmt::runtime(_("{}: what can be read of {}")), out, path) + "\n";
    for (const library::SalvagedTable& table : tables) {
        answer.json["tables"].push_back(
            {{"table", table.table}, {"kept", table.kept}, {"lost", table.lost}, {"restored", table.restored}});
        answer.text += fmt::format("  {:<20}", table.table) +
                       fmt::format(fmt::runtime(_("{} kept, of which {} restored; {} lost")), table.kept,
                                   table.restored, table.lost) +
                       "\n";
    }
    answer.text +=
        std::string(_("The damaged library was not changed. Look at the new one first; then put it in its place.")) +
        "\n";
    return answer;
}

}  // namespace

void add_check(Menu& menu) {
    const auto out = std::make_shared<std::string>(), log_hash = std::make_shared<std::string>();
    menu.add("check", _("Whether the library is whole and its recordings are there"),
             [=](const Common& common) { return out->empty() ? check(common, *log_hash) : salvage(common, *out); })
        .option("--salvage", *out, _("read what a damaged library still holds into this new library"))
        .option("--log-hash", *log_hash,
                _("a last hash of the access log, written down earlier: it must still be in it"));
}

}  // namespace commands
