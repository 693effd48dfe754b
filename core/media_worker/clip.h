// Cuts a stretch out of the recording and writes it as a file of its own.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/survey.h"

namespace media_worker {

void write_clip(Window& window, Survey& survey, const protocol::Clip& request);

}  // namespace media_worker
