// The one window: SDL, its renderer and Dear ImGui, from opening to the last frame. UI thread only.
#pragma once

#include "app/platform/frame_changes.h"
#include "app/settings.h"

#include <SDL_events.h>
#include <memory>
#include <string>
#include <vector>

struct SDL_Window;
struct SDL_Renderer;

namespace app {

struct WindowSize {
    int width = 1440;
    int height = 900;
    bool maximized = false;
};

class Window {
public:
    // Throws base::Error when there is no display.
    Window(const std::string& title, WindowSize size);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void set_title(const std::string& title);
    // Rebuilds fonts and colours when any of it differs from now.
    void set_look(Theme theme, float text_scale);

    void process(const SDL_Event& event);
    void begin_frame();
    void present();

    bool is_visible() const;
    bool is_in_front() const;  // has the keyboard
    WindowSize size() const;   // as it would open again
    SDL_Renderer* renderer() const { return renderer_.get(); }
    SDL_Window* sdl() const { return window_.get(); }
    // What was drawn last, as 24-bit RGB; for pictures in documents and tests.
    struct Pixels {
        int width = 0, height = 0;
        std::vector<unsigned char> rgb;
    };
    Pixels pixels() const;
    // Reads each frame back; off unless someone looks.
    void keep_pixels(bool keep) {
        keeps_pixels_ = keep;
        draw_all_again();
    }
    // The next frame is drawn whole, as though nothing of the last were there.
    void draw_all_again() { changes_.forget(); }

private:
    struct Deleter {
        void operator()(SDL_Window* window) const noexcept;
        void operator()(SDL_Renderer* renderer) const noexcept;
    };
    struct Subsystems {  // first in, last out
        Subsystems();
        ~Subsystems();
    };
    float screen_scale() const;
    void choose_ground();
    void fill_ground(const ImVec4& area, ImVec2 scale);
    bool draw_what_changed(ImDrawData& frame);  // false when nothing did

    Subsystems subsystems_;
    std::unique_ptr<SDL_Window, Deleter> window_;
    std::unique_ptr<SDL_Renderer, Deleter> renderer_;
    Theme theme_ = Theme::Light;
    float text_scale_ = 0;  // nothing loaded yet
    float pixels_per_point_ = 1;
    bool draws_in_software_ = false;
    FrameChanges changes_;
    bool keeps_pixels_ = false;
    Pixels pixels_;
};

}  // namespace app
