// What a library knows of a conversation.
#pragma once

namespace library {

enum class Presence { Unknown, Removed, There };

}  // namespace library
