// What the Agreement screen remembers for itself.
#pragma once

#include "base/i18n.h"

#include <cstddef>
#include <cstdint>
#include <imgui.h>
#include <optional>
#include <string>

namespace app {

enum class AgreementTab { Numbers, Differences, Gold, Drift };

struct AgreementState {
    AgreementTab tab = AgreementTab::Numbers;
    bool explains = false;     // what each number says stands under it
    bool shows_pairs = false;  // which code was paired with which
    std::size_t at = 0;        // of the disagreements
    std::string note;          // about that one, as it is typed
    std::size_t note_of = 0;
    std::uint64_t note_serial = 0;  // of the desk the note was taken from
    bool wants_note = false;        // the field is to be typed in
    bool picks_code = false;        // asks which code it is instead
    std::size_t code_row = 0;
    std::size_t scrolled_to = 0;                         // the disagreement that the list was moved to
    std::optional<base::Language> certificate_language;  // nothing: as the window
    // How large the pictures are that AgreementPictures draws; 0: not in sight.
    ImVec2 curve_px = {0, 0}, drift_px = {0, 0};
    int page_width_px = 0;
};

}  // namespace app
