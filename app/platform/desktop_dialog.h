// The desktop's own file dialog, run as a program of its own.
#pragma once

#include "app/file_request.h"
#include "base/job.h"

#include <string>
#include <vector>

namespace app {

// "zenity", "kdialog" or nothing, whichever is installed and fits the desktop.
std::string desktop_dialog_program();
// Blocks until answered or cancelled; no paths when the person cancelled.
std::vector<std::string> ask_desktop(const std::string& program, const FileRequest& request,
                                     const base::Progress& progress);

}  // namespace app
