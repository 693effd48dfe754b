#include "app/application.h"

#include "app/shortcuts.h"
#include "app/theme.h"
#include "base/error.h"
#include "base/i18n.h"

#include <SDL.h>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sstream>

namespace app {

using std::chrono::milliseconds;

namespace {

constexpr int kSettlingFrames = 3;  // Dear ImGui needs them after input
constexpr milliseconds kCaret{500};
constexpr milliseconds kProgress{200};
constexpr milliseconds kOverdue{2};
constexpr milliseconds kPositionOnly{40};  // sound alone: the playhead moves 25 times a second
constexpr const char* kWindowSetting = "window";
constexpr const char* kFoldersSetting = "recent_folders";

WindowSize remembered_size(library::Library& library) {
    WindowSize size;
    std::istringstream text(library.setting(kWindowSetting).value_or(""));
    int width = 0, height = 0, maximized = 0;
    if (text >> width >> height >> maximized && width >= 400 && height >= 300 && width < 20'000 && height < 20'000)
        size = {width, height, maximized != 0};
    return size;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream from(text);
    for (std::string line; std::getline(from, line);)
        if (!line.empty()) all.push_back(line);
    return all;
}

Model make_model(library::Library& library, const ApplicationOptions& options) {
    Model model{.library = library};
    model.library_name = options.library_name;
    model.media_folder = options.media_folder;
    model.settings = read_settings(library);
    return model;
}

}  // namespace

Application::Application(library::Library& library, media::AudioSink& sink, const ApplicationOptions& options)
    : model_(make_model(library, options)),
      window_("Terugblik", options.size.value_or(remembered_size(library))),
      dialog_(options.dialog, wake_.function()),
      controller_(model_, {.sink = sink,
                           .wake = wake_.function(),
                           .ask_file = [this](FileRequest request) { dialog_.ask(std::move(request)); },
                           .voice = &voice_}),
      video_(window_.renderer()),
      pages_(window_.renderer(), wake_.function()),
      thumbnails_(window_.renderer(), wake_.function()) {
    base::set_language(model_.settings.language);
    dialog_.set_recent_folders(lines(library.setting(kFoldersSetting).value_or("")));
    controller_.start();
    for (const std::string& warning : options.warnings) model_.messages.push_back({MessageKind::Warning, warning});
    if (!options.files.empty()) controller_.apply(Import{options.files});
}

Application::~Application() {
    controller_.apply(CloseConversation{});
    try {
        const WindowSize size = window_.size();
        model_.library.set_setting(kWindowSetting,
                                   fmt::format("{} {} {}", size.width, size.height, size.maximized ? 1 : 0));
        std::string folders;
        for (const std::string& folder : dialog_.recent_folders()) folders += folder + "\n";
        model_.library.set_setting(kFoldersSetting, folders);
    } catch (const base::Error&) {
        // the next start has the usual size; nothing of the coach's is lost
    }
}

void Application::run() {
    while (!model_.wants_to_quit) turn();
}

bool Application::turn(std::optional<milliseconds> at_most) {
    ++turns_;
    wait(at_most);
    const bool touched = take_events();
    if (touched) frames_owed_ = kSettlingFrames;
    const bool plays = model_.open && model_.open->player && model_.open->player->is_playing();
    if (touched || plays) controller_.notice_person(media::Clock::now(), window_.is_in_front());
    tick();
    if (!window_.is_visible()) frames_owed_ = 0;  // being shown again is an event
    if (!window_.is_visible() || !is_frame_due()) return false;
    frame();
    return true;
}

void Application::wait(std::optional<milliseconds> at_most) {
    if (frames_owed_ > 0) return;
    due_ = next_due();
    std::optional<milliseconds> patience = at_most;
    if (due_) {
        const auto left = std::chrono::ceil<milliseconds>(*due_ - media::Clock::now());
        // What is overdue is late for a reason; asking again at once would not help.
        patience = std::clamp(left, kOverdue, patience.value_or(milliseconds(60'000)));
    }
    if (patience)
        SDL_WaitEventTimeout(nullptr, static_cast<int>(patience->count()));
    else
        SDL_WaitEvent(nullptr);
}

std::optional<media::Clock::time_point> Application::next_due() const {
    std::optional<media::Clock::time_point> next = controller_.next_wake();
    const auto also = [&next](std::optional<media::Clock::time_point> at) {
        if (at && (!next || *at < *next)) next = at;
    };
    if (model_.open && model_.open->player) also(model_.open->player->next_wake());
    if (!window_.is_visible()) return next;
    if (ImGui::GetIO().WantTextInput) also(drawn_at_ + kCaret);
    const bool works = (model_.import && !model_.import->is_over) || model_.finds_recording || model_.sending ||
                       model_.arrival || (model_.open && model_.open->waveform_job && shows_recording(model_.screen));
    if (works) also(drawn_at_ + kProgress);
    return next;
}

bool Application::take_events() {
    pressed_.clear();
    bool touched = false;
    std::vector<SDL_Scancode> down;
    SDL_PumpEvents();
    SDL_Event event;
    while (SDL_PeepEvents(&event, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1) {
        // A press and its release must be seen in two frames, so such a release waits for the next one.
        if (event.type == SDL_KEYUP && std::find(down.begin(), down.end(), event.key.keysym.scancode) != down.end())
            break;
        SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
        if (event.type == SDL_KEYDOWN) down.push_back(event.key.keysym.scancode);
        touched = take(event) || touched;
    }
    take_dropped();
    return touched;
}

bool Application::take(const SDL_Event& event) {
    event_time_.notice(event);
    if (wake_.is_mine(event) || event.type == SDL_SYSWMEVENT || event.type == SDL_POLLSENTINEL) return false;
    switch (event.type) {
        case SDL_QUIT:
            controller_.apply(Quit{});
            break;
        case SDL_KEYDOWN:
        case SDL_KEYUP:
            pressed_.push_back({event.key, event_time_.moment_of(event)});
            break;
        case SDL_MOUSEBUTTONDOWN:
            ui_.code.pointer_pressed = event_time_.moment_of(event);
            break;
        case SDL_MOUSEBUTTONUP:
            ui_.code.pointer_released = event_time_.moment_of(event);
            break;
        case SDL_DROPFILE:
            if (event.drop.file != nullptr) dropped_.emplace_back(event.drop.file);
            SDL_free(event.drop.file);
            break;
        case SDL_DROPCOMPLETE:
            drop_is_complete_ = true;
            break;
        default:
            break;
    }
    window_.process(event);
    return true;
}

void Application::take_dropped() {
    if (!drop_is_complete_) return;
    drop_is_complete_ = false;
    if (!dropped_.empty()) controller_.apply(Import{std::exchange(dropped_, {})});
}

void Application::tick() {
    if (model_.open && model_.open->player) model_.open->player->tick();
    const std::uint64_t packages = model_.packages_serial;
    controller_.tick();
    if (model_.packages_serial != packages) draw_again();  // another page of a window, which finds its size and place
    if (const auto chosen = dialog_.take()) controller_.apply(*chosen);
    thumbnails_.tick(model_);
    update_pages();
    update_trends();
}

bool Application::is_frame_due() const {
    if (frames_owed_ > 0 || seen() != drawn_) return true;
    const auto now = media::Clock::now();
    if (!due_ || now < *due_) return false;
    const media::Player* player = model_.open ? model_.open->player.get() : nullptr;
    const bool plays = player != nullptr && player->is_playing();
    return !plays || now >= drawn_at_ + kPositionOnly;  // with pictures, seen() changes with each of them
}

Application::Seen Application::seen() const {
    const media::Player* player = model_.open ? model_.open->player.get() : nullptr;
    const bool has_waveform = model_.open && model_.open->waveform.channels() > 0;
    return {player != nullptr ? player->picture_serial() : 0,
            player != nullptr,
            player != nullptr && player->is_open(),
            player != nullptr && player->is_playing(),
            player != nullptr && player->is_seeking(),
            player != nullptr && player->failure().has_value(),
            model_.messages.size(),
            model_.import ? model_.import->done + (model_.import->is_over ? 1'000'000 : 0) : -1,
            has_waveform,
            model_.finds_recording,
            thumbnails_.all().size() + static_cast<std::size_t>(model_.cards_serial) * 10'000,
            model_.preview_serial + model_.codebooks.serial + (model_.agreement ? model_.agreement->serial : 0) +
                model_.drift.serial + model_.packages_serial + (model_.open ? model_.open->coding_serial : 0) +
                static_cast<std::uint64_t>(model_.open ? model_.open->clips.spoken.microseconds : 0),
            model_.screen};
}

void Application::update_textures() {
    const media::Player* player = model_.open ? model_.open->player.get() : nullptr;
    const media::Picture* picture = player != nullptr ? player->picture() : nullptr;
    if (picture == nullptr)
        video_.clear();
    else if (shows_recording(model_.screen))
        video_.show(*picture, player->picture_serial());
}

void Application::update_pages() {
    if (!model_.preview) pages_.clear();
    const bool are_seen = model_.preview && model_.screen == Screen::Report;
    const ReportScreenState& screen = ui_.report;
    if (pages_.tick({.report = are_seen ? &*model_.preview : nullptr,
                     .serial = model_.preview_serial,
                     .width_px = std::clamp(screen.page_width_px, 200, 3000),
                     .first = screen.first_page,
                     .last = screen.last_page}))
        draw_again();
}

void Application::update_trends() {
    if (model_.screen == Screen::Team && trends_.tick(window_.renderer(), ui_.team.wanted)) draw_again();
    if (model_.screen == Screen::Review && estimates_.tick(window_.renderer(), ui_.review.wanted)) draw_again();
}

void Application::name_window() {
    const std::string conversation = model_.open ? model_.open->conversation.title : std::string();
    const std::string title = conversation.empty() ? "Terugblik" : conversation + " \xe2\x80\x93 Terugblik";
    if (title == title_) return;
    window_.set_title(title);
    title_ = title;
}

void Application::frame() {
    base::set_language(model_.settings.language);
    window_.set_look(model_.settings.theme, model_.settings.text_scale);
    name_window();
    update_textures();
    share_out_keys();
    window_.begin_frame();
    const bool types = ImGui::GetIO().WantTextInput || is_dialog_open();
    Actions actions = pressed_shortcuts(model_, ui_, pressed_, types);
    draw(actions);
    for (const Action& action : actions) controller_.apply(action);
    window_.present();
    frames_owed_ = actions.empty() ? std::max(0, frames_owed_ - 1) : kSettlingFrames;
    drawn_ = seen();
    drawn_at_ = media::Clock::now();
    ++frames_drawn_;
    if (agreement_.tick(window_.renderer(), model_, ui_.agreement))
        draw_again();  // as large as they were just laid out
}

}  // namespace app
