#include "library/table_shapes.h"

#include "base/text.h"

namespace library {

namespace {

bool is_id(const std::string& text) {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

bool fits(char column, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    const bool is_nothing = std::holds_alternative<std::monostate>(value);
    const bool is_number = std::holds_alternative<std::int64_t>(value);
    switch (column) {
        case 'u':
            return text != nullptr && is_id(*text);
        case 't':
            return text != nullptr && base::is_valid_utf8(*text);
        case 'x':
            return is_nothing || (text != nullptr && base::is_valid_utf8(*text));
        case 'i':
            return is_number;
        case 'n':
            return is_nothing || is_number;
        case 'b':
            return std::holds_alternative<Bytes>(value);
        default:
            return is_nothing;
    }
}

}  // namespace

bool is_row_of(const TableShape& shape, const StoredRow& row) {
    if (row.values.size() != shape.columns.size() || row.rowid.has_value() != shape.has_rowid) return false;
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (!fits(shape.columns[i], row.values[i])) return false;
    return true;
}

}  // namespace library
