// What a worker that was taken over might say, fed to what checks it.
#include "media/info_json.h"
#include "media/worker_message.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace {

using media::checked_picture;
using media::info_from_json;
using media::is_possible;
using media::parse_message;
using media::SlotLayout;
using media::protocol::Header;
using media::protocol::Kind;
using media::protocol::PictureReady;

template <class T>
std::string datagram(Kind kind, const T& payload, std::string_view text = {}) {
    const Header header{kind, static_cast<std::uint32_t>(text.size())};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes.append(reinterpret_cast<const char*>(&payload), sizeof payload);
    return bytes.append(text);
}

TEST(WorkerMessage, IsReadWhole) {
    const auto message = parse_message(datagram(Kind::Opened, media::protocol::Opened{12, 4096}, "{}"));
    ASSERT_TRUE(message);
    EXPECT_EQ(message->kind, Kind::Opened);
    EXPECT_EQ(message->as<media::protocol::Opened>().slots, 12U);
    EXPECT_EQ(message->text, "{}");
}

TEST(WorkerMessage, OfAnotherSizeIsRefused) {
    const std::string good = datagram(Kind::PictureReady, PictureReady{});
    ASSERT_TRUE(parse_message(good));
    for (std::size_t size = 0; size < good.size(); ++size) EXPECT_FALSE(parse_message(good.substr(0, size))) << size;
    EXPECT_FALSE(parse_message(good + "x"));
    std::string lying = datagram(Kind::Warning, Header{}, "damaged");
    EXPECT_FALSE(parse_message(lying));
}

TEST(WorkerMessage, OfAKindThatOnlyTheWindowMaySendIsRefused) {
    for (const std::uint32_t kind : {0U, 1U, 2U, 9U, 10U, 99U, 111U, 0xffffffffU}) {
        EXPECT_FALSE(parse_message(datagram(static_cast<Kind>(kind), PictureReady{}))) << kind;
        const Header bare{static_cast<Kind>(kind), 0};
        EXPECT_FALSE(parse_message({reinterpret_cast<const char*>(&bare), sizeof bare})) << kind;
    }
}

PictureReady good_picture() {
    PictureReady ready;
    ready.slot = 2;
    ready.width = 321;
    ready.height = 193;
    ready.stride = {352, 176, 176};
    ready.offset = {0, 352 * 193, 352 * 193 + 176 * 97};
    ready.until_us = 40'000;
    return ready;
}

constexpr SlotLayout kLayout{4, 352 * 193 + 2 * 176 * 97};

TEST(WorkerPicture, LiesInsideItsSlot) {
    const std::vector<std::uint8_t> memory(kLayout.slots * kLayout.slot_bytes);
    const auto picture = checked_picture(good_picture(), kLayout, memory.data());
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->planes[0], memory.data() + 2 * kLayout.slot_bytes);
    EXPECT_EQ(picture->planes[2] + 176 * 97, memory.data() + 3 * kLayout.slot_bytes);
    EXPECT_EQ(picture->until, base::milliseconds(40));
}

TEST(WorkerPicture, WithAnImpossibleNumberIsRefused) {
    const std::vector<std::uint8_t> memory(kLayout.slots * kLayout.slot_bytes);
    const auto is_refused = [&](auto spoil) {
        PictureReady ready = good_picture();
        spoil(ready);
        return !checked_picture(ready, kLayout, memory.data());
    };
    EXPECT_FALSE(is_refused([](PictureReady&) {}));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.slot = 4; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.slot = 0xffffffff; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.width = 353; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.width = 0; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.width = -1; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.height = 195; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.height = 0x7fffffff; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.stride[0] = -352; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.stride[1] = 0x7fffffff; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.stride[2] = 160; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.offset[0] = 1 << 20; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.offset[2] += 16; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.offset[1] = 0xffffffff; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.rotation = 45; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.rotation = -90; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.pixel_aspect = 0; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.pixel_aspect = std::nan(""); }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.until_us = p.at_us; }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.at_us = std::numeric_limits<std::int64_t>::min(); }));
    EXPECT_TRUE(is_refused([](PictureReady& p) { p.until_us = std::numeric_limits<std::int64_t>::max(); }));
    EXPECT_FALSE(checked_picture(good_picture(), SlotLayout{}, memory.data())) << "before any slot was laid out";
}

TEST(WorkerOpened, MayNotLayOutMoreThanTheMemoryHolds) {
    using media::protocol::kPictureBytes;
    using media::protocol::Opened;
    EXPECT_TRUE(is_possible(Opened{16, kPictureBytes / 16}));
    EXPECT_TRUE(is_possible(Opened{0, 0}));
    EXPECT_FALSE(is_possible(Opened{16, kPictureBytes / 16 + 1}));
    EXPECT_FALSE(is_possible(Opened{0xffffffff, 1}));
    EXPECT_FALSE(is_possible(Opened{2, std::uint64_t{1} << 63}));
}

TEST(WorkerStill, MayNotBeLargerThanTheMemory) {
    using media::protocol::StillReady;
    EXPECT_TRUE(is_possible(StillReady{7680, 4320, 0, 40'000}));
    EXPECT_FALSE(is_possible(StillReady{16384, 16384, 0, 40'000}));
    EXPECT_FALSE(is_possible(StillReady{-1, -1, 0, 40'000}));
    EXPECT_FALSE(is_possible(StillReady{0x7fffffff, 0x7fffffff, 0, 40'000}));
}

TEST(RecordingInfoJson, IsReadAndBounded) {
    const auto info = info_from_json(R"({"duration_us":61500000,"container":"mp4","start_us":-21333,
        "video":{"codec":"h264","width":1280,"height":720,"rotation":90,"average_fps":24.9,"variable_rate":true},
        "audio":[{"codec":"aac","channels":2,"sample_rate":48000,"title":"","language":"nld"}],"warnings":["damaged"]})");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->duration, base::seconds(61.5));
    EXPECT_EQ(info->start.microseconds, -21'333);
    EXPECT_EQ(info->video->rotation, 90);
    EXPECT_TRUE(info->video->variable_rate);
    EXPECT_EQ(info->audio.at(0).language, "nld");
    EXPECT_EQ(info->warnings.at(0), "damaged");
}

TEST(RecordingInfoJson, ThatCannotBeTrueIsRefused) {
    const auto is_refused = [](const char* json) { return !info_from_json(json); };
    EXPECT_TRUE(is_refused(""));
    EXPECT_TRUE(is_refused("[]"));
    EXPECT_TRUE(is_refused("{"));
    EXPECT_TRUE(is_refused(R"({"duration_us":-1,"start_us":0})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":"long","start_us":0})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":18446744073709551615,"start_us":0})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":1e300,"start_us":0})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":1,"start_us":0,"video":{"width":0,"height":720,"rotation":0}})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":1,"start_us":0,"audio":[{"channels":100000,"sample_rate":1}]})"));
    EXPECT_TRUE(is_refused(R"({"duration_us":1,"start_us":0,"audio":[7]})"));
    const auto odd = info_from_json("{\"duration_us\":1,\"start_us\":0,\"container\":\"\xff\xfe\"}");
    EXPECT_FALSE(odd) << "not UTF-8";
    EXPECT_TRUE(is_refused((std::string(100'000, '[')).c_str()));
}

}  // namespace
