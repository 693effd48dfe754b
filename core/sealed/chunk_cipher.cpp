#include "sealed/chunk_cipher.h"

namespace sealed {

// Eleven bytes count, the highest first; one tells the last chunk.
Nonce ChunkCipher::nonce(Place place) const {
    Nonce nonce{};
    for (std::size_t i = 0; i < sizeof number_; ++i) {
        nonce[nonce.size() - 2 - i] = static_cast<unsigned char>(number_ >> (8 * i));
    }
    nonce.back() = place == Place::Last ? 1 : 0;
    return nonce;
}

std::string ChunkCipher::sealed(std::string_view plain, Place place) {
    std::string sealed(plain.size() + kTagBytes, '\0');
    encrypt(key_, nonce(place), plain, reinterpret_cast<unsigned char*>(sealed.data()));
    ++number_;
    return sealed;
}

bool ChunkCipher::open(std::string_view sealed, Place place, std::string& plain) {
    plain.resize(sealed.size() < kTagBytes ? 0 : sealed.size() - kTagBytes);
    if (!decrypt(key_, nonce(place), sealed, reinterpret_cast<unsigned char*>(plain.data()))) {
        plain.clear();
        return false;
    }
    ++number_;
    return true;
}

}  // namespace sealed
