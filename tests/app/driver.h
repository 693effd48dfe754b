// Drives the real window as a person does: the pointer and the keyboard of the X server are moved (XTest), never
// faked inside. Labels are the texts on screen. Needs a display (scripts/test gives one); tests skip without.
#pragma once

#include "app/application.h"
#include "media/audio_sink.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace support {

struct DriverOptions {
    int width = 1440;
    int height = 900;
    std::string media_folder = {};  // where recordings that come in packages go
    std::vector<std::string> files;
    media::AudioSink* sink = nullptr;  // none: no sound card
};

class Driver {
public:
    explicit Driver(library::Library& library, const DriverOptions& options = {});
    ~Driver();
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    static bool has_display();

    app::Application& application() { return *application_; }
    app::Model& model() { return application_->model(); }

    // Turns of the window's own loop, each at most 10 ms of waiting.
    void turns(int count = 4);
    // Turns until it holds; false after the limit.
    bool until(const std::function<bool()>& condition, std::chrono::seconds limit = std::chrono::seconds(20));

    bool sees(const std::string& label) const;
    // Wait until the label is on screen, then move the pointer there and press. False when it never came.
    bool click(const std::string& label);
    bool double_click(const std::string& label);
    bool point_at(const std::string& label);
    void move_to(float x, float y);  // in the window
    void button_down();
    void button_up();
    void drag(ImVec2 from, ImVec2 to);
    ImVec4 where(const std::string& label) const;  // x, y, width, height; empty when not on screen

    // "q", "Return", "ctrl+shift+z", "F1", "space", "comma": names as in X11's keysymdef, modifiers in front.
    void press(const std::string& key);
    void key_down(const std::string& key);
    void key_up(const std::string& key);
    void type(const std::string& text);  // characters of the keyboard's layout
    void drop(const std::vector<std::string>& paths);

    // The window as PNG, the pointer out of the way.
    void screenshot(const std::string& path);

private:
    struct Server;

    std::unique_ptr<Server> server_;
    media::NoAudioSink no_sound_;
    std::unique_ptr<app::Application> application_;
};

}  // namespace support
