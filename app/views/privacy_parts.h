// The pages of the Privacy window.
#pragma once

#include "app/views/views.h"

namespace app {

void draw_consent_page(const Model& model, PrivacyState& state, Actions& actions);
void draw_keeping_page(const Model& model, PrivacyState& state, Actions& actions);
void draw_seen_page(const Model& model);
void draw_erasing_page(const Model& model, PrivacyState& state, Actions& actions);

}  // namespace app
