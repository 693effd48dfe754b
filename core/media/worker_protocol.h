// The one thing that the window program and the media worker (`terugblik-media`) share: what they say to each other.
//
// The worker is started with these descriptors and nothing else open (stderr aside):
//   3  a SOCK_SEQPACKET socket; one datagram is one message: a Header, then the struct that its kind names, then text
//   4  the recording, for reading
//   5  a sealed memfd of kSharedBytes: SoundRing at its beginning, Pulse at kPulseAt, picture slots from kPicturesAt
//   6  an eventfd: the sound card's side has taken blocks out of the SoundRing (playing), or the output file (Clip)
// It locks itself in before it reads the first byte of 4, says Ready, and is then told what it is for.
// Nothing that the worker says is trusted: the window program checks every index, size and length before it uses it.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace media::protocol {

inline constexpr std::uint32_t kVersion = 4;
inline constexpr std::size_t kMaxMessage = 64 * 1024;

enum class Kind : std::uint32_t {
    // window -> worker
    Open = 1,        // for playing: answered by Opened or Failed
    ShowPictures,    // decode from here on; replaces any earlier one
    ReleasePicture,  // a slot may be used again
    PlaySound,       // fill the ring from here on; replaces any earlier one
    StopSound,       // stop filling; the ring may keep what it has
    Probe,           // answered by Opened or Failed; then the worker ends
    Still,           // one upright RGB picture; answered by StillReady or Failed; more may follow
    Peaks,           // whole sound of a track; answered by PeaksPart..., Progress..., Done or Failed
    Clip,            // write stretches of it into descriptor 6; answered by Progress..., Done or Failed
    Speech,          // likewise; answered by SpeechPart..., Progress..., Done or Failed
    TrySandbox,      // for tests: attempts one forbidden thing (text names it); answered by Done or Failed if it lives
    // worker -> window
    Ready = 100,  // locked in (or not: see sandboxed)
    Opened,       // text: JSON {duration_us, container, start_us, video: null or {codec, width, height, rotation,
                  // average_fps, variable_rate}, audio: [{codec, channels, sample_rate, title, language}],
                  // warnings: [reason]}
    Failed,       // text: a reason from the list below, then a colon, then libav's words
    PictureReady,
    PicturesEnd,  // no picture after the last one sent
    SoundEnd,     // no sound after the last block in the ring
    Warning,      // text: a reason as in Failed; decoding goes on
    StillReady,
    PeaksPart,   // after the struct: count pairs of int8 (low, high), interleaved by channel
    SpeechPart,  // after the struct: count bytes per channel, interleaved: kVoiced if a voice was heard, and the level
    Progress,
    Done,
};

struct Header {
    Kind kind;
    std::uint32_t text_bytes = 0;  // UTF-8 after the struct
};

// Reasons are keys; the window program says them in the coach's language:
//   not_media empty unreadable truncated no_streams too_large codec_missing points_elsewhere damaged no_sound
//   no_picture no_channel too_long out_of_memory cannot_write inside (a defect of our own)

struct Ready {
    std::uint32_t version = kVersion;
    std::uint32_t sandboxed = 0;       // 1: seccomp and Landlock hold; 2: seccomp alone; 0: neither
    std::uint32_t memory_bounded = 0;  // 1: limits on memory hold (never under the sanitizers)
};

struct Opened {
    std::uint32_t slots = 0;  // picture slots laid out from kPicturesAt
    std::uint64_t slot_bytes = 0;
    std::uint32_t held_at_most = 0;  // by the window at a time; the decoder works in the others
};

struct ShowPictures {
    std::uint32_t serial = 0;       // every answer carries it; older ones are stale
    std::uint32_t key_frame = 0;    // 1: the nearest key frame at or before `from` will do
    std::int64_t from_us = 0;       // the first picture sent is the one whose interval contains this ...
    std::uint32_t lead = 0;         // ... preceded by up to so many pictures before it (for stepping back)
    std::uint32_t single = 0;       // 1: stop after that picture; 0: go on as slots come free
    std::int64_t loop_from_us = 0;  // with loop_to_us > loop_from_us: after the picture that contains loop_to_us - 1,
    std::int64_t loop_to_us = 0;    // go on at loop_from_us, lap + 1
};

struct PictureReady {
    std::uint32_t serial = 0;
    std::uint32_t slot = 0;
    std::int32_t width = 0, height = 0;     // luma, pixels
    std::array<std::uint32_t, 3> offset{};  // of each plane, from the slot's beginning
    std::array<std::int32_t, 3> stride{};
    std::int32_t rotation = 0;  // clockwise to upright
    std::uint32_t mirrored = 0;
    double pixel_aspect = 1;
    std::uint32_t bt709 = 0, full_range = 0;
    std::int64_t at_us = 0, until_us = 0;
    std::uint32_t lap = 0;      // how often a loop has started again
    std::uint32_t is_lead = 0;  // before the one asked for
};

