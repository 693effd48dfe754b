#include "app/views/views.h"

namespace app {

void draw_code_screen(const Model&, CodeScreenState&, const VideoTexture*, Actions&) {}

}  // namespace app
