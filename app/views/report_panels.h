// The two sides of the Report screen: the coach's words, and the page as it will print.
#pragma once

#include "app/model.h"
#include "app/platform/page_texture.h"
#include "app/views/report_screen_state.h"

#include <vector>

namespace app {

void draw_feedback_editor(const Model& model, ReportScreenState& state, Actions& actions);
void draw_issuing(const Model& model, ReportScreenState& state, Actions& actions);
void draw_self_view(const OpenConversationState& open, FeedbackDraft& draft);
void draw_pages(const Model& model, ReportScreenState& state, const std::vector<PageTexture>& pages, Actions& actions);

}  // namespace app
