#include "packages/thing_texts.h"

#include "packages/manifest.h"

#include <nlohmann/json.hpp>
#include <set>

namespace packages {

namespace {

using Json = nlohmann::json;

// What refers to a codebook, or says of what kind something is, is no text; nor is a sound.
const std::set<std::string> kNoText = {"checklist",   "code",      "codebook_key", "codebook_version", "date",
                                       "denominator", "direction", "fingerprint",  "format",           "item",
                                       "key",         "kind",      "language",     "numerator",        "phase",
                                       "purpose",     "rating",    "role",         "set_on",           "sha256",
                                       "sound",       "source",    "until",        "version",          "what"};

// Who speaks, and who did it most in the trainee's view.
const std::set<std::string> kSides = {"professional", "client", "same"};

void visit(Json& json, const std::string& field,
           const std::function<void(const std::string& field, std::string& text)>& take) {
    if (json.is_string()) {
        if (auto& text = json.get_ref<std::string&>(); !text.empty() && !is_id(text) && !kSides.contains(text))
            take(field, text);
    } else if (json.is_object()) {
        for (auto& [key, value] : json.items())
            if (!kNoText.contains(key)) visit(value, key, take);
    } else if (json.is_array()) {
        for (Json& value : json) visit(value, field, take);
    }
}

}  // namespace

void each_text(const std::string& json,
               const std::function<void(const std::string& field, const std::string& text)>& look) {
    Json thing = Json::parse(json);
    visit(thing, {}, look);
}

std::string with_texts_changed(const std::string& json,
                               const std::function<std::string(const std::string& text)>& change) {
    Json thing = Json::parse(json);
    visit(thing, {}, [&](const std::string&, std::string& text) { text = change(text); });
    return thing.dump();
}

}  // namespace packages
