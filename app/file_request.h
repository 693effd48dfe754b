// A question to the file dialog, and what to do with the answer.
#pragma once

#include "app/actions.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

struct FileRequest {
    enum class Kind { OpenRecordings, OpenFile, ChooseFolder, Save };

    Kind kind = Kind::OpenRecordings;
    std::string title;
    std::string suggested;                                             // for Save: a name with its extension
    std::function<Action(const std::vector<std::string>&)> if_chosen;  // never called when cancelled
};

}  // namespace app
