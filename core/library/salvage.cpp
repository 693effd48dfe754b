#include "library/salvage.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "library/files.h"
#include "library/mending.h"
#include "library/owner.h"
#include "library/page_file.h"
#include "library/schema.h"
#include "library/table_shapes.h"
#include "library/total_rows.h"
#include "library/turn_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestLibrary = std::size_t{8} << 30;

PageFile read_pages(const std::string& path) {
    const std::string journal = path + "-wal";
    return {base::read_whole_file(path, kLargestLibrary),
            fs::exists(journal) ? base::read_whole_file(journal, kLargestLibrary) : std::string()};
}

struct Binding {
    SQLite::Statement& statement;
    int index;

    void operator()(std::monostate) const { statement.bind(index); }
    void operator()(std::int64_t number) const { statement.bind(index, number); }
    void operator()(double number) const { statement.bind(index, number); }
    void operator()(const std::string& text) const { statement.bind(index, text); }
    void operator()(const Bytes& bytes) const {
        statement.bind(index, bytes.bytes.data(), static_cast<int>(bytes.bytes.size()));
    }
};

// The rows of one table on their way into the new library.
class Inflow {
public:
    Inflow(SQLite::Database& database, const TableShape& shape)
        : shape_(shape), insert_(database, insertion(database, shape)) {}

    bool take(const StoredRow& row) {
        if (!is_row_of(shape_, row)) return false;
        insert_.reset();
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const Binding binding{insert_, static_cast<int>(i) + 1};
            if (shape_.columns[i] == kNumberOfRow)
                binding(row.rowid.value());
            else
                std::visit(binding, row.values[i]);
        }
        insert_.exec();
        if (row.rowid) highest_ = std::max(highest_, *row.rowid);
        return true;
    }
    const TableShape& shape() const { return shape_; }
    std::int64_t highest_rowid() const { return highest_; }

private:
    // What no library can hold is left out without a word: it only looked like a row. Columns that an older row lacks
    // get their defaults.
    static std::string insertion(SQLite::Database& database, const TableShape& shape) {
        std::string columns, places;
        SQLite::Statement names(database, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
        names.bind(1, shape.name);
        for (std::size_t i = 0; i < shape.columns.size() && names.executeStep(); ++i) {
            const char* comma = i == 0 ? "" : ", ";
            columns += comma + names.getColumn(0).getString();
            places += std::string(comma) + "?";
        }
        return fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({})", shape.name, columns, places);
    }

    const TableShape& shape_;
    SQLite::Statement insert_;
    std::int64_t highest_ = 0;
};

std::vector<SalvagedTable> fill(SQLite::Database& database, const PageFile& pages) {
    std::vector<std::unique_ptr<Inflow>> inflows;
    for (const TableShape& shape : kTableShapes) inflows.push_back(std::make_unique<Inflow>(database, shape));
    for (const TableShape& shape : kOlderShapes) inflows.push_back(std::make_unique<Inflow>(database, shape));
    pages.each_row([&](const StoredRow& row) {
        for (const auto& inflow : inflows)
            if (inflow->take(row)) return;
    });
    std::map<std::string_view, std::int64_t> highest;
    for (const auto& inflow : inflows)
        highest[inflow->shape().name] = std::max(highest[inflow->shape().name], inflow->highest_rowid());
    // Numbers that an erased conversation took with it are not lost ones.
    const bool numbers_tell = rows_in(database, "tombstone") == 0;
    std::vector<SalvagedTable> tables;
    for (const TableShape& shape : kTableShapes) {
        SalvagedTable table{shape.name};
        table.kept = rows_in(database, table.table);
        table.lost = std::max<std::int64_t>(rows_missing(database, table.table),
                                            shape.keeps_numbers && numbers_tell ? highest[shape.name] - table.kept : 0);
        tables.push_back(table);
    }
    return tables;
}

void refuse_empty(const std::string& path, const std::vector<SalvagedTable>& tables) {
    for (const SalvagedTable& table : tables)
        if (table.kept > 0) return;
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: nothing of a library can be read in it. Nothing was written.")), path));
}

std::vector<SalvagedTable> salvage_into(const std::string& half, const std::string& damaged, const PageFile& pages) {
    SQLite::Database database(half, SQLite::OPEN_READWRITE);
    database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF");
    create_tables(database, current_schema());
    SQLite::Transaction transaction(database);
    std::vector<SalvagedTable> tables = fill(database, pages);
    refuse_empty(damaged, tables);
    mend(database);
    index_all_turns(database);
    count_all_codings(database);
    for (SalvagedTable& table : tables) {
        const std::int64_t now = rows_in(database, table.table);
        table.restored = now - table.kept;
        table.kept = now;
        table.lost = std::max<std::int64_t>(table.lost - table.restored, 0);
    }
    transaction.commit();
    return tables;
}

}  // namespace

std::vector<SalvagedTable> salvage(const std::string& damaged, const std::string& out) {
    if (fs::exists(fs::symlink_status(out)) || fs::exists(out + "-wal")) refuse_existing(out);
    const FileClaim claim(damaged);
    if (owner_of(damaged)) throw base::Error(in_use_message(damaged));
    const PageFile pages = read_pages(damaged);
    const HalfFile half(out, "salvage");
    std::vector<SalvagedTable> tables;
    try {
        tables = salvage_into(half.path(), damaged, pages);
    } catch (const SQLite::Exception& error) {
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: cannot be written ({}). Choose another place, or make room there.")), out,
                        error.what()));
    }
    if (!rename_to_new(half.path(), out)) refuse_existing(out);
    return tables;
}

}  // namespace library
