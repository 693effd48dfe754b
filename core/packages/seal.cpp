#include "base/hash.h"
#include "library/files.h"
#include "packages/package_writer.h"
#include "packages/send.h"
#include "packages/stretches.h"
#include "packages/thing_json.h"

#include <algorithm>
#include <filesystem>

namespace packages {

namespace {

using library::Library;
using library::Passage;

sealed::Sealer sealer_for(const Readers& readers, const OwnKeys& own, sealed::Sink sink) {
    if (readers.passphrase) return {std::move(sink), readers.passphrase->text()};
    std::vector<sealed::Recipient> recipients = {own.reading.recipient()};  // the sender can look into it again
    for (const library::Person& person : readers.people)
        recipients.push_back(sealed::Recipient::from_text(person.reading_key));
    return {std::move(sink), recipients};
}

void put_in_words(const CutExcerpt& cut, const OwnKeys& own, Parcel& parcel) {
    const library::ThingName name{kExcerptKind, cut.as_recording().id.text};
    const std::string json = excerpt_to_json(cut.as_recording());
    const Manifest& manifest = parcel.manifest;
    parcel.put_in(name, {"", true, manifest.made.milliseconds, base::sha256(json), manifest.conversation}, json.size(),
                  own);
    parcel.things[name] = json;
}

void put_in_bytes(const base::Id& recording, const std::string& path, const OwnKeys& own,
                  const base::Progress& progress, Parcel& parcel) {
    parcel.put_in({kRecordingKind, recording.text},
                  {"", true, 0, base::sha256_of_file(path, progress), parcel.manifest.conversation},
                  std::filesystem::file_size(path), own);
}

}  // namespace

Parcel seal(const OwnKeys& own, const Readers& readers, const Parcel& parcel, const std::string& path,
            const base::Progress& progress) {
    const library::HalfFile file(path, "package");
    std::vector<CutExcerpt> cut;
    for (const Excerpt& excerpt : parcel.excerpts) cut.emplace_back(excerpt, progress);
    Parcel sealed = parcel;
    for (const CutExcerpt& one : cut) put_in_words(one, own, sealed);
    for (const CutExcerpt& one : cut) sealed.recordings[one.as_recording().id] = one.path();
    for (const auto& [id, file_of_it] : sealed.recordings) put_in_bytes(id, file_of_it, own, progress, sealed);
    FileSink out(file.path(), path);
    sealed::Sealer sealer = sealer_for(readers, own, [&](std::string_view bytes) { out.write(bytes); });
    const auto write_blob = [&](const Blob& blob, const sealed::Sink& to) {
        if (!is_media(blob)) return to(sealed.things.at(blob.thing));
        read_stretches(sealed.recordings.at({blob.thing.id}), to, progress);
    };
    write_package(sealed.manifest, own.signing, write_blob, sealer);
    out.finish();
    if (!library::rename_to_new(file.path(), path)) library::refuse_existing(path);
    sealed.excerpts.clear();
    sealed.recordings.clear();
    return sealed;
}

void remember_sent(Library& library, const Readers& readers, const Parcel& sealed, const std::string& path) {
    const Manifest& manifest = sealed.manifest;
    std::vector<std::string> keys;
    for (const library::Person& person : readers.people) keys.push_back(person.signing_key);
    std::sort(keys.begin(), keys.end());
    library.together([&] {
        for (std::size_t at = 0; at < manifest.blobs.size(); ++at)
            if (!is_media(manifest.blobs[at]) && sealed.standings[at].author.empty())
                library.package_log().stand(manifest.blobs[at].thing, sealed.standings[at]);
        library.package_log().add({manifest.package, manifest.revision, Passage::Sent, manifest.conversation, keys,
                                   manifest.media, manifest.made});
    });
    library.access_log().note(library::AccessVerb::Shared, manifest.conversation, path);
}

void write_package_file(Library& library, const OwnKeys& own, const Readers& readers, const Parcel& parcel,
                        const std::string& path, const base::Progress& progress) {
    remember_sent(library, readers, seal(own, readers, parcel, path, progress), path);
}

}  // namespace packages
