#include "library/import.h"

#include "base/hash.h"
#include "library/file_names.h"
#include "library/samples.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Import : public testing::Test {
protected:
    std::string make(const std::string& name, const std::string& content = "x") const {
        const fs::path path = folder_.file(name);
        fs::create_directories(path.parent_path());
        support::write_file(path.string(), content);
        return path.string();
    }
    support::TemporaryFolder folder_;
};

TEST_F(Import, AZoomFolderIsOneConversation) {
    const std::string meeting = "2026-11-12 14.03.00 Anna's Zoom Meeting";
    const std::string video = make(meeting + "/video1234567890.mp4");
    const std::string sound = make(meeting + "/audio1234567890.m4a");
    const std::string anna = make(meeting + "/Audio Record/audioAnna11234567890.m4a");
    const std::string marit = make(meeting + "/Audio Record/audioMarit21234567890.m4a");
    const std::string words = make(meeting + "/meeting.vtt");
    const std::string chat = make(meeting + "/chat.txt");
    const std::string other = make(meeting + "/recording.conf");
    for (const std::string& dropped : {folder_.file(meeting), folder_.file(meeting) + "/", folder_.path()}) {
        const FoundFiles found = look_for_recordings({dropped});
        ASSERT_EQ(found.conversations.size(), 1U) << dropped;
        const Found& talk = found.conversations[0];
        EXPECT_EQ(talk.title, "Anna's Zoom Meeting");
        EXPECT_EQ(talk.date, "2026-11-12T14:03:00");
        EXPECT_THAT(talk.recordings, ElementsAre(video, sound));
        EXPECT_THAT(talk.person_audio, ElementsAre(anna, marit));
        EXPECT_THAT(talk.transcripts, ElementsAre(words));
        EXPECT_EQ(talk.chat, chat);
        EXPECT_THAT(found.ignored, ElementsAre(other));
    }
}

TEST_F(Import, OlderZoomNamesAreKnownToo) {
    const std::string sound = make("2021-03-04 09.00.00 Intervisie 123/audio_only.m4a");
    const std::string video = make("2021-03-04 09.00.00 Intervisie 123/zoom_0.mp4");
    const FoundFiles found = look_for_recordings({folder_.path()});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].recordings, ElementsAre(video, sound));
    EXPECT_EQ(found.conversations[0].title, "Intervisie 123");
}

TEST_F(Import, EachCloudRecordingInADownloadFolderIsItsOwnConversation) {
    const std::string first = make("Downloads/GMT20261112-130300_Recording_1920x1080.mp4");
    const std::string first_words = make("Downloads/GMT20261112-130300_Recording.transcript.vtt");
    const std::string second = make("Downloads/GMT20261113-130300_Recording_1920x1080.mp4");
    const std::string second_sound = make("Downloads/GMT20261113-130300_Recording.m4a");
    const std::string chat = make("Downloads/GMT20261113-130300_RecordingnewChat.txt");
    for (const std::vector<std::string>& dropped :
         {std::vector{folder_.file("Downloads")}, std::vector{second_sound, first_words, chat, second, first}}) {
        const FoundFiles found = look_for_recordings(dropped);
        ASSERT_EQ(found.conversations.size(), 2U);
        EXPECT_THAT(found.conversations[0].recordings, ElementsAre(first));
        EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(first_words));
        EXPECT_EQ(found.conversations[0].date, "2026-11-12T13:03:00Z");
        EXPECT_THAT(found.conversations[1].recordings, ElementsAre(second, second_sound));
        EXPECT_EQ(found.conversations[1].chat, chat);
        EXPECT_THAT(found.ignored, IsEmpty());
    }
}

TEST_F(Import, ATranscriptUnderItsOwnNameBelongsToTheOneCloudRecordingBesideIt) {
    const std::string video = make("Downloads/GMT20261112-130300_Recording_1920x1080.mp4");
    const std::string words = make("Downloads/uitgeschreven.vtt");
    const FoundFiles found = look_for_recordings({folder_.path()});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].recordings, ElementsAre(video));
    EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(words));
    EXPECT_THAT(found.ignored, IsEmpty());
}

