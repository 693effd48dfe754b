#include "app/pad_rows.h"

#include <algorithm>
#include <set>

namespace app {
namespace {

struct Rows {
    const codes::Codebook& codebook;
    codes::Side side;
    std::vector<PadRow> rows = {};
    std::set<std::string> placed = {};

    bool has_parent_here(const codes::Code& code) const {
        const codes::Code* parent = codebook.find(code.parent);
        return parent && parent->side == side;
    }
    void place(const codes::Code& code, int depth) {
        if (!placed.insert(code.key).second) return;
        rows.push_back({&code, depth});
        for (const codes::Code& other : codebook.codes)
            if (other.side == side && other.parent == code.key) place(other, depth + 1);
    }
};

}  // namespace

std::vector<PadRow> pad_rows(const codes::Codebook& codebook, codes::Side side) {
    Rows rows{codebook, side};
    for (const codes::Code& code : codebook.codes)
        if (code.side == side && !rows.has_parent_here(code)) rows.place(code, 0);
    for (const codes::Code& code : codebook.codes)  // whose parents go round in a circle
        if (code.side == side) rows.place(code, 0);
    return std::move(rows.rows);
}

}  // namespace app
