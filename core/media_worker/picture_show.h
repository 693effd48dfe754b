// Sends the pictures that the window asks for into shared memory, in order, as slots come free. Has a thread of its
// own; the newest request replaces the last at once.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/picture_slots.h"
#include "media_worker/picture_source.h"
#include "media_worker/picture_writer.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace media_worker {

class PictureShow {
public:
    PictureShow(Window& window, std::span<std::uint8_t> memory, PictureSource& source, std::int64_t start_us);

    const PictureSlots& slots() const { return *slots_; }

    void show(const protocol::ShowPictures& request);
    void release(std::uint32_t slot);

private:
    void run();
    void serve(const protocol::ShowPictures& request);
    bool jump(const protocol::ShowPictures& request, std::int64_t us, int lead, int& leads);
    bool send(const TimedPicture& picture, const protocol::ShowPictures& request, std::uint32_t lap, bool is_lead);
    bool wait_for_room();
    PictureSlots::Held hold(const AVFrame& picture);
    bool is_replaced();
    bool is_replaced_soon();

    Window& window_;
    PictureSource& source_;
    const std::int64_t start_us_;
    std::shared_ptr<PictureSlots> slots_;
    PictureWriter writer_;  // the thread's
    std::stop_token stop_;  // likewise

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<protocol::ShowPictures> newest_;  // under mutex_; taken by the thread
    std::jthread thread_;                           // last, so it stops before what it uses is gone
};

}  // namespace media_worker
