// terugblik sequence (CODING... | --where TAG=VALUE): what came after what, pooled over codings.
#include "analysis/following.h"
#include "app/commands/chosen_codings.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace commands {

namespace {

struct SequenceArguments {
    std::vector<std::string> codings, where;
    std::string rows = "professional", columns = "client", given, then;
    int lag = 1;
    int lags = 0;
    std::optional<base::Time> within;
    std::string repeats = "possible", pool = "all";

    bool has_repeats() const { return repeats == "possible"; }
};

void require_key(const codes::Codebook& codebook, const std::string& key) {
    if (codebook.find(key) == nullptr && codebook.find_group(key) == nullptr)
        throw base::Error(
            fmt::format(fmt::runtime(_("“{}”: the codebook {} has no such code or group.")), key, codebook.key));
}

using analysis::Axis;

// Codes of a side, or the codes and groups that are named.
Axis axis_for(const codes::Codebook& codebook, const std::string& wanted) {
    if (wanted == "all") return analysis::axis_of_side(codebook, {});
    if (wanted == "client") return analysis::axis_of_side(codebook, codes::Side::Client);
    if (wanted == "professional") return analysis::axis_of_side(codebook, codes::Side::Professional);
    std::vector<std::string> keys;
    std::istringstream list(wanted);
    for (std::string key; std::getline(list, key, ',');) keys.push_back(key);
    for (const std::string& key : keys) require_key(codebook, key);
    return analysis::axis_of_keys(codebook, keys);
}

Axis pair_axis(const codes::Codebook& codebook, const std::string& key) {
    require_key(codebook, key);
    Axis axis = analysis::axis_of_asked(codebook, {{key}}, analysis::Rest::Together);
    axis.keys.front() = key;
    return axis;
}

// A code after itself, where codes cannot repeat.
analysis::Cells repeats(const Axis& rows, const Axis& columns) {
    analysis::Cells cells(rows.keys.size(), std::vector<bool>(columns.keys.size()));
    for (std::size_t r = 0; r < rows.keys.size(); ++r)
        for (std::size_t c = 0; c < columns.keys.size(); ++c) cells[r][c] = rows.keys[r] == columns.keys[c];
    return cells;
}

struct Counted {
    std::vector<analysis::Followed> pairs;
    analysis::Matrix counts;
    analysis::Transitions figures;
};

Counted counted(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings, const Axis& rows,
                const Axis& columns, const SequenceArguments& arguments, int lag) {
    Counted result;
    result.pairs =
        analysis::followed(codebook, codings, rows, columns, {static_cast<std::size_t>(lag), arguments.within});
    const analysis::Cells impossible = arguments.has_repeats() ? analysis::Cells{} : repeats(rows, columns);
    if (!arguments.has_repeats())
        std::erase_if(result.pairs, [&](const auto& pair) { return impossible[pair.row][pair.column]; });
    result.counts = analysis::counts_of(result.pairs, rows, columns);
    result.figures = analysis::transitions(result.counts, impossible);
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

std::string table_text(const Axis& rows, const Axis& columns, const Counted& found) {
    const analysis::Transitions& result = found.figures;
    std::string text = fmt::format("  {:<28}", "");
    for (const std::string& column : columns.keys) text += fmt::format("{:>26}", column);
    text += "\n";
    for (std::size_t r = 0; r < rows.keys.size(); ++r) {
        text += fmt::format("  {:<28}", rows.keys[r]);
        for (std::size_t c = 0; c < columns.keys.size(); ++c)
            text += fmt::format("{:>26}", fmt::format("{} ({}; z {})", static_cast<std::int64_t>(found.counts[r][c]),
                                                      number_text(result.probability[r][c], 2),
                                                      number_text(result.adjusted_residual[r][c], 2)));
        text += "\n";
    }
    if (result.few_expected) text += std::string("  ") + _("Some cells expect fewer than 5: z is rough there.") + "\n";
    return text;
}

// "After A came B 7 of 9 times; overall 12 of 60."
std::string sentence(const SequenceArguments& arguments, const analysis::Matrix& counts, double total) {
    return fmt::format(fmt::runtime(_("After {} came {} {} of {} times; overall {} of {}.")), arguments.given,
                       arguments.then, counts[0][0], counts[0][0] + counts[0][1], counts[0][0] + counts[1][0], total) +
           "\n";
}

Json pair_json(const SequenceArguments& arguments, const Counted& found) {
    const double total = found.figures.total;
    Json moments = Json::array();
    for (const analysis::Followed& pair : found.pairs)
        if (pair.row == 0 && pair.column == 0)
            moments.push_back({{"coding", pair.coding->id.text},
                               {"first_us", pair.first->at.microseconds},
                               {"second_us", pair.second->at.microseconds}});
    const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
    return {{"given", arguments.given},
            {"then", arguments.then},
            {"count", whole(found.counts[0][0])},
            {"given_total", whole(found.counts[0][0] + found.counts[0][1])},
            {"then_total", whole(found.counts[0][0] + found.counts[1][0])},
            {"total", whole(total)},
            {"moments", std::move(moments)}};
}

Json figures_json(const Counted& found) {
    const analysis::Transitions& figures = found.figures;
    return {{"counts", counts_json(found.counts)},
            {"total", static_cast<std::int64_t>(figures.total)},
            {"probability", table_json(figures.probability)},
            {"expected", table_json(figures.expected)},
            {"adjusted_residual", table_json(figures.adjusted_residual)},
            {"odds_ratio", table_json(figures.odds_ratio)},
            {"yules_q", table_json(figures.yules_q)},
            {"likelihood_ratio", figures.likelihood_ratio},
            {"degrees_of_freedom", figures.degrees_of_freedom},
            {"chance", figures.chance},
            {"few_expected", figures.few_expected}};
}

Answer sequence(const Common& common, const SequenceArguments& arguments) {
    if (arguments.given.empty() != arguments.then.empty())
        throw UsageError(_("--given and --then belong together: say what came first and what came after it"));
    if (arguments.lags > 0 && arguments.within)
        throw UsageError(_("--lags and --within do not go together: it is either codes later, or time"));
    library::SqliteLibrary library = existing_library(common);
    const ChosenCodings chosen = choose_codings(library, arguments.codings, arguments.where);
    const bool one_pair = !arguments.given.empty();
    const codes::Codebook& codebook = chosen.codebook;
    const Axis rows = one_pair ? pair_axis(codebook, arguments.given) : axis_for(codebook, arguments.rows);
    const Axis columns = one_pair ? pair_axis(codebook, arguments.then) : axis_for(codebook, arguments.columns);
    std::vector<const codes::Coding*> codings;
    for (const codes::Coding& coding : chosen.codings) codings.push_back(&coding);
    const Counted found = counted(codebook, codings, rows, columns, arguments, arguments.lag);
    Answer answer;
    answer.json = {{"codings", codings.size()},
                   {"codebook", codebook.key},
                   {"lag", arguments.within ? Json(nullptr) : Json(arguments.lag)},
                   {"within_us", arguments.within ? Json(arguments.within->microseconds) : Json(nullptr)},
                   {"rows", rows.keys},
                   {"columns", columns.keys}};
    answer.json.update(figures_json(found));
    if (one_pair) {
        answer.json["pair"] = pair_json(arguments, found);
        answer.text = sentence(arguments, found.counts, found.figures.total);
    }
    answer.text += table_text(rows, columns, found);
    for (int lag = 1; lag <= arguments.lags; ++lag) {
        const Counted later = counted(codebook, codings, rows, columns, arguments, lag);
        Json json = {{"lag", lag}};
        json.update(figures_json(later));
        if (one_pair) json["pair"] = pair_json(arguments, later);
        answer.json["lags"].push_back(std::move(json));
        answer.text += "\n" + fmt::format(fmt::runtime(_("Lag {}")), lag) + "\n" +
                       (one_pair ? sentence(arguments, later.counts, later.figures.total) : "") +
                       table_text(rows, columns, later);
    }
    if (arguments.pool == "all") return answer;
    for (const codes::Coding* coding : codings) {
        const Counted one = counted(codebook, {coding}, rows, columns, arguments, arguments.lag);
        Json json = {{"coding", coding->id.text}, {"coder", coding->coder}};
        json.update(figures_json(one));
        answer.json["each"].push_back(std::move(json));
        answer.text += fmt::format("\n{} ({})\n", coding->id.text, coding->coder) + table_text(rows, columns, one);
    }
    return answer;
}

}  // namespace

void add_sequence(Menu& menu) {
    const auto arguments = std::make_shared<SequenceArguments>();
    menu.add("sequence", _("What came after what, pooled over codings, against what chance would do"),
             [arguments](const Common& common) { return sequence(common, *arguments); })
        .arguments("CODING", arguments->codings, _("codings, by id or by conversation"), Need::Optional)
        .option("--where", arguments->where, _("instead: all codings of conversations with this TAG=VALUE"))
        .option("--rows", arguments->rows, _("what comes first: professional, client, all, or codes and groups: a,b"))
        .option("--columns", arguments->columns, _("what comes after it, likewise"))
        .choice("--repeats", arguments->repeats, {"possible", "impossible"},
                _("whether a code can come after itself; impossible: such pairs are left out, and not expected"))
        .choice("--pool", arguments->pool, {"all", "each"}, _("all codings together; each: and each by itself"))
        .option("--lag", arguments->lag, 1, 100, _("how many codes later; 1 is the next"))
        .option("--lags", arguments->lags, 0, 100, _("besides: the same at each lag from 1 to this"))
        .option("--within", arguments->within, _("instead: the first code that comes within this time"))
        .option("--given", arguments->given, _("one code or group that comes first"))
        .option("--then", arguments->then, _("one code or group that comes after it"));
}

}  // namespace commands
