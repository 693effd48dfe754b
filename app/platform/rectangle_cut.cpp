#include "app/platform/rectangle_cut.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace app {
namespace {

constexpr float kSame = 0.001F;     // pixels
constexpr float kWorthIt = 12;      // pixels: what is narrower or lower is filled soon enough
constexpr std::size_t kFewest = 6;  // corners that a rectangle with two rounded ones has, at the least

using Fan = std::vector<ImDrawIdx>;  // the corners, in their order around

bool same(float a, float b) {
    return std::abs(a - b) < kSame;
}

// The corners of the fan of triangles that begins here; three where there is just one triangle. What fades out beside
// it goes on from its last edge, to a corner that cannot be seen.
void collect_fan(const ImDrawIdx* index, const ImDrawIdx* end, const ImDrawVert* vertices, Fan& corners) {
    corners.assign(index, index + 3);
    const ImU32 colour = vertices[corners.front()].col;
    for (index += 3;
         index < end && index[0] == corners.front() && index[1] == corners.back() && vertices[index[2]].col == colour;
         index += 3)
        corners.push_back(index[2]);
}

// Where in the fan the upper edge begins whose ends stand straight above the lower edge's: it, and where that begins.
struct Edges {
    std::size_t upper = 0, lower = 0;
};

std::optional<Edges> edges_of_middle(const Fan& fan, const ImDrawVert* vertices) {
    const auto at = [&](std::size_t corner) -> const ImVec2& { return vertices[fan[corner % fan.size()]].pos; };
    for (std::size_t upper = 0; upper < fan.size(); ++upper) {
        if (!same(at(upper).y, at(upper + 1).y) || at(upper + 1).x - at(upper).x < kWorthIt) continue;
        for (std::size_t lower = upper + 2; lower + 1 < upper + fan.size(); ++lower) {
            if (same(at(lower).y, at(lower + 1).y) && same(at(lower).x, at(upper + 1).x) &&
                same(at(lower + 1).x, at(upper).x) && at(lower).y - at(upper).y >= kWorthIt)
                return Edges{upper, lower};
        }
        return {};
    }
    return {};
}

void cut(const Fan& fan, Edges edges, ImDrawVert* vertices, ImDrawIdx* out) {
    const auto corner = [&](std::size_t i) { return fan[i % fan.size()]; };
    const auto add = [&out](ImDrawIdx a, ImDrawIdx b, ImDrawIdx c) {
        for (const ImDrawIdx each : {a, b, c}) *out++ = each;
    };
    const auto add_fan = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first + 1; i < last; ++i) add(corner(first), corner(i), corner(i + 1));
    };
    const std::array<ImDrawIdx, 4> middle = {corner(edges.upper), corner(edges.upper + 1), corner(edges.lower),
                                             corner(edges.lower + 1)};
    // SDL wants sides that are exactly straight, and fills whole pixels. The corners stay on the straight edges; these
    // are drawn half a pixel inside the shape, for what fades out beside them.
    const ImVec2 from{std::ceil(vertices[middle[0]].pos.x), std::floor(vertices[middle[0]].pos.y)};
    const ImVec2 to{std::floor(vertices[middle[2]].pos.x), std::ceil(vertices[middle[2]].pos.y)};
    vertices[middle[0]].pos = from;
    vertices[middle[1]].pos = {to.x, from.y};
    vertices[middle[2]].pos = to;
    vertices[middle[3]].pos = {from.x, to.y};
    add(middle[0], middle[1], middle[2]);
    add(middle[0], middle[2], middle[3]);
    add_fan(edges.upper + 1, edges.lower);
    add_fan(edges.lower + 1, edges.upper + fan.size());
}

void cut_command(const ImDrawCmd& command, ImDrawList& list) {
    ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* const end = index + command.ElemCount;
    Fan fan;
    while (index < end) {
        collect_fan(index, end, vertices, fan);
        if (fan.size() >= kFewest)
            if (const auto edges = edges_of_middle(fan, vertices)) cut(fan, *edges, vertices, index);
        index += (fan.size() - 2) * 3;
    }
}

}  // namespace

void cut_out_rectangles(ImDrawData& data) {
    for (int i = 0; i < data.CmdListsCount; ++i) {
        ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer)
            if (command.UserCallback == nullptr) cut_command(command, list);
    }
}

}  // namespace app
