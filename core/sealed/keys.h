// Who may open a sealed file: a person's public key, and the secret one that belongs to it.
#pragma once

#include "sealed/primitives.h"

#include <string>
#include <string_view>

namespace sealed {

// A public key: given to everyone, names a reader.
class Recipient {
public:
    // "age1..." as it is mailed and pasted; throws base::Error where it is not one.
    static Recipient from_text(std::string_view text);
    std::string text() const;

    const std::string& point() const { return point_; }
    bool operator==(const Recipient&) const = default;

private:
    friend class Identity;
    explicit Recipient(std::string point) : point_(std::move(point)) {}
    std::string point_;
};

// A secret key: kept by one person, opens what was sealed for its recipient.
class Identity {
public:
    static Identity make();
    // "AGE-SECRET-KEY-1..."; throws base::Error where it is not one.
    static Identity from_text(std::string_view text);
    SecretText text() const;
    Recipient recipient() const { return Recipient(public_key(key_)); }

    const Key& key() const { return key_; }

private:
    explicit Identity(const Key& key) : key_(key) {}
    Key key_;
};

}  // namespace sealed
