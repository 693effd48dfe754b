#include "library/storage_place.h"

#include "base/i18n.h"
#include "base/text.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <utility>

namespace library {

namespace {

namespace fs = std::filesystem;

// The beginnings of folder names that synchronising programs make, folded.
constexpr std::array<std::pair<const char*, const char*>, 14> kServices{{
    {"dropbox", "Dropbox"},
    {"onedrive", "OneDrive"},
    {"nextcloud", "Nextcloud"},
    {"owncloud", "ownCloud"},
    {"google drive", "Google Drive"},
    {"googledrive", "Google Drive"},
    {"my drive", "Google Drive"},
    {"icloud", "iCloud"},
    {"pcloud", "pCloud"},
    {"megasync", "MEGA"},
    {"seafile", "Seafile"},
    {"syncthing", "Syncthing"},
    {"stackdrive", "STACK"},
    {"surfdrive", "SURFdrive"},
}};

}  // namespace

std::string network_drive(long statfs_type) {
    switch (static_cast<unsigned long>(statfs_type) & 0xFFFFFFFFUL) {
        case 0x6969:
            return "NFS";
        case 0x517B:
        case 0xFE534D42:
        case 0xFF534D42:
            return "SMB";
        case 0x65735546:
            return "FUSE";
        case 0x01021997:
            return "9P";
        case 0x00C36400:
            return "Ceph";
        case 0x5346414F:
        case 0x6B414653:
            return "AFS";
        case 0x786F4256:
            return "VirtualBox";
        default:
            return "";
    }
}

std::string synchronised_by(const std::string& path) {
    for (const fs::path& part : fs::path(path).parent_path()) {
        const std::string name = base::folded(part.string());
        for (const auto& [beginning, service] : kServices) {
            if (name.rfind(beginning, 0) == 0) return service;
        }
    }
    return "";
}

std::vector<std::string> warnings_about(const std::string& library_path) {
    std::vector<std::string> warnings;
    struct statfs place {};
    if (statfs(library_path.c_str(), &place) == 0) {
        if (const std::string kind = network_drive(place.f_type); !kind.empty()) {
            warnings.push_back(fmt::format(
                fmt::runtime(_("{}: this library is on a network or shared drive ({}). Such drives do not always keep "
                               "what they confirm, and two programs can write at once, so work can get lost. Keep the "
                               "library on a disk of this computer, and its backups on the network.")),
                library_path, kind));
        }
    }
    if (const std::string service = synchronised_by(library_path); !service.empty()) {
        warnings.push_back(fmt::format(
            fmt::runtime(_("{}: this library is in a folder that {} synchronises. It copies the file while it is being "
                           "written, and can put an older copy back, so work can get lost. Keep the library in another "
                           "folder, and its backups here.")),
            library_path, service));
    }
    struct stat file {};
    if (stat(library_path.c_str(), &file) == 0 && file.st_nlink > 1) {
        warnings.push_back(fmt::format(
            fmt::runtime(_("{}: this file has a second name (a hard link). Opening it under both names can damage it: "
                           "remove one.")),
            library_path));
    }
    return warnings;
}

}  // namespace library
