// One use of a prepared statement: binds, steps, and leaves it ready for the next use whatever happens.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <optional>
#include <string>

namespace library {

// Bytes rather than text; must outlive the query.
struct Blob {
    const std::string& bytes;
};

class Query {
public:
    template <class... Values>
    explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(statement) {
        statement_.tryReset();
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query() { statement_.tryReset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next() { return statement_.executeStep(); }
    int run() { return statement_.exec(); }  // returns how many rows it changed

    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    std::int64_t whole(int column) const { return statement_.getColumn(column).getInt64(); }
    int small(int column) const { return statement_.getColumn(column).getInt(); }
    bool is_null(int column) const { return statement_.isColumnNull(column); }
    base::Id id(int column) const { return {text(column)}; }
    base::Time time(int column) const { return {whole(column)}; }
    base::Timestamp timestamp(int column) const { return {whole(column)}; }

private:
    void bind(int index, const std::string& value) { statement_.bind(index, value); }
    void bind(int index, const char* value) { statement_.bind(index, value); }
    void bind(int index, std::int64_t value) { statement_.bind(index, value); }
    void bind(int index, int value) { statement_.bind(index, value); }
    void bind(int index, const base::Id& id) { statement_.bind(index, id.text); }
    void bind(int index, base::Time time) { statement_.bind(index, time.microseconds); }
    void bind(int index, base::Timestamp moment) { statement_.bind(index, moment.milliseconds); }
    void bind(int index, const Blob& blob) {
        statement_.bindNoCopy(index, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
    }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        if (value) {
            bind(index, *value);
        } else {
            statement_.bind(index);
        }
    }

    SQLite::Statement& statement_;
};

}  // namespace library
