#include "library/codebook_choices.h"

#include "library/checks.h"

#include <algorithm>
#include <utility>

namespace library {

std::vector<codes::Codebook> newest_codebooks(Library& library) {
    std::vector<codes::Codebook> newest = codes::shipped_codebooks();
    for (codes::Codebook& kept : library.codebooks()) {
        const auto same = std::find_if(newest.begin(), newest.end(),
                                       [&](const codes::Codebook& each) { return each.key == kept.key; });
        if (same == newest.end()) newest.push_back(std::move(kept));
        // Of one version the library's: what codings use already.
        else if (!is_older_version(kept.version, same->version))
            *same = std::move(kept);
    }
    return newest;
}

}  // namespace library
