// The parts of the tab "What came next" (came_next.cpp).
#pragma once

#include "app/views/code_panels.h"

namespace app {

// The table behind the answer, in what is left of the room: what was asked first, more and less than chance in colour
// and with an arrow, too little to expect anything of in grey.
void draw_came_next_table(const WhatCameNext& answer);

}  // namespace app
