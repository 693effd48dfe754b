// Coding without a window: what the controller makes of actions, with a real player on a small recording.
#pragma once

#include "app/controller.h"
#include "app/samples.h"
#include "refusing_library.h"
#include "support/test_clip.h"

#include <gtest/gtest.h>
#include <thread>

namespace app {

inline codes::Codebook small_codebook() {
    return codes::parse_codebook(R"({
  "key": "small", "version": "1", "title": {"en": "Small", "nl": "Klein"}, "source": {"en": "a test", "nl": "een proef"},
  "attributes": [{"key": "strength", "label": {"en": "Strength", "nl": "Sterkte"},
                  "values": [{"value": "-1", "label": {"en": "weak", "nl": "zwak"}},
                             {"value": "1", "label": {"en": "strong", "nl": "sterk"}}]}],
  "codes": [
    {"key": "question", "side": "professional", "extent": "point", "colour": "#56B4E9", "default_key": "Q",
     "label": {"en": "Question", "nl": "Vraag"}, "definition": {"en": "Asks.", "nl": "Vraagt."}},
    {"key": "change", "side": "client", "extent": "point", "colour": "#009E73", "default_key": "C",
     "label": {"en": "Change talk", "nl": "Verandertaal"}, "definition": {"en": "Wants to.", "nl": "Wil wel."},
     "attributes": ["strength"]},
    {"key": "silence", "side": "client", "extent": "span", "colour": "#8A8F98", "default_key": "S",
     "label": {"en": "Silence", "nl": "Stilte"}, "definition": {"en": "Nobody speaks.", "nl": "Niemand praat."}},
    {"key": "crying", "side": "client", "extent": "span", "colour": "#CC79A7", "default_key": "R",
     "label": {"en": "Crying", "nl": "Huilen"}, "definition": {"en": "Cries.", "nl": "Huilt."}}
  ]
})",
                                 "small.json");
}

class Coding : public testing::Test {
protected:
    Coding() : model_{.library = library_}, controller_(model_, {sink_, [] {}, [](const FileRequest&) {}}) {
        const support::TestClip clip{.seconds = 10, .width = 64, .height = 48};
        const base::Id coding = samples::add_coding(library_, small_codebook(), clip.path(), base::seconds(10));
        controller_.apply(OpenCoding{coding});
        wait_until([&] { return open().player && open().player->is_open(); });
    }

    OpenConversationState& open() { return *model_.open; }
    const std::vector<codes::Event>& events() { return open().coding.events; }

    template <class Condition>
    void wait_until(Condition condition) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition()) {
            ASSERT_LT(std::chrono::steady_clock::now(), give_up) << "waited in vain";
            if (open().player) open().player->tick();
            controller_.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    void go_to(double seconds) {
        controller_.apply(SeekTo{base::seconds(seconds)});
        wait_until([&] { return !open().player->is_seeking() && open().player->position() == base::seconds(seconds); });
    }

    void drop(const char* code, media::Clock::time_point pressed = media::Clock::now()) {
        controller_.apply(DropCode{code, pressed, false});
    }

    void drop_at(const char* code, double seconds) {
        go_to(seconds);
        drop(code);
    }

    // The copy on screen is the library's, whatever has happened.
    void expect_same_as_library() {
        const auto kept = library_.coding(open().coding.id);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->events, events());
        EXPECT_EQ(kept->feedback, open().coding.feedback);
    }

    RefusingLibrary library_;
    media::NoAudioSink sink_;
    Model model_;
    Controller controller_;
};

}  // namespace app
