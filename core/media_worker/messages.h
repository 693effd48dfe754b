// The socket to the window: one datagram, one message. Any thread may send; one receives.
#pragma once

#include "media/worker_protocol.h"

#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace media_worker {

namespace protocol = media::protocol;
using protocol::Kind;

class Message {
public:
    explicit Message(std::vector<char> bytes) : bytes_(std::move(bytes)) {}

    Kind kind() const { return body<protocol::Header>(0).kind; }
    template <class Body>
    Body as() const {
        return body<Body>(sizeof(protocol::Header));
    }
    // What follows the struct; for kinds without one, what follows the header.
    std::string text(std::size_t body_bytes = 0) const {
        const std::size_t at = sizeof(protocol::Header) + body_bytes;
        return at < bytes_.size() ? std::string(bytes_.data() + at, bytes_.size() - at) : "";
    }

private:
    // A message that is too short reads as zeros: the window is trusted, but it may be of another version.
    template <class Body>
    Body body(std::size_t at) const {
        Body value{};
        if (at + sizeof value <= bytes_.size())
            std::memcpy(static_cast<void*>(&value), bytes_.data() + at, sizeof value);
        return value;
    }

    std::vector<char> bytes_;
};

class Window {
public:
    explicit Window(int socket) : socket_(socket) {}

    std::optional<Message> receive();  // blocks; nothing once the window is gone

    void send(Kind kind, std::string_view text) { send_bytes(kind, nullptr, 0, text); }
    template <class Body>
    requires std::is_trivially_copyable_v<Body> && std::is_class_v<Body>
    void send(Kind kind, const Body& body, std::string_view text = {}) { send_bytes(kind, &body, sizeof body, text); }
    // Each reason is said once.
    void warn(const std::string& reason, const std::string& words);

private:
    void send_bytes(Kind kind, const void* body, std::size_t body_bytes, std::string_view text);

    int socket_;
    std::mutex mutex_;
    std::vector<std::string> warned_;  // under mutex_
};

}  // namespace media_worker
