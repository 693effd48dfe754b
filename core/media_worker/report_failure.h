// The top of every thread: what goes wrong below becomes a message to the window. A job fails; of a recording that
// plays, one stream ends and the other goes on.
#pragma once

#include "base/text.h"
#include "media_worker/libav.h"
#include "media_worker/messages.h"

#include <new>
#include <string>

namespace media_worker {

// Does the work; what went wrong as a reason, or nothing.
template <class Work>
std::string reason_of_failure(Work work) {
    try {
        work();
        return {};
    } catch (const Failure& failure) {
        return base::to_valid_utf8(failure.what());
    } catch (const std::bad_alloc&) {
        return "out_of_memory:";
    } catch (const std::exception& error) {
        return base::to_valid_utf8(std::string("inside:") + error.what());
    }
}

template <class Work>
void report_failure(Window& window, Work work) {
    const std::string reason = reason_of_failure(work);
    if (!reason.empty()) window.send(Kind::Failed, reason);
}

// Returns whether it went well.
template <class Work>
bool end_stream_on_failure(Window& window, Kind end, std::uint32_t serial, Work work) {
    const std::string reason = reason_of_failure(work);
    if (reason.empty()) return true;
    const std::size_t colon = reason.find(':');
    window.warn(reason.substr(0, colon), colon == std::string::npos ? "" : reason.substr(colon + 1));
    window.send(end, protocol::SerialOnly{serial});
    return false;
}

}  // namespace media_worker
