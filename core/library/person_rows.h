// Known people as rows.
#pragma once

#include "library/connection.h"
#include "library/people.h"

#include <SQLiteCpp/Statement.h>

namespace library {

class PersonRows final : public People {
public:
    explicit PersonRows(Connection& connection);

    std::vector<Person> all() override;
    void add(const Person& person) override;
    void remember_comparing(const base::Id& person, base::Timestamp when) override;
    void remove(const base::Id& person) override;

private:
    Connection& connection_;
    SQLite::Statement all_, insert_, compared_, delete_;
};

void create_person_tables(SQLite::Database& database);

}  // namespace library
