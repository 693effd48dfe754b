// The same tests over the model in memory and the file.
#pragma once

#include "library/memory_library.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace library {

class InMemory {
public:
    Library& operator*() { return library_; }
    void reopen() {}

private:
    MemoryLibrary library_;
};

class InFile {
public:
    InFile() { reopen(); }
    Library& operator*() { return *library_; }
    void reopen() {
        library_.reset();
        library_ = std::make_unique<SqliteLibrary>(folder_.file("library.terugblik"));
    }

private:
    support::TemporaryFolder folder_;
    std::unique_ptr<SqliteLibrary> library_;
};

template <class Adapter>
class AnyLibrary : public testing::Test {
protected:
    Library& library() { return *adapter_; }
    // From here on, only what was kept counts.
    Library& reopened() {
        adapter_.reopen();
        return *adapter_;
    }

private:
    Adapter adapter_;
};

struct AdapterNames {
    template <class T>
    static std::string GetName(int) {  // NOLINT(readability-identifier-naming): GoogleTest asks for it by this name
        return std::is_same_v<T, InMemory> ? "InMemory" : "InFile";
    }
};
using Adapters = testing::Types<InMemory, InFile>;

}  // namespace library
