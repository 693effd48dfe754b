#include "app/views/views.h"

namespace app {

void draw_keys_settings(const Model&, KeysSettingsState&, const std::vector<KeyPress>&, Actions&) {}
void draw_keys_overview(const Model&, bool&) {}

}  // namespace app
