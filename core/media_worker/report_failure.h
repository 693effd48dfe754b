// The top of every thread: what goes wrong below becomes a message to the window.
#pragma once

#include "base/text.h"
#include "media_worker/libav.h"
#include "media_worker/messages.h"

#include <new>
#include <string>

namespace media_worker {

template <class Work>
void report_failure(Window& window, Work work) {
    std::string text;
    try {
        work();
        return;
    } catch (const Failure& failure) {
        text = failure.what();
    } catch (const std::bad_alloc&) {
        text = "out_of_memory:";
    } catch (const std::exception& error) {
        text = std::string("inside:") + error.what();
    }
    window.send(Kind::Failed, base::to_valid_utf8(text));
}

}  // namespace media_worker
