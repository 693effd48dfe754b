#include "app/views/views.h"

namespace app {

void draw_report_screen(const Model&, ReportScreenState&, const std::vector<PageTexture>&, Actions&) {}

}  // namespace app
