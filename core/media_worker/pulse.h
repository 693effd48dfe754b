// Shows the window that work goes on, without a message: see protocol::Pulse.
#pragma once

#include "media/worker_protocol.h"

namespace media_worker {

class SharedMemory;

// Before any other thread runs.
void start_pulse(SharedMemory& memory);
void make_step(media::protocol::Part part);

// While it lives, this thread waits for the file.
class Reading {
public:
    Reading();
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
};

}  // namespace media_worker