TEST_F(Import, CaptionsComeAfterTheTranscript) {
    make("Downloads/GMT20261112-130300_Recording.mp4");
    const std::string captions = make("Downloads/GMT20261112-130300_Recording.cc.vtt");
    const std::string words = make("Downloads/GMT20261112-130300_Recording.transcript.vtt");
    EXPECT_THAT(look_for_recordings({folder_.path()}).conversations.at(0).transcripts, ElementsAre(words, captions));
}

TEST_F(Import, APersonsSoundIsNamedAfterTheOneWhoSpeaks) {
    EXPECT_EQ(person_in("/a/Audio Record/audioJanBakker11234567.m4a"), "JanBakker");
}

TEST_F(Import, SingleFilesAreEachAConversationWithTheTranscriptBesideThem) {
    const std::string phone = make("VID_20261101_093012.MP4");
    const std::string named = make("gesprek Bo.m4a");
    const std::string words = make("gesprek Bo.vtt");
    make("other.vtt");
    const std::string letter = make("brief.docx");
    const FoundFiles found = look_for_recordings({phone, named, letter, phone});
    ASSERT_EQ(found.conversations.size(), 2U);
    for (const Found& talk : found.conversations) {
        if (talk.recordings[0] == phone) {
            EXPECT_EQ(talk.date, "2026-11-01T09:30:12");
            EXPECT_THAT(talk.transcripts, IsEmpty());
        } else {
            EXPECT_EQ(talk.title, "gesprek Bo");
            EXPECT_THAT(talk.transcripts, ElementsAre(words));
            EXPECT_EQ(talk.date.substr(0, 10), base::to_iso8601(base::now()).substr(0, 10));
        }
    }
    EXPECT_THAT(found.ignored, ElementsAre(letter));
}

TEST_F(Import, ATranscriptInAnyFormatIsFoundBesideTheRecording) {
    const std::string sound = make("gesprek Bo.m4a");
    const std::string text = make("gesprek Bo.txt", "[00:00:01] Bo: Ja\n");
    const std::string table = make("gesprek Bo.tsv", "start\tend\ttext\n0\t900\tJa\n");
    const std::string titles = make("gesprek Bo.srt");
    const std::string json = make("gesprek Bo.words.json", R"({"segments":[{"start":0,"end":1,"text":"Ja"}]})");
    const std::string words = make("gesprek Bo.vtt");
    make("gesprek Bo.settings.json", "{}");
    make("gesprek Bo.notes.txt", "Bel Bo om 10:30 terug.");
    make("other.json", R"({"segments":[{"start":0,"end":1,"text":"Ja"}]})");
    const FoundFiles found = look_for_recordings({sound});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(words, json, titles, table, text));
}

TEST_F(Import, AZoomFolderMayHoldATranscriptByAnotherProgram) {
    const std::string video = make("2026-11-12 14.03.00 Anna/video1234567890.mp4");
    const std::string json =
        make("2026-11-12 14.03.00 Anna/video1234567890.json", R"({"segments":[{"start":0,"end":1,"text":"Ja"}]})");
    const std::string chat = make("2026-11-12 14.03.00 Anna/chat.txt", "00:00:01\tBo:\tJa\n");
    const FoundFiles found = look_for_recordings({fs::path(video).parent_path().string()});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(json));
    EXPECT_EQ(found.conversations[0].chat, chat);
    EXPECT_THAT(found.ignored, IsEmpty());
}

TEST_F(Import, ATextDroppedWithARecordingIsItsTranscriptOnlyIfItIsOne) {
    const std::string video = make("film.mov");
    const std::string words = make("uitgeschreven.txt", "[00:00:01] Bo: Ja\n");
    const std::string letter = make("brief.txt", "Beste Bo");
    const FoundFiles found = look_for_recordings({words, letter, video});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(words));
    EXPECT_THAT(found.ignored, ElementsAre(letter));
}

