// Clips that are cut anew for a package, and what is masked in them: looked for in the files that arrive.
#include "library/excerpts.h"

#include "base/hash.h"
#include "library/clip_samples.h"
#include "media/recording.h"
#include "packages/two_sides.h"
#include "support/decoded.h"
#include "support/test_clip.h"

#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>

namespace packages {
namespace {

namespace fs = std::filesystem;
using base::seconds;
using library::PackedMedia;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

int number_at(const std::string& film, base::Time at) {
    const media::StillPicture still = media::picture_at(film, at);
    return support::number_in(still.width, still.height, still.rgb.data());
}

class Excerpts : public testing::Test {
protected:
    Excerpts() {
        introduce(coach_, trainee_);
        film_ = with_film(coach_);
        first_ = samples::clip(film_.id, 2, 4);
        second_ = samples::clip(film_.id, 6, 7);
        coach_.library->clips().put({first_, second_});
    }

    std::vector<library::Recording> arrived() {
        std::vector<library::Recording> recordings = trainee_.library->conversation(film_.id)->recordings;
        std::erase_if(recordings, [](const library::Recording& one) { return !library::is_excerpt(one); });
        return recordings;
    }
    // How loud the beep of a channel is, in whichever ear.
    double tone_in(const std::string& file, int channel) {
        const double hertz = support::TestClip{.seconds = 10, .channels = 2}.beep_hertz(channel);
        const auto ears = support::decoded_sound(file, 2);
        return std::max(support::tone(ears[0], hertz), support::tone(ears[1], hertz));
    }
    Choice choice(PackedMedia media, std::vector<base::Id> clips = {}) {
        Choice chosen{film_.id, {}, media, {}};
        chosen.clips = std::move(clips);
        return chosen;
    }

