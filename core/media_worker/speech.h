// The speech of one track: where there is a voice in each channel, and how loud it is, sent in parts as it is heard.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/survey.h"

namespace media_worker {

void send_speech(Window& window, Survey& survey, const protocol::Speech& request);

}  // namespace media_worker
