// A review as one sealed file for people who are known: what goes in is decided and can be looked at before anything is
// written. A reply to a review is the same with less in it.
#pragma once

#include "base/job.h"
#include "library/library.h"
#include "packages/excerpts.h"
#include "packages/leaks.h"
#include "packages/manifest.h"
#include "packages/own_keys.h"
#include "sealed/secret.h"

#include <optional>
#include <string>
#include <vector>

namespace packages {

// For whom: people, or whoever is told the passphrase.
struct Readers {
    std::vector<library::Person> people;
    std::optional<sealed::SecretText> passphrase;
};

struct Choice {
    base::Id conversation;
    std::vector<base::Id> codings;              // none: all that are meant for the other side
    std::optional<library::PackedMedia> media;  // nothing: as default_media() has it
    std::optional<base::Timestamp> until;       // never later than the consent
    std::vector<base::Id> clips{};              // PackedMedia::Clips: these; none: all that have not been removed
    Masks masks{};                              // of picture and sound: what is masked is not in the file
    std::vector<std::string> names{};           // others take their place in all that was said and written
};

// What is written when write_package_file() is called: the last look.
struct Parcel {
    void put_in(const library::ThingName& thing, const library::Standing& standing, std::uint64_t length,
                const OwnKeys& own);

    Manifest manifest;
    std::map<library::ThingName, std::string> things;  // their JSON
    std::map<base::Id, std::string> recordings;        // as they are, by path; read when it is written
    std::vector<Excerpt> excerpts;                     // cut when it is written
    std::vector<library::Standing> standings;          // of manifest.blobs, in that order
    bool is_reply = false;
    bool others_have_recording = false;  // so that codes only is enough
    std::vector<Leak> leaks;             // what still names someone where names or masks were asked for
};

// A reply goes back to somebody whose package about this conversation was opened here.
bool is_reply(library::Library& library, const base::Id& conversation, const Readers& readers);

// What a package brings along unless somebody chooses otherwise: nothing of the recording in a reply, or where all
// readers are known to have it.
library::PackedMedia default_media(library::Library& library, const base::Id& conversation, const Readers& readers);

// Throws base::Error where it cannot be sent: nobody to read it, words not compared, a recording that is not there.
Parcel prepare(library::Library& library, const OwnKeys& own, const std::string& own_name, const Readers& readers,
               const Choice& choice, base::Timestamp now);

// Cuts the excerpts and writes the file, whole or not at all, never in the place of another. Needs no library, so it
// may run in the background. Returns what was written, excerpts and all.
Parcel seal(const OwnKeys& own, const Readers& readers, const Parcel& parcel, const std::string& path,
            const base::Progress& progress);
// Then the library remembers what it sent.
void remember_sent(library::Library& library, const Readers& readers, const Parcel& sealed, const std::string& path);

// Both.
void write_package_file(library::Library& library, const OwnKeys& own, const Readers& readers, const Parcel& parcel,
                        const std::string& path, const base::Progress& progress);

}  // namespace packages
