// People with a library and keys each, who know each other and send packages.
#pragma once

#include "library/any_library.h"
#include "library/samples.h"
#include "packages/package_writer.h"
#include "packages/receive.h"
#include "packages/send.h"
#include "packages/things.h"
#include "sealed/sealer.h"

#include <memory>
#include <string>
#include <vector>

namespace packages {

inline constexpr base::Timestamp kNow{1'795'000'000'000};

struct Side {
    explicit Side(std::string called) : name(std::move(called)), library(std::make_unique<library::MemoryLibrary>()) {}

    std::string name;
    std::unique_ptr<library::Library> library;
    OwnKeys keys = new_keys();
    support::TemporaryFolder folder;
    base::Timestamp clock = kNow;

    std::string media_folder() const { return folder.file("library.terugblik.recordings"); }
    void meet(const Side& other);
    library::Person knows(const Side& other) const;
    Readers readers(const Side& other) const;
};

void introduce(Side& one, Side& other);

// A conversation with a coding of this many codes; returns the coding's id.
base::Id code_conversation(Side& side, int codes = 3);
library::Conversation with_recording(Side& side, const std::string& bytes);

// One that plays: pictures that carry their number, two channels that beep.
library::Conversation with_film(Side& side);

std::string send(Side& from, const Side& to, const Choice& choice);  // the file's bytes
Arrival arrival(const Side& to, std::string bytes);
Merged receive(Side& to, const std::string& bytes);

// "" where it is taken in; else the reason, of age or of ours, in words.
std::string refusal(Side& to, const std::string& bytes, const std::string& passphrase = {});

// All that travels of a conversation, in one text: two libraries that agree have the same.
std::string content_of(library::Library& library, const base::Id& conversation);

// The four lines and the blobs of a package, and the same sealed again for one reader.
std::string inside(const std::string& bytes, const OwnKeys& reader);
std::string sealed_for(const OwnKeys& reader, const std::string& plain);

}  // namespace packages
