// What travelled between libraries, as rows.
#pragma once

#include "library/connection.h"
#include "library/package_log.h"

#include <SQLiteCpp/Statement.h>

namespace library {

class PackageRows final : public PackageLog {
public:
    explicit PackageRows(Connection& connection);

    std::optional<Standing> standing(const ThingName& thing) override;
    void stand(const ThingName& thing, const Standing& standing) override;
    std::vector<LoggedPackage> packages() override;
    void add(const LoggedPackage& package) override;

private:
    Connection& connection_;
    SQLite::Statement standing_, stand_, packages_, insert_;
};

void create_package_tables(SQLite::Database& database);

}  // namespace library
