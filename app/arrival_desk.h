// What is known of a package that is being opened, up to the question whether it is taken in. Until then nothing of it
// is in the library. Changed by Controller only.
#pragma once

#include "base/job.h"
#include "library/library.h"
#include "packages/own_keys.h"
#include "packages/receive.h"

#include <memory>
#include <optional>
#include <string>

namespace app {

enum class ArrivalStage {
    Unsealing,
    WantsPassphrase,
    WantsTrust,  // its sender is not known, or their words were not compared
    Unpacking,
    Ready,  // for the question
    Refused
};

struct ArrivalDesk {
    ArrivalDesk(packages::OwnKeys keys, std::string file) : own(std::move(keys)), path(std::move(file)) {}

    packages::OwnKeys own;
    std::string path;
    ArrivalStage stage = ArrivalStage::Unsealing;
    std::string problem;                      // why it is refused, or what was wrong with the answer
    std::string words;                        // of the card that it names as its sender's
    std::optional<library::Person> stranger;  // known by this card, but not compared yet; none: not known at all
    bool is_own = false;
    bool was_opened_before = false;  // this revision, so nothing will change
    bool is_new = false;             // the conversation is not in the library yet
    library::Conversation conversation;
    std::shared_ptr<packages::Unsealed> unsealed;
    std::shared_ptr<packages::Opened> opened;
    std::unique_ptr<base::Job<std::shared_ptr<packages::Unsealed>>> unsealing;
    std::unique_ptr<base::Job<std::shared_ptr<packages::Opened>>> unpacking;

    const packages::Manifest& manifest() const { return unsealed->manifest(); }
};

bool is_package(const std::string& path);  // by its name

}  // namespace app
