// terugblik sequence (CODING... | --where TAG=VALUE): what came after what, pooled over codings.
#include "analysis/counted.h"
#include "analysis/sequences.h"
#include "app/commands/chosen_codings.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

struct Arguments {
    std::vector<std::string> codings, where;
    std::string rows = "professional", columns = "client", given, then;
    int lag = 1;
    std::optional<base::Time> within;
};

// What stands beside the table, and above it: codes of a side, or one code or group against the rest of its side.
struct Axis {
    std::vector<std::string> labels;
    std::function<int(const codes::Event&)> place;  // -1: not on this axis
};

bool is_on(const std::string& side, const codes::Code& code) {
    return side == "all" || (side == "client") == (code.side == codes::Side::Client);
}

Axis side_axis(const codes::Codebook& codebook, const std::string& side) {
    Axis axis;
    for (const codes::Code& code : codebook.codes)
        if (is_on(side, code)) axis.labels.push_back(code.key);
    axis.place = [labels = axis.labels](const codes::Event& event) {
        const auto found = std::find(labels.begin(), labels.end(), event.code);
        return found == labels.end() ? -1 : static_cast<int>(found - labels.begin());
    };
    return axis;
}

// The side of the first code that counts for the key.
std::string side_of(const codes::Codebook& codebook, const std::string& key) {
    for (const codes::Code& code : codebook.codes)
        if (code.key == key || std::find(code.groups.begin(), code.groups.end(), key) != code.groups.end())
            return code.side == codes::Side::Client ? "client" : "professional";
    throw base::Error(
        fmt::format(fmt::runtime(_("“{}”: the codebook {} has no such code or group.")), key, codebook.key));
}

Axis key_axis(const codes::Codebook& codebook, const std::string& key) {
    const std::string side = side_of(codebook, key);
    Axis axis;
    axis.labels = {key, "other"};
    axis.place = [&codebook, key, side](const codes::Event& event) {
        if (analysis::counts_for(codebook, event, key)) return 0;
        const codes::Code* code = codebook.find(event.code);
        return code != nullptr && is_on(side, *code) ? 1 : -1;
    };
    return axis;
}

struct Moment {
    base::Id coding;
    base::Time first, second;
};

struct Counted {
    analysis::Matrix counts;
    std::vector<Moment> moments;  // of the first row and column, for --given and --then
};

Counted counted(const std::vector<codes::Coding>& codings, const Axis& rows, const Axis& columns,
                const Arguments& arguments) {
    Counted result{analysis::Matrix(rows.labels.size(), std::vector<double>(columns.labels.size())), {}};
    for (const codes::Coding& coding : codings) {
        analysis::Sequence sequence;
        for (const codes::Event& event : coding.events)
            sequence.push_back({rows.place(event), columns.place(event), event.at});
        const auto pairs = arguments.within ? analysis::pairs_within(sequence, *arguments.within)
                                            : analysis::pairs_at_lag(sequence, static_cast<std::size_t>(arguments.lag));
        analysis::add_pairs(result.counts, sequence, pairs);
        if (arguments.given.empty()) continue;
        for (const analysis::Pair& pair : pairs)
            if (sequence[pair.first].row == 0 && sequence[pair.second].column == 0)
                result.moments.push_back({coding.id, sequence[pair.first].at, sequence[pair.second].at});
    }
    return result;
}

Json table_json(const analysis::Table<double>& table) {
    Json rows = Json::array();
    for (const auto& row : table) {
        Json cells = Json::array();
        for (const auto& cell : row) cells.push_back(cell ? Json(*cell) : Json(nullptr));
        rows.push_back(std::move(cells));
    }
    return rows;
}

