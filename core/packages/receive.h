// Opens a package that somebody sent. Everything is looked at before anything is taken in: who sealed it for whom, the
// signature, each thing's length and hash, and the end. Only then is it merged into the library, all of it or nothing.
#pragma once

#include "base/job.h"
#include "library/library.h"
#include "packages/manifest.h"
#include "packages/own_keys.h"
#include "packages/package_reader.h"
#include "packages/refusal.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace library {
class HalfFile;
}

namespace packages {

// Where it comes from, and what it is opened with.
struct Arrival {
    std::string name;          // what the person calls the file
    sealed::Source source;     // its bytes
    std::string passphrase;    // empty: with the own keys
    std::string media_folder;  // where recordings that come with it go
    base::Timestamp now;
};
Arrival arrival_of(const std::string& path, const std::string& media_folder, base::Timestamp now);

// Opened as far as its list of contents, which is signed by the key that it names as its sender's. Whose key that is to
// this library is not looked at yet, nor anything that the list speaks of.
class Unsealed {
public:
    Unsealed(const OwnKeys& own, Arrival arrival);

    const Arrival& arrival() const { return arrival_; }
    const Manifest& manifest() const { return reader_.manifest(); }
    PackageReader& reader() { return reader_; }

private:
    Arrival arrival_;
    sealed::Opener age_;
    PackageReader reader_;
};
// Reads what the file begins with, and tries the passphrase, which takes a while; on any thread.
std::unique_ptr<Unsealed> unseal(const OwnKeys& own, const Arrival& arrival);

// Whole and vouched for; nothing of it is in the library yet. What came with it is gone again when this is.
struct Opened {
    std::string name;
    Manifest manifest;
    library::Person sender;
    std::map<library::ThingName, std::string> things;                   // their JSON
    std::map<base::Id, std::shared_ptr<library::HalfFile>> recordings;  // by id
    std::string media_folder;
};
// Whether it may be taken in here, and from whom it is; the library is only read.
library::Person vouch(library::Library& library, const OwnKeys& own, const Unsealed& unsealed);
// Reads all of it; takes long, on any thread.
Opened unpack(Unsealed& unsealed, const library::Person& sender, const base::Progress& progress);
// All three. Each of them throws Refusal or sealed::Refusal.
Opened open_package(library::Library& library, const OwnKeys& own, const Arrival& arrival);

struct Merged {
    base::Id conversation;
    int added = 0, renewed = 0, known = 0;
    std::vector<library::ThingName> left_out;  // another person's here, or resting on what is not here
    bool has_recording = false;                // all of the conversation's recordings are at hand
    bool has_excerpts = false;                 // clips of them are
};
// Opening the same package again, or packages in another order, leads to the same library.
Merged merge(library::Library& library, const OwnKeys& own, const Opened& opened, base::Timestamp now);

// Beside the library: where recordings that came in packages are kept. They are the library's own.
std::string media_folder_of(const std::string& library_path);

}  // namespace packages
