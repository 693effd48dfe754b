#include "library/owner.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace library {

namespace {

constexpr std::size_t kLargestNote = 4096;
constexpr std::size_t kLongestName = 60;

std::string note_path(const std::string& library_path) {
    return library_path + "-owner";
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

bool is_gone(const Owner& owner) {
    return owner.host == host_name() && owner.process > 0 && kill(static_cast<pid_t>(owner.process), 0) != 0 &&
           errno == ESRCH;
}

// Anyone may have written the note, so it is shown as one short line.
std::string plain(const std::string& name) {
    std::string text = base::to_valid_utf8(name);
    for (char& character : text) {
        if (static_cast<unsigned char>(character) < ' ') character = ' ';
    }
    return base::shortened(text, kLongestName);
}

}  // namespace

std::string user_name() {
    std::vector<char> buffer(16384);
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return base::to_valid_utf8(found->pw_name);
    }
    return std::to_string(geteuid());
}

OwnerNote::OwnerNote(const std::string& library_path) : path_(note_path(library_path)) {
    const nlohmann::json note = {{"user", user_name()},
                                 {"host", base::to_valid_utf8(host_name())},
                                 {"process", static_cast<std::int64_t>(getpid())},
                                 {"since", base::to_iso8601(base::now())}};
    try {
        base::write_whole_file(path_, note.dump() + "\n");
    } catch (const base::Error&) {
        path_.clear();
    }
}

OwnerNote::~OwnerNote() {
    if (!path_.empty()) unlink(path_.c_str());
}

std::optional<Owner> owner_of(const std::string& library_path) {
    try {
        const auto note = nlohmann::json::parse(base::read_whole_file(note_path(library_path), kLargestNote));
        Owner owner{plain(note.at("user").get<std::string>()), plain(note.at("host").get<std::string>()),
                    note.at("process").get<long>(),
                    base::parse_iso8601(note.at("since").get<std::string>()).value_or(base::Timestamp{})};
        if (is_gone(owner)) return {};
        return owner;
    } catch (const base::Error&) {
    } catch (const nlohmann::json::exception&) {}
    return {};
}

std::string in_use_message(const std::string& library_path) {
    const std::optional<Owner> owner = owner_of(library_path);
    if (!owner) {
        return fmt::format(fmt::runtime(_("{}: this library is open in another program. Close it there first.")),
                           library_path);
    }
    return fmt::format(fmt::runtime(_("{}: this library is open already, by {} on {} (process {}) since {}. Close it "
                                      "there first.")),
                       library_path, owner->user, owner->host, owner->process, base::to_iso8601(owner->since));
}

}  // namespace library
