// The few memories of the views: what is typed, scrolled, unfolded. Each screen has its own part; none of it is worth
// keeping in the library.
#pragma once

#include "app/views/code_screen_state.h"
#include "app/views/codebooks_state.h"
#include "app/views/library_state.h"
#include "app/views/report_screen_state.h"
#include "app/views/settings_state.h"

namespace app {

struct UiState {
    LibraryState library;
    CodeScreenState code;
    ReportScreenState report;
    CodebooksState codebooks;
    SettingsState settings;
    bool shows_keys = false;  // the overview on F1
    std::string coder_name;   // typed when asked for once
};

}  // namespace app
