// The pictures of a demonstration conversation: two drawn people side by side, as in a video call, whose mouths and
// heads move with their speech. Drawn with Cairo; nobody real.
#pragma once

#include "app/commands/demo_script.h"

#include <array>
#include <cstdint>
#include <memory>

namespace commands::demo {

inline constexpr int kFilmWidth = 640;
inline constexpr int kFilmHeight = 360;

// How one person is at one moment.
struct Pose {
    double seconds = 0;  // of the film: breathing, swaying and blinking follow it
    float mouth = 0;     // 0 closed, 1 wide open
    float energy = 0;    // how much this person has been talking lately, 0 to 1
};

class Portraits {
public:
    explicit Portraits(const Script& script);
    ~Portraits();
    Portraits(const Portraits&) = delete;
    Portraits& operator=(const Portraits&) = delete;

    // The whole picture, 32 bits per pixel in memory order B, G, R, X, rows without gaps; valid until the next call.
    const std::uint8_t* draw(const std::array<Pose, 2>& poses);
    static constexpr std::size_t kBytes = static_cast<std::size_t>(kFilmWidth) * kFilmHeight * 4;

private:
    class Canvas;
    std::unique_ptr<Canvas> canvas_;
};

}  // namespace commands::demo
