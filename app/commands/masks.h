// What people write to have parts of a recording masked, for every command that writes one.
#pragma once

#include "app/commands/command_line.h"
#include "media/masks.h"

#include <string>
#include <vector>

namespace commands {

struct MaskArguments {
    std::vector<std::string> blur;   // "all" or "X,Y,W,H", in percent of the picture
    std::vector<std::string> mute;   // a channel from 1, or FROM-TO
    std::vector<std::string> shift;  // likewise
    std::vector<std::string> beep;   // FROM-TO
};

void add_mask_options(Syntax& syntax, MaskArguments& arguments);

media::Masks masks_of(const MaskArguments& arguments);  // throws UsageError

}  // namespace commands
