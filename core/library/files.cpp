#include "library/files.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/owned_fd.h"
#include "library/owner.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <regex>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace library {

namespace {

constexpr std::string_view kHalf = ".terugblik-";

[[noreturn]] void refuse(const std::string& path) {
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: cannot be written here ({}).")), path, base::system_reason(errno)));
}

std::mutex g_claims_mutex;
std::set<std::string>& claims() {
    static std::set<std::string> claimed;  // guarded by g_claims_mutex
    return claimed;
}

}  // namespace

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

void sync_folder(const std::string& folder) {
    const base::OwnedFd opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) fsync(opened.get());  // some shared drives refuse this; there is nothing better to do then
}

bool rename_to_new(const std::string& from, const std::string& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST) return false;
        if (errno != EINVAL && errno != ENOSYS) refuse(to);
        if (link(from.c_str(), to.c_str()) == 0) {
            unlink(from.c_str());
        } else if (errno == EEXIST) {
            return false;
        } else if (access(to.c_str(), F_OK) == 0 || rename(from.c_str(), to.c_str()) != 0) {
            refuse(to);
        }
    }
    sync_folder(folder_of(to));
    return true;
}

void make_private_file(const std::string& path) {
    const base::OwnedFd made(open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
    if (!made) refuse(path);
}

void refuse_existing(const std::string& path) {
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: this file exists already and is not replaced. Choose another name.")), path));
}

HalfFile::HalfFile(const std::string& target, const char* purpose)
    : path_((std::filesystem::path(folder_of(target)) /
             fmt::format("{}{}-{}-{}", kHalf, purpose, getpid(), base::make_id().text))
                .string()) {
    make_private_file(path_);
}

HalfFile::~HalfFile() {
    std::error_code ignored;
    for (const char* part : {"", "-journal", "-wal"}) std::filesystem::remove(path_ + part, ignored);
}

bool is_left_half(const std::string& name) {
    std::smatch parts;
    if (!std::regex_match(name, parts,
                          std::regex(R"(\.terugblik-[a-z]+-(\d+)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*)")))
        return false;
    const pid_t process = std::stoi(parts[1]);
    return process != getpid() && kill(process, 0) != 0 && errno == ESRCH;
}

FileClaim::FileClaim(const std::string& path) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: cannot be opened ({}).")), path, base::system_reason(errno)));
    }
    const std::string identity = fmt::format("{}:{}", file.st_dev, file.st_ino);
    const std::lock_guard lock(g_claims_mutex);
    if (!claims().insert(identity).second) throw base::Error(in_use_message(path));
    identity_ = identity;
}

FileClaim::~FileClaim() {
    const std::lock_guard lock(g_claims_mutex);
    claims().erase(identity_);
}

}  // namespace library
