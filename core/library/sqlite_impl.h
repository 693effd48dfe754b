// The parts of SqliteLibrary: the connection, and the rows of each matter over it.
#pragma once

#include "base/i18n.h"
#include "library/access_rows.h"
#include "library/backup.h"
#include "library/clip_rows.h"
#include "library/coding_rows.h"
#include "library/connection.h"
#include "library/consent_rows.h"
#include "library/conversation_rows.h"
#include "library/erasure_rows.h"
#include "library/goal_rows.h"
#include "library/guarded.h"
#include "library/milestone_rows.h"
#include "library/package_rows.h"
#include "library/person_rows.h"
#include "library/report_rows.h"
#include "library/retention_rows.h"
#include "library/review_rows.h"
#include "library/sqlite_library.h"
#include "library/total_rows.h"
#include "library/turn_rows.h"

#include <fmt/format.h>

namespace library {

class SqliteLibrary::Impl {
public:
    Impl(const std::string& path, OpenMode mode, const Schema& schema)
        : connection(path, mode, schema),
          conversations(connection.database()),
          turns(connection.database()),
          codings(connection.database()),
          totals(connection.database()),
          milestones(connection.database()),
          clips(connection),
          goals(connection),
          reports(connection.database()),
          reviews(connection),
          codebooks(connection.database()),
          settings(connection.database()),
          people(connection),
          package_log(connection),
          consents(connection),
          retention(connection),
          access_log(connection),
          erasures(connection, access_log) {}

    template <class Work>
    auto use(Work work) {
        return guarded(connection.path(), work);
    }

    // A missing backup is no reason to keep the coach from her work.
    void try_backup() {
        try {
            use([&] { library::rotate_backups(connection.database(), connection.path()); });
        } catch (const std::exception& error) {
            warnings.push_back(fmt::format(fmt::runtime(_("Today's backup could not be made. {}")), error.what()));
        }
    }

    // What is to be erased is erased before anything is shown or backed up.
    void catch_up() {
        try {
            for (std::string& problem : erasures.catch_up()) warnings.push_back(std::move(problem));
        } catch (const std::exception& error) {
            warnings.push_back(fmt::format(fmt::runtime(_("An erasure could not be finished. {}")), error.what()));
        }
    }

    Connection connection;  // first: the statements below end before it does
    ConversationRows conversations;
    TurnRows turns;
    CodingRows codings;
    TotalRows totals;
    MilestoneRows milestones;
    ClipRows clips;
    GoalRows goals;
    ReportRows reports;
    ReviewRows reviews;
    CodebookRows codebooks;
    SettingRows settings;
    PersonRows people;
    PackageRows package_log;
    ConsentRows consents;
    RetentionRows retention;
    AccessRows access_log;
    ErasureRows erasures;
    std::vector<std::string> warnings;
};

}  // namespace library
