// The formulas of a codebook: sums, differences, products and quotients of counts (by code or group key), ratings, the
// time of a code's or group's spans (time.KEY) and talk time (talk.professional, talk.client, duration), in seconds.
// "(simple_reflection + complex_reflection) / 2".
#pragma once

#include "base/error.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

bool continues_name(char c);  // a letter, a digit, _ or .

class FormulaMistake : public base::Error {
public:
    FormulaMistake(const std::string& formula, std::size_t position, std::string why, std::size_t length = 1);
    std::size_t position() const { return position_; }  // 1-based, in characters
    std::size_t length() const { return length_; }      // of what is wrong, in characters
    const std::string& why() const { return why_; }

private:
    std::size_t position_;
    std::size_t length_;
    std::string why_;
};

class Formula {
public:
    // Throws FormulaMistake.
    explicit Formula(const std::string& text);
    ~Formula();
    Formula(Formula&&) noexcept;
    Formula& operator=(Formula&&) noexcept;

    // Nothing when a name has no value or a divisor is 0.
    std::optional<double> evaluate(const std::function<std::optional<double>(const std::string&)>& value_of) const;
    const std::vector<std::string>& names() const;  // every name it refers to, each once

    // How often each name counts, for a formula that only adds up: {"a": 1, "b": 1} for "a + b". Nothing for any other.
    std::optional<std::map<std::string, int>> as_sum() const;

private:
    struct Node;
    class Parser;
    static std::optional<double> value(const Node& node,
                                       const std::function<std::optional<double>(const std::string&)>& value_of);
    static bool add_names(const Node& node, std::map<std::string, int>& times);

    std::unique_ptr<Node> root_;
    std::vector<std::string> names_;
};

}  // namespace analysis
