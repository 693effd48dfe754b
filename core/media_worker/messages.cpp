#include "media_worker/messages.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace media_worker {

std::optional<Message> Window::receive() {
    std::vector<char> bytes(protocol::kMaxMessage);
    ssize_t got = 0;
    do {
        got = recv(socket_, bytes.data(), bytes.size(), 0);
    } while (got < 0 && errno == EINTR);
    if (got < static_cast<ssize_t>(sizeof(protocol::Header))) return {};
    bytes.resize(static_cast<std::size_t>(got));
    return Message(std::move(bytes));
}

void Window::warn(const std::string& reason, const std::string& words) {
    {
        const std::lock_guard lock(mutex_);
        if (std::find(warned_.begin(), warned_.end(), reason) != warned_.end()) return;
        warned_.push_back(reason);
    }
    send(Kind::Warning, reason + ":" + base::to_valid_utf8(words));
}

void Window::send_bytes(Kind kind, const void* body, std::size_t body_bytes, std::string_view text) {
    const protocol::Header header{kind, static_cast<std::uint32_t>(text.size())};
    std::vector<char> bytes(sizeof header + body_bytes + text.size());
    std::memcpy(bytes.data(), &header, sizeof header);
    if (body_bytes > 0) std::memcpy(bytes.data() + sizeof header, body, body_bytes);
    if (!text.empty()) std::memcpy(bytes.data() + sizeof header + body_bytes, text.data(), text.size());
    ssize_t sent = 0;
    do {
        sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0) _exit(0);  // nobody listens any more
}

}  // namespace media_worker
