// The head of a sealed file: lines of text that hold the file's key, wrapped once for each reader.
#pragma once

#include "sealed/input.h"

#include <string>
#include <vector>

namespace sealed {

// "-> X25519 TEiF0yp..." and the lines below it.
struct Stanza {
    std::vector<std::string> arguments;  // at least one: its kind
    std::string body;
};

struct Header {
    std::vector<Stanza> stanzas;
    std::string authenticated;  // from the first line to "---", what the code vouches for
    std::string code;
};

inline constexpr std::size_t kMaxHeaderBytes = 256 * 1024;  // over two thousand readers

// Takes the head off `input`; refuses what the format does not allow.
Header read_header(Input& input);
// Up to and with "---".
std::string authenticated_text(const std::vector<Stanza>& stanzas);
std::string text_of(const Header& header);

}  // namespace sealed
