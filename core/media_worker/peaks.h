// The whole sound of a track as peaks, sent in parts while it is read.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/survey.h"

namespace media_worker {

void send_peaks(Window& window, Survey& survey, const protocol::Peaks& request);

}  // namespace media_worker
