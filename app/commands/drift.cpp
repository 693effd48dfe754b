// terugblik drift [--coder NAME] [--codebook KEY]: whether coders still code as before, by quarter, from what they
// coded again without seeing the earlier codes.
#include "app/commands/find.h"
#include "app/drift_desk.h"
#include "base/text.h"

#include <fmt/format.h>
#include <set>
#include <utility>

namespace commands {

namespace {

struct DriftArguments {
    std::string coder, codebook;
    std::optional<base::Time> tolerance;
};

std::string name_of(const analysis::Quarter& quarter) {
    return fmt::format("{}-Q{}", quarter.year, quarter.number);
}

// Who coded again, by which codebook.
std::set<std::pair<std::string, std::string>> who_and_what(library::Library& library, const DriftArguments& arguments) {
    std::set<std::pair<std::string, std::string>> found;
    for (const library::Recoding& recoding : library.recodings().all()) {
        const auto coding = library.coding(recoding.coding);
        if (!coding || recoding.state != library::RecodingState::Done) continue;
        if (!arguments.coder.empty() && coding->coder != arguments.coder) continue;
        if (!arguments.codebook.empty() && coding->codebook_key != arguments.codebook) continue;
        found.emplace(coding->coder, coding->codebook_key);
    }
    return found;
}

Json quarter_json(const analysis::QuarterAgreement& quarter) {
    const analysis::Agreement& numbers = quarter.agreement;
    Json per_code = Json::object();
    for (const analysis::LabelAgreement& label : numbers.labels)
        per_code[label.label] = {{"then", label.counts[0]},
                                 {"now", label.counts[1]},
                                 {"both", label.both},
                                 {"cohen_kappa", or_null(label.cohen_kappa)}};
    return {{"quarter", name_of(quarter.quarter)},
            {"conversations", numbers.conversations},
            {"moments", numbers.moments},
            {"same_code", numbers.same_code},
            {"matched", numbers.matched},
            {"only_then", numbers.only_first},
            {"only_now", numbers.only_second},
            {"cohen_kappa", or_null(numbers.cohen_kappa)},
            {"too_few", quarter.few},
            {"per_code", std::move(per_code)}};
}

std::string line_of(const analysis::QuarterAgreement& quarter) {
    const auto& kappa = quarter.agreement.cohen_kappa;
    return fmt::format("  {}  {:>4}  {:>6}  {:>8}{}\n", name_of(quarter.quarter), quarter.agreement.conversations,
                       quarter.agreement.moments, kappa ? base::number(base::language(), *kappa, 3) : _("n/a"),
                       quarter.few ? std::string("  ") + _("too few to say") : "");
}

Answer drift(const Common& common, const DriftArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const base::Time tolerance = arguments.tolerance.value_or(base::seconds(2));
    Answer answer{.json = Json::array(), .text = {}, .failure = {}};
    for (const auto& [coder, codebook] : who_and_what(library, arguments)) {
        Json quarters = Json::array();
        answer.text += fmt::format("{}  {}\n", coder, codebook);
        for (const analysis::QuarterAgreement& quarter :
             analysis::agreement_by_quarter(app::coded_again(library, coder, codebook), tolerance)) {
            quarters.push_back(quarter_json(quarter));
            answer.text += line_of(quarter);
        }
        answer.json.push_back({{"coder", coder},
                               {"codebook", codebook},
                               {"tolerance_us", tolerance.microseconds},
                               {"quarters", std::move(quarters)}});
    }
    if (answer.text.empty())
        answer.text = std::string(_("Nothing was coded again, silently, and finished yet. The Agreement screen offers "
                                    "old conversations for it.")) +
                      "\n";
    return answer;
}

}  // namespace

void add_drift(Menu& menu) {
    const auto arguments = std::make_shared<DriftArguments>();
    menu.add("drift", _("Whether coders still code as before, by quarter: what they coded again without seeing it"),
             [arguments](const Common& common) { return drift(common, *arguments); })
        .option("--coder", arguments->coder, _("of this coder only"))
        .option("--codebook", arguments->codebook, _("by this codebook only"))
        .option("--tolerance", arguments->tolerance, _("how far apart two codes may be the same moment (2 seconds)"));
}

}  // namespace commands
