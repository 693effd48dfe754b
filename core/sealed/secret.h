// Bytes that open something: wiped from memory when they go out of scope.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace sealed {

// Writes zeros that no optimiser takes away.
void wipe(void* bytes, std::size_t size);

template <std::size_t N>
class Secret {
public:
    Secret() = default;
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret() { wipe(bytes_.data(), N); }

    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }
    static constexpr std::size_t size() { return N; }
    bool operator==(const Secret&) const = default;

private:
    std::array<unsigned char, N> bytes_{};
};

// Text that opens something, or a stretch of what was sealed.
class SecretText {
public:
    SecretText() = default;
    explicit SecretText(std::string text) : text_(std::move(text)) {}
    SecretText(const SecretText&) = default;  // a moved std::string may leave its characters behind
    SecretText& operator=(const SecretText&) = delete;
    ~SecretText() {
        text_.resize(text_.capacity());  // it may have been longer
        wipe(text_.data(), text_.size());
    }

    std::string& text() { return text_; }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace sealed
