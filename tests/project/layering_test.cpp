// Which folder may use which: the arrows of docs/architecture.md, read from our #include lines. libav and SQLite lie on
// the default include path, so the build alone would not notice a stray one.
#include "project/source_files.h"

#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>

namespace {

using project::Include;
using project::SourceFile;

const std::map<std::string, std::set<std::string>> kMayUse = {
    {"core/base", {}},
    {"core/sealed", {"base"}},
    {"core/media", {"base"}},
    {"core/media_worker", {"base"}},  // and the one header below
    {"core/talk", {"base"}},
    {"core/codes", {"base"}},
    {"core/library", {"base", "codes", "talk"}},
    {"core/analysis", {"base", "codes", "talk"}},
    {"core/report", {"base", "codes", "talk", "analysis"}},
    {"core/exchange", {"base", "codes", "talk", "analysis", "library"}},
    {"core/packages", {"base", "sealed", "media", "codes", "talk", "library"}},
    {"app", {"base", "sealed", "media", "talk", "codes", "library", "analysis", "report", "exchange", "packages"}},
};
constexpr const char* kProtocol = "media/worker_protocol.h";

// Other people's libraries, and the only folders that may speak to them.
struct Foreign {
    const char* what;
    std::regex header;
    std::set<std::string> folders;
};
const std::vector<Foreign> kForeign = {
    {"libav", std::regex("lib(av|sw|postproc)\\w*/.*"), {"core/media_worker"}},
    {"the sandbox", std::regex("seccomp\\.h|linux/(landlock|seccomp)\\.h"), {"core/media_worker"}},
    {"SQLite", std::regex("sqlite3?\\.h|SQLiteCpp/.*"), {"core/library"}},
    {"SDL", std::regex("(SDL2/)?SDL\\w*\\.h"), {"app"}},
    {"Dear ImGui", std::regex("(imgui/)?im(gui|plot|config)\\w*\\.h|IMGUI_.*"), {"app"}},
    {"Cairo and Pango", std::regex("(cairo|pango|fontconfig)[\\w-]*(/.*|\\.h)"), {"core/report", "app"}},
    {"ICU", std::regex("unicode/.*"), {"core/base"}},
    {"libsodium", std::regex("sodium.*"), {"core/base", "core/sealed"}},
};

// "core/base/time.h" -> "core/base"; "app/views/pad.cpp" -> "app".
std::string folder_of(const std::string& path) {
    const std::size_t end = path.find('/', path.starts_with("core/") ? 5 : 0);
    return path.substr(0, end);
}

bool is_allowed(const std::string& folder, const std::string& included) {
    if (folder == "core/media_worker" && included == kProtocol) return true;
    const std::string module = included.substr(0, included.find('/'));
    if (folder == "core/" + module || folder == module) return true;
    const auto rule = kMayUse.find(folder);
    return rule != kMayUse.end() && rule->second.contains(module);
}

}  // namespace

TEST(Layers, EveryFolderOfTheCoreHasItsRule) {
    for (const SourceFile& file : project::program_sources()) {
        EXPECT_TRUE(kMayUse.contains(folder_of(file.path))) << file.path;
    }
}

TEST(Layers, NoIncludeGoesAgainstTheArrows) {
    for (const SourceFile& file : project::program_sources()) {
        for (const Include& include : includes_of(file)) {
            if (!include.is_ours) continue;
            EXPECT_NE(include.name.find('/'), std::string::npos)
                << file.path << " includes \"" << include.name << "\": say which folder it is in";
            EXPECT_TRUE(is_allowed(folder_of(file.path), include.name)) << file.path << " includes " << include.name;
        }
    }
}

TEST(Layers, EachForeignLibraryHasOneDoor) {
    for (const SourceFile& file : project::program_sources()) {
        for (const Include& include : includes_of(file)) {
            for (const Foreign& foreign : kForeign) {
                if (!std::regex_match(include.name, foreign.header)) continue;
                EXPECT_TRUE(foreign.folders.contains(folder_of(file.path)))
                    << file.path << " includes " << include.name << ", but only " << *foreign.folders.begin()
                    << " speaks to " << foreign.what;
            }
        }
    }
}

// So that the rules above cannot pass by looking at nothing.
TEST(Layers, AreReallyRead) {
    std::set<std::string> doors_used;
    std::set<std::string> folders;
    for (const SourceFile& file : project::program_sources()) {
        folders.insert(folder_of(file.path));
        for (const Include& include : includes_of(file)) {
            for (const Foreign& foreign : kForeign) {
                if (std::regex_match(include.name, foreign.header)) doors_used.insert(foreign.what);
            }
        }
    }
    EXPECT_EQ(folders.size(), kMayUse.size());
    EXPECT_EQ(doors_used.size(), kForeign.size());
    EXPECT_FALSE(is_allowed("core/media", "codes/event.h"));
    EXPECT_FALSE(is_allowed("core/sealed", "library/library.h"));
    EXPECT_FALSE(is_allowed("core/base", "app/model.h"));
    EXPECT_FALSE(is_allowed("core/media_worker", "media/player.h"));
}
