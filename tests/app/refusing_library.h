// A library in memory whose disk can be made to refuse, as a full one does.
#pragma once

#include "base/error.h"
#include "library/memory_library.h"

namespace app {

class RefusingLibrary final : public library::MemoryLibrary {
public:
    bool refuses = false;

    void apply(const base::Id& coding, const codes::Edit& edit) override {
        refuse_when_full();
        MemoryLibrary::apply(coding, edit);
    }
    void remember_position(const base::Id& conversation, base::Time at) override {
        refuse_when_full();
        MemoryLibrary::remember_position(conversation, at);
    }

private:
    void refuse_when_full() const {
        if (refuses) throw base::Error("library.terugblik: there is no room left on the disk.");
    }
};

}  // namespace app
