// What the windows for sending and opening a review remember for themselves.
#pragma once

#include "base/id.h"
#include "sealed/secret.h"

#include <string>

namespace app {

enum class ArrivalStage;
enum class SendStage;

struct SendState {
    bool is_shown = false;
    base::Id conversation;                 // for which the answers below are given
    sealed::SecretText passphrase, again;  // typed twice
    std::string card;                      // pasted
    std::string own_name;
    bool hides = false;     // what can be hidden is shown
    bool may_name = false;  // what still names someone may be read
    base::Id compared;      // whose words are shown, to be compared
    SendStage stage{};      // that was drawn last
};

// The same for opening one.
struct ArrivalState {
    ArrivalStage stage{};  // that was drawn last
    bool types = false;    // the field of the passphrase gets the keyboard
    sealed::SecretText passphrase;
    std::string name;  // what the sender is to be called
    bool is_trainee = false;
};

}  // namespace app
