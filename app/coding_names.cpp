#include "app/coding_names.h"

#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

std::string codebook_name(const library::CodingSummary& coding) {
    return coding.codebook_key + " " + coding.codebook_version;
}

std::string codebook_text(const Model& model, const library::CodingSummary& coding) {
    const auto title = model.codebook_titles.find(codebook_name(coding));
    if (title == model.codebook_titles.end()) return codebook_name(coding);
    return title->second.in(base::language()) + " " + coding.codebook_version;
}

namespace {

std::string purpose_text(codes::Purpose purpose) {
    switch (purpose) {
        case codes::Purpose::Gold:
            return std::string(" · ") + _("gold");
        case codes::Purpose::Consensus:
            return std::string(" · ") + _("consensus");
        default:
            return {};
    }
}

}  // namespace

std::string extent_text(const library::CodingSummary& coding) {
    const auto count = static_cast<unsigned long>(coding.events);
    return base::to_iso8601(coding.created).substr(0, 10) + " · " +
           fmt::format(fmt::runtime(base::translate(base::language(), "{} code", "{} codes", count)), coding.events) +
           purpose_text(coding.purpose);
}

}  // namespace app
