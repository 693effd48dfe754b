// AnnoMI's tables of transcribed and coded demonstrations (github.com/uccollab/AnnoMI), the simple one and the full
// one: a line for each utterance and annotator, with the second at which it starts. The values of its columns are taken
// for keys of the codebook's codes and of the values of their attributes; no other meaning is given to them.
#pragma once

#include "exchange/coded_table.h"

#include <string>

namespace exchange {

// A coder is "AnnoMI", or "AnnoMI 3" for annotator 3; tags are transcript, quality, topic and url; a turn ends where
// the next begins, and the last has no length. Utterances keep their order: one that starts before the one in front of
// it, or at a time that cannot be read, gets the time of that one, and is listed. Throws base::Error that names the
// file when it is not such a table.
CodedTable read_annomi(const std::string& path, const codes::Codebook& codebook);

}  // namespace exchange
