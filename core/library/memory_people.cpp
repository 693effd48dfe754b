#include "library/memory_people.h"

#include "library/checks.h"

#include <algorithm>
#include <tuple>

namespace library {

std::vector<Person> MemoryPeople::all() {
    std::vector<Person> found;
    for (const auto& [id, person] : people_) found.push_back(person);
    std::sort(found.begin(), found.end(), [](const Person& a, const Person& b) { return a.name < b.name; });
    return found;
}

void MemoryPeople::add(const Person& person) {
    check(person);
    refuse_namesakes(all(), person);
    if (!people_.try_emplace(person.id, person).second) refuse_known_id();
}

void MemoryPeople::remember_comparing(const base::Id& person, base::Timestamp when) {
    const auto found = people_.find(person);
    if (found == people_.end()) refuse_unknown_person();
    found->second.compared = when;
}

void MemoryPeople::remove(const base::Id& person) {
    if (people_.erase(person) == 0) refuse_unknown_person();
}

std::optional<Standing> MemoryPackageLog::standing(const ThingName& thing) {
    const auto found = standings_.find(thing);
    return found == standings_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<LoggedPackage> MemoryPackageLog::packages() {
    std::vector<LoggedPackage> found = packages_;
    std::sort(found.begin(), found.end(), [](const LoggedPackage& a, const LoggedPackage& b) {
        return std::tie(a.at, a.package, a.revision, b.passage) < std::tie(b.at, b.package, b.revision, a.passage);
    });
    return found;
}

void MemoryPackageLog::add(const LoggedPackage& package) {
    const bool is_known = std::any_of(packages_.begin(), packages_.end(), [&](const LoggedPackage& one) {
        return one.package == package.package && one.revision == package.revision && one.passage == package.passage;
    });
    if (!is_known) packages_.push_back(package);
}

}  // namespace library
