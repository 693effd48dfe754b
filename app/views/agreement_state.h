// What the Agreement screen remembers for itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace app {

enum class AgreementTab { Numbers, Differences };

struct AgreementState {
    AgreementTab tab = AgreementTab::Numbers;
    bool explains = false;  // what each number says stands under it
    std::size_t at = 0;     // of the disagreements
    std::string note;       // about that one, as it is typed
    std::size_t note_of = 0;
    std::uint64_t note_serial = 0;  // of the desk the note was taken from
    bool wants_note = false;        // the field is to be typed in
    bool picks_code = false;        // asks which code it is instead
    std::size_t code_row = 0;
    // The picture of the curve, as Application draws it.
    int curve_width_px = 0;
    int curve_height_px = 0;
};

}  // namespace app
