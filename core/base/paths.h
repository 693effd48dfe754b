// Where things live: the program's own files (assets, catalogues, the media worker) and the user's (XDG folders).
#pragma once

#include <string>

namespace base {

std::string executable_folder();
// A file that comes with the program, e.g. asset("codebooks/miti-4.2.1.json"): beside the build, installed, or in the
// source tree ($TERUGBLIK_ASSETS wins). Throws Error when it is nowhere.
std::string asset(const std::string& name);
std::string catalogue_folder();
std::string media_worker_program();  // $TERUGBLIK_MEDIA_WORKER wins
std::string data_folder();           // $XDG_DATA_HOME/terugblik; made when missing
std::string cache_folder();          // $XDG_CACHE_HOME/terugblik; made when missing
std::string default_library_path();  // data_folder()/library.terugblik

}  // namespace base
