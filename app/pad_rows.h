// The codes of one side in the order of the pad: as in the codebook, each followed by the codes that are kinds of it.
#pragma once

#include "codes/codebook.h"

#include <vector>

namespace app {

struct PadRow {
    const codes::Code* code = nullptr;
    int depth = 0;  // 0: a kind of nothing else
};
std::vector<PadRow> pad_rows(const codes::Codebook& codebook, codes::Side side);

}  // namespace app
