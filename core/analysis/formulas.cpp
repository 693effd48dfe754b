#include "analysis/formulas.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace analysis {

// A name (name set), a number (neither child) or an operation on one or two others.
struct Formula::Node {
    char operation = 0;
    double number = 0;
    std::string name;
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

namespace {

// Far deeper than any measure, far from the end of the stack.
constexpr int kDeepest = 100;
constexpr std::size_t kLongest = 20'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

bool continues_name(char c) {
    return begins_name(c) || is_digit(c) || c == '.';
}

FormulaMistake::FormulaMistake(const std::string& formula, std::size_t position, std::string why, std::size_t length)
    : base::Error(fmt::format(fmt::runtime(_("Formula \"{}\", position {}: {}.")), formula, position, why)),
      position_(position),
      length_(length),
      why_(std::move(why)) {}

// sum = product {("+" | "-") product};  product = factor {("*" | "/") factor};
// factor = number | name | "(" sum ")" | "-" factor.
class Formula::Parser {
public:
    explicit Parser(const std::string& text) : text_(text) {}

    std::unique_ptr<Node> whole() {
        if (text_.size() > kLongest)
            throw FormulaMistake(base::shortened(text_, 40), kLongest, _("it is longer than 20,000 characters"));
        auto node = sum();
        if (at_ < text_.size()) fail(_("something is left over"));
        return node;
    }
    std::vector<std::string> names() { return std::move(names_); }

private:
    std::unique_ptr<Node> sum() {
        auto left = product();
        while (const char operation = take_one_of("+-")) left = joined(operation, std::move(left), product());
        return left;
    }

    std::unique_ptr<Node> product() {
        auto left = factor();
        while (const char operation = take_one_of("*/")) left = joined(operation, std::move(left), factor());
        return left;
    }

    std::unique_ptr<Node> factor() {
        if (++depth_ > kDeepest) fail(_("this is nested too deeply"));
        auto node = undisturbed_factor();
        --depth_;
        return node;
    }

    std::unique_ptr<Node> undisturbed_factor() {
        if (take_one_of("-")) return joined('-', std::make_unique<Node>(), factor());
        if (take_one_of("(")) {
            auto inside = sum();
            if (!take_one_of(")")) fail(_("a closing bracket is missing"));
            return inside;
        }
        skip_blanks();
        if (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) return number();
        if (at_ < text_.size() && begins_name(text_[at_])) return name();
        fail(_("a name, a number or an opening bracket is expected"));
    }

    std::unique_ptr<Node> number() {
        auto node = std::make_unique<Node>();
        const char* begin = text_.data() + at_;
        const auto [end, error] =
            std::from_chars(begin, text_.data() + text_.size(), node->number, std::chars_format::fixed);
        if (error != std::errc{}) fail(_("this is not a number"));
        at_ += static_cast<std::size_t>(end - begin);
        return node;
    }

    std::unique_ptr<Node> name() {
        auto node = std::make_unique<Node>();
        while (at_ < text_.size() && continues_name(text_[at_])) node->name += text_[at_++];
        if (std::find(names_.begin(), names_.end(), node->name) == names_.end()) names_.push_back(node->name);
        return node;
    }

    static std::unique_ptr<Node> joined(char operation, std::unique_ptr<Node> left, std::unique_ptr<Node> right) {
        auto node = std::make_unique<Node>();
        node->operation = operation;
        node->left = std::move(left);
        node->right = std::move(right);
        return node;
    }

    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }

    char take_one_of(std::string_view characters) {
        skip_blanks();
        if (at_ == text_.size() || characters.find(text_[at_]) == std::string_view::npos) return 0;
        return text_[at_++];
    }

    [[noreturn]] void fail(const char* what) const {
        const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
        const auto before =
            std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), starts_character);
        throw FormulaMistake(text_, static_cast<std::size_t>(before) + 1, what);
    }

    const std::string& text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<std::string> names_;
};

Formula::Formula(const std::string& text) {
    Parser parser(text);
    root_ = parser.whole();
    names_ = parser.names();
}

Formula::~Formula() = default;
Formula::Formula(Formula&&) noexcept = default;
Formula& Formula::operator=(Formula&&) noexcept = default;

const std::vector<std::string>& Formula::names() const {
    return names_;
}

std::optional<double> Formula::evaluate(
    const std::function<std::optional<double>(const std::string&)>& value_of) const {
    const auto result = value(*root_, value_of);
    return result && std::isfinite(*result) ? result : std::nullopt;
}

std::optional<double> Formula::value(const Node& node,
                                     const std::function<std::optional<double>(const std::string&)>& value_of) {
    if (!node.name.empty()) return value_of(node.name);
    if (node.operation == 0) return node.number;
    const auto left = value(*node.left, value_of);
    const auto right = value(*node.right, value_of);
    if (!left || !right) return {};
    switch (node.operation) {
        case '+':
            return *left + *right;
        case '-':
            return *left - *right;
        case '*':
            return *left * *right;
        default:
            return *right == 0 ? std::nullopt : std::optional(*left / *right);
    }
}

std::optional<std::map<std::string, int>> Formula::as_sum() const {
    std::map<std::string, int> times;
    return add_names(*root_, times) ? std::optional(std::move(times)) : std::nullopt;
}

bool Formula::add_names(const Node& node, std::map<std::string, int>& times) {
    if (!node.name.empty()) {
        ++times[node.name];
        return true;
    }
    return node.operation == '+' && add_names(*node.left, times) && add_names(*node.right, times);
}

}  // namespace analysis
