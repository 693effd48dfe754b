// Re-codings as plain values, part of MemoryLibrary.
#pragma once

#include "library/recodings.h"

namespace library {

class Library;

class MemoryRecodings final : public Recodings {
public:
    explicit MemoryRecodings(Library& library) : library_(library) {}
    MemoryRecodings(const MemoryRecodings&) = default;
    // They stay with their own library.
    MemoryRecodings& operator=(const MemoryRecodings& other) {
        kept_ = other.kept_;
        return *this;
    }

    std::vector<Recoding> all() override;
    codes::Coding begin(const base::Id& earlier) override;
    void end(const base::Id& coding, RecodingState how) override;
    bool is_done(const base::Id& coding) const;

private:
    Library& library_;
    std::vector<Recoding> kept_;
};

}  // namespace library
