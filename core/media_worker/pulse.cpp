#include "media_worker/pulse.h"

#include "media_worker/shared_memory.h"

#include <cstddef>

namespace media_worker {

namespace {

media::protocol::Pulse nobody_looks;
media::protocol::Pulse* pulse = &nobody_looks;

}  // namespace

void start_pulse(SharedMemory& memory) {
    auto* const bytes = reinterpret_cast<std::uint8_t*>(&memory.sound());
    pulse = reinterpret_cast<media::protocol::Pulse*>(bytes + media::protocol::kPulseAt);
}

void make_step(media::protocol::Part part) {
    pulse->steps[static_cast<std::size_t>(part)].fetch_add(1, std::memory_order_relaxed);
}

Reading::Reading() {
    pulse->reading.fetch_add(1, std::memory_order_relaxed);
}
Reading::~Reading() {
    pulse->reading.fetch_sub(1, std::memory_order_relaxed);
}

}  // namespace media_worker
