#include "report/certificate.h"

#include "base/put_in.h"
#include "base/text.h"
#include "report/kappa_words.h"
#include "report/wording.h"

#include <fmt/format.h>

namespace report {

namespace {

using base::Language;
using base::put_in;

std::string number(Language language, const std::optional<double>& value) {
    return value ? base::number(language, *value, 2) : base::translate(language, "n/a");
}

std::string conversations_text(std::size_t count, Language language) {
    return put_in(base::translate(language, "{} conversation", "{} conversations", static_cast<unsigned long>(count)),
                  count);
}

std::string sentence(const CertificateSources& sources, Language language) {
    const analysis::Agreement& numbers = sources.agreement;
    return put_in(base::translate(language,
                                  "Of the {} moments in {} that the gold coding or {} has, both have the same code in "
                                  "{} and different codes in {}; the gold coding alone has {}, {} alone has {}."),
                  numbers.matched + numbers.only_first + numbers.only_second,
                  conversations_text(sources.conversations, language), sources.coder, numbers.same_code,
                  numbers.matched - numbers.same_code, numbers.only_first, sources.coder, numbers.only_second);
}

std::string row_remark(const analysis::LabelAgreement& label, Language language) {
    if (label.both + label.only_first + label.only_second < analysis::kFewMoments)
        return base::translate(language, "too few to say");
    if (!label.cohen_kappa) return {};
    const std::string word = band_word(language, *label.cohen_kappa);
    if (!label.cohen_interval) return word;
    return put_in(base::translate(language, "{} to {}"), number(language, label.cohen_interval->low),
                  number(language, label.cohen_interval->high)) +
           " · " + word;
}

CertificateRow row_of(const codes::Codebook& codebook, const analysis::LabelAgreement& label, Language language) {
    const codes::Code* code = codebook.find(label.label);
    return {.label = base::to_valid_utf8(code != nullptr ? code->label.in(language) : label.label),
            .colour = code != nullptr ? code->colour : codes::Colour{},
            .gold = std::to_string(label.counts.at(0)),
            .coder = std::to_string(label.counts.at(1)),
            .both = std::to_string(label.both),
            .kappa = number(language, label.cohen_kappa),
            .remark = row_remark(label, language)};
}

// In the order of the codebook, as the pad has them; what it does not have comes last.
std::vector<CertificateRow> rows_of(const CertificateSources& sources, Language language) {
    std::vector<CertificateRow> rows;
    const auto add = [&](const analysis::LabelAgreement& label) {
        rows.push_back(row_of(sources.codebook, label, language));
    };
    for (const codes::Code& code : sources.codebook.codes)
        for (const analysis::LabelAgreement& label : sources.agreement.labels)
            if (label.label == code.key) add(label);
    for (const analysis::LabelAgreement& label : sources.agreement.labels)
        if (sources.codebook.find(label.label) == nullptr) add(label);
    return rows;
}

std::string tolerance_text(base::Time tolerance, Language language) {
    const bool is_whole = tolerance.microseconds % base::seconds(1).microseconds == 0;
    return put_in(base::translate(language, "{} s"), base::number(language, tolerance.seconds(), is_whole ? 0 : 1));
}

std::string curve_text(const CertificateSources& sources, Language language) {
    std::string text = base::translate(language, "Kappa by tolerance:");
    for (const auto& [tolerance, kappa] : sources.curve)
        text += " " + tolerance_text(tolerance, language) + " " + number(language, kappa) + ";";
    return text;
}

std::vector<std::string> method_lines(const CertificateSources& sources, Language language) {
    return {
        put_in(base::translate(language, "Gold coding by {}."), fmt::join(sources.gold_coders, ", ")),
        put_in(base::translate(language,
                               "Codebook {}, version {}. Two codes can be one moment when they begin at most {} "
                               "apart; moments are paired so that as many as possible have the same code."),
               base::to_valid_utf8(sources.codebook.title.in(language)), sources.codebook.version,
               tolerance_text(sources.tolerance, language)),
        base::translate(
            language,
            "Kappa is Cohen's: agreement beyond chance, where 1 is always and 0 what chance alone would give. By "
            "code it is that code against everything else, with its 95 % interval (Fleiss, Cohen & Everitt 1969), "
            "which takes moments as independent and so is somewhat too narrow."),
        put_in(base::translate(language, "Where a code stands at fewer than {} moments it is too few to say."),
               analysis::kFewMoments),
        base::translate(language,
                        "This page says how far these codings agree. It is no pass mark, and it says nothing of other "
                        "conversations, other codebooks, or how well anybody speaks with clients.")};
}

}  // namespace

Certificate make_certificate(const CertificateSources& sources, Language language) {
    const std::optional<double>& kappa = sources.agreement.cohen_kappa;
    const std::string day = date_text(language, base::to_iso8601(sources.made));
    const std::string codebook =
        base::to_valid_utf8(sources.codebook.title.in(language)) + " " + sources.codebook.version;
    Certificate certificate;
    certificate.language = language;
    certificate.title = base::translate(language, "Test against gold");
    certificate.coder = base::to_valid_utf8(sources.coder);
    certificate.subtitle = codebook + " · " + conversations_text(sources.conversations, language) + " · " + day;
    certificate.kappa = number(language, kappa);
    certificate.kappa_name = base::translate(language, "kappa by events");
    certificate.kappa_remark = kappa ? put_in(base::translate(language, "often called {}"), band_text(language, *kappa))
                                     : base::translate(language, "nothing to compare yet");
    certificate.sentence = base::to_valid_utf8(sentence(sources, language));
    certificate.caution = band_caution(language);
    certificate.rows_heading = base::translate(language, "By code");
    certificate.curve_heading = base::translate(language, "How much hangs on the tolerance");
    certificate.method_heading = base::translate(language, "What this is and what it is not");
    certificate.heads = {
        .label = base::translate(language, "Code"),
        .colour = {},
        .gold = base::translate(language, "Gold"),
        .coder = certificate.coder,
        .both = base::translate(language, "Both"),
        .kappa = base::translate(language, "Kappa"),
        .remark = base::translate(language, "95 % interval, and what it is often called (Landis & Koch 1977)")};
    certificate.rows = rows_of(sources, language);
    certificate.curve.chosen = sources.tolerance;
    certificate.curve.language = language;
    for (const auto& [tolerance, value] : sources.curve) certificate.curve.points.emplace_back(tolerance, value);
    certificate.curve_text = curve_text(sources, language);
    for (const std::string& line : method_lines(sources, language))
        certificate.method.push_back(base::to_valid_utf8(line));
    certificate.footer = {put_in(base::translate(language, "Made with Terugblik {}. {}, {}."), TERUGBLIK_VERSION,
                                 certificate.coder, day)};
    certificate.made = sources.made;
    return certificate;
}

}  // namespace report
