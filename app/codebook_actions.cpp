// Controller: codebooks of one's own, from a copy to a version that codings use.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "codes/codebook_changes.h"
#include "library/overwriting.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace app {
namespace {

bool is_shipped(const std::vector<codes::Codebook>& shipped, const std::string& key) {
    return std::any_of(shipped.begin(), shipped.end(), [&](const codes::Codebook& book) { return book.key == key; });
}

const codes::Codebook& on_shelf(const CodebookDesk& desk, const std::string& key) {
    for (const ShelvedCodebook& each : desk.shelf)
        if (each.codebook.key == key) return each.codebook;
    throw base::Error(fmt::format(fmt::runtime(_("The codebook “{}” is no longer there.")), key));
}

std::string next_version(library::Library& library, const codes::Codebook& codebook) {
    return codes::next_version(codebook.version, [&](const std::string& version) {
        return library.codebook(codebook.key, version).has_value();
    });
}

std::string free_codebook_key(const CodebookDesk& desk, const std::string& wanted) {
    const auto is_taken = [&](const std::string& key) {
        const bool on_shelf = std::any_of(desk.shelf.begin(), desk.shelf.end(),
                                          [&](const ShelvedCodebook& each) { return each.codebook.key == key; });
        return on_shelf || std::any_of(desk.drafts.begin(), desk.drafts.end(),
                                       [&](const WaitingDraft& each) { return each.name == key; });
    };
    std::string key = wanted;
    for (int number = 2; is_taken(key); ++number) key = fmt::format("{}-{}", wanted, number);
    return key;
}

// In both languages, whatever the screen's: the title is the codebook's.
void name_copy(Document& document) {
    Document& title = document["title"];
    title["en"] =
        fmt::format(fmt::runtime(base::translate(base::Language::English, N_("{} (copy)"))), title.value("en", ""));
    if (!title.value("nl", "").empty())
        title["nl"] =
            fmt::format(fmt::runtime(base::translate(base::Language::Dutch, N_("{} (copy)"))), title.value("nl", ""));
}

void refuse_if_taken(library::Library& library, const codes::Codebook& codebook) {
    if (is_shipped(codes::shipped_codebooks(), codebook.key))
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}” is the key of a codebook that comes with Terugblik. Give yours another key.")),
            codebook.key));
    if (library.codebook(codebook.key, codebook.version))
        throw base::Error(
            fmt::format(fmt::runtime(_("Version {} of “{}” is there already and stays as it is. Version {} is free.")),
                        codebook.version, codebook.key, next_version(library, codebook)));
}

std::string in_words(const DocumentMistake& mistake) {
    return mistake.pointer.empty() ? mistake.why : mistake.pointer + ": " + mistake.why;
}

}  // namespace

void Controller::refresh_codebooks() {
    CodebookDesk& desk = model_.codebooks;
    std::vector<ShelvedCodebook> shelf;
    for (codes::Codebook& book : codes::shipped_codebooks()) shelf.push_back({std::move(book), true, 0});
    for (codes::Codebook& book : model_.library.codebooks()) {
        const bool known = std::any_of(shelf.begin(), shelf.end(), [&](const ShelvedCodebook& each) {
            return each.is_shipped && each.codebook.key == book.key;
        });
        if (!known) shelf.push_back({std::move(book), false, 0});
    }
    for (const library::CodingSummary& coding : model_.library.all_codings())
        for (ShelvedCodebook& each : shelf)
            if (each.codebook.key == coding.codebook_key) ++each.codings;
    desk.shelf = std::move(shelf);
    desk.drafts.clear();
    for (const auto& [name, text] : kept_drafts(model_.library)) {
        const Document document = editable(text);
        const Document title = document.value("title", Document::object());
        desk.drafts.push_back({name, {title.value("en", ""), title.value("nl", "")}, document.value("version", "")});
    }
    ++desk.serial;
}

// What is on screen is the draft; a disk that refuses is told of, and asked again with the next change.
void Controller::keep_draft() {
    ++model_.codebooks.serial;
    const CodebookDraft& draft = *model_.codebooks.draft;
    app::keep_draft(model_.library, draft.name, draft.document);
}

