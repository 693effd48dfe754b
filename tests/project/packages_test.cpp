// What the build finds on this machine comes from packages that scripts/packages.txt names, so that a fresh machine
// gets it too.
#include "project/source_files.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace {

const std::string kRoot = TERUGBLIK_SOURCE_DIR;

std::set<std::string> listed_packages() {
    std::set<std::string> packages;
    std::istringstream lines(support::read_file(kRoot + "/scripts/packages.txt"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        if (std::string first; words >> first && first.front() != '#' && first.front() != '[') packages.insert(first);
    }
    return packages;
}

std::string package_of(const std::string& path) {
    const std::string quoted = "'" + path + "'";
    const auto outcome = project::run("dpkg -S " + quoted + " 2>/dev/null || dpkg -S \"$(realpath " + quoted + ")\"");
    const std::size_t end = outcome.output.find_first_of(":,");
    return outcome.output.substr(0, end);
}

std::string cached(const std::string& variable) {
    const std::string cache = support::read_file(TERUGBLIK_BINARY_DIR "/CMakeCache.txt");
    std::smatch match;
    std::regex_search(cache, match, std::regex("(?:^|\n)" + variable + ":[A-Z]+=([^\n]*)"));
    return match[1];
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

// Where CMake keeps what find_package or find_library found: a package's own folder, or a library by its name.
std::vector<std::string> variables_of(const std::string& call, const std::string& name, const std::string& rest) {
    if (call == "find_library") return {name};
    std::vector<std::string> variables = {name + "_DIR", name + "_" + name + "_LIB"};
    std::istringstream words(rest);
    for (std::string word; words >> word;) variables.push_back(name + "_" + word + "_LIB");
    return variables;
}

// The file by which the build found each library that third_party names.
std::set<std::string> found_files() {
    std::set<std::string> files;
    static const std::regex call(R"((pkg_check_modules|find_package|find_library)\((\w+)([^)]*)\))");
    for (const auto& file : project::source_files({"third_party", "tests"}, {".cmake", "CMakeLists.txt"})) {
        for (auto match = std::sregex_iterator(file.text.begin(), file.text.end(), call);
             match != std::sregex_iterator(); ++match) {
            if (match->str(1) != "pkg_check_modules") {
                for (const std::string& variable : variables_of(match->str(1), match->str(2), match->str(3))) {
                    if (const std::string found = cached(variable); !found.empty()) files.insert(found);
                }
                continue;
            }
            std::istringstream modules(match->str(3));
            for (std::string module; modules >> module;) {
                if (module == "REQUIRED" || module == "IMPORTED_TARGET") continue;
                const auto folder = project::run("pkg-config --variable=pcfiledir " + module);
                files.insert(first_line(folder.output) + "/" + module + ".pc");
            }
        }
    }
    for (const char* tool : {"GETTEXT_MSGFMT_EXECUTABLE", "PKG_CONFIG_EXECUTABLE", "CMAKE_COMMAND"}) {
        if (const std::string path = cached(tool); !path.empty()) files.insert(path);
    }
    return files;
}

}  // namespace

TEST(Packages, NameEverythingThatTheBuildFinds) {
    if (project::run("command -v dpkg").status != 0) GTEST_SKIP() << "not a Debian machine";
    const std::set<std::string> listed = listed_packages();
    const std::set<std::string> files = found_files();
    EXPECT_GT(files.size(), 15u);
    for (const std::string& file : files) {
        const std::string package = package_of(file);
        // pkg-config is an empty package in front of pkgconf.
        const bool is_listed =
            listed.contains(package) || (package.starts_with("pkgconf") && listed.contains("pkg-config"));
        EXPECT_TRUE(is_listed) << package << " is not in scripts/packages.txt (it has " << file << ")";
    }
}

TEST(Packages, AreNamedWithTheirReasonAndOnlyOnceInASection) {
    std::set<std::string> seen;
    std::istringstream lines(support::read_file(kRoot + "/scripts/packages.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("[")) seen.clear();
        if (line.empty() || line.starts_with("[") || line.starts_with("#")) continue;
        EXPECT_TRUE(std::regex_match(line, std::regex(R"([a-z0-9.+-]+ +# .+)"))) << line;
        EXPECT_TRUE(seen.insert(line.substr(0, line.find(' '))).second) << line;
    }
}
