// Writes stretches of the recording, one after the other, as a file of their own.
#pragma once

#include "media_worker/clip_plan.h"
#include "media_worker/messages.h"
#include "media_worker/survey.h"

namespace media_worker {

void write_clip(Window& window, Survey& survey, const ClipPlan& plan);

}  // namespace media_worker
