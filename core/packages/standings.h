// Which revision of a thing is kept where two libraries met: the higher one of its one author. So merging is a union in
// which the order in which packages come, and how often, makes no difference.
#pragma once

#include "library/package_log.h"

#include <optional>

namespace packages {

enum class Verdict {
    New,
    Newer,
    Known,    // this revision, or a newer one, stands here
    Foreign,  // stands here as another person's
};

// `is_there`: the library has it, with or without a standing. Without one it was made here and never travelled.
Verdict judge(const std::optional<library::Standing>& standing, bool is_there, const library::Standing& incoming);

// What its owner's thing travels as now: a new revision where it is not what travelled last.
library::Standing revised(const std::optional<library::Standing>& standing, const std::string& sha256,
                          const base::Id& conversation, base::Timestamp now);

}  // namespace packages
