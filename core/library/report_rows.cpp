#include "library/report_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/query.h"
#include "library/transaction.h"

#include <fmt/format.h>

namespace library {

ReportRows::ReportRows(SQLite::Database& database)
    : database_(database),
      newest_(database, "SELECT COALESCE(MAX(version), 0) FROM report WHERE coding = ?"),
      has_version_(database, "SELECT 1 FROM report WHERE coding = ? AND version = ?"),
      insert_(database,
              "INSERT INTO report (id, coding, version, language, issued_ms, sha256, content, html, pdf) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      of_(database,
          "SELECT id, version, language, issued_ms, sha256, content FROM report WHERE coding = ? ORDER BY version "
          "DESC"),
      select_(database,
              "SELECT coding, version, language, issued_ms, sha256, content, html, pdf FROM report WHERE id = ?"),
      ids_(database, "SELECT id FROM report ORDER BY id") {}

Report ReportRows::issue(const Report& report) {
    Report issued = report;
    issued.id = base::make_id();
    if (issued.issued == base::Timestamp{}) issued.issued = base::now();
    issued.sha256 = report_sha256(report.content, report.pdf, report.html);
    Transaction transaction(database_);
    issued.version = next_version(issued.coding);
    insert(issued);
    transaction.commit();
    return issued;
}

void ReportRows::take_in(const Report& report) {
    Report taken = report;
    Transaction transaction(database_);
    if (Query(has_version_, report.coding, report.version).next()) taken.version = next_version(report.coding);
    insert(taken);
    transaction.commit();
}

int ReportRows::next_version(const base::Id& coding) {
    Query row(newest_, coding);
    row.next();
    return 1 + row.small(0);
}

void ReportRows::insert(const Report& report) {
    Query(insert_, report.id, report.coding, report.version, report.language, report.issued, report.sha256,
          report.content, report.html, Blob{report.pdf})
        .run();
}

std::vector<Report> ReportRows::of(const base::Id& coding) {
    std::vector<Report> found;
    for (Query row(of_, coding); row.next();) {
        found.push_back(
            {row.id(0), coding, row.small(1), row.text(2), row.timestamp(3), row.text(5), "", "", row.text(4)});
    }
    return found;
}

std::optional<Report> ReportRows::find(const base::Id& id) {
    Query row(select_, id);
    if (!row.next()) return {};
    return Report{id,          row.id(0),   row.small(1), row.text(2), row.timestamp(3),
                  row.text(5), row.text(7), row.text(6),  row.text(4)};
}

std::vector<std::string> ReportRows::problems() {
    std::vector<std::string> problems;
    for (Query row(ids_); row.next();) {
        const std::optional<Report> report = find(row.id(0));
        if (!report || report_sha256(report->content, report->pdf, report->html) == report->sha256) continue;
        problems.push_back(
            fmt::format(fmt::runtime(_("Report {}, version {}: it is not what was issued (its fingerprint differs).")),
                        report->id.text, report->version));
    }
    return problems;
}

CodebookRows::CodebookRows(SQLite::Database& database)
    : names_(database, "SELECT key, version FROM codebook ORDER BY key, version"),
      select_(database, "SELECT json FROM codebook WHERE key = ? AND version = ?"),
      insert_(database, "INSERT INTO codebook (key, version, json) VALUES (?, ?, ?)") {}

void CodebookRows::store(const codes::Codebook& codebook) {
    const codes::Codebook kept = codes::parse_codebook(codebook.json, codebook.key);
    {
        Query row(select_, kept.key, kept.version);
        if (row.next()) {
            if (!same_json(row.text(0), kept.json)) refuse_other_codebook(kept.key, kept.version);
            return;
        }
    }
    Query(insert_, kept.key, kept.version, kept.json).run();
}

std::vector<codes::Codebook> CodebookRows::newest() {
    std::map<std::string, std::string> versions;
    for (Query row(names_); row.next();) {
        std::string& newest = versions[row.text(0)];
        if (newest.empty() || is_older_version(newest, row.text(1))) newest = row.text(1);
    }
    std::vector<codes::Codebook> found;
    for (const auto& [key, version] : versions) found.push_back(*find(key, version));
    return found;
}

std::optional<codes::Codebook> CodebookRows::find(const std::string& key, const std::string& version) {
    const auto known = read_.find({key, version});
    if (known != read_.end()) return known->second;
    Query row(select_, key, version);
    if (!row.next()) return {};
    return read_[{key, version}] = codes::parse_codebook(row.text(0), fmt::format("{} {}", key, version));
}

std::vector<std::string> CodebookRows::problems() {
    std::vector<std::string> problems;
    for (Query row(names_); row.next();) {
        try {
            find(row.text(0), row.text(1));
        } catch (const base::Error& error) {
            problems.emplace_back(error.what());
        }
    }
    return problems;
}

SettingRows::SettingRows(SQLite::Database& database)
    : select_(database, "SELECT value FROM setting WHERE key = ?"),
      set_(database,
           "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value") {}

std::optional<std::string> SettingRows::find(const std::string& key) {
    Query row(select_, key);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

void SettingRows::set(const std::string& key, const std::string& value) {
    Query(set_, key, value).run();
}

}  // namespace library
