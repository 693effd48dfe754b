// The picture that stands in front of a clip and says what is coming. Drawn with Cairo and Pango, as the report's pages
// are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace report {

struct TitleImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // row by row without gaps
};

// What is too long for the picture is cut with an ellipsis. `below` may be empty.
TitleImage draw_title(int width, int height, const std::string& title, const std::string& below);

}  // namespace report
