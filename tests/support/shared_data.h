// Real recordings and published figures that tests read where they are available, and a folder to write in.
#pragma once

#include <string>

namespace support {

// A file under ../shared/testdata (or $TERUGBLIK_TESTDATA); empty when it is not there: GTEST_SKIP() then.
std::string testdata(const std::string& name);
// A file beside it, e.g. shared("oracles/mi-oracles.json").
std::string shared(const std::string& name);

// Removed with everything in it when it goes out of scope.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace support
