#include "app/word_layout.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

class LineFiller {
public:
    LineFiller(std::string_view text, float width, const std::function<float(std::string_view)>& width_of)
        : text_(text), width_(width), width_of_(width_of), blank_(width_of(" ")) {}

    void place(talk::Word word, std::size_t number) {
        float wide = measure(word);
        if (x_ > 0 && x_ + wide > width_) next_line();
        while (wide > width_ && word.to - word.from > 1) {
            const talk::Word piece = that_fits(word);
            if (piece.to == word.to) break;
            put(piece, number, measure(piece));
            next_line();
            word.from = piece.to;
            wide = measure(word);
        }
        put(word, number, wide);
        x_ += wide + blank_;
    }

    LaidText take() {
        laid_.lines = line_ + 1;
        return std::move(laid_);
    }

private:
    float measure(talk::Word word) const { return width_of_(text_.substr(word.from, word.to - word.from)); }

    void put(talk::Word word, std::size_t number, float wide) {
        laid_.words.push_back({word, number, line_, x_, wide});
    }

    void next_line() {
        x_ = 0;
        ++line_;
    }

    // At least one character, never half of one.
    talk::Word that_fits(talk::Word word) const {
        const auto next = [&](std::size_t at) {
            do ++at;
            while (at < word.to && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80);
            return at;
        };
        std::size_t to = next(word.from);
        float used = measure({word.from, to});
        while (to < word.to) {
            const std::size_t further = next(to);
            used += measure({to, further});
            if (used > width_) break;
            to = further;
        }
        return {word.from, to};
    }

    std::string_view text_;
    float width_;
    const std::function<float(std::string_view)>& width_of_;
    float blank_;
    LaidText laid_;
    float x_ = 0;
    int line_ = 0;
};

}  // namespace

std::optional<std::size_t> LaidText::word_at(float x, int line) const {
    const auto distance = [&](const PlacedWord& word) {
        const float beside = std::max({0.0F, word.x - x, x - (word.x + word.width)});
        return static_cast<float>(std::abs(word.line - line)) * 1e6F + beside;
    };
    const auto nearest = std::min_element(words.begin(), words.end(), [&](const PlacedWord& a, const PlacedWord& b) {
        return distance(a) < distance(b);
    });
    if (nearest == words.end()) return {};
    return nearest->number;
}

LaidText lay_out(std::string_view text, float width, const std::function<float(std::string_view)>& width_of) {
    LineFiller layout(text, width, width_of);
    std::size_t number = 0;
    for (const talk::Word& word : talk::words_of(text)) layout.place(word, number++);
    return layout.take();
}

}  // namespace app
