#include "library/sqlite_library.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/messages.h"
#include "library/overwriting.h"
#include "library/sqlite_impl.h"
#include "library/storage_place.h"
#include "library/transaction.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

namespace library {

namespace {

void append(std::vector<std::string>& all, std::vector<std::string> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

SqliteLibrary::SqliteLibrary(const std::string& path, OpenMode mode) : SqliteLibrary(path, mode, current_schema()) {}

SqliteLibrary::SqliteLibrary(const std::string& path, OpenMode mode, const Schema& schema) {
    try {
        impl_ = std::make_unique<Impl>(*this, path, mode, schema);
    } catch (const SQLite::Exception& error) {
        // The file passed its check, but a table is not as its version says.
        throw damaged(path, error.what());
    }
    impl_->warnings = warnings_about(impl_->connection.path());
    impl_->catch_up();
    if (!impl_->connection.is_new() && is_backed_up_at_opening(impl_->connection.path())) impl_->try_backup();
}

SqliteLibrary::~SqliteLibrary() {
    impl_->try_backup();
}

const std::string& SqliteLibrary::path() const {
    return impl_->connection.path();
}

const std::vector<std::string>& SqliteLibrary::warnings() const {
    return impl_->warnings;
}

std::vector<std::string> SqliteLibrary::problems() {
    return impl_->use([&] {
        std::vector<std::string> problems = first_column(impl_->connection.database(), "PRAGMA integrity_check");
        if (problems == std::vector<std::string>{"ok"}) problems.clear();
        for (const std::string& table : first_column(impl_->connection.database(), "PRAGMA foreign_key_check")) {
            problems.push_back(fmt::format(fmt::runtime(_("Table {}: a row refers to one that is not there.")), table));
        }
        append(problems, impl_->codebooks.problems());
        append(problems, impl_->turns.problems());
        append(problems, impl_->codings.problems());
        append(problems, impl_->totals.problems());
        append(problems, impl_->clips.problems());
        append(problems, impl_->goals.problems());
        append(problems, impl_->reviews.problems());
        append(problems, impl_->reports.problems());
        append(problems, impl_->access_log.problems());
        return problems;
    });
}

void SqliteLibrary::backup(const std::string& path) {
    refuse_to_overwrite(guarded_files(), path);
    try {
        copy_library(impl_->connection.database(), path);
    } catch (const SQLite::Exception& error) {
        throw explained(path, error);
    }
}

void SqliteLibrary::rotate_backups() {
    impl_->use([&] { library::rotate_backups(impl_->connection.database(), impl_->connection.path()); });
}

std::vector<Conversation> SqliteLibrary::conversations() {
    return impl_->use([&] { return impl_->conversations.all(); });
}

std::optional<Conversation> SqliteLibrary::conversation(const base::Id& id) {
    return impl_->use([&] { return impl_->conversations.find(id); });
}

void SqliteLibrary::add(const Conversation& conversation) {
    check(conversation);
    impl_->use([&] { impl_->conversations.add(conversation); });
}

void SqliteLibrary::add(const std::vector<WholeConversation>& conversations) {
    impl_->use([&] {
        Transaction transaction(impl_->connection.database());
        for (const WholeConversation& whole : conversations) {
            if (conversation(whole.conversation.id) != whole.conversation) {
                add(whole.conversation);
                set_turns(whole.conversation.id, whole.turns, talk::TurnSource::Transcript);
            }
            for (const codes::Coding& coding : whole.codings) add(coding);
        }
        transaction.commit();
    });
}

void SqliteLibrary::update(const Conversation& conversation) {
    check(conversation);
    impl_->use([&] { impl_->conversations.update(conversation); });
}

void SqliteLibrary::remove(const base::Id& conversation) {
    impl_->use([&] { impl_->conversations.remove(conversation); });
}

std::optional<std::string> SqliteLibrary::step_conversations(Direction direction) {
    return impl_->use([&] { return impl_->conversations.step(direction); });
}

void SqliteLibrary::remember_position(const base::Id& conversation, base::Time at) {
    impl_->use([&] { impl_->conversations.remember_position(conversation, at); });
}

void SqliteLibrary::found_recording(const base::Id& recording, const std::string& path) {
    check_text(path, _("path"));
    impl_->use([&] { impl_->conversations.set_path(recording, path); });
}

void SqliteLibrary::store_sha256(const base::Id& recording, const std::string& sha256) {
    check_text(sha256, _("SHA-256"));
    impl_->use([&] { impl_->conversations.set_sha256(recording, sha256); });
}

void SqliteLibrary::set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns,
                              talk::TurnSource source) {
    check(turns);
    impl_->use([&] {
        impl_->conversations.require(conversation);
        impl_->turns.set(conversation, turns, source);
    });
}

std::vector<talk::Turn> SqliteLibrary::turns(const base::Id& conversation) {
    return impl_->use([&] { return impl_->turns.of(conversation); });
}

talk::TurnSource SqliteLibrary::turn_source(const base::Id& conversation) {
    return impl_->use([&] { return impl_->turns.source(conversation); });
}

void SqliteLibrary::change_turns(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) {
    check(changes);
    impl_->use([&] {
        impl_->conversations.require(conversation);
        impl_->turns.change(conversation, changes);
    });
}

std::optional<std::vector<talk::TurnChange>> SqliteLibrary::step_turns(const base::Id& conversation,
                                                                       Direction direction) {
    return impl_->use([&] {
        impl_->conversations.require(conversation);
        return impl_->turns.step(conversation, direction);
    });
}

std::optional<base::Timestamp> SqliteLibrary::turns_step_time(const base::Id& conversation, Direction direction) {
    return impl_->use([&] { return impl_->turns.step_time(conversation, direction); });
}

std::vector<SearchHit> SqliteLibrary::search(const std::string& text, const base::Id& within) {
    return impl_->use([&] { return impl_->turns.search(text, within); });
}

std::vector<CodingSummary> SqliteLibrary::codings(const base::Id& conversation) {
    return impl_->use([&] { return impl_->codings.of(conversation); });
}

std::vector<CodingSummary> SqliteLibrary::all_codings() {
    return impl_->use([&] { return impl_->codings.all(); });
}

std::optional<codes::Coding> SqliteLibrary::coding(const base::Id& id) {
    return impl_->use([&] { return impl_->codings.find(id); });
}

void SqliteLibrary::add(const codes::Coding& coding) {
    check(coding);
    impl_->use([&] {
        impl_->conversations.require(coding.conversation);
        if (!impl_->codebooks.find(coding.codebook_key, coding.codebook_version)) {
            refuse_missing_codebook(coding.codebook_key, coding.codebook_version);
        }
        impl_->codings.add(coding);
    });
}

void SqliteLibrary::apply(const base::Id& coding, const codes::Edit& edit) {
    check(edit);
    impl_->use([&] {
        if (impl_->recodings.is_done(coding)) refuse_change_of_recoding();
        impl_->codings.apply(coding, edit);
    });
}

std::optional<Undone> SqliteLibrary::step(const base::Id& coding, Direction direction) {
    return impl_->use([&] {
        if (impl_->recodings.is_done(coding)) refuse_change_of_recoding();
        return impl_->codings.step(coding, direction);
    });
}

bool SqliteLibrary::can_step(const base::Id& coding, Direction direction) {
    return impl_->use([&] { return impl_->codings.can_step(coding, direction); });
}

std::optional<base::Timestamp> SqliteLibrary::step_time(const base::Id& coding, Direction direction) {
    return impl_->use([&] { return impl_->codings.step_time(coding, direction); });
}

void SqliteLibrary::add_active_time(const base::Id& coding, base::Time time) {
    check_active_time(time);
    impl_->use([&] { impl_->codings.add_active_time(coding, time); });
}

std::vector<codes::Decision> SqliteLibrary::decisions_about(const std::string& codebook_key) {
    return impl_->use([&] { return impl_->codings.decisions_about(codebook_key); });
}

codes::CountedCodings SqliteLibrary::counted_codings(const std::string& codebook_key) {
    return impl_->use([&] { return impl_->totals.of(codebook_key); });
}

std::map<base::Id, std::string> SqliteLibrary::tag_values(const std::string& tag) {
    return impl_->use([&] { return impl_->conversations.tag_values(tag); });
}

Report SqliteLibrary::issue(const Report& report) {
    check(report);
    return impl_->use([&] {
        impl_->codings.require(report.coding);
        return impl_->reports.issue(report);
    });
}

void SqliteLibrary::take_in(const Report& report) {
    check_taken_in(report);
    impl_->use([&] {
        impl_->codings.require(report.coding);
        impl_->reports.take_in(report);
    });
}

std::vector<Report> SqliteLibrary::reports(const base::Id& coding) {
    return impl_->use([&] { return impl_->reports.of(coding); });
}

std::optional<Report> SqliteLibrary::report(const base::Id& id) {
    return impl_->use([&] { return impl_->reports.find(id); });
}

void SqliteLibrary::together(const std::function<void()>& work) {
    impl_->use([&] {
        Transaction transaction(impl_->connection.database());
        work();
        transaction.commit();
    });
}

std::vector<std::string> SqliteLibrary::guarded_files() {
    return impl_->use([&] {
        std::vector<std::string> files = files_of_library(path());
        append(files, first_column(impl_->connection.database(), "SELECT path FROM recording"));
        return files;
    });
}

}  // namespace library
