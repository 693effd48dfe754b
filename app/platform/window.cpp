#include "app/platform/window.h"

#include "app/platform/imgui_backend.h"
#include "app/platform/rectangle_cut.h"
#include "app/theme.h"
#include "app/widgets.h"
#include "base/error.h"
#include "base/i18n.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

// Without a display SDL may fall back to a driver that draws where nobody can see it; only who asked for it wants that.
bool is_invisible() {
    const char* driver = SDL_GetCurrentVideoDriver();
    const std::string name = driver != nullptr ? driver : "";
    return (name == "offscreen" || name == "dummy") && SDL_getenv("SDL_VIDEODRIVER") == nullptr;
}

bool is_opaque(ImTextureID texture) {
    SDL_BlendMode blend = SDL_BLENDMODE_BLEND;
    SDL_GetTextureBlendMode(static_cast<SDL_Texture*>(texture), &blend);
    return blend == SDL_BLENDMODE_NONE;
}

[[noreturn]] void say_there_is_no_display(const std::string& why) {
    throw base::Error(fmt::format(
        fmt::runtime(
            _("No window can be opened here ({}). Without a display, the commands still work: terugblik --help.")),
        why));
}

}  // namespace

Window::Subsystems::Subsystems() {
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");  // a calm tool, not a game
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // a software renderer must not go through OpenGL again
    SDL_SetHint(SDL_HINT_APP_NAME, "Terugblik");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) say_there_is_no_display(SDL_GetError());
    if (is_invisible()) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        say_there_is_no_display(_("there is no display"));
    }
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);  // the X server's own times, see EventTime
    SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
}
Window::Subsystems::~Subsystems() {
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}
void Window::Deleter::operator()(SDL_Window* window) const noexcept {
    SDL_DestroyWindow(window);
}
void Window::Deleter::operator()(SDL_Renderer* renderer) const noexcept {
    SDL_DestroyRenderer(renderer);
}

Window::Window(const std::string& title, WindowSize size) {
    SDL_Rect room{0, 0, size.width, size.height};
    SDL_GetDisplayUsableBounds(0, &room);
    const Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                         (size.maximized ? static_cast<Uint32>(SDL_WINDOW_MAXIMIZED) : 0U);
    window_.reset(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                   std::min(size.width, room.w), std::min(size.height, room.h), flags));
    if (!window_) throw base::Error(fmt::format(fmt::runtime(_("No window can be opened here ({}).")), SDL_GetError()));
    SDL_SetWindowMinimumSize(window_.get(), 800, 540);
    renderer_.reset(SDL_CreateRenderer(window_.get(), -1, SDL_RENDERER_PRESENTVSYNC));
    if (!renderer_) renderer_.reset(SDL_CreateRenderer(window_.get(), -1, SDL_RENDERER_SOFTWARE));
    if (!renderer_) throw base::Error(fmt::format(fmt::runtime(_("Nothing can be drawn here ({}).")), SDL_GetError()));

    SDL_RendererInfo renderer{};
    draws_in_software_ =
        SDL_GetRendererInfo(renderer_.get(), &renderer) == 0 && (renderer.flags & SDL_RENDERER_SOFTWARE) != 0;

    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGui_ImplSDL2_InitForSDLRenderer(window_.get()
#if IMGUI_VERSION_NUM >= 18700
                                          ,
                                      renderer_.get()
#endif
    );
    backend::init(renderer_.get());
}

Window::~Window() {
    backend::shut_down();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
}

void Window::set_title(const std::string& title) {
    SDL_SetWindowTitle(window_.get(), title.c_str());
}

// X11 gives pixels and leaves the rest to us; elsewhere the system already scales points.
float Window::screen_scale() const {
    float dpi = 96;
    const int display = std::max(0, SDL_GetWindowDisplayIndex(window_.get()));
    if (pixels_per_point_ > 1 || SDL_GetDisplayDPI(display, &dpi, nullptr, nullptr) != 0 || dpi < 144) return 1;
    return std::clamp(std::round(dpi / 96 * 4) / 4, 1.F, 3.F);
}

