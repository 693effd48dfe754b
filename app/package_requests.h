// What can be asked for when a review is sent or opened, and about the people with whom reviews are exchanged.
#pragma once

#include "base/id.h"
#include "library/package_log.h"
#include "media/masks.h"
#include "sealed/secret.h"

#include <optional>
#include <set>
#include <string>

namespace app {

// Who may read it, and what goes along.
struct SendChoice {
    std::set<base::Id> people;
    bool by_passphrase = false;  // instead of people
    std::set<base::Id> codings;
    std::optional<library::PackedMedia> media;    // nothing: as it usually is for these readers
    std::set<base::Id> clips;                     // of PackedMedia::Clips
    std::optional<media::VoiceMask::Way> masked;  // voices; nothing: they are heard as they are
    std::optional<int> masked_channel;            // from 0; nothing: every channel
    bool blurs = false;                           // the whole picture
    std::string beeps;                            // "1:05-1:20, 2:10-2:12"
    std::string names;                            // that others take the place of, separated by commas
    std::string until;                            // a day; empty: no end

    bool operator==(const SendChoice&) const = default;
};

struct ShowSending {
    base::Id conversation;
};                     // none: it closes
struct ShowPeople {};  // the same window, without a conversation
struct NameYourself {
    std::string name;
};  // on the own card
struct ChangeSending {
    SendChoice choice;
};
struct LookOnceMore {
    sealed::SecretText passphrase;  // where the choice is by passphrase
};                                  // at what will be written
struct ChooseAgain {};              // back from there; stops the writing
struct WriteReview {
    std::string path;
};  // empty: ask

struct AddPerson {
    std::string card;
};
struct RemovePerson {
    base::Id person;
};
struct TrustPerson {
    base::Id person;
};  // the words were compared

struct OpenPackage {
    std::string path;
};  // empty: ask
struct UnlockPackage {
    sealed::SecretText passphrase;
};
struct TrustSender {
    std::string name;  // what this person calls them
};                     // the words were compared
struct TakeInPackage {
    bool is_trainee = false;  // it is about a conversation of whoever sits here
};
struct LeavePackage {};  // nothing of it is taken in

}  // namespace app
