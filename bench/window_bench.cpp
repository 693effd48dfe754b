// The real window on one recording, for bench/compare.py: says "picture" when the first is on screen, and then plays or
// pauses as it is told on its standard input ("play", "pause", "quit"), so that its use of the processor can be
// watched.
//   window_bench FILE
#include "app/application.h"
#include "app/platform/sdl_audio_sink.h"
#include "base/error.h"
#include "codes/codebook.h"
#include "library/memory_library.h"

#include <SDL.h>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

// Commands as they come, handed to the UI thread; an SDL event wakes the window.
class Commands {
public:
    void read() {
        for (std::string line; std::getline(std::cin, line);) push(line);
        push("quit");
    }
    std::string take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(next_, {});
    }

private:
    void push(const std::string& line) {
        {
            const std::lock_guard lock(mutex_);
            next_ = line;
        }
        SDL_Event wake{};
        wake.type = SDL_USEREVENT;
        SDL_PushEvent(&wake);
    }

    std::mutex mutex_;
    std::string next_;
};

void say(const char* word) {
    std::puts(word);
    std::fflush(stdout);
}

base::Id add_conversation(library::Library& library, const std::string& file) {
    const codes::Codebook book = codes::shipped_codebooks().at(0);
    library.store_codebook(book);
    library::Conversation conversation;
    conversation.id = base::make_id();
    conversation.title = std::filesystem::path(file).stem().string();
    library::Recording recording;
    recording.id = base::make_id();
    recording.path = std::filesystem::absolute(file).string();
    recording.role = "main";
    recording.sha256 = "known";
    conversation.recordings = {recording};
    library.add(conversation);
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation.id;
    coding.codebook_key = book.key;
    coding.codebook_version = book.version;
    coding.coder = "Coach";
    library.add(coding);
    return coding.id;
}

bool obey(app::Application& application, const std::string& command) {
    if (command == "play") application.controller().apply(app::Play{});
    if (command == "pause") application.controller().apply(app::Pause{});
    return command != "quit";
}

void run(const std::string& file) {
    library::MemoryLibrary library;
    const base::Id coding = add_conversation(library, file);
    app::SdlAudioSink sink;
    app::ApplicationOptions options;
    options.size = app::WindowSize{1440, 900, false};
    app::Application application(library, sink, options);
    application.controller().apply(app::OpenCoding{coding});
    const auto has_picture = [&] {
        const auto& open = application.model().open;
        if (open && open->player && open->player->failure()) throw base::Error(*open->player->failure());
        return open && open->player && open->player->picture() != nullptr;
    };
    // A turn takes in what has come and then draws, so what it drew is what there is now.
    while (!application.turn(std::chrono::milliseconds(10)) || !has_picture()) continue;
    say("picture");
    static Commands commands;  // the reader may outlive this function
    std::thread reader([&] { commands.read(); });
    while (obey(application, commands.take())) application.turn();
    reader.detach();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        run(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "window_bench: %s\n", error.what());
        return 1;
    }
    std::_Exit(0);  // the reader still waits for a line
}