struct ReleasePicture {
    std::uint32_t slot = 0;
};

struct PlaySound {
    std::uint32_t serial = 0;
    std::uint32_t track = 0;
    std::int64_t from_us = 0;       // sample-exact
    double speed = 1;               // pitch kept
    std::int64_t loop_from_us = 0;  // as in ShowPictures: sample-exact, without a gap
    std::int64_t loop_to_us = 0;
    std::uint64_t muted_channels = 0;  // bit n: channel n is silent
};

struct SerialOnly {  // StopSound, PicturesEnd, SoundEnd
    std::uint32_t serial = 0;
};

struct Still {
    std::int64_t at_us = 0;
    std::int32_t fit_width = 0, fit_height = 0;  // 0: its own size
};
struct StillReady {  // RGB, rows without gaps, from kPicturesAt
    std::int32_t width = 0, height = 0;
    std::int64_t at_us = 0, until_us = 0;
};

struct Peaks {
    std::uint32_t track = 0;
    std::uint32_t samples_per_peak = 256;
};
struct PeaksPart {
    std::uint32_t channels = 0;
    std::uint32_t sample_rate = 0;
    std::uint32_t count = 0;  // peaks per channel in this part
};

struct Speech {
    std::uint32_t track = 0;
};
struct SpeechPart {
    std::uint32_t channels = 0;
    std::uint32_t count = 0;  // steps of kSpeechStepUs in this part
};
inline constexpr std::int64_t kSpeechStepUs = 10'000;
inline constexpr std::uint8_t kVoiced = 0x80;
inline constexpr std::uint8_t kQuietest = 0x7f;  // the level is in whole dB below full scale, up to this

// What to write stands in the memory from kPicturesAt: so many bytes of JSON, then the pixels of each title in turn
// (RGB, rows without gaps). Times are in microseconds, those of the subtitles from the beginning of what is written:
//   {track, stretches: [{span: [from, to], title: null or {width, height, shown}}], blurred: [[left, top, width,
//   height]],
//    voices: [{shift, channel: null or n, when: [[from, to]]}], beeps: [[from, to]], subtitles: [{span, text}]}
struct Clip {
    std::uint32_t plan_bytes = 0;
};

struct Progress {
    float fraction = 0;
};

struct Done {
    std::int64_t value = 0;  // Clip: the length of what was written, in microseconds
};

// Sound on its way to the card: one writer (the worker), one reader (the sound card's thread), no lock. The indices
// only grow; block n lies in blocks[n % kSoundBlocks].
inline constexpr int kSoundBlockFrames = 512;
inline constexpr std::uint32_t kSoundBlocks = 96;  // a second at 48 kHz

struct SoundBlock {
    std::uint32_t serial = 0;
    std::uint32_t frames = 0;   // stereo frames at 48 kHz, kSoundBlockFrames but at an end or a loop's seam
    std::int64_t at_us = 0;     // time in the recording of the first frame
    std::int64_t until_us = 0;  // and just after the last
    std::uint32_t lap = 0;
    std::uint32_t is_last = 0;  // the sound ends with this block
    std::array<float, kSoundBlockFrames * 2> samples{};
};

struct SoundRing {
    std::atomic<std::uint32_t> written{0};
    std::atomic<std::uint32_t> taken{0};
    std::atomic<std::uint32_t> writer_waits{0};  // 1: write to descriptor 6 after taking a block
    std::array<SoundBlock, kSoundBlocks> blocks{};
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

// How the window sees at any time that the worker gets on. A part that owes something, and whose steps stand still
// while the worker computes, loops; one whose worker stands still as well waits for what never comes.
enum class Part : std::uint32_t { Pictures, Sound };
struct Pulse {
    std::array<std::atomic<std::uint32_t>, 2> steps{};  // by Part: packets, and what is read of the file to get at them
    std::atomic<std::uint32_t> reading{0};              // threads that wait for the file: a network drive may be slow
};

inline constexpr std::size_t kPicturesAt = 1 << 20;
inline constexpr std::size_t kPulseAt = kPicturesAt - 4096;
inline constexpr std::size_t kPictureBytes = 256u << 20;
inline constexpr std::size_t kSharedBytes = kPicturesAt + kPictureBytes;
static_assert(sizeof(SoundRing) <= kPulseAt && sizeof(Pulse) <= kPicturesAt - kPulseAt);

}  // namespace media::protocol
