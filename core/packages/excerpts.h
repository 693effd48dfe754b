// Excerpts: stretches of a recording that are cut anew for one package, decoded, masked and encoded again, without
// metadata. On the other side each is a recording of the conversation that begins at its offset and plays where the
// whole is not at hand (library/excerpts.h).
#pragma once

#include "base/id.h"
#include "base/job.h"
#include "base/owned_fd.h"
#include "library/library.h"
#include "media/masks.h"

#include <string>
#include <vector>

namespace packages {

using Masks = media::Masks;

bool masks_anything(const Masks& masks);

struct Excerpt {
    base::Id id;  // of the recording that it will be
    std::string recording;
    base::Span span;
    Masks masks;
};

// The file of an excerpt. It has no name, so nothing of it is left when the program ends.
class CutExcerpt {
public:
    // Throws base::Error, also where the work is cancelled.
    CutExcerpt(const Excerpt& excerpt, const base::Progress& progress);

    std::string path() const;                                              // as long as this lives
    const library::Recording& as_recording() const { return recording_; }  // without a path

private:
    base::OwnedFd file_;
    library::Recording recording_;
};

}  // namespace packages