    Side coach_{"Marit"}, trainee_{"Anna"};
    library::Conversation film_;
    codes::Clip first_, second_;
};

TEST_F(Excerpts, HoldOnlyTheirStretchAndNothingElse) {
    const Merged merged = receive(trainee_, send(coach_, trainee_, choice(PackedMedia::Clips)));
    EXPECT_FALSE(merged.has_recording) << "the whole is not there";
    EXPECT_TRUE(merged.has_excerpts);
    ASSERT_THAT(arrived(), SizeIs(2));
    const library::Recording one = arrived().front();
    EXPECT_EQ(one.offset, seconds(2));
    EXPECT_EQ(one.duration, seconds(2));
    EXPECT_EQ(number_at(one.path, {}), 50);
    EXPECT_EQ(number_at(one.path, seconds(1.99)), 99);
    EXPECT_EQ(support::decoded_pictures(one.path, 320, 192).size(), 50U);
    EXPECT_EQ(media::probe(one.path).duration, seconds(2));
    EXPECT_EQ(number_at(arrived().back().path, {}), 150);
    for (const library::Recording& excerpt : arrived())
        EXPECT_THAT(support::metadata_of(excerpt.path), testing::Not(HasSubstr("title")));
    EXPECT_EQ(content_of(*trainee_.library, film_.id), content_of(*coach_.library, film_.id));
}

TEST_F(Excerpts, CarryNoMetadataOfTheRecording) {
    const std::string tagged = coach_.folder.file("tagged.mp4");
    support::output_of(
        fmt::format("ffmpeg -nostdin -v error -i '{}' -c copy -metadata title=Zwartkoppie -metadata "
                    "location=+52.1+5.1/ -metadata comment=Zwartkoppie '{}'",
                    film_.recordings.front().path, tagged));
    ASSERT_THAT(support::metadata_of(tagged), HasSubstr("Zwartkoppie"));
    coach_.library->found_recording(film_.recordings.front().id, tagged);
    library::Conversation conversation = coach_.library->conversation(film_.id).value();
    conversation.recordings.front().size = static_cast<std::int64_t>(fs::file_size(tagged));
    conversation.recordings.front().fingerprint = base::fast_fingerprint(tagged);
    coach_.library->update(conversation);
    receive(trainee_, send(coach_, trainee_, choice(PackedMedia::Clips)));
    for (const library::Recording& excerpt : arrived()) {
        EXPECT_THAT(support::metadata_of(excerpt.path), testing::Not(HasSubstr("Zwartkoppie")));
        EXPECT_THAT(support::metadata_of(excerpt.path), testing::Not(HasSubstr("52.1")));
        EXPECT_EQ(support::read_file(excerpt.path).find("Zwartkoppie"), std::string::npos);
    }
}

TEST_F(Excerpts, OfChosenClipsLeaveTheOthersAtHome) {
    coach_.library->clips().put(samples::comment(first_.id, "over de eerste"), {});
    receive(trainee_, send(coach_, trainee_, choice(PackedMedia::Clips, {second_.id})));
    EXPECT_THAT(arrived(), SizeIs(1));
    ASSERT_THAT(trainee_.library->clips().of(film_.id), SizeIs(1));
    EXPECT_EQ(trainee_.library->clips().of(film_.id).front().id, second_.id);
    EXPECT_THAT(trainee_.library->clips().comments(film_.id), IsEmpty());
}

TEST_F(Excerpts, ComeOncePlayWhereTheyBelongAndStayWhenTheConversationIsRevised) {
    const std::string package = send(coach_, trainee_, choice(PackedMedia::Clips));
    receive(trainee_, package);
    EXPECT_EQ(receive(trainee_, package).added, 0);
    library::Conversation renamed = coach_.library->conversation(film_.id).value();
    renamed.title = "Anders";
    coach_.library->update(renamed);
    receive(trainee_, send(coach_, trainee_, choice(PackedMedia::None)));
    ASSERT_THAT(arrived(), SizeIs(2));
    const library::Conversation here = trainee_.library->conversation(film_.id).value();
    EXPECT_EQ(here.title, "Anders");
    EXPECT_EQ(library::excerpt_at(here, seconds(6.5))->offset, seconds(6));
    EXPECT_EQ(library::excerpt_at(here, seconds(3))->offset, seconds(2));
    EXPECT_EQ(library::excerpt_at(here, seconds(9))->offset, seconds(2)) << "somewhere";
    EXPECT_EQ(library::excerpt_at(film_, seconds(3)), nullptr);
    EXPECT_EQ(std::distance(fs::directory_iterator(trainee_.media_folder()), {}), 2);
}

TEST_F(Excerpts, DoNotTravelOn) {
    Side lead("Kees");
    introduce(trainee_, lead);
    receive(trainee_, send(coach_, trainee_, choice(PackedMedia::Clips)));
    const std::string passed_on = send(trainee_, lead, {film_.id, {}, PackedMedia::None, {}});
    receive(lead, passed_on);
    EXPECT_THAT(lead.library->conversation(film_.id)->recordings, SizeIs(1));
    EXPECT_THROW(send(trainee_, lead, choice(PackedMedia::Clips)), base::Error) << "there is nothing to cut them from";
}

TEST_F(Excerpts, AreRefusedWhereThereIsNoSuchClip) {
    EXPECT_THROW(send(coach_, trainee_, choice(PackedMedia::Clips, {base::make_id()})), base::Error);
    coach_.library->clips().step(film_.id, library::Direction::Undo);
    EXPECT_THROW(send(coach_, trainee_, choice(PackedMedia::Clips)), base::Error);
}

TEST_F(Excerpts, OfMaskedClipsHaveNothingOfWhatIsMasked) {
    Choice masked = choice(PackedMedia::Clips);
    masked.masks.blurred = {{}};
    masked.masks.voices = {{.way = media::VoiceMask::Way::Mute, .channel = 1, .when = {}}};
    masked.masks.beeps = {{seconds(6), seconds(7)}};
    receive(trainee_, send(coach_, trainee_, masked));
    ASSERT_THAT(arrived(), SizeIs(2));
    const std::string first = arrived().front().path, second = arrived().back().path;
    for (const double at : {0.0, 0.5, 1.0, 1.9}) EXPECT_EQ(number_at(first, seconds(at)), -1) << at;
    const std::string plain = film_.recordings.front().path;
    EXPECT_LT(tone_in(first, 1), 0.02 * tone_in(plain, 1)) << "the client is not heard";
    EXPECT_GT(tone_in(first, 0), 0.3 * tone_in(plain, 0)) << "the professional's is not";
    EXPECT_LT(tone_in(second, 0), 0.1 * tone_in(plain, 0)) << "a tone of another height is all there is";
}

TEST_F(Excerpts, OfTheWholeRecordingTakeItsPlaceWhereSomethingIsMasked) {
    Choice masked = choice(PackedMedia::Whole);
    masked.masks.blurred = {{}};
    const std::string package = send(coach_, trainee_, masked);
    EXPECT_FALSE(receive(trainee_, package).has_recording);
    ASSERT_THAT(arrived(), SizeIs(1));
    const library::Recording whole = arrived().front();
    EXPECT_EQ(whole.offset, base::Time{});
    EXPECT_EQ(whole.duration, film_.recordings.front().duration);
    for (const double at : {0.0, 3.0, 9.5}) EXPECT_EQ(number_at(whole.path, seconds(at)), -1) << at;
    EXPECT_EQ(inside(package, trainee_.keys).find(support::read_file(film_.recordings.front().path).substr(4'000, 400)),
              std::string::npos)
        << "nothing of the file itself";
    EXPECT_TRUE(receive(trainee_, send(coach_, trainee_, choice(PackedMedia::Whole))).has_recording)
        << "a masked one does not count as having it";
}

}  // namespace
}  // namespace packages
