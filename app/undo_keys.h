// What undo and redo mean on the screen that is shown.
#pragma once

#include "app/model.h"

namespace app {

void undo_or_redo(const Model& model, library::Direction direction, Actions& actions);

}  // namespace app
