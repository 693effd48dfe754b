// What the Code screen remembers for itself.
#pragma once

namespace app {

struct CodeScreenState {};

}  // namespace app
