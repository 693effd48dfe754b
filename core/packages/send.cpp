#include "packages/send.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "library/files.h"
#include "library/import.h"
#include "library/sharing.h"
#include "packages/package_writer.h"
#include "packages/standings.h"
#include "packages/stretches.h"
#include "packages/things.h"

#include <algorithm>
#include <fmt/format.h>

namespace packages {

namespace {

using library::Library;
using library::LoggedPackage;
using library::PackedMedia;
using library::Passage;

std::vector<std::string> signing_keys(const Readers& readers) {
    std::vector<std::string> keys;
    for (const library::Person& person : readers.people) keys.push_back(person.signing_key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

void check_readers(const Readers& readers) {
    if (readers.people.empty() && !readers.passphrase)
        throw base::Error(_("Nobody could read this. Choose a person, or give a passphrase."));
    if (!readers.people.empty() && readers.passphrase)
        throw base::Error(_("Seal it either for people or with a passphrase, not both."));
    if (readers.passphrase && readers.passphrase->text().empty())
        throw base::Error(_("The passphrase is empty. Give one of several words."));
    for (const library::Person& person : readers.people)
        if (!person.compared)
            throw base::Error(fmt::format(fmt::runtime(_("The words of {} were not compared yet. Compare them by "
                                                         "telephone first, so that nobody else can read this.")),
                                          person.name));
}

// A consensus rests on other people's codings, so it stays with them.
void check_codings(Library& library, const base::Id& conversation, const std::vector<base::Id>& codings) {
    for (const base::Id& id : codings) {
        const auto coding = library.coding(id);
        if (!coding || coding->conversation != conversation)
            throw base::Error(_("This coding is of another conversation."));
        if (coding->sources)
            throw base::Error(_("A consensus stays in the library in which it was made. Send another coding."));
    }
}

bool all_of_them(const std::vector<std::string>& wanted, const std::vector<std::string>& have) {
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& key) {
        return std::find(have.begin(), have.end(), key) != have.end();
    });
}

// Who is known to have the recording: those who sent it or were sent it whole, and who made the conversation.
bool have_recording(Library& library, const base::Id& conversation, const std::vector<std::string>& keys) {
    std::vector<std::string> have;
    for (const LoggedPackage& package : library.package_log().packages())
        if (package.conversation == conversation && package.media == PackedMedia::Whole)
            have.insert(have.end(), package.with.begin(), package.with.end());
    if (const auto standing = library.package_log().standing({"conversation", conversation.text}))
        have.push_back(standing->author);
    return all_of_them(keys, have);
}

// A review that is sent again to the same people is a new revision of the same package; each reply is one of its own,
// since replies may come in any order.
void name_package(Library& library, const std::vector<std::string>& keys, Parcel& parcel) {
    Manifest& manifest = parcel.manifest;
    manifest.package = base::make_id();
    if (parcel.is_reply || keys.empty()) return;
    for (const LoggedPackage& package : library.package_log().packages()) {
        if (package.passage != Passage::Sent || package.conversation != manifest.conversation || package.with != keys)
            continue;
        manifest.package = package.package;
        manifest.revision = package.revision + 1;
    }
}

void put_in(Parcel& parcel, const library::ThingName& thing, const library::Standing& standing, std::uint64_t length,
            const OwnKeys& own) {
    const std::string author = standing.author.empty() ? own.signing.public_text() : standing.author;
    parcel.manifest.blobs.push_back({thing, author, standing.revision, length, standing.sha256});
    parcel.standings.push_back(standing);
}

// Nobody needs their own things back.
bool is_for_its_author_only(const library::Standing& standing, const std::vector<std::string>& keys) {
    return !keys.empty() &&
           std::all_of(keys.begin(), keys.end(), [&](const std::string& key) { return key == standing.author; });
}

void put_in_things(Library& library, const OwnKeys& own, const Extent& extent, const std::vector<std::string>& keys,
                   base::Timestamp now, Parcel& parcel) {
    for (const Kind& kind : kinds()) {
        for (Thing& thing : kind.of(library, extent)) {
            const library::ThingName name{kind.name, thing.id};
            const std::string sha256 = base::sha256(thing.json);
            auto standing = library.package_log().standing(name);
            const bool is_own = !standing || standing->author.empty();
            if (!is_own && (kind.travels == Travels::WithItsAuthor || is_for_its_author_only(*standing, keys)))
                continue;
            if (is_own) {
                standing = revised(standing, sha256, extent.conversation, now);
            } else {
                standing->sha256 = sha256;
            }
            put_in(parcel, name, *standing, thing.json.size(), own);
            parcel.things[name] = std::move(thing.json);
        }
    }
}

void put_in_recordings(const library::Conversation& conversation, const OwnKeys& own, Parcel& parcel) {
    for (const library::Recording& recording : conversation.recordings) {
        const std::string path = library::find_again(recording, {});
        if (path.empty())
            throw base::Error(fmt::format(fmt::runtime(_("{}: the recording is not there, so it cannot be sent. Find "
                                                         "it first, or send the codes without it.")),
                                          recording.path));
        const library::ThingName name{kRecordingKind, recording.id.text};
        put_in(parcel, name, {"", true, 0, sha256_of(path), conversation.id},
               static_cast<std::uint64_t>(recording.size), own);
        parcel.recordings[name] = path;
    }
}

sealed::Sealer sealer_for(const Readers& readers, const OwnKeys& own, sealed::Sink sink) {
    if (readers.passphrase) return {std::move(sink), readers.passphrase->text()};
    std::vector<sealed::Recipient> recipients = {own.reading.recipient()};  // the sender can look into it again
    for (const library::Person& person : readers.people)
        recipients.push_back(sealed::Recipient::from_text(person.reading_key));
    return {std::move(sink), recipients};
}

void remember(Library& library, const Readers& readers, const Parcel& parcel) {
    const Manifest& manifest = parcel.manifest;
    library.together([&] {
        for (std::size_t at = 0; at < manifest.blobs.size(); ++at)
            if (!is_media(manifest.blobs[at]) && parcel.standings[at].author.empty())
                library.package_log().stand(manifest.blobs[at].thing, parcel.standings[at]);
        library.package_log().add({manifest.package, manifest.revision, Passage::Sent, manifest.conversation,
                                   signing_keys(readers), manifest.media, manifest.made});
    });
}

}  // namespace

bool is_reply(Library& library, const base::Id& conversation, const Readers& readers) {
    const std::vector<std::string> keys = signing_keys(readers);
    const std::vector<LoggedPackage> packages = library.package_log().packages();
    return std::any_of(packages.begin(), packages.end(), [&](const LoggedPackage& package) {
        return package.passage == Passage::Opened && package.conversation == conversation &&
               all_of_them(package.with, keys);
    });
}

Parcel prepare(Library& library, const OwnKeys& own, const std::string& own_name, const Readers& readers,
               const Choice& choice, base::Timestamp now) {
    check_readers(readers);
    const auto conversation = library.conversation(choice.conversation);
    if (!conversation) throw base::Error(_("This conversation is not in the library."));
    Parcel parcel;
    parcel.is_reply = is_reply(library, choice.conversation, readers);
    // What goes back to where it came from is not shared any further.
    if (!parcel.is_reply) library::require_may_share(library, choice.conversation);
    parcel.others_have_recording = have_recording(library, choice.conversation, signing_keys(readers));

    Manifest& manifest = parcel.manifest;
    manifest.conversation = choice.conversation;
    manifest.sender = own.card(own_name);
    for (const library::Person& person : readers.people) manifest.readers.push_back(person.reading_key);
    manifest.made = now;
    manifest.until = choice.until;
    const bool needs_none = parcel.is_reply || parcel.others_have_recording || conversation->recordings.empty();
    manifest.media = choice.media.value_or(needs_none ? PackedMedia::None : PackedMedia::Whole);
    name_package(library, signing_keys(readers), parcel);
    const std::vector<base::Id> codings =
        choice.codings.empty() ? codings_to_send(library, choice.conversation) : choice.codings;
    check_codings(library, choice.conversation, codings);
    put_in_things(library, own, {choice.conversation, codings}, signing_keys(readers), now, parcel);
    if (manifest.media == PackedMedia::Whole) put_in_recordings(*conversation, own, parcel);
    return parcel;
}

void write_package_file(Library& library, const OwnKeys& own, const Readers& readers, const Parcel& parcel,
                        const std::string& path, const base::Progress& progress) {
    const library::HalfFile file(path, "package");
    {
        FileSink out(file.path(), path);
        sealed::Sealer sealer = sealer_for(readers, own, [&](std::string_view bytes) { out.write(bytes); });
        const auto write_blob = [&](const Blob& blob, const sealed::Sink& to) {
            if (!is_media(blob)) return to(parcel.things.at(blob.thing));
            read_stretches(parcel.recordings.at(blob.thing), to, progress);
        };
        write_package(parcel.manifest, own.signing, write_blob, sealer);
        out.finish();
    }
    if (!library::rename_to_new(file.path(), path)) library::refuse_existing(path);
    remember(library, readers, parcel);
    library.access_log().note(library::AccessVerb::Shared, parcel.manifest.conversation, path);
}

}  // namespace packages
