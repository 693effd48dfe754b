// What `trend` and `compare` follow: a measure of a codebook, over the codings of a person or of a group.
#pragma once

#include "app/commands/command_line.h"
#include "app/trend_data.h"

#include <optional>
#include <string>

namespace commands {

struct Followed {
    app::TrendData data;
    codes::Measure measure;
    std::vector<std::string> warnings;
};

// `codebook` empty: the only one, or the default one; `measure` empty: the codebook's first. Throws base::Error when
// there is none of that name.
Followed followed(library::Library& library, const std::string& codebook, const std::string& measure);

// Those of one person (empty: of everyone) whose conversation has the tag ("TAG=VALUE"; empty: any).
analysis::IsWanted wanted(library::Library& library, const std::string& person, const std::string& tag);

// What the answers of both begin with.
Json heading(const Followed& followed);

}  // namespace commands
