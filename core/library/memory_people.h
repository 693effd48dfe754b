// People and what was exchanged with them, as plain values: the model that tests compare their rows with.
#pragma once

#include "library/package_log.h"
#include "library/people.h"

#include <map>

namespace library {

class MemoryPeople final : public People {
public:
    std::vector<Person> all() override;
    void add(const Person& person) override;
    void remember_comparing(const base::Id& person, base::Timestamp when) override;
    void remove(const base::Id& person) override;

private:
    std::map<base::Id, Person> people_;
};

class MemoryPackageLog final : public PackageLog {
public:
    std::optional<Standing> standing(const ThingName& thing) override;
    void stand(const ThingName& thing, const Standing& standing) override { standings_[thing] = standing; }
    std::vector<LoggedPackage> packages() override;
    void add(const LoggedPackage& package) override;

private:
    std::map<ThingName, Standing> standings_;
    std::vector<LoggedPackage> packages_;
};

}  // namespace library
