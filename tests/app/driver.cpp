#include "app/driver.h"

#include "app/widgets.h"
#include "media/recording.h"

#include <SDL.h>
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace support {

using std::chrono::milliseconds;

struct Driver::Server {
    struct Close {
        void operator()(Display* display) const noexcept { XCloseDisplay(display); }
    };
    Display* display = connection();

    // One for the whole program: a server whose last client leaves starts anew, and refuses the next for a moment.
    static Display* connection() {
        static const std::unique_ptr<Display, Close> kept(XOpenDisplay(nullptr));
        return kept.get();
    }
    unsigned repeat_delay = 0, repeat_interval = 0;

    // On a busy machine a press may last longer than the delay after which the X server repeats the key.
    Server() {
        if (!display) return;
        XkbGetAutoRepeatRate(display, XkbUseCoreKbd, &repeat_delay, &repeat_interval);
        XkbSetAutoRepeatRate(display, XkbUseCoreKbd, 10'000, 100);
    }
    ~Server() {
        if (display) XkbSetAutoRepeatRate(display, XkbUseCoreKbd, repeat_delay, repeat_interval);
    }

    void key(KeyCode code, bool down) const {
        XTestFakeKeyEvent(display, code, down ? True : False, CurrentTime);
        XSync(display, False);
    }
    KeyCode code_of(KeySym symbol) const {
        const KeyCode code = XKeysymToKeycode(display, symbol);
        if (code == 0) throw std::runtime_error("this keyboard has no such key");
        return code;
    }
    bool needs_shift(KeySym symbol) const { return XkbKeycodeToKeysym(display, code_of(symbol), 0, 0) != symbol; }
};

namespace {

void set_up_environment() {
    setenv("SDL_VIDEODRIVER", "x11", 1);
    setenv("SDL_RENDER_DRIVER", "software", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
}

std::vector<std::string> parts_of(const std::string& key) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t plus = key.find('+'); plus != std::string::npos && plus + 1 < key.size();
         plus = key.find('+', from)) {
        parts.push_back(key.substr(from, plus - from));
        from = plus + 1;
    }
    parts.push_back(key.substr(from));
    return parts;
}

KeySym symbol_of(const std::string& name) {
    if (name == "ctrl") return XK_Control_L;
    if (name == "shift") return XK_Shift_L;
    if (name == "alt") return XK_Alt_L;
    const KeySym symbol = XStringToKeysym(name.c_str());
    if (symbol == NoSymbol) throw std::runtime_error("no key is called " + name);
    return symbol;
}

}  // namespace

bool Driver::has_display() {
    if (std::getenv("DISPLAY") == nullptr) return false;
    return Server::connection() != nullptr;
}

Driver::Driver(library::Library& library, const DriverOptions& options) : server_(std::make_unique<Server>()) {
    set_up_environment();
    app::ApplicationOptions about;
    about.size = app::WindowSize{options.width, options.height, false};
    about.dialog = app::DialogChoice::Own;
    about.media_folder = options.media_folder;
    about.files = options.files;
    application_ =
        std::make_unique<app::Application>(library, options.sink != nullptr ? *options.sink : no_sound_, about);
    SDL_Window* window = application_->window().sdl();
    SDL_RaiseWindow(window);
    SDL_SetWindowInputFocus(window);
    turns(6);
}

Driver::~Driver() = default;

void Driver::turns(int count) {
    for (int i = 0; i < count; ++i) application_->turn(milliseconds(10));
}

bool Driver::until(const std::function<bool()>& condition, std::chrono::seconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        application_->turn(milliseconds(10));
    }
    return true;
}

ImVec4 Driver::where(const std::string& label) const {
    const auto& noted = app::widgets::noted_widgets();
    for (auto widget = noted.rbegin(); widget != noted.rend(); ++widget)  // what was drawn last lies on top
        if (widget->label == label)
            return {widget->from.x, widget->from.y, widget->to.x - widget->from.x, widget->to.y - widget->from.y};
    return {};
}

bool Driver::sees(const std::string& label) const {
    return where(label).z > 0;
}

