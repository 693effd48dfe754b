#include "app/codebook_document.h"

#include "analysis/formula_check.h"
#include "base/error.h"
#include "base/text.h"
#include "codes/document.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <vector>

namespace app {

namespace {

constexpr std::size_t kLongestKey = 64;
// Formulas and hints refer to all of these by name alone, so they share one set of names; other lists have their own.
const std::vector<std::string> kShared = {"codes", "groups", "ratings", "checklists"};

bool is_shared(const std::string& list) {
    return std::find(kShared.begin(), kShared.end(), list) != kShared.end();
}

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool is_name_character(char c) {
    return is_key_character(c) ? c != '-' : c >= 'A' && c <= 'Z';
}

Document words(const Document& text) {
    return text.is_string() ? Document{{"en", text}} : text;
}

// Words stand under these names, wherever they stand.
bool holds_words(const std::string& member) {
    static constexpr std::array kNames = {"label",  "short_label", "definition", "title",  "use",
                                          "source", "text",        "reason",     "caveat", "threshold_source"};
    return std::find(kNames.begin(), kNames.end(), member) != kNames.end();
}

void make_editable(Document& value) {
    if (value.is_array())
        for (Document& item : value) make_editable(item);
    if (!value.is_object()) return;
    for (auto& [name, member] : value.items()) {
        if (holds_words(name)) member = words(member);
        if (name == "examples" && member.is_array())
            for (Document& example : member) example = words(example);
        if (name == "values" && member.is_array())
            for (Document& each : member)
                if (each.is_string()) each = Document{{"value", each}};
        make_editable(member);
    }
}

bool has_key(const Document& document, const std::string& list, const std::string& key) {
    const Document parts = document.value(list, Document::array());
    return std::any_of(parts.begin(), parts.end(),
                       [&](const Document& part) { return part.is_object() && part.value("key", "") == key; });
}

std::string formula_with(const std::string& formula, const std::string& from, const std::string& to) {
    std::string result;
    for (std::size_t at = 0; at < formula.size();) {
        std::size_t end = at;
        while (end < formula.size() && is_name_character(formula[end])) ++end;
        if (end == at) {
            result += formula[at++];
            continue;
        }
        const std::string name = formula.substr(at, end - at);
        result += name == from ? to : name;
        at = end;
    }
    return result;
}

bool holds_formula(const std::string& member) {
    return member == "numerator" || member == "denominator" || member == "professional" || member == "client";
}

void rename_in_list(Document& list, const std::string& from, const std::string& to) {
    if (!list.is_array()) return;
    for (Document& item : list)
        if (item == from) item = to;
}

void rename_conditions(Document& where, const std::string& from, const std::string& to) {
    if (!where.is_object()) return;
    Document renamed = Document::object();
    for (auto& [key, values] : where.items()) renamed[key == from ? to : key] = values;
    where = renamed;
}

// Attributes are named in "attributes" and "where"; all others in lists, formulas and as a parent.
void rename_references(Document& value, bool of_attribute, const std::string& from, const std::string& to) {
    if (value.is_array())
        for (Document& item : value) rename_references(item, of_attribute, from, to);
    if (!value.is_object()) return;
    for (auto& [name, member] : value.items()) {
        if (name == "where") {
            if (of_attribute) rename_conditions(member, from, to);
            continue;
        }
        if ((name == "attributes") == of_attribute) rename_in_list(member, from, to);
        if (!of_attribute && name == "parent" && member == from) member = to;
        if (!of_attribute && holds_formula(name) && member.is_string())
            member = formula_with(member.get<std::string>(), from, to);
        rename_references(member, of_attribute, from, to);
    }
}

std::optional<DocumentMistake> mistake_in_questions(const codes::Codebook& codebook) {
    for (std::size_t i = 0; i < codebook.self_questions.size(); ++i) {
        const codes::SelfQuestion& question = codebook.self_questions[i];
        for (const auto& [member, formula] :
             {std::pair("professional", question.professional), std::pair("client", question.client)}) {
            if (formula.empty()) continue;
            if (const auto mistake = analysis::mistake_in(codebook, formula))
                return DocumentMistake{fmt::format("/self_questions/{}/{}", i, member), mistake->what()};
        }
    }
    return {};
}

}  // namespace

DocumentReading read_document(const std::string& json) {
    DocumentReading reading;
    try {
        reading.codebook = codes::parse_codebook(json, "");
        if (const auto wrong = analysis::mistake_in_measures(*reading.codebook))
            reading.mistake =
                DocumentMistake{fmt::format("/measures/{}/{}", wrong->measure, wrong->member), wrong->mistake.what()};
        else
            reading.mistake = mistake_in_questions(*reading.codebook);
    } catch (const codes::Mistake& mistake) {
        reading.mistake = DocumentMistake{mistake.pointer(), mistake.why()};
    } catch (const base::Error& error) {
        reading.mistake = DocumentMistake{"", error.what()};
    }
    return reading;
}

Document editable(const std::string& json) {
    Document document = Document::parse(json, nullptr, false);
    if (!document.is_object()) return Document::object();
    make_editable(document);
    return document;
}

std::string to_text(Document document) {
    for (auto member = document.begin(); member != document.end();) {
        if (member->is_array() && member->empty())
            member = document.erase(member);
        else
            ++member;
    }
    return document.dump(2);
}

std::string key_from(const std::string& label) {
    std::string key;
    for (const char c : base::folded(label)) {
        if (is_key_character(c))
            key += c == '.' || c == '-' ? '_' : c;
        else if (!key.empty() && key.back() != '_')
            key += '_';
    }
    key = key.substr(0, kLongestKey - 4);  // room for a number
    while (!key.empty() && key.back() == '_') key.pop_back();
    return key;
}

std::string free_key(const Document& document, const std::string& list, const std::string& wanted) {
    const auto is_taken = [&](const std::string& key) {
        if (!is_shared(list)) return has_key(document, list, key);
        return std::any_of(kShared.begin(), kShared.end(),
                           [&](const std::string& each) { return has_key(document, each, key); });
    };
    std::string key = wanted;
    for (int number = 2; is_taken(key); ++number) key = fmt::format("{}_{}", wanted, number);
    return key;
}

bool is_key(const std::string& text) {
    return !text.empty() && text.size() <= kLongestKey && std::all_of(text.begin(), text.end(), is_key_character);
}

void rename_key(Document& document, const std::string& list, const std::string& from, const std::string& to) {
    if (list == "measures" && document.contains("self_estimates"))
        for (Document& estimate : document["self_estimates"])
            if (estimate.is_object() && estimate.value("measure", "") == from) estimate["measure"] = to;
    if (is_shared(list) || list == "attributes") rename_references(document, list == "attributes", from, to);
    const auto found = document.find(list);
    if (found == document.end() || !found->is_array()) return;
    for (Document& part : *found)
        if (part.is_object() && part.value("key", "") == from) part["key"] = to;
}

}  // namespace app