TEST_F(Import, ARecordingAndATranscriptDroppedTogetherBelongTogether) {
    const std::string video = make("film.mov");
    const std::string words = make("uitgeschreven.vtt");
    const FoundFiles found = look_for_recordings({words, video});
    ASSERT_EQ(found.conversations.size(), 1U);
    EXPECT_THAT(found.conversations[0].transcripts, ElementsAre(words));
    EXPECT_THAT(look_for_recordings({words}).ignored, ElementsAre(words));
}

TEST_F(Import, AFolderOfRecordingsIsAConversationForEach) {
    make("2026/maart/een.mp4");
    make("2026/april/twee.wav");
    make("2026/.verborgen.mp4");
    EXPECT_EQ(look_for_recordings({folder_.path()}).conversations.size(), 2U);
    EXPECT_THAT(look_for_recordings({folder_.file("nowhere")}).conversations, IsEmpty());
}

TEST(FileNames, EveryContainerThatPeopleBringIsARecording) {
    for (const char* name : {"a.mp4", "a.MOV", "a.m4a", "a.3gp", "a.mkv", "a.webm", "a.avi", "a.wav", "a.mp3", "a.amr",
                             "a.opus", "a.ogg", "a.flac", "a.3GPP"}) {
        EXPECT_TRUE(is_recording_name(name)) << name;
    }
    for (const char* name : {"a.txt", "mp4", ".mp4", "a.mp4.part", "a.jpg", "a.m3u8", "a"}) {
        EXPECT_FALSE(is_recording_name(name)) << name;
    }
}

TEST(FileNames, MomentsAreReadAsPeopleAndDevicesWriteThem) {
    EXPECT_EQ(moment_in_name("2026-11-12 14.03.00 Anna"), "2026-11-12T14:03:00");
    EXPECT_EQ(moment_in_name("GMT20261112-130300_Recording"), "2026-11-12T13:03:00Z");
    EXPECT_EQ(moment_in_name("PXL_20261112_130300123.mp4"), "2026-11-12T13:03:00");
    EXPECT_EQ(moment_in_name("WhatsApp Video 2026-11-12 at 14.03.00"), "2026-11-12");
    EXPECT_EQ(moment_in_name("gesprek 2026-11-12"), "2026-11-12");
    EXPECT_EQ(moment_in_name("Recording_20261112_1403"), "2026-11-12T14:03:00");
    EXPECT_EQ(moment_in_name("2026-02-31"), "");
    EXPECT_EQ(moment_in_name("20261399"), "");
    EXPECT_EQ(moment_in_name("0612345678901"), "");
    EXPECT_EQ(moment_in_name("gesprek"), "");
    EXPECT_EQ(title_in_name("2026-11-12 gesprek met Bo"), "gesprek met Bo");
    EXPECT_EQ(title_in_name("VID_20261112_140300"), "");
}

TEST_F(Import, AMovedRecordingIsFoundByWhatIsInIt) {
    const std::string content(200'000, 'v');
    Recording recording = samples::recording(make("old/talk.mp4", content));
    recording.size = static_cast<std::int64_t>(content.size());
    recording.fingerprint = base::fast_fingerprint(recording.path);
    EXPECT_EQ(find_again(recording, {}), recording.path);

    fs::rename(recording.path, folder_.file("old/renamed.mp4"));
    EXPECT_EQ(find_again(recording, {}), folder_.file("old/renamed.mp4"));

    fs::create_directories(folder_.file("disk/2026"));
    fs::rename(folder_.file("old/renamed.mp4"), folder_.file("disk/2026/elsewhere.mp4"));
    std::string other = content;
    other[100'000] = 'w';
    make("old/talk.mp4", other);  // the old name and size, but another recording
    EXPECT_EQ(find_again(recording, {}), "");
    EXPECT_EQ(find_again(recording, {folder_.file("nowhere"), folder_.file("disk")}),
              folder_.file("disk/2026/elsewhere.mp4"));
}

}  // namespace
}  // namespace library