void Controller::carry_out(const BeginDraft& action) {
    const codes::Codebook& from = on_shelf(model_.codebooks, action.key);
    Document document = editable(from.json);
    std::string name = from.key;
    if (action.kind == DraftKind::Copy) {
        name = free_codebook_key(model_.codebooks, from.key + "-copy");
        document["key"] = name;
        document["version"] = "1.0";
        name_copy(document);
    } else {
        if (kept_drafts(model_.library).contains(name)) return carry_out(ResumeDraft{name, {}});
        document["version"] = next_version(model_.library, from);
    }
    model_.codebooks.draft = open_draft(name, document.dump(2));
    keep_draft();
}

void Controller::carry_out(const ResumeDraft& action) {
    const auto drafts = kept_drafts(model_.library);
    const auto kept = drafts.find(action.name);
    if (action.document.empty() && kept == drafts.end()) return;
    model_.codebooks.draft = open_draft(action.name, action.document.empty() ? kept->second : action.document);
    keep_draft();
}

void Controller::carry_out(const ChangeDraft& action) {
    if (!model_.codebooks.draft) return;
    model_.codebooks.draft->change(action.document);
    keep_draft();
}

void Controller::carry_out(const StepDraft& action) {
    if (!model_.codebooks.draft) return;
    CodebookDraft& draft = *model_.codebooks.draft;
    const bool moved = action.direction == library::Direction::Undo ? draft.step_back() : draft.step_forward();
    if (moved) keep_draft();
}

void Controller::carry_out(const SaveDraft&) {
    if (!model_.codebooks.draft) return;
    const CodebookDraft& draft = *model_.codebooks.draft;
    if (draft.reading.mistake) throw base::Error(in_words(*draft.reading.mistake));
    const codes::Codebook codebook = *draft.reading.codebook;
    refuse_if_taken(model_.library, codebook);
    model_.library.store_codebook(codebook);
    forget_draft(model_.library, draft.name);
    model_.codebooks.draft.reset();
    refresh_codebooks();
    tell_saved(codebook);
}

void Controller::tell_saved(const codes::Codebook& codebook) {
    const std::string said =
        fmt::format(fmt::runtime(_("“{}” is saved as version {}. Codings keep the version they have.")),
                    codebook.title.in(base::language()), codebook.version);
    if (model_.open && model_.open->codebook.key == codebook.key)
        offer(said, _("Move the open coding…"), ShowMove{codebook.key});
    else
        tell(MessageKind::Information, said);
}

void Controller::carry_out(const LeaveDraft&) {
    model_.codebooks.draft.reset();
    refresh_codebooks();
}

void Controller::carry_out(const DiscardDraft& action) {
    const auto drafts = kept_drafts(model_.library);
    const auto kept = drafts.find(action.name);
    if (kept == drafts.end()) return;
    forget_draft(model_.library, action.name);
    model_.codebooks.draft.reset();
    refresh_codebooks();
    offer(_("The draft is thrown away."), _("Undo"), ResumeDraft{action.name, kept->second});
}

void Controller::carry_out(const ImportCodebook& action) {
    if (action.path.empty()) {
        FileRequest request;
        request.kind = FileRequest::Kind::OpenRecordings;
        request.title = _("Import a codebook (.json)");
        request.if_chosen = [](const std::vector<std::string>& chosen) -> Action {
            return ImportCodebook{chosen.front()};
        };
        services_.ask_file(std::move(request));
        return;
    }
    const codes::Codebook codebook = codes::load_codebook(action.path);
    const DocumentReading reading = read_document(codebook.json);
    if (reading.mistake) throw base::Error(fmt::format("{}, {}", action.path, in_words(*reading.mistake)));
    refuse_if_taken(model_.library, codebook);
    model_.library.store_codebook(codebook);
    refresh_codebooks();
    tell_saved(codebook);
}

void Controller::carry_out(const ExportCodebook& action) {
    const codes::Codebook& codebook = on_shelf(model_.codebooks, action.key);
    if (!std::filesystem::path(action.path).has_parent_path()) {
        FileRequest request;
        request.kind = FileRequest::Kind::Save;
        request.title = _("Export the codebook");
        request.suggested = fmt::format("{}-{}.json", codebook.key, codebook.version);
        request.if_chosen = [key = action.key](const std::vector<std::string>& chosen) -> Action {
            return ExportCodebook{key, chosen.front()};
        };
        services_.ask_file(std::move(request));
        return;
    }
    library::check_export(model_.library, action.path);
    base::write_whole_file(action.path, codebook.json);
    tell(MessageKind::Information, fmt::format(fmt::runtime(_("The codebook is exported: {}")), action.path));
}

}  // namespace app
