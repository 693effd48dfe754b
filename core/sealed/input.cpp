#include "sealed/input.h"

#include <algorithm>

namespace sealed {

std::string_view Input::ahead(std::size_t size) {
    if (held_.size() - used_ < size) {
        held_.erase(0, used_);
        used_ = 0;
        std::size_t filled = held_.size();
        held_.resize(size);
        while (filled < size) {
            const std::size_t got = source_(held_.data() + filled, size - filled);
            if (got == 0) break;
            filled += got;
        }
        held_.resize(filled);
    }
    return std::string_view(held_).substr(used_, size);
}

void Input::skip(std::size_t size) {
    used_ += size;
}

std::string Input::bytes(std::size_t size) {
    std::string taken(ahead(size));
    skip(taken.size());
    return taken;
}

std::optional<std::string> Input::line(std::size_t limit) {
    constexpr std::size_t kStep = 256;
    for (std::size_t looked = 0; looked < limit;) {
        const std::string_view text = ahead(std::min(looked + kStep, limit));
        const std::size_t end = text.find('\n', looked);
        if (end != std::string_view::npos) {
            std::string line(text.substr(0, end));
            skip(end + 1);
            return line;
        }
        if (text.size() < std::min(looked + kStep, limit)) return {};
        looked = text.size();
    }
    return {};
}

}  // namespace sealed
