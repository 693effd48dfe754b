// The few memories of the views: what is typed, scrolled, unfolded. Each screen has its own part; none of it is worth
// keeping in the library.
#pragma once

#include "app/views/agreement_state.h"
#include "app/views/code_screen_state.h"
#include "app/views/codebooks_state.h"
#include "app/views/library_state.h"
#include "app/views/privacy_state.h"
#include "app/views/report_screen_state.h"
#include "app/views/review_state.h"
#include "app/views/send_state.h"
#include "app/views/settings_state.h"
#include "app/views/team_state.h"

namespace app {

struct NewCodingState {
    base::Id conversation;  // for which the answers below are given
    std::string coder;
    std::size_t chosen = 0;  // of the codebooks
};

struct CodingsState {
    bool are_shown = false;
    std::size_t chosen = 0;
};

struct UiState {
    LibraryState library;
    CodeScreenState code;
    ReviewState review;
    ReportScreenState report;
    CodebooksState codebooks;
    SettingsState settings;
    AgreementState agreement;
    TeamState team;
    PrivacyState privacy;
    SendState sending;
    ArrivalState arrival;
    bool shows_keys = false;  // the overview on F1
    NewCodingState new_coding;
    CodingsState codings;
};

}  // namespace app
