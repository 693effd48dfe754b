#include "app/codebook_drafts.h"

#include "library/library.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr const char* kSetting = "codebook_drafts";
constexpr std::size_t kMostSteps = 200;

void write(library::Library& library, const std::map<std::string, std::string>& drafts) {
    library.set_setting(kSetting, nlohmann::json(drafts).dump());
}

}  // namespace

void CodebookDraft::become(std::string other) {
    document = std::move(other);
    reading = read_document(document);
    ++serial;
}

void CodebookDraft::change(const std::string& changed) {
    if (changed == document) return;
    before.push_back(document);
    if (before.size() > kMostSteps) before.erase(before.begin());
    after.clear();
    become(changed);
}

bool CodebookDraft::step_back() {
    if (before.empty()) return false;
    after.push_back(document);
    std::string other = std::move(before.back());
    before.pop_back();
    become(std::move(other));
    return true;
}

bool CodebookDraft::step_forward() {
    if (after.empty()) return false;
    before.push_back(document);
    std::string other = std::move(after.back());
    after.pop_back();
    become(std::move(other));
    return true;
}

CodebookDraft open_draft(const std::string& name, const std::string& document) {
    CodebookDraft draft;
    draft.name = name;
    draft.document = to_text(editable(document));
    draft.reading = read_document(draft.document);
    return draft;
}

std::map<std::string, std::string> kept_drafts(library::Library& library) {
    const auto json = nlohmann::json::parse(library.setting(kSetting).value_or("{}"), nullptr, false);
    std::map<std::string, std::string> drafts;
    if (!json.is_object()) return drafts;
    for (const auto& [name, document] : json.items())
        if (document.is_string()) drafts[name] = document.get<std::string>();
    return drafts;
}

void keep_draft(library::Library& library, const std::string& name, const std::string& document) {
    auto drafts = kept_drafts(library);
    drafts[name] = document;
    write(library, drafts);
}

void forget_draft(library::Library& library, const std::string& name) {
    auto drafts = kept_drafts(library);
    if (drafts.erase(name) > 0) write(library, drafts);
}

}  // namespace app
