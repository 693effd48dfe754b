// A window in Dutch, for as long as this lives; made before the window is.
#pragma once

#include "app/settings.h"
#include "base/i18n.h"
#include "base/paths.h"

namespace support {

class InDutch {
public:
    explicit InDutch(library::Library& library) {
        base::open_catalogues(base::catalogue_folder());
        app::Settings settings = app::read_settings(library);
        settings.language = base::Language::Dutch;
        app::write_settings(library, settings);
    }
    ~InDutch() { base::set_language(base::Language::English); }
    InDutch(const InDutch&) = delete;
    InDutch& operator=(const InDutch&) = delete;
};

}  // namespace support