Json counts_json(const analysis::Matrix& counts) {
    Json rows = Json::array();
    for (const auto& row : counts) {
        Json cells = Json::array();
        for (const double cell : row) cells.push_back(static_cast<std::int64_t>(cell));
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::string number_text(const std::optional<double>& value, int decimals) {
    return value ? base::number(base::language(), *value, decimals) : _("n/a");
}

std::string table_text(const Axis& rows, const Axis& columns, const Counted& found,
                       const analysis::Transitions& result) {
    std::string text = fmt::format("  {:<28}", "");
    for (const std::string& column : columns.labels) text += fmt::format("{:>26}", column);
    text += "\n";
    for (std::size_t r = 0; r < rows.labels.size(); ++r) {
        text += fmt::format("  {:<28}", rows.labels[r]);
        for (std::size_t c = 0; c < columns.labels.size(); ++c)
            text += fmt::format("{:>26}", fmt::format("{} ({}; z {})", static_cast<std::int64_t>(found.counts[r][c]),
                                                      number_text(result.probability[r][c], 2),
                                                      number_text(result.adjusted_residual[r][c], 2)));
        text += "\n";
    }
    if (result.few_expected) text += std::string("  ") + _("Some cells expect fewer than 5: z is rough there.") + "\n";
    return text;
}

// "After A came B 7 of 9 times; overall 12 of 60."
std::string sentence(const Arguments& arguments, const analysis::Matrix& counts, double total) {
    return fmt::format(fmt::runtime(_("After {} came {} {} of {} times; overall {} of {}.")), arguments.given,
                       arguments.then, counts[0][0], counts[0][0] + counts[0][1], counts[0][0] + counts[1][0], total) +
           "\n";
}

Json pair_json(const Arguments& arguments, const Counted& found, double total) {
    Json moments = Json::array();
    for (const Moment& moment : found.moments)
        moments.push_back({{"coding", moment.coding.text},
                           {"first_us", moment.first.microseconds},
                           {"second_us", moment.second.microseconds}});
    const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
    return {{"given", arguments.given},
            {"then", arguments.then},
            {"count", whole(found.counts[0][0])},
            {"given_total", whole(found.counts[0][0] + found.counts[0][1])},
            {"then_total", whole(found.counts[0][0] + found.counts[1][0])},
            {"total", whole(total)},
            {"moments", std::move(moments)}};
}

Answer sequence(const Common& common, const Arguments& arguments) {
    if (arguments.given.empty() != arguments.then.empty())
        throw UsageError(_("--given and --then belong together: say what came first and what came after it"));
    library::SqliteLibrary library = existing_library(common);
    const ChosenCodings chosen = choose_codings(library, arguments.codings, arguments.where);
    const bool one_pair = !arguments.given.empty();
    const Axis rows =
        one_pair ? key_axis(chosen.codebook, arguments.given) : side_axis(chosen.codebook, arguments.rows);
    const Axis columns =
        one_pair ? key_axis(chosen.codebook, arguments.then) : side_axis(chosen.codebook, arguments.columns);
    const Counted found = counted(chosen.codings, rows, columns, arguments);
    const analysis::Transitions result = analysis::transitions(found.counts);
    Answer answer;
    answer.json = {{"codings", chosen.codings.size()},
                   {"codebook", chosen.codebook.key},
                   {"lag", arguments.within ? Json(nullptr) : Json(arguments.lag)},
                   {"within_us", arguments.within ? Json(arguments.within->microseconds) : Json(nullptr)},
                   {"rows", rows.labels},
                   {"columns", columns.labels},
                   {"counts", counts_json(found.counts)},
                   {"total", static_cast<std::int64_t>(result.total)},
                   {"probability", table_json(result.probability)},
                   {"expected", table_json(result.expected)},
                   {"adjusted_residual", table_json(result.adjusted_residual)},
                   {"odds_ratio", table_json(result.odds_ratio)},
                   {"yules_q", table_json(result.yules_q)},
                   {"likelihood_ratio", result.likelihood_ratio},
                   {"degrees_of_freedom", result.degrees_of_freedom},
                   {"few_expected", result.few_expected}};
    if (one_pair) {
        answer.json["pair"] = pair_json(arguments, found, result.total);
        answer.text = sentence(arguments, found.counts, result.total);
    }
    answer.text += table_text(rows, columns, found, result);
    return answer;
}

}  // namespace

void add_sequence(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    const std::vector<std::string> sides = {"professional", "client", "all"};
    menu.add("sequence", _("What came after what, pooled over codings, against what chance would do"),
             [arguments](const Common& common) { return sequence(common, *arguments); })
        .arguments("CODING", arguments->codings, _("codings, by id or by conversation"), Need::Optional)
        .option("--where", arguments->where, _("instead: all codings of conversations with this TAG=VALUE"))
        .choice("--rows", arguments->rows, sides, _("whose codes come first"))
        .choice("--columns", arguments->columns, sides, _("whose codes come after them"))
        .option("--lag", arguments->lag, 1, 100, _("how many codes later; 1 is the next"))
        .option("--within", arguments->within, _("instead: the first code that comes within this time"))
        .option("--given", arguments->given, _("one code or group that comes first"))
        .option("--then", arguments->then, _("one code or group that comes after it"));
}

}  // namespace commands
