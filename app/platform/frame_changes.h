// What one frame shows otherwise than the last. A software renderer keeps what it has drawn, and drawing is what it
// spends its time on: while a recording plays, the picture, the playhead and the clock change, and the rest need not be
// drawn.
#pragma once

#include <array>
#include <imgui.h>
#include <vector>

namespace app {

class FrameChanges {
public:
    // Whole pixels (left, top, right, bottom), apart from each other: outside of these `now` looks as the last frame
    // did. After forget(), or in another size, that is the whole frame.
    std::vector<ImVec4> since_last(const ImDrawData& now);
    void forget() { last_.clear(); }

private:
    struct Triangle {
        std::array<ImDrawVert, 3> corners;
        ImVec4 clip;
        ImTextureID texture;
    };
    using Triangles = std::vector<Triangle>;
    class Area;

    static Triangles triangles_of(const ImDrawList& list);
    static bool is_same(const Triangle& a, const Triangle& b);
    static bool is_glyph(const Triangle& triangle);
    static ImVec4 bounds(const Triangle& triangle);
    static void compare(const Triangles& before, const Triangles& now, Area& changed);

    std::vector<Triangles> last_;  // one per draw list
    ImVec2 size_;
};

// While it lives, the frame holds only what touches `area`, clipped to it, and nothing that lies hidden there behind
// something opaque.
class OnlyInside {
public:
    using IsOpaque = bool (*)(ImTextureID);  // asked of pictures

    OnlyInside(ImDrawData& frame, const ImVec4& area, IsOpaque is_opaque);
    ~OnlyInside();
    OnlyInside(const OnlyInside&) = delete;
    OnlyInside& operator=(const OnlyInside&) = delete;

    // Of the ground on which the frame is drawn nothing would be seen.
    bool is_filled() const { return is_filled_; }

private:
    struct Whole {
        ImDrawList* list;
        ImVector<ImDrawCmd> commands;
        ImVector<ImDrawIdx> indices;
    };
    std::vector<Whole> whole_;
    bool is_filled_ = false;
};

}  // namespace app