void Driver::move_to(float x, float y) {
    int left = 0, top = 0;
    SDL_GetWindowPosition(application_->window().sdl(), &left, &top);
    XTestFakeMotionEvent(server_->display, -1, left + static_cast<int>(x), top + static_cast<int>(y), CurrentTime);
    XSync(server_->display, False);
    const ImVec2& pointer = ImGui::GetIO().MousePos;
    until([&] { return std::abs(pointer.x - x) < 2 && std::abs(pointer.y - y) < 2; }, std::chrono::seconds(5));
    turns(3);
}

void Driver::button_down() {
    XTestFakeButtonEvent(server_->display, 1, True, CurrentTime);
    XSync(server_->display, False);
    until([] { return ImGui::GetIO().MouseDown[0]; }, std::chrono::seconds(5));
    turns(2);
}

void Driver::button_up() {
    XTestFakeButtonEvent(server_->display, 1, False, CurrentTime);
    XSync(server_->display, False);
    until([] { return !ImGui::GetIO().MouseDown[0]; }, std::chrono::seconds(5));
    turns(4);
}

bool Driver::point_at(const std::string& label) {
    if (!until([&] { return sees(label); })) return false;
    // What is still finding its place is followed, a few times over.
    for (int i = 0; i < 5; ++i) {
        turns(2);
        const ImVec4 place = where(label);
        move_to(place.x + place.z / 2, place.y + place.w / 2);
        const ImVec4 now = where(label);
        if (now.x == place.x && now.y == place.y) break;
    }
    return true;
}

bool Driver::click(const std::string& label) {
    if (!point_at(label)) return false;
    button_down();
    button_up();
    return true;
}

bool Driver::double_click(const std::string& label) {
    if (!click(label)) return false;
    ImGuiIO& io = ImGui::GetIO();
    const float usual = std::exchange(io.MouseDoubleClickTime, 10.F);  // a busy machine must not make it two clicks
    button_down();
    button_up();
    io.MouseDoubleClickTime = usual;
    return true;
}

void Driver::drag(ImVec2 from, ImVec2 to) {
    move_to(from.x, from.y);
    button_down();
    move_to((from.x + to.x) / 2, (from.y + to.y) / 2);
    move_to(to.x, to.y);
    button_up();
}

void Driver::key_down(const std::string& key) {
    for (const std::string& part : parts_of(key)) server_->key(server_->code_of(symbol_of(part)), true);
    turns(4);
}

void Driver::key_up(const std::string& key) {
    const std::vector<std::string> parts = parts_of(key);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        server_->key(server_->code_of(symbol_of(*part)), false);
    turns(4);
}

void Driver::press(const std::string& key) {
    key_down(key);
    key_up(key);
}

void Driver::type(const std::string& text) {
    const KeyCode shift = server_->code_of(XK_Shift_L);
    for (const char character : text) {
        const KeySym symbol = static_cast<unsigned char>(character);  // Latin-1 keysyms are the characters
        const bool shifted = server_->needs_shift(symbol);
        if (shifted) server_->key(shift, true);
        server_->key(server_->code_of(symbol), true);
        server_->key(server_->code_of(symbol), false);
        if (shifted) server_->key(shift, false);
        turns(2);
    }
    turns(4);
}

void Driver::drop(const std::vector<std::string>& paths) {
    SDL_Event event{};
    event.type = SDL_DROPFILE;
    for (const std::string& path : paths) {
        event.drop.file = SDL_strdup(path.c_str());
        SDL_PushEvent(&event);
    }
    event.type = SDL_DROPCOMPLETE;
    event.drop.file = nullptr;
    SDL_PushEvent(&event);
    turns();
}

void Driver::screenshot(const std::string& path) {
    application_->window().keep_pixels(true);
    move_to(2, 2);
    application_->draw_again();
    turns();
    const app::Window::Pixels pixels = application_->window().pixels();
    application_->window().keep_pixels(false);
    media::StillPicture picture;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.rgb = pixels.rgb;
    media::write_png(picture, path);
}

}  // namespace support
