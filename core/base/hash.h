// SHA-256 of bytes and files, in lower-case hexadecimal.
#pragma once

#include "base/job.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace base {

// Of bytes that come stretch by stretch.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&& other) noexcept;
    Sha256& operator=(Sha256&& other) noexcept;

    void add(std::string_view bytes);
    std::string finish();  // once

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha256(std::string_view bytes);
// Throws Error where the file cannot be read; returns an empty text when cancelled.
std::string sha256_of_file(const std::string& path, const Progress& progress);

// Recognises a moved recording within milliseconds: SHA-256 over its size and three stretches of 64 KiB from its
// beginning, middle and end.
std::string fast_fingerprint(const std::string& path);

}  // namespace base