void Window::set_look(Theme theme, float text_scale) {
    int points = 1, pixels = 1;
    SDL_GetWindowSize(window_.get(), &points, nullptr);
    SDL_GetRendererOutputSize(renderer_.get(), &pixels, nullptr);
    const float density = points > 0 ? static_cast<float>(pixels) / static_cast<float>(points) : 1;
    const bool same_size = text_scale == text_scale_ && density == pixels_per_point_;
    if (same_size && theme == theme_) return;
    if (!same_size) {
        pixels_per_point_ = density;
        theme::load_fonts(text_scale, density, screen_scale());
        backend::forget_fonts();
    }
    changes_.forget();
    text_scale_ = text_scale;
    theme_ = theme;
    theme::apply(theme);
}

void Window::process(const SDL_Event& event) {
    ImGui_ImplSDL2_ProcessEvent(&event);
    ImGuiIO& io = ImGui::GetIO();
    if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP) {
        // The backend asks which modifiers are down now; what counts is which were down then.
        const int held = event.key.keysym.mod;
        io.KeyCtrl = (held & KMOD_CTRL) != 0;
        io.KeyShift = (held & KMOD_SHIFT) != 0;
        io.KeyAlt = (held & KMOD_ALT) != 0;
    }
    if (event.type == SDL_WINDOWEVENT) changes_.forget();
    if (event.type == SDL_RENDER_DEVICE_RESET) backend::forget_everything();
}

void Window::begin_frame() {
    backend::new_frame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
    widgets::forget_noted_widgets();
}

void Window::present() {
    ImGui::Render();
    if (!draws_in_software_) {
        choose_ground();
        SDL_RenderClear(renderer_.get());
        backend::render(renderer_.get());
    } else if (!draw_what_changed(*ImGui::GetDrawData())) {
        return;
    }
    if (keeps_pixels_) {
        SDL_GetRendererOutputSize(renderer_.get(), &pixels_.width, &pixels_.height);
        pixels_.rgb.resize(static_cast<std::size_t>(pixels_.width) * static_cast<std::size_t>(pixels_.height) * 3);
        SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGB24, pixels_.rgb.data(), pixels_.width * 3);
    }
    SDL_RenderPresent(renderer_.get());
}

void Window::choose_ground() {
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(theme::palette().ground);
    const auto byte = [](float part) { return static_cast<Uint8>(std::lround(part * 255)); };
    SDL_SetRenderDrawColor(renderer_.get(), byte(ground.x), byte(ground.y), byte(ground.z), 255);
}

void Window::fill_ground(const ImVec4& area, ImVec2 scale) {
    const SDL_FRect pixels{area.x * scale.x, area.y * scale.y, (area.z - area.x) * scale.x,
                           (area.w - area.y) * scale.y};
    choose_ground();
    SDL_RenderFillRectF(renderer_.get(), &pixels);
}

bool Window::draw_what_changed(ImDrawData& frame) {
    cut_out_rectangles(frame);
    const std::vector<ImVec4> changed = changes_.since_last(frame);
    for (const ImVec4& area : changed) {
        const OnlyInside only(frame, area, is_opaque);
        if (!only.is_filled()) fill_ground(area, frame.FramebufferScale);
        backend::render(renderer_.get());
    }
    return !changed.empty();
}

bool Window::is_visible() const {
    return (SDL_GetWindowFlags(window_.get()) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) == 0;
}

bool Window::is_in_front() const {
    return (SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_INPUT_FOCUS) != 0;
}

WindowSize Window::size() const {
    WindowSize size;
    SDL_GetWindowSize(window_.get(), &size.width, &size.height);
    size.maximized = (SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_MAXIMIZED) != 0;
    return size;
}

Window::Pixels Window::pixels() const {
    return pixels_;
}

}  // namespace app
