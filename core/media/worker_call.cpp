#include "media/worker_call.h"

#include "base/error.h"
#include "media/worker_reasons.h"

#include <algorithm>

namespace media {

WorkerCall::WorkerCall(std::string path, const base::Progress* cancel, base::OwnedFd output, Share share)
    : path_(std::move(path)),
      cancel_(cancel),
      share_(share),
      recording_(base::open_for_reading(path_)),
      process_(recording_, std::move(output)) {}

std::optional<WorkerMessage> WorkerCall::next() {
    constexpr std::chrono::milliseconds kGlance{50};
    WorkerMessage message;
    auto last_heard = std::chrono::steady_clock::now();
    for (;;) {
        if (cancel_ != nullptr && cancel_->is_cancelled()) return {};
        switch (process_.receive(message, kGlance)) {
            case WorkerProcess::Heard::Message:
                if (!is_passed_over(message)) return message;
                last_heard = std::chrono::steady_clock::now();
                break;
            case WorkerProcess::Heard::Nothing:
                if (std::chrono::steady_clock::now() - last_heard > kPatience) fail("damaged");
                break;
            case WorkerProcess::Heard::Nonsense:
            case WorkerProcess::Heard::Gone:
                fail("damaged");
        }
    }
}

bool WorkerCall::is_passed_over(const WorkerMessage& message) const {
    switch (message.kind) {
        case protocol::Kind::Ready:
            if (message.as<protocol::Ready>().version != protocol::kVersion) fail("inside");
            return true;
        case protocol::Kind::Warning:
            return true;
        case protocol::Kind::Failed:
            fail(message.text);
        case protocol::Kind::Progress:
            if (cancel_ != nullptr) {
                const float fraction = message.as<protocol::Progress>().fraction;
                const float known = fraction >= 0 && fraction <= 1 ? fraction : 0;
                cancel_->report(share_.from + known * (share_.to - share_.from));
            }
            return true;
        default:
            return false;
    }
}

void WorkerCall::fail(std::string_view reason) const {
    throw base::Error(failure_sentence(reason, path_));
}

}  // namespace media
