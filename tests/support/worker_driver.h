// Starts the media worker as the window does, and speaks its protocol word by word. For tests of the worker itself.
#pragma once

#include "base/owned_fd.h"
#include "media/frames.h"
#include "media/worker_protocol.h"

#include <chrono>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <sys/types.h>
#include <type_traits>
#include <vector>

namespace support {

namespace protocol = media::protocol;

struct WorkerMessage {
    protocol::Kind kind;
    std::vector<char> bytes;  // after the header

    template <class Body>
    Body as() const {
        Body body{};
        if (bytes.size() >= sizeof body) std::memcpy(static_cast<void*>(&body), bytes.data(), sizeof body);
        return body;
    }
    std::string text(std::size_t body_bytes = 0) const {
        return body_bytes < bytes.size() ? std::string(bytes.data() + body_bytes, bytes.size() - body_bytes) : "";
    }
    // "not_media" of "not_media:Invalid data"; for Failed and Warning.
    std::string reason() const { return text().substr(0, text().find(':')); }
};

enum class Sandbox { On, Off };

class WorkerDriver {
public:
    // `output` becomes descriptor 6 (for a clip); without it, an eventfd.
    explicit WorkerDriver(const std::string& recording, Sandbox sandbox = Sandbox::On, const std::string& output = "");
    ~WorkerDriver();
    WorkerDriver(const WorkerDriver&) = delete;
    WorkerDriver& operator=(const WorkerDriver&) = delete;

    template <class Body>
    requires std::is_trivially_copyable_v<Body> && std::is_class_v<Body>
    void send(protocol::Kind kind, const Body& body, const std::string& text = "") {
        send_bytes(kind, &body, sizeof body, text);
    }
    void send(protocol::Kind kind, const std::string& text = "") { send_bytes(kind, nullptr, 0, text); }

    void send_clip(std::int64_t from_us, std::int64_t to_us);  // that stretch alone, as it is

    // The next message; nothing when the worker is gone or says nothing for so long.
    std::optional<WorkerMessage> receive(std::chrono::milliseconds patience = std::chrono::seconds(60));
    // The next message of one of these kinds; others are noted (warnings) or dropped.
    std::optional<WorkerMessage> wait_for(std::initializer_list<protocol::Kind> kinds);

    protocol::Ready ready();  // waits for it once
    nlohmann::json open();    // Opened as JSON; {"failed": reason} when refused
    nlohmann::json probe();
    const protocol::Opened& opened() const { return opened_; }  // what came with open()
    const std::vector<std::string>& warnings() const { return warnings_; }

    // The picture on screen at that time; nothing when refused. Keeps no slot.
    struct Shown {
        int number = -1;
        protocol::PictureReady ready;
        std::vector<std::uint8_t> luma;
    };
    std::optional<Shown> picture_at(std::int64_t us);
    Shown shown(const WorkerMessage& message);  // of a PictureReady
    media::Picture as_picture(const protocol::PictureReady& ready) const;

    const std::uint8_t* still_pixels() const { return shared_ + protocol::kPicturesAt; }
    protocol::SoundRing& ring() { return *reinterpret_cast<protocol::SoundRing*>(shared_); }
    // Takes the oldest block out of the ring; nothing when none comes.
    std::optional<protocol::SoundBlock> take_block(std::chrono::milliseconds patience = std::chrono::seconds(20));

    pid_t pid() const { return pid_; }
    void close_socket() { socket_ = base::OwnedFd(); }
    struct Ending {
        int status = 0;  // as waitpid gives it
        long max_rss_kb = 0;
        double seconds_of_processor = 0;
    };
    Ending wait_for_end();  // closes the socket

private:
    void send_bytes(protocol::Kind kind, const void* body, std::size_t size, const std::string& text);
    nlohmann::json opened_after(protocol::Kind request);

    base::OwnedFd socket_;
    base::OwnedFd wake_;
    std::uint8_t* shared_ = nullptr;
    pid_t pid_ = -1;
    protocol::Opened opened_;
    std::uint32_t serial_ = 0;
    std::optional<protocol::Ready> ready_;
    std::vector<std::string> warnings_;
};

}  // namespace support
