// Icons of Font Awesome 4.7, merged into every font.
#pragma once

#include <array>

namespace app::widgets::icon {

inline constexpr const char* kPlay = "\xef\x81\x8b";
inline constexpr const char* kSearch = "\xef\x80\x82";
inline constexpr const char* kClose = "\xef\x80\x8d";
inline constexpr const char* kTrash = "\xef\x80\x94";
inline constexpr const char* kFile = "\xef\x80\x96";
inline constexpr const char* kFilm = "\xef\x80\x88";
inline constexpr const char* kFolder = "\xef\x81\xbb";
inline constexpr const char* kHome = "\xef\x80\x95";
inline constexpr const char* kWarning = "\xef\x81\xb1";
inline constexpr const char* kInfo = "\xef\x81\x9a";
inline constexpr const char* kPlus = "\xef\x81\xa7";
inline constexpr const char* kMinus = "\xef\x81\xa8";
inline constexpr const char* kUndo = "\xef\x83\xa2";
inline constexpr const char* kVolume = "\xef\x80\xa8";
inline constexpr const char* kMute = "\xef\x80\xa6";
inline constexpr const char* kMicrophone = "\xef\x84\xb0";
inline constexpr const char* kArrowUp = "\xef\x81\xa2";
inline constexpr const char* kArrowDown = "\xef\x81\xa3";
inline constexpr const char* kSpeech = "\xef\x82\x86";
inline constexpr const char* kClock = "\xef\x80\x97";
inline constexpr const char* kArrowsSideways = "\xef\x81\xbe";

// What the fonts are loaded with: each glyph costs time at start.
inline constexpr std::array kAll = {kPlay, kSearch,     kClose,   kTrash,     kFile,   kFilm,  kFolder,
                                    kHome, kWarning,    kInfo,    kPlus,      kMinus,  kUndo,  kVolume,
                                    kMute, kMicrophone, kArrowUp, kArrowDown, kSpeech, kClock, kArrowsSideways};

}  // namespace app::widgets::icon
