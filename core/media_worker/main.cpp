// terugblik-media: the only program that touches libav. Locks itself in, says Ready, and serves one window.
#include "media_worker/messages.h"
#include "media_worker/pulse.h"
#include "media_worker/report_failure.h"
#include "media_worker/sandbox.h"
#include "media_worker/session.h"
#include "media_worker/shared_memory.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace {

constexpr int kSocket = 3;
constexpr int kSharedMemory = 5;

bool wants_sandbox() {
    const char* said = std::getenv("TERUGBLIK_SANDBOX");
    return said == nullptr || std::string_view(said) != "off";
}

}  // namespace

int main() {
    using namespace media_worker;
    close_other_descriptors();
    Window window(kSocket);
    report_failure(window, [&] {
        SharedMemory memory(kSharedMemory);
        start_pulse(memory);
        warm_up();
        const Lock lock = wants_sandbox() ? lock_in() : Lock{};
        window.send(Kind::Ready, protocol::Ready{.sandboxed = lock.sandboxed, .memory_bounded = lock.memory_bounded});
        Session session(window, memory);
        session.run();
        _exit(0);  // at once: whatever still decodes is of no use to anyone
    });
    _exit(0);
}
