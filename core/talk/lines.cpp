#include "talk/lines.h"

#include "base/text.h"

namespace talk {

Lines lines_of(std::string_view text) {
    Lines lines;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n' && text[at] != '\r') continue;
        lines.push_back(text.substr(from, at - from));
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        from = at + 1;
    }
    if (from < text.size()) lines.push_back(text.substr(from));
    return lines;
}

bool is_blank(std::string_view line) {
    return base::trimmed(line).empty();
}

}  // namespace talk
