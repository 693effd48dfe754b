// The document of a codebook while it is being written. Unlike codes::Codebook it may have mistakes, and keeps what is
// written in it as it is written. Pure functions.
#pragma once

#include "codes/codebook.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace app {

using Document = nlohmann::ordered_json;

// Where a document is wrong, as a JSON pointer ("/codes/3/label"; empty: as a whole), and what is wrong there.
struct DocumentMistake {
    std::string pointer;
    std::string why;
};

struct DocumentReading {
    std::optional<codes::Codebook> codebook;  // nothing when it cannot be read as one
    std::optional<DocumentMistake> mistake;   // the first; in a formula too
};
DocumentReading read_document(const std::string& json);

// Words, values of attributes and lists in the one form that the editor shows; says the same as before.
Document editable(const std::string& json);

// As it is kept: lists in which nothing stands are left out.
std::string to_text(Document document);

// "Complexe reflectie" -> "complexe_reflectie"; as far as a key allows.
std::string key_from(const std::string& label);
// `wanted`, or with a number behind it when a part that shares its names with those of `list` ("codes") has that key.
std::string free_key(const Document& document, const std::string& list, const std::string& wanted);
// Whether a key may stand in a document at all.
bool is_key(const std::string& text);

// Gives a part of a list another key, also wherever the document refers to it.
void rename_key(Document& document, const std::string& list, const std::string& from, const std::string& to);

}  // namespace app
