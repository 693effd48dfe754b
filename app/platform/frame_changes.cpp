#include "app/platform/frame_changes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {
namespace {

constexpr std::size_t kMostRectangles = 12;

bool touch(const ImVec4& a, const ImVec4& b) {
    return a.x < b.z && b.x < a.z && a.y < b.w && b.y < a.w;
}

bool holds(const ImVec4& a, const ImVec4& b) {
    return a.x <= b.x && a.y <= b.y && a.z >= b.z && a.w >= b.w;
}

ImVec4 common(const ImVec4& a, const ImVec4& b) {
    return {std::max(a.x, b.x), std::max(a.y, b.y), std::min(a.z, b.z), std::min(a.w, b.w)};
}

ImVec4 together(const ImVec4& a, const ImVec4& b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.z, b.z), std::max(a.w, b.w)};
}

bool is_empty(const ImVec4& a) {
    return a.x >= a.z || a.y >= a.w;
}

float points(const ImVec4& a) {
    return (a.z - a.x) * (a.w - a.y);
}

ImVec4 bounds_of(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
    const auto [left, right] = std::minmax({a.x, b.x, c.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
    return {left, top, right, bottom};
}

ImVec4 whole_pixels(const ImVec4& a) {
    return {std::floor(a.x), std::floor(a.y), std::ceil(a.z), std::ceil(a.w)};
}

// What two triangles fill that Dear ImGui has drawn as a rectangle, if it ends at whole pixels and nothing shines
// through; otherwise nothing. Of a picture that is opaque, only what it is tinted with is looked at.
ImVec4 opaque_rectangle(const ImDrawIdx* index, const ImDrawVert* vertices, bool is_picture) {
    if (index[3] != index[0] || index[4] != index[2]) return {};
    const std::array<const ImDrawVert*, 4> corners = {vertices + index[0], vertices + index[1], vertices + index[2],
                                                      vertices + index[5]};
    const auto is_covering = [&](const ImDrawVert* corner) {
        const bool is_plain = corner->uv.x == corners[0]->uv.x && corner->uv.y == corners[0]->uv.y;
        return (corner->col & IM_COL32_A_MASK) == IM_COL32_A_MASK && (is_picture || is_plain);
    };
    if (!std::ranges::all_of(corners, is_covering)) return {};
    const ImVec2 &a = corners[0]->pos, &b = corners[1]->pos, &c = corners[2]->pos, &d = corners[3]->pos;
    if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return {};
    const ImVec4 filled{a.x, a.y, c.x, c.y};
    return holds(filled, whole_pixels(filled)) ? filled : ImVec4{};
}

// Where the last rectangle begins that hides all that was drawn in the area before it, if there is one.
const ImDrawIdx* last_to_fill(const ImVec4& area, const ImDrawData& frame, OnlyInside::IsOpaque is_opaque) {
    const ImDrawIdx* last = nullptr;
    const ImTextureID font = ImGui::GetIO().Fonts->TexID;
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const bool is_picture = command.GetTexID() != font;
            if (!holds(command.ClipRect, area) || (is_picture && !is_opaque(command.GetTexID()))) continue;
            const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
            for (const ImDrawIdx* end = index + command.ElemCount; end - index >= 6; index += 3)
                if (holds(opaque_rectangle(index, vertices, is_picture), area)) last = index;
        }
    }
    return last;
}

}  // namespace

// Rectangles of whole pixels, none touching another.
class FrameChanges::Area {
public:
    explicit Area(const ImVec4& frame) : frame_(frame) {}

    // A renderer may round a corner of a triangle to either side.
    void add_around(const ImVec4& bounds) { add({bounds.x - 1, bounds.y - 1, bounds.z + 1, bounds.w + 1}); }

    void add(const ImVec4& bounds) {
        ImVec4 more = common(frame_, whole_pixels(bounds));
        if (is_empty(more)) return;
        for (std::size_t i = 0; i < rectangles_.size();) {
            if (holds(rectangles_[i], more)) return;
            if (!touch(rectangles_[i], more)) {
                ++i;
                continue;
            }
            more = together(more, rectangles_[i]);
            rectangles_[i] = rectangles_.back();
            rectangles_.pop_back();
            i = 0;
        }
        rectangles_.push_back(more);
        if (rectangles_.size() > kMostRectangles) join_two();
    }

    // A glyph is drawn whole or not at all: clipped, it may be scaled a little otherwise.
    bool grow_for(const ImVec4& glyph) {
        const bool cuts = std::any_of(rectangles_.begin(), rectangles_.end(),
                                      [&](const ImVec4& each) { return touch(each, glyph) && !holds(each, glyph); });
        if (cuts) add_around(glyph);
        return cuts;
    }

    std::vector<ImVec4> rectangles() && { return std::move(rectangles_); }

private:
    // The two that waste the least.
    void join_two() {
        std::size_t first = 0, second = 1;
        float least = -1;
        for (std::size_t i = 0; i < rectangles_.size(); ++i) {
            for (std::size_t k = i + 1; k < rectangles_.size(); ++k) {
                const float waste =
                    points(together(rectangles_[i], rectangles_[k])) - points(rectangles_[i]) - points(rectangles_[k]);
                if (least >= 0 && waste >= least) continue;
                least = waste;
                first = i;
                second = k;
            }
        }
        const ImVec4 joined = together(rectangles_[first], rectangles_[second]);
        rectangles_.erase(rectangles_.begin() + static_cast<std::ptrdiff_t>(second));
        rectangles_.erase(rectangles_.begin() + static_cast<std::ptrdiff_t>(first));
        add(joined);
    }

