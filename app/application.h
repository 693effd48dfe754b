// The running window: waits for something to happen, lets the controller and the player take it in, and draws when
// there is something new to see. UI thread only.
#pragma once

#include "app/agreement_pictures.h"
#include "app/controller.h"
#include "app/model.h"
#include "app/page_pictures.h"
#include "app/platform/event_time.h"
#include "app/platform/file_dialog.h"
#include "app/platform/key_press.h"
#include "app/platform/sdl_voice_notes.h"
#include "app/platform/video_texture.h"
#include "app/platform/wake.h"
#include "app/platform/window.h"
#include "app/thumbnail_maker.h"
#include "app/trend_pictures.h"
#include "app/ui_state.h"
#include "app/views/views.h"
#include "media/audio_sink.h"

#include <chrono>
#include <string>
#include <tuple>
#include <vector>

namespace app {

struct ApplicationOptions {
    std::string library_name;
    std::string media_folder;        // where recordings that come in packages go
    std::vector<std::string> files;  // to import at once; or a package
    std::vector<std::string> warnings;
    std::optional<WindowSize> size;  // else as it was last time
    DialogChoice dialog = DialogChoice::Desktop;
};

class Application {
public:
    Application(library::Library& library, media::AudioSink& sink, const ApplicationOptions& options);
    ~Application();

    void run();  // until the person quits

    // One turn: waits at most so long for something to happen, takes it in, draws when needed. True when it drew.
    bool turn(std::optional<std::chrono::milliseconds> at_most = {});

    Model& model() { return model_; }
    UiState& ui() { return ui_; }
    Window& window() { return window_; }
    Controller& controller() { return controller_; }
    void draw_again() { frames_owed_ = 3; }  // although nothing changed
    std::uint64_t frames_drawn() const { return frames_drawn_; }
    std::uint64_t turns() const { return turns_; }

private:
    // What can be seen and changes by itself; a frame is due when it differs from what was drawn.
    using Seen = std::tuple<std::uint64_t, bool, bool, bool, bool, bool, std::size_t, int, bool, bool, std::size_t,
                            std::uint64_t, Screen>;

    void wait(std::optional<std::chrono::milliseconds> at_most);
    std::optional<media::Clock::time_point> next_due() const;
    bool take_events();  // true when a person did something
    bool take(const SDL_Event& event);
    void tick();
    bool is_frame_due() const;
    Seen seen() const;
    void frame();
    void share_out_keys();  // between Dear ImGui and our own commands
    void draw(Actions& actions);
    void draw_screen(Actions& actions);
    void draw_dialogs(Actions& actions);
    bool is_dialog_open() const;
    void update_textures();
    void update_pages();
    void update_trends();
    void name_window();
    void take_dropped();

    Model model_;
    UiState ui_;
    Window window_;
    Wake wake_;
    FileDialog dialog_;
    SdlVoiceNotes voice_;
    Controller controller_;
    EventTime event_time_;
    VideoTexture video_;
    PagePictures pages_;
    AgreementPictures agreement_;
    ThumbnailMaker thumbnails_;
    TrendPictures trends_, estimates_;

    std::vector<KeyPress> pressed_;
    std::vector<std::string> dropped_;
    bool drop_is_complete_ = false;
    std::string title_ = "Terugblik";
    int frames_owed_ = 3;
    Seen drawn_{};
    media::Clock::time_point drawn_at_{};
    std::optional<media::Clock::time_point> due_;
    std::uint64_t frames_drawn_ = 0;
    std::uint64_t turns_ = 0;
};

}  // namespace app
