// How a report looks: colours, type and measures, for the pages and for HTML alike.
#pragma once

#include "report/text_lines.h"

namespace report::look {

inline constexpr codes::Colour kInk{0x23, 0x26, 0x2B};
inline constexpr codes::Colour kMuted{0x6B, 0x70, 0x79};
inline constexpr codes::Colour kAccent{0x0F, 0x6E, 0x6C};
inline constexpr codes::Colour kHairline{0xE3, 0xE0, 0xDA};
inline constexpr codes::Colour kFaintLine{0xEE, 0xEC, 0xE7};
inline constexpr codes::Colour kLane{0xF6, 0xF4, 0xF0};
inline constexpr codes::Colour kStrengthPill{0xDD, 0xEF, 0xE8};
inline constexpr codes::Colour kStrengthInk{0x0B, 0x5A, 0x46};
inline constexpr codes::Colour kFocusPill{0xFF, 0xF0, 0xC9};
inline constexpr codes::Colour kFocusInk{0x7A, 0x55, 0x00};
inline constexpr codes::Colour kNeutralPill{0xF0, 0xEE, 0xEA};
inline constexpr codes::Colour kNeutralInk{0x56, 0x5B, 0x63};

inline constexpr double kMargin = 42;
inline constexpr double kTop = 42;
inline constexpr double kFooterTop = 786;  // the hairline above the footer
inline constexpr double kPillWidth = 40;
inline constexpr double kAfterPill = 48;

inline constexpr TextStyle kTitle{18, 24, Weight::Bold, kInk};
inline constexpr TextStyle kSubtitle{9, 13.5, Weight::Regular, kMuted, true, true};
inline constexpr TextStyle kHeading{11.25, 16, Weight::SemiBold, kAccent};
inline constexpr TextStyle kQuote{9.75, 14.25, Weight::Medium, kInk};
inline constexpr TextStyle kComment{9, 13.5, Weight::Regular, kMuted};
inline constexpr TextStyle kTry{9.4, 14, Weight::Medium, kInk};
inline constexpr TextStyle kBody{9.75, 14.5, Weight::Regular, kInk};
inline constexpr TextStyle kCell{9.4, 13.5, Weight::Regular, kInk};
inline constexpr TextStyle kCellMuted{9.4, 13.5, Weight::Regular, kMuted};
inline constexpr TextStyle kCellStrong{9.4, 13.5, Weight::SemiBold, kInk};
inline constexpr TextStyle kRemark{8.25, 11.5, Weight::Regular, kMuted};
inline constexpr TextStyle kPill{8.6, 13.5, Weight::SemiBold, kInk};
inline constexpr TextStyle kSmall{8, 11.5, Weight::Regular, kMuted, false};
inline constexpr TextStyle kFooter{6.8, 11, Weight::Regular, kMuted, false, true};

}  // namespace report::look
