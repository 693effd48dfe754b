// A library as a file that tests open, close and harm.
#pragma once

#include "base/error.h"
#include "codes/edits.h"
#include "library/child_process.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace library {

inline std::string refusal(const std::string& path, OpenMode mode = OpenMode::OpenOrCreate) {
    try {
        const SqliteLibrary library(path, mode);
        return "opened";
    } catch (const base::Error& error) {
        return error.what();
    }
}

class LibraryFile : public testing::Test {
protected:
    std::string path() const { return folder_.file("library.terugblik"); }
    std::string file(const std::string& name) const { return folder_.file(name); }

    // A closed library with one coding of ten events; without the backup that closing made.
    base::Id make() const {
        SqliteLibrary library(path());
        const base::Id id = samples::begin_coding(library);
        for (int at = 0; at < 10; ++at) library.apply(id, codes::edits::added(samples::event(at)));
        return id;
    }

    // The life of another program: opens the library when it hears something, and says how that went.
    std::function<void(const support::Line&)> opens_when_told() const {
        return [path = path()](const support::Line& line) {
            line.hear();
            line.say(refusal(path));
        };
    }

    support::TemporaryFolder folder_;
};

}  // namespace library
