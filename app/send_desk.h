// What the window for sending a conversation has in hand: who may read it and what goes along, then the last look, then
// the file. Changed by Controller only; the long work is done by jobs, which have what they need.
#pragma once

#include "app/package_requests.h"
#include "app/settings.h"
#include "base/job.h"
#include "library/library.h"
#include "packages/own_keys.h"
#include "packages/send.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct KnownPerson {
    library::Person person;
    std::string words;  // of their card
};

enum class SendStage { Choosing, LastLook, Writing, Written };

struct SendDesk {
    SendDesk(packages::OwnKeys keys, base::Id about) : own(std::move(keys)), conversation(std::move(about)) {}

    packages::OwnKeys own;
    base::Id conversation;  // none: only the people are shown
    std::string title;
    std::string own_name;  // as the package and the own card say it
    std::vector<KnownPerson> people;
    std::vector<library::CodingSummary> codings;  // that may go
    std::vector<codes::Clip> clips;
    std::int64_t recording_bytes = 0;  // of all recordings; 0: there are none
    SendChoice choice;
    library::PackedMedia usual_media = library::PackedMedia::None;
    std::string why_usual;
    bool is_reply = false;
    std::string why_not;  // consent is missing; empty: it may go
    std::string problem;  // what went wrong last

    SendStage stage = SendStage::Choosing;
    std::shared_ptr<const packages::Readers> readers;  // of the last look
    std::shared_ptr<const packages::Parcel> parcel;
    std::string path;  // where it is written
    std::unique_ptr<base::Job<packages::Parcel>> writing;

    library::PackedMedia media() const { return choice.media.value_or(usual_media); }
    const KnownPerson* find(const base::Id& person) const;
    // What is still to be said before the last look; empty: nothing.
    std::string missing() const;
};

// What cards and packages of this user say.
std::string own_name(const Settings& settings);

SendDesk send_desk(library::Library& library, const Settings& settings, const library::Conversation& conversation,
                   const packages::OwnKeys& own);
void refresh(SendDesk& desk, library::Library& library);  // after a change of the choice or of the people

packages::Readers readers_of(const SendDesk& desk, const sealed::SecretText& passphrase);
packages::Choice choice_of(const SendDesk& desk);
// "1:05-1:20, 2:10-2:12"; nothing where it is something else.
std::optional<std::vector<base::Span>> stretches_in(const std::string& text);
// Says nothing about anybody: who finds the file should learn no name from it.
std::string suggested_file_name();

}  // namespace app
