# Finds every library that Terugblik uses; all come from Debian's packages (scripts/packages.txt).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(SDL2 REQUIRED)
find_package(Gettext REQUIRED)

pkg_check_modules(libav REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswscale libswresample)
pkg_check_modules(pango REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf cairo-svg fontconfig)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(rubberband REQUIRED IMPORTED_TARGET rubberband)
pkg_check_modules(webrtc REQUIRED IMPORTED_TARGET webrtc-audio-processing)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(png REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(gsl REQUIRED IMPORTED_TARGET gsl)

include(${CMAKE_CURRENT_LIST_DIR}/imgui/imgui.cmake)

# libcsv has no pkg-config file.
find_path(csv_include csv.h REQUIRED)
find_library(csv_library csv REQUIRED)
add_library(csv INTERFACE)
target_include_directories(csv SYSTEM INTERFACE ${csv_include})
target_link_libraries(csv INTERFACE ${csv_library})
