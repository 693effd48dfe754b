// SqliteLibrary: codebooks, dates, settings, and the matters that have an interface of their own.
#include "library/checks.h"
#include "library/sqlite_impl.h"

namespace library {

Clips& SqliteLibrary::clips() {
    return impl_->clips;
}

Goals& SqliteLibrary::goals() {
    return impl_->goals;
}

Reviews& SqliteLibrary::reviews() {
    return impl_->reviews;
}

People& SqliteLibrary::people() {
    return impl_->people;
}

PackageLog& SqliteLibrary::package_log() {
    return impl_->package_log;
}

Consents& SqliteLibrary::consents() {
    return impl_->consents;
}

Retention& SqliteLibrary::retention() {
    return impl_->retention;
}

AccessLog& SqliteLibrary::access_log() {
    return impl_->access_log;
}

Erasures& SqliteLibrary::erasures() {
    return impl_->erasures;
}

void SqliteLibrary::store_codebook(const codes::Codebook& codebook) {
    impl_->use([&] { impl_->codebooks.store(codebook); });
}

std::vector<codes::Codebook> SqliteLibrary::codebooks() {
    return impl_->use([&] { return impl_->codebooks.newest(); });
}

std::optional<codes::Codebook> SqliteLibrary::codebook(const std::string& key, const std::string& version) {
    return impl_->use([&] { return impl_->codebooks.find(key, version); });
}

std::optional<std::string> SqliteLibrary::setting(const std::string& key) {
    return impl_->use([&] { return impl_->settings.find(key); });
}

void SqliteLibrary::set_setting(const std::string& key, const std::string& value) {
    check_text(key, _("setting"));
    check_text(value, _("setting"));
    impl_->use([&] { impl_->settings.set(key, value); });
}

std::vector<Milestone> SqliteLibrary::milestones() {
    return impl_->use([&] { return impl_->milestones.all(); });
}

void SqliteLibrary::add(const Milestone& milestone) {
    check(milestone);
    impl_->use([&] { impl_->milestones.add(milestone); });
}

void SqliteLibrary::remove_milestone(const base::Id& id) {
    impl_->use([&] { impl_->milestones.set_removed(id, true); });
}

void SqliteLibrary::restore_milestone(const base::Id& id) {
    impl_->use([&] { impl_->milestones.set_removed(id, false); });
}

}  // namespace library
