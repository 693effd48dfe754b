// The formulas of a codebook: sums, differences, products and quotients of counts (by code or group key), ratings and
// talk time (talk.professional, talk.client, duration, in seconds). "(simple_reflection + complex_reflection) / 2".
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

class Formula {
public:
    // Throws base::Error that names the position (1-based, in characters) of the mistake.
    explicit Formula(const std::string& text);
    ~Formula();
    Formula(Formula&&) noexcept;
    Formula& operator=(Formula&&) noexcept;

    // Nothing when a name has no value or a divisor is 0.
    std::optional<double> evaluate(const std::function<std::optional<double>(const std::string&)>& value_of) const;
    const std::vector<std::string>& names() const;  // every name it refers to, each once

private:
    struct Node;
    std::unique_ptr<Node> root_;
    std::vector<std::string> names_;
};

}  // namespace analysis
