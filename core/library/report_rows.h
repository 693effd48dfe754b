// Issued reports, stored codebooks and settings as rows: what is written once, and what is looked up by its key.
#pragma once

#include "library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>
#include <utility>

namespace library {

class ReportRows {
public:
    explicit ReportRows(SQLite::Database& database);

    Report issue(const Report& report);  // the coding is there
    void take_in(const Report& report);
    std::vector<Report> of(const base::Id& coding);
    std::optional<Report> find(const base::Id& id);
    std::vector<std::string> problems();  // reports whose hash no longer fits

private:
    int next_version(const base::Id& coding);
    void insert(const Report& report);

    SQLite::Database& database_;
    SQLite::Statement newest_, has_version_, insert_, of_, select_, ids_;
};

class CodebookRows {
public:
    explicit CodebookRows(SQLite::Database& database);

    void store(const codes::Codebook& codebook);
    std::vector<codes::Codebook> newest();
    std::optional<codes::Codebook> find(const std::string& key, const std::string& version);
    std::vector<std::string> problems();

private:
    std::map<std::pair<std::string, std::string>, codes::Codebook> read_;  // a stored codebook never changes
    SQLite::Statement names_, select_, insert_;
};

class SettingRows {
public:
    explicit SettingRows(SQLite::Database& database);

    std::optional<std::string> find(const std::string& key);
    void set(const std::string& key, const std::string& value);

private:
    SQLite::Statement select_, set_;
};

}  // namespace library
