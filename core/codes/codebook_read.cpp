#include "codes/codebook_parts.h"
#include "codes/codebook_references.h"

namespace codes {

namespace {

template <class T>
std::vector<T> read_all(const Place& top, const char* list, T (*read)(const Place&)) {
    std::vector<T> all;
    top.each(list, [&](const Place& place) { all.push_back(read(place)); });
    return all;
}

}  // namespace

Codebook parse_codebook(const std::string& json, const std::string& where) {
    const Json document = parse_document(json, where);
    const Place top(document, where);
    top.allow_only({"key",        "version",        "title",          "use",      "source",    "codes",
                    "groups",     "attributes",     "ratings",        "measures", "rules",     "counting",
                    "checklists", "phases",         "permission",     "hints",    "coverages", "curves",
                    "pairs",      "self_questions", "self_estimates", "quotes",   "quotes_by"});
    Codebook codebook;
    codebook.json = json;
    codebook.key = top.key("key");
    codebook.version = top.key("version");
    codebook.title = top.words("title");
    codebook.use = top.words_or_none("use");
    codebook.source = top.words_or_none("source");
    codebook.attributes = read_all(top, "attributes", read_attribute);
    codebook.groups = read_all(top, "groups", read_group);
    codebook.codes = read_all(top, "codes", read_code);
    if (codebook.codes.empty()) top.refuse(_("a codebook needs at least one code in “codes”."));
    codebook.ratings = read_all(top, "ratings", read_rating);
    codebook.measures = read_all(top, "measures", read_measure);
    codebook.rules = read_all(top, "rules", read_rule);
    if (top.has("counting")) {
        codebook.counting =
            one_of<Counting>(top, "counting", {{"events", Counting::Events}, {"volleys", Counting::Volleys}});
    }
    codebook.checklists = read_all(top, "checklists", read_checklist);
    codebook.phases = read_all(top, "phases", read_phase);
    if (top.has("permission")) codebook.permission = read_permission(top.at("permission"));
    codebook.hints = read_all(top, "hints", read_hint);
    codebook.coverages = read_all(top, "coverages", read_coverage);
    codebook.curves = read_all(top, "curves", read_curve);
    codebook.pairs = read_all(top, "pairs", read_pair);
    codebook.self_questions = read_all(top, "self_questions", read_self_question);
    codebook.self_estimates = read_all(top, "self_estimates", read_self_estimate);
    codebook.quotes = top.texts("quotes");
    codebook.quotes_by = top.text_or("quotes_by", "");
    check_references(top, codebook);
    return codebook;
}

}  // namespace codes
