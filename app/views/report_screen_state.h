// What the Report screen remembers for itself.
#pragma once

namespace app {

struct ReportScreenState {
    int page_width_px = 800;  // as wide as it would like the pages; Application draws them so
};

}  // namespace app
