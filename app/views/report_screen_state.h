// What the Report screen remembers for itself.
#pragma once

#include "app/views/goal_form.h"
#include "base/i18n.h"
#include "base/id.h"
#include "codes/coding.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace app {

// The coach's words while they are typed; they become one edit when the field is left or the hands rest.
struct FeedbackDraft {
    base::Id coding;
    std::uint64_t serial = 0;  // of the coding they were taken from
    codes::Feedback words;
    std::chrono::steady_clock::time_point typed_at;
    bool is_changed = false;
};

struct ReportScreenState {
    int page_width_px = 800;  // as wide as it would like the pages; Application has them drawn so
    int first_page = 0;       // those in sight
    int last_page = 0;

    FeedbackDraft draft;
    GoalForm goal;
    base::Id coding;  // whose language was chosen
    base::Language language = base::Language::English;
    base::Id shows;  // an issued report; empty: the draft
    // What the preview was asked for last.
    base::Id asked_coding, asked_report;
    std::uint64_t asked_serial = 0;
    std::optional<base::Language> asked_language;
};

}  // namespace app
