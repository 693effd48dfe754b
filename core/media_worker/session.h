// What this process does for the window from the first message to the last: reads requests, and hands each to who does
// it.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/picture_show.h"
#include "media_worker/picture_writer.h"
#include "media_worker/shared_memory.h"
#include "media_worker/sound_play.h"
#include "media_worker/survey.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace media_worker {

class Session {
public:
    Session(Window& window, SharedMemory& memory) : window_(window), memory_(memory) {}

    void run();  // until the window is gone

private:
    void receive(Message message);
    void show_pictures(const protocol::ShowPictures& request);
    void play_sound(const protocol::PlaySound& request);
    void work(const std::stop_token& stop);
    void do_job(const Message& message);

    void open();
    void probe();
    void still(const protocol::Still& request);
    Survey& survey();

    Window& window_;
    SharedMemory& memory_;
    PictureWriter writer_;  // the jobs' thread, as is survey_
    std::optional<Survey> survey_;

    std::mutex mutex_;
    std::condition_variable_any more_;
    std::deque<Message> jobs_;                              // under mutex_, as is all that follows
    std::unique_ptr<PictureShow> pictures_;                 // once opened for playing
    std::unique_ptr<SoundPlay> sound_;                      // likewise
    std::optional<protocol::ShowPictures> early_pictures_;  // asked for before that
    std::optional<protocol::PlaySound> early_sound_;
    bool is_open_ = false;
    std::jthread worker_;  // last, so it stops before what it uses is gone
};

}  // namespace media_worker