    ImVec4 frame_;
    std::vector<ImVec4> rectangles_;
};

FrameChanges::Triangles FrameChanges::triangles_of(const ImDrawList& list) {
    Triangles triangles;
    triangles.reserve(static_cast<std::size_t>(list.IdxBuffer.Size) / 3);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
        for (const ImDrawIdx* end = index + command.ElemCount; index < end; index += 3)
            triangles.push_back(
                {{vertices[index[0]], vertices[index[1]], vertices[index[2]]}, command.ClipRect, command.GetTexID()});
    }
    return triangles;
}

bool FrameChanges::is_same(const Triangle& a, const Triangle& b) {
    const auto is_same_corner = [](const ImDrawVert& one, const ImDrawVert& other) {
        return one.pos.x == other.pos.x && one.pos.y == other.pos.y && one.uv.x == other.uv.x &&
               one.uv.y == other.uv.y && one.col == other.col;
    };
    return a.texture == b.texture && a.clip.x == b.clip.x && a.clip.y == b.clip.y && a.clip.z == b.clip.z &&
           a.clip.w == b.clip.w && std::ranges::equal(a.corners, b.corners, is_same_corner);
}

bool FrameChanges::is_glyph(const Triangle& triangle) {
    const auto& [a, b, c] = triangle.corners;
    return a.uv.x != b.uv.x || a.uv.y != b.uv.y || b.uv.x != c.uv.x || b.uv.y != c.uv.y;
}

ImVec4 FrameChanges::bounds(const Triangle& triangle) {
    const auto& [a, b, c] = triangle.corners;
    return common(triangle.clip, bounds_of(a.pos, b.pos, c.pos));
}

void FrameChanges::compare(const Triangles& before, const Triangles& now, Area& changed) {
    const auto add = [&changed](const Triangle& triangle) {
        if (const ImVec4 at = bounds(triangle); !is_empty(at)) changed.add_around(at);
    };
    std::size_t first = 0, same_at_end = 0;
    const std::size_t shorter = std::min(before.size(), now.size());
    while (first < shorter && is_same(before[first], now[first])) ++first;
    while (first + same_at_end < shorter &&
           is_same(before[before.size() - 1 - same_at_end], now[now.size() - 1 - same_at_end]))
        ++same_at_end;
    const bool pair_up = before.size() == now.size();
    for (std::size_t i = first; i + same_at_end < before.size(); ++i)
        if (!pair_up || !is_same(before[i], now[i])) add(before[i]);
    for (std::size_t i = first; i + same_at_end < now.size(); ++i)
        if (!pair_up || !is_same(before[i], now[i])) add(now[i]);
}

std::vector<ImVec4> FrameChanges::since_last(const ImDrawData& now) {
    std::vector<Triangles> lists;
    for (int i = 0; i < now.CmdListsCount; ++i) lists.push_back(triangles_of(*now.CmdLists[i]));
    const ImVec4 frame{now.DisplayPos.x, now.DisplayPos.y, now.DisplayPos.x + now.DisplaySize.x,
                       now.DisplayPos.y + now.DisplaySize.y};
    const bool is_first = last_.empty() || now.DisplaySize.x != size_.x || now.DisplaySize.y != size_.y;
    std::vector<Triangles> before = std::exchange(last_, std::move(lists));
    size_ = now.DisplaySize;
    if (is_first) return {frame};

    Area changed(frame);
    before.resize(std::max(before.size(), last_.size()));
    last_.resize(before.size());
    for (std::size_t i = 0; i < before.size(); ++i) compare(before[i], last_[i], changed);
    // What other textures hold may have changed although they lie where they lay.
    const ImTextureID font = ImGui::GetIO().Fonts->TexID;
    for (const Triangles& list : last_)
        for (const Triangle& triangle : list)
            if (triangle.texture != font) changed.add(bounds(triangle));
    for (bool grows = true; grows;) {
        grows = false;
        for (const Triangles& list : last_)
            for (const Triangle& triangle : list)
                if (is_glyph(triangle)) grows = changed.grow_for(bounds(triangle)) || grows;
    }
    return std::move(changed).rectangles();
}

OnlyInside::OnlyInside(ImDrawData& frame, const ImVec4& area, IsOpaque is_opaque) {
    const ImDrawIdx* const filling = last_to_fill(area, frame, is_opaque);
    is_filled_ = filling != nullptr;
    bool is_hidden = is_filled_;
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        ImDrawList& list = *frame.CmdLists[i];
        whole_.push_back({&list, list.CmdBuffer, list.IdxBuffer});
        for (ImDrawCmd& command : list.CmdBuffer) {
            command.ClipRect = common(command.ClipRect, area);
            const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* const from = list.IdxBuffer.Data + command.IdxOffset;
            ImDrawIdx* to = list.IdxBuffer.Data + command.IdxOffset;
            for (const ImDrawIdx *index = from, *end = from + command.ElemCount; index < end; index += 3) {
                if (index == filling) is_hidden = false;
                if (is_hidden) continue;
                const ImVec4 at = bounds_of(vertices[index[0]].pos, vertices[index[1]].pos, vertices[index[2]].pos);
                if (touch(at, command.ClipRect)) to = std::copy(index, index + 3, to);
            }
            command.ElemCount = static_cast<unsigned>(to - from);
        }
    }
}

OnlyInside::~OnlyInside() {
    for (Whole& whole : whole_) {
        whole.list->CmdBuffer.swap(whole.commands);
        whole.list->IdxBuffer.swap(whole.indices);
    }
}

}  // namespace app
