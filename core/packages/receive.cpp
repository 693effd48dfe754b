#include "packages/receive.h"

#include "base/i18n.h"
#include "library/files.h"
#include "packages/stretches.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace packages {

namespace {

namespace fs = std::filesystem;
using library::Library;

void check_sender(Library& library, const std::string& name, const Card& sender, library::Person& person) {
    const std::vector<library::Person> people = library.people().all();
    const auto known = std::find_if(people.begin(), people.end(), [&](const library::Person& one) {
        return one.signing_key == sender.signing_key && one.reading_key == sender.reading_key;
    });
    if (known == people.end())
        throw Refusal(Reason::UnknownSender, name, fmt::format("{} ({})", sender.name, fingerprint_words(sender)));
    if (!known->compared) throw Refusal(Reason::UncomparedSender, name, known->name);
    person = *known;
}

void check_readers(const Arrival& arrival, const OwnKeys& own, const Manifest& manifest) {
    const std::string key = own.reading.recipient().text();
    const bool is_for_us = arrival.passphrase.empty() ? std::find(manifest.readers.begin(), manifest.readers.end(),
                                                                  key) != manifest.readers.end() ||
                                                            manifest.sender.reading_key == key
                                                      : manifest.readers.empty();
    if (!is_for_us) throw Refusal(Reason::NotForYou, arrival.name, manifest.sender.name);
}

void check_age(Library& library, const Arrival& arrival, const Manifest& manifest) {
    if (manifest.until && *manifest.until < arrival.now)
        throw Refusal(Reason::Expired, arrival.name, base::to_iso8601(*manifest.until));
    for (const library::LoggedPackage& package : library.package_log().packages())
        if (package.passage == library::Passage::Opened && package.package == manifest.package &&
            package.revision > manifest.revision)
            throw Refusal(Reason::OlderRevision, arrival.name);
    const bool was_here = library.package_log().standing({"conversation", manifest.conversation.text}).has_value();
    if (was_here && !library.conversation(manifest.conversation)) throw Refusal(Reason::RemovedHere, arrival.name);
}

std::string path_of(const std::string& folder, const std::string& recording) {
    return (fs::path(folder) / recording).string();
}

// Room for the recordings, which are the only large things.
void check_room(const Arrival& arrival, const Manifest& manifest) {
    std::uint64_t wanted = 0;
    for (const Blob& blob : manifest.blobs)
        if (is_media(blob)) wanted += blob.length;
    if (wanted == 0) return;
    fs::create_directories(arrival.media_folder);
    fs::permissions(arrival.media_folder, fs::perms::owner_all);
    struct statvfs disk {};
    if (statvfs(arrival.media_folder.c_str(), &disk) != 0) return;
    const std::uint64_t free = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    if (wanted > free) throw Refusal(Reason::NoRoom, arrival.name, std::to_string(wanted / 1'000'000));
}

sealed::Opener& unlock(sealed::Opener& age, const OwnKeys& own, const Arrival& arrival) {
    if (arrival.passphrase.empty()) {
        age.unlock(std::vector{own.reading});
    } else {
        age.unlock(arrival.passphrase);
    }
    return age;
}

// Puts each blob where it is kept until all of them are known to be good.
class Unpacking {
public:
    explicit Unpacking(Opened& opened) : opened_(opened) {}

    void take(const Blob& blob, std::string_view bytes) {
        if (!is_media(blob)) {
            opened_.things[blob.thing] += bytes;
            return;
        }
        if (!file_ || recording_ != blob.thing.id) begin(blob.thing.id);
        file_->write(bytes);
    }
    void finish() {
        if (file_) file_->finish();
        file_.reset();
    }

private:
    void begin(const std::string& recording) {
        finish();
        recording_ = recording;
        const std::string path = path_of(opened_.media_folder, recording);
        const auto half = std::make_shared<library::HalfFile>(path, "recording");
        opened_.recordings[{recording}] = half;
        file_.emplace(half->path(), path);
    }

    Opened& opened_;
    std::string recording_;
    std::optional<FileSink> file_;
};

}  // namespace

Arrival arrival_of(const std::string& path, const std::string& media_folder, base::Timestamp now) {
    auto file = std::make_shared<base::OwnedFd>(base::open_for_reading(path));
    const auto source = [file, path](char* to, std::size_t size) -> std::size_t {
        for (;;) {
            const ssize_t got = read(file->get(), to, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR)
                throw base::Error(
                    fmt::format(fmt::runtime(_("{}: cannot be read ({}).")), path, base::system_reason(errno)));
        }
    };
    return {path, source, {}, media_folder, now};
}

Unsealed::Unsealed(const OwnKeys& own, Arrival arrival)
    : arrival_(std::move(arrival)),
      age_(arrival_.source, arrival_.name),
      reader_(unlock(age_, own, arrival_), arrival_.name) {}

std::unique_ptr<Unsealed> unseal(const OwnKeys& own, const Arrival& arrival) {
    return std::make_unique<Unsealed>(own, arrival);
}

library::Person vouch(Library& library, const OwnKeys& own, const Unsealed& unsealed) {
    const Manifest& manifest = unsealed.manifest();
    library::Person sender;
    if (manifest.sender.signing_key != own.signing.public_text())
        check_sender(library, unsealed.arrival().name, manifest.sender, sender);
    check_readers(unsealed.arrival(), own, manifest);
    check_age(library, unsealed.arrival(), manifest);
    check_room(unsealed.arrival(), manifest);
    return sender;
}

Opened unpack(Unsealed& unsealed, const library::Person& sender, const base::Progress& progress) {
    Opened opened;
    opened.name = unsealed.arrival().name;
    opened.manifest = unsealed.manifest();
    opened.sender = sender;
    opened.media_folder = unsealed.arrival().media_folder;
    std::uint64_t total = 1, done = 0;
    for (const Blob& blob : opened.manifest.blobs) {
        total += blob.length;
        if (!is_media(blob)) opened.things[blob.thing];  // also what has no bytes
    }
    Unpacking unpacking(opened);
    unsealed.reader().read_blobs([&](const Blob& blob, std::string_view bytes) {
        if (progress.is_cancelled()) throw base::Error(_("Stopped; nothing was taken in."));
        unpacking.take(blob, bytes);
        done += bytes.size();
        progress.report(static_cast<float>(done) / static_cast<float>(total));
    });
    unpacking.finish();
    return opened;
}

Opened open_package(Library& library, const OwnKeys& own, const Arrival& arrival) {
    const auto unsealed = unseal(own, arrival);
    const library::Person sender = vouch(library, own, *unsealed);
    std::atomic<float> fraction{0};
    return unpack(*unsealed, sender, base::Progress({}, fraction));
}

std::string media_folder_of(const std::string& library_path) {
    return library_path + ".recordings";
}

}  // namespace packages
