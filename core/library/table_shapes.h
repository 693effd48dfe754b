// What a row of each table looks like on a page, so that a row found without its table can be told apart. Follows
// schema.cpp, column by column.
#pragma once

#include "library/page_file.h"

#include <array>
#include <string_view>

namespace library {

// u: an id, t: text, x: text or nothing, i: a whole number, n: a whole number or nothing, b: bytes.
inline constexpr char kNumberOfRow = 'r';  // stored as nothing: it is the row's own number

struct TableShape {
    const char* name;
    std::string_view columns;
    bool has_rowid = true;
    bool keeps_numbers = true;  // rows are never deleted, so that their numbers count them
};

inline constexpr std::array<TableShape, 36> kTableShapes = {{{"conversation", "uttttttttiiiit"},
                                                             {"recording", "uuitittiitt", true, false},
                                                             {"turn", "uiiitttrt", true, false},
                                                             {"codebook", "ttt"},
                                                             {"coding", "uuttttiiittnnni"},
                                                             {"event", "uuintttt", false, false},
                                                             {"rating", "uti", false, false},
                                                             {"edit", "ruitttin"},
                                                             {"conversation_edit", "ruittxxin"},
                                                             {"report", "uuititttb"},
                                                             {"setting", "tt"},
                                                             {"utterance", "uuiit", false, false},
                                                             {"evidence", "uut", false, false},
                                                             {"tick", "utti", false, false},
                                                             {"phase_mark", "uit", false, false},
                                                             {"turn_edit", "ruittin"},
                                                             {"milestone", "utttti"},
                                                             {"decision", "uttttttt", false, false},
                                                             {"sources", "uuui", false, false},
                                                             {"clip", "uuxiittttiii"},
                                                             {"comment", "uuxtitiitiii"},
                                                             {"comment_sound", "ub"},
                                                             {"clip_edit", "rutitin"},
                                                             {"goal", "uuiit"},
                                                             {"person", "utttin", true, false},
                                                             {"standing", "tttiitt", false, false},
                                                             {"package", "uitttti", false, false},
                                                             {"consent", "uuttttttbii", true, false},
                                                             {"retention", "ut", false, false},
                                                             {"tombstone", "uiti", false, false},
                                                             {"file_to_delete", "t", false, false},
                                                             {"access_entry", "ritttttt"},
                                                             {"access_detail", "rxtt", true, false},
                                                             {"access_head", "rit", true, false},
                                                             {"review", "uuiitt"},
                                                             {"recoding", "uutn", false, false}}};

// Rows as earlier versions wrote them: the first columns of today's. A row stays so until it is written again.
inline constexpr std::array<TableShape, 3> kOlderShapes = {
    {{"conversation", "uttttttttiii"}, {"turn", "uiiittt", false}, {"coding", "uuttttiiitt"}}};

bool is_row_of(const TableShape& shape, const StoredRow& row);

}  // namespace library
