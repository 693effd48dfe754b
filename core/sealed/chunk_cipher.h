// The content, under one key in chunks of 64 KiB that are numbered and of which one is the last: none can be changed,
// swapped, left out or added (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár).
#pragma once

#include "sealed/primitives.h"

#include <cstdint>

namespace sealed {

inline constexpr std::size_t kChunkBytes = 64 * 1024;
inline constexpr std::size_t kSealedChunkBytes = kChunkBytes + kTagBytes;

enum class Place { Within, Last };

class ChunkCipher {
public:
    explicit ChunkCipher(const Key& key) : key_(key) {}
    // A copy would use numbers a second time, and that gives the content away.
    ChunkCipher(const ChunkCipher&) = delete;
    ChunkCipher& operator=(const ChunkCipher&) = delete;

    // Both go on to the next chunk when they have done this one.
    std::string sealed(std::string_view plain, Place place);
    // False, and `plain` empty, where it is not this chunk in this place.
    bool open(std::string_view sealed, Place place, std::string& plain);
    bool is_first() const { return number_ == 0; }

private:
    Nonce nonce(Place place) const;

    Key key_;
    std::uint64_t number_ = 0;
};

}  // namespace sealed
