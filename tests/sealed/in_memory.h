// Sealing and opening whole texts, for the tests.
#pragma once

#include "sealed/opener.h"
#include "sealed/sealer.h"

#include <optional>
#include <string>
#include <vector>

namespace sealed {

inline constexpr int kQuickWork = 2;  // scrypt, where not its slowness is tested

std::string seal(std::string_view plain, const std::vector<Recipient>& readers);
std::string seal(std::string_view plain, std::string_view passphrase, int work = kQuickWork);

// Hands over at most `stretch` bytes at a time.
Source source_of(std::string bytes, std::size_t stretch = std::string::npos);

struct Outcome {
    std::string plain;  // what came out before the refusal, if there was one
    std::optional<Reason> refused;
    std::string why;
};
std::string read_all(Opener& opener);
Outcome open(const std::string& bytes, const std::vector<Identity>& identities);
Outcome open(const std::string& bytes, std::string_view passphrase);

// Not random, so that a failure comes again.
std::string some_text(std::size_t size);

}  // namespace sealed
