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

std::string extent_text(const library::CodingSummary& coding) {
    const auto count = static_cast<unsigned long>(coding.events);
    return base::to_iso8601(coding.created).substr(0, 10) + " · " +
           fmt::format(fmt::runtime(base::translate(base::language(), "{} code", "{} codes", count)), coding.events);
}

}  // namespace app
