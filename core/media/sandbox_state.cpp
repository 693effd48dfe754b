#include "media/sandbox_state.h"

#include "base/error.h"
#include "base/i18n.h"
#include "media/worker_process.h"

namespace media {

std::string sandbox_state(const std::string& any_file) {
    WorkerProcess worker(base::open_for_reading(any_file));
    WorkerMessage message;
    const auto heard = worker.receive(message, std::chrono::seconds(10));
    if (heard != WorkerProcess::Heard::Message || message.kind != protocol::Kind::Ready)
        throw base::Error(
            _("The part of the program that decodes recordings does not start. Install Terugblik again."));
    const auto sandboxed = message.as<protocol::Ready>().sandboxed;
    if (sandboxed == 1) return {};
    if (sandboxed == 2) return _("sandbox without rules for files: this system does not offer them");
    return _("no sandbox here: recordings are decoded without protection against malicious files");
}

}  // namespace media
