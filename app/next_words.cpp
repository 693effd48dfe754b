#include "app/next_words.h"

#include "analysis/proportion.h"
#include "base/i18n.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace app {
namespace {

// "Open question" inside a sentence is "open question"; "MI-consistent" stays.
std::string inside_a_sentence(std::string label) {
    const auto is_upper = [&](std::size_t at) {
        return at < label.size() && std::isupper(static_cast<unsigned char>(label[at])) != 0;
    };
    if (is_upper(0) && !is_upper(1)) label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
}

std::string joined(const codes::Codebook& codebook, const std::vector<std::string>& keys, const char* between) {
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : between) + inside_a_sentence(label_of_key(codebook, key));
    return text;
}

std::string percent(double share) {
    return base::number(base::language(), share * 100, 0);
}

std::string interval_text(int part, int whole) {
    const analysis::Interval interval = analysis::wilson_interval(part, whole);
    return fmt::format(fmt::runtime(_("{}–{} % (Wilson interval, 95 %)")), percent(interval.low),
                       percent(interval.high));
}

std::string too_few(int few_below) {
    return fmt::format(fmt::runtime(_("Too few to say: fewer than {} times.")), few_below);
}

// Against everything that was coded there, the asked included.
std::string comparison(const PairCounts& counts) {
    const double overall = static_cast<double>(counts.then) / counts.all;
    const analysis::Interval interval = analysis::wilson_interval(counts.both, counts.given);
    const char* const verdict = overall < interval.low    ? _("more often than overall")
                                : overall > interval.high ? _("less often than overall")
                                                          : _("the difference can be chance");
    return fmt::format(fmt::runtime(_("{}, overall {} %: {}.")), interval_text(counts.both, counts.given),
                       percent(overall), verdict);
}

std::string left_out(const PairCounts& counts) {
    const int others = counts.times - counts.given;
    if (others <= 0) return {};
    const bool is_client = counts.then_side == codes::Side::Client;
    const char* const one = is_client ? N_("Left out: {} time when no code of the client came there.")
                                      : N_("Left out: {} time when no code of the professional came there.");
    const char* const more = is_client ? N_("Left out: {} times when no code of the client came there.")
                                       : N_("Left out: {} times when no code of the professional came there.");
    return " " + fmt::format(fmt::runtime(others == 1 ? _(one) : _(more)), others);
}

std::string given_name(const codes::Codebook& codebook, const codes::Pair& pair) {
    const std::string name = names_of(codebook, pair.given);
    if (pair.after.empty()) return name;
    return fmt::format(fmt::runtime(_("{} (right after {})")), name, names_of(codebook, pair.after));
}

const char* pattern_of(const PairCounts& counts) {
    if (counts.pair.within) return _("Within {5} s after {0} came {1} {2} of {3} times; overall {4}.");
    if (counts.pair.lag > 1) return _("Counted {6} codes on from {0} stood {1} {2} of {3} times; overall {4}.");
    if (counts.given_side == counts.then_side) return _("After {0} came {1} {2} of {3} times; overall {4}.");
    if (counts.then_side == codes::Side::Client)
        return _("After {0} the client answered with {1} {2} of {3} times; overall {4}.");
    return _("After {0} the professional answered with {1} {2} of {3} times; overall {4}.");
}

std::string distribution_text(const codes::Codebook& codebook, const PairCounts& counts) {
    constexpr std::size_t kNamed = 3;
    auto most = counts.distribution;
    std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string named;
    for (std::size_t i = 0; i < std::min(kNamed, most.size()) && most[i].second > 0; ++i)
        named += fmt::format("{}{} ({})", named.empty() ? "" : ", ", inside_a_sentence(most[i].first), most[i].second);
    return fmt::format(fmt::runtime(counts.then_side == codes::Side::Client
                                        ? _("After {} ({} times) the client most often came with {}.")
                                        : _("After {} ({} times) the professional most often came with {}.")),
                       given_name(codebook, counts.pair), counts.given, named);
}

std::string not_there(const codes::Codebook& codebook, const codes::Pair& pair, int times) {
    const std::string name = given_name(codebook, pair);
    if (times == 0) return fmt::format(fmt::runtime(_("Not coded here: {}.")), name);
    return fmt::format(fmt::runtime(_("Nothing was coded there after {}.")), name);
}

}  // namespace

std::string label_of_key(const codes::Codebook& codebook, const std::string& key) {
    if (const codes::Code* code = codebook.find(key)) return code->label.in(base::language());
    if (const codes::Group* group = codebook.find_group(key)) return group->label.in(base::language());
    return key;
}

std::string short_label_of_key(const codes::Codebook& codebook, const std::string& key) {
    const codes::Code* code = codebook.find(key);
    const std::string text = code ? code->short_label.in(base::language()) : std::string();
    return text.empty() ? label_of_key(codebook, key) : text;
}

std::string labels_of(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    return joined(codebook, keys, ", ");
}

std::string names_of(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    return joined(codebook, keys, _(" or "));
}

std::string sentence_of(const codes::Codebook& codebook, const PairCounts& counts) {
    if (counts.given == 0) return not_there(codebook, counts.pair, counts.times);
    if (counts.pair.then.empty()) return distribution_text(codebook, counts);
    const std::string overall = fmt::format(fmt::runtime(_("{} of {}")), counts.then, counts.all);
    return fmt::format(fmt::runtime(pattern_of(counts)), given_name(codebook, counts.pair),
                       names_of(codebook, counts.pair.then), counts.both, counts.given, overall,
                       counts.pair.within ? base::number(base::language(), counts.pair.within->seconds(), 0) : "",
                       counts.pair.lag);
}

std::string certainty_of(const PairCounts& counts) {
    if (counts.given == 0) return {};
    const bool has_interval = !counts.pair.then.empty() && counts.given >= std::max(1, counts.pair.few_below);
    std::string text;
    if (counts.given < counts.pair.few_below)
        text = too_few(counts.pair.few_below);
    else if (has_interval)
        text = comparison(counts);
    return text + left_out(counts);
}

std::string sentence_of(const codes::Codebook& codebook, const OrderCounts& counts) {
    if (counts.times == 0) return not_there(codebook, counts.pair, 0);
    return fmt::format(fmt::runtime(counts.pair.then.size() == 1
                                        ? _("Of {1} times {0}, {2} came before {3} had been heard.")
                                        : _("Of {1} times {0}, {2} came before all of these had been heard: {3}.")),
                       names_of(codebook, counts.pair.given), counts.times, counts.early,
                       labels_of(codebook, counts.pair.then));
}

std::string certainty_of(const OrderCounts& counts) {
    if (counts.times == 0) return {};
    if (counts.times < counts.pair.few_below) return too_few(counts.pair.few_below);
    return interval_text(counts.early, counts.times) + ".";
}

}  // namespace app
