// RecordingInfo as the JSON that the worker sends with Opened. Keys: duration_us, start_us, container, video
// {codec, width, height, rotation, average_fps, variable_rate} or null, audio [{codec, channels, sample_rate, title,
// language}], warnings [reason keys].
#pragma once

#include "media/recording_info.h"

#include <optional>
#include <string_view>

namespace media {

// Nothing when it is not such JSON or holds a value that no recording can have. Warnings are still reason keys.
std::optional<RecordingInfo> info_from_json(std::string_view json);

}  // namespace media
