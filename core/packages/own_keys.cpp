#include "packages/own_keys.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "library/files.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace packages {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr const char* kRemark =
    "# Terugblik: your secret key. Whoever has this file can read what is sent to you, and sign in your name.\n"
    "# Keep a copy in a safe place: without it, what was sent to you cannot be opened.\n";

OwnKeys keys_of(const sealed::Identity& reading) {
    return {reading, sealed::SigningKey::of(reading)};
}

OwnKeys read_keys(const std::string& path) {
    if ((fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: others may read your secret key. Make it yours alone first: chmod 600 {}")),
                        path, path));
    const sealed::SecretText text(base::read_whole_file(path, kLargestFile));
    for (std::string_view rest = text.text(); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = base::trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.front() != '#') return keys_of(sealed::Identity::from_text(line));
    }
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: your secret key is not in this file any more. Put a copy of it back.")), path));
}

// Whole or not at all, and never in the place of one that another program made meanwhile.
void write_keys(const std::string& path, const sealed::Identity& identity) {
    const library::HalfFile file(path, "identity");
    {
        std::ofstream out(file.path(), std::ios::binary);
        const sealed::SecretText secret = identity.text();
        out << kRemark << "# " << identity.recipient().text() << '\n' << secret.text() << '\n' << std::flush;
        if (!out)
            throw base::Error(fmt::format(
                fmt::runtime(_("{}: your new secret key cannot be kept. Make room on the disk and try again.")), path));
    }
    library::rename_to_new(file.path(), path);
}

}  // namespace

Card OwnKeys::card(const std::string& name) const {
    return {name, reading.recipient().text(), signing.public_text()};
}

OwnKeys new_keys() {
    return keys_of(sealed::Identity::make());
}

OwnKeys own_keys(const std::string& folder) {
    const std::string path = (fs::path(folder) / "identity").string();
    if (!fs::exists(path)) write_keys(path, sealed::Identity::make());
    return read_keys(path);
}

}  // namespace packages
