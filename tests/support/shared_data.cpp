#include "support/shared_data.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace support {

namespace fs = std::filesystem;

namespace {

fs::path testdata_folder() {
    const char* named = std::getenv("TERUGBLIK_TESTDATA");
    return named != nullptr ? fs::path(named) : fs::path(TERUGBLIK_SOURCE_DIR) / "../shared/testdata";
}

std::string if_there(const fs::path& path) {
    return fs::exists(path) ? path.lexically_normal().string() : "";
}

}  // namespace

std::string testdata(const std::string& name) {
    return if_there(testdata_folder() / name);
}
std::string shared(const std::string& name) {
    return if_there(testdata_folder() / ".." / name);
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "terugblik-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace support
