#include "media_worker/container.h"

#include "media_worker/data_references.h"
#include "media_worker/decoder.h"
#include "media_worker/junk_before.h"
#include "media_worker/pulse.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string_view>
#include <unistd.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

namespace media_worker {

namespace {

constexpr int kRecording = 4;
constexpr int kReadBuffer = 64 * 1024;
constexpr int kMaxStreams = 64;
constexpr int kMaxBadReads = 1000;
constexpr std::int64_t kMaxSide = 16384;  // pixels; HEVC's and AV1's own limits lie at about 8192 x 4320
// Who reads more than the file so often over, and finds no packet, goes round in circles.
constexpr std::int64_t kTimesOver = 4;
constexpr std::int64_t kAnyhow = 16 << 20;

// Demuxers of containers that hold their own media. No playlists, no lists of pictures, no devices; and no AMR without
// its mark, which libav sees in bytes that are anything.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,wav,w64,mp3,aac,amr,ogg,flac,mpegts,mpeg,asf,flv,caf,aiff,"
    "au,"
    "ac3,eac3,wv,tta,ape,mpc,mpc8,dv,mpegvideo,m4v,h264,hevc,ivf,obu,nut,gsm,loas";
constexpr std::array kElsewhere = {"hls",    "applehttp",         "dash", "concat", "sdp", "rtsp", "imf",
                                   "image2", "webm_dash_manifest"};
constexpr std::array<std::string_view, 8> kPlaylistBeginnings = {"#EXTM3U", "ffconcat", "<MPD",        "[playlist]",
                                                                 "<smil",   "<asx",     "[Reference]", "v=0\r\n"};

// Set by libav's log, the only place where it says so.
thread_local bool index_missing = false;

void listen_to_libav(void*, int, const char* format, va_list) {
    if (std::strstr(format, "moov atom not found") != nullptr) index_missing = true;
}

bool is_one_of(const char* names, const char* list) {
    for (std::string_view rest(names); !rest.empty();) {
        const std::string name(rest.substr(0, rest.find(',')));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        if (std::string(",").append(list).append(",").find("," + name + ",") != std::string::npos) return true;
    }
    return false;
}

}  // namespace

struct Container::File {
    std::int64_t begin = 0;  // what lies before is not there for libav
    std::int64_t at = 0;
    std::int64_t size = 0;
    std::int64_t deadline_us = 0;
    std::int64_t read_in_search = 0;  // since the last packet
    media::protocol::Part part;
    bool unreadable = false;

    explicit File(media::protocol::Part served) : part(served) {
        size = lseek(kRecording, 0, SEEK_END);  // not fstat(), which glibc makes a call that could name any file
        if (size < 0) throw Failure("unreadable", std::strerror(errno));
        if (size == 0) throw Failure("empty", "no bytes");
    }

    bool is_late() const {
        using namespace std::chrono;
        return deadline_us != 0 &&
               duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count() > deadline_us;
    }

    static int read(void* opaque, std::uint8_t* to, int bytes) {
        auto& file = *static_cast<File*>(opaque);
        if (file.is_late()) return AVERROR_EXIT;
        const ssize_t got = file.read_here(to, static_cast<std::size_t>(bytes));
        if (got < 0) {
            file.unreadable = true;
            return AVERROR(errno);
        }
        if (got == 0) return AVERROR_EOF;
        file.at += got;
        file.read_in_search += got;
        if (file.read_in_search <= kTimesOver * file.size + kAnyhow) make_step(file.part);
        return static_cast<int>(got);
    }

    ssize_t read_here(std::uint8_t* to, std::size_t bytes) const {
        const Reading reading;
        return pread(kRecording, to, bytes, begin + at);
    }

    void begin_at(std::int64_t here) {
        begin = here;
        size -= here;
        at = 0;
    }

    static std::int64_t seek(void* opaque, std::int64_t to, int whence) {
        auto& file = *static_cast<File*>(opaque);
        if ((whence & AVSEEK_SIZE) != 0) return file.size;
        switch (whence & ~AVSEEK_FORCE) {
            case SEEK_CUR:
                to += file.at;
                break;
            case SEEK_END:
                to += file.size;
                break;
            default:
                break;
        }
        if (to < 0) return AVERROR(EINVAL);
        return file.at = to;
    }
};

Container::Container(Look look, media::protocol::Part part) : look_(look), part_(part) {
    open();
}
Container::~Container() = default;

AVStream& Container::stream(int index) const {
    return *format_->streams[index];
}
std::int64_t Container::file_bytes() const {
    return file_->size;
}
bool Container::missed_deadline() const {
    return file_->is_late();
}

void Container::serve(media::protocol::Part part) {
    part_ = file_->part = part;
}

void Container::set_deadline(std::int64_t us) {
    file_->deadline_us = us;
    if (us == 0 && io_->error == AVERROR_EXIT) io_->error = 0;
}

namespace {

// Nothing unless the bytes look like one of the containers we take. Throws for what points elsewhere.
const AVInputFormat* recognised(AVIOContext& io) {
    std::array<char, 64> beginning{};
    const int got = std::max(avio_read(&io, reinterpret_cast<unsigned char*>(beginning.data()), beginning.size()), 0);
    const std::string_view text(beginning.data(), static_cast<std::size_t>(got));
    for (const std::string_view playlist : kPlaylistBeginnings) {
        if (text.starts_with(playlist)) throw Failure("points_elsewhere", std::string(playlist));
    }
    avio_seek(&io, 0, SEEK_SET);
    const AVInputFormat* found = nullptr;
    const int result = av_probe_input_buffer2(&io, &found, "", nullptr, 0, 0);
    if (result < 0 && result != AVERROR_INVALIDDATA) check(result, "recognising the file", "not_media");
    if (result < 0) return nullptr;
    for (const char* name : kElsewhere) {
        if (is_one_of(found->name, name)) throw Failure("points_elsewhere", found->name);
    }
    return is_one_of(found->name, kContainers) ? found : nullptr;
}

bool says_all_in_its_header(const AVInputFormat& kind) {
    return is_one_of(kind.name, "mov,matroska");
}

// Played as they are read: of these no end can be missing that is needed to open them.
bool has_no_index(const AVInputFormat& kind) {
    return is_one_of(kind.name, "mp3,wav,w64,amr,aac,ac3,eac3,flac,ogg,au,aiff,mpegts,mpeg");
}

const char* reason_for(const AVInputFormat& kind, bool hit_the_end, bool unreadable, std::int64_t bytes) {
    if (unreadable) return "unreadable";
    if (has_no_index(kind)) return "damaged";
    if (index_missing || hit_the_end || bytes < 1024) return "truncated";
    return "damaged";
}

}  // namespace

Owned<AVIOContext> Container::make_io(File& file) {
    auto* buffer = static_cast<unsigned char*>(av_malloc(kReadBuffer));
    if (buffer == nullptr) throw std::bad_alloc();
    Owned<AVIOContext> io(avio_alloc_context(buffer, kReadBuffer, 0, &file, File::read, nullptr, File::seek));
    if (io) return io;
    av_free(buffer);
    throw std::bad_alloc();
}

void Container::open() {
    av_log_set_callback(listen_to_libav);
    index_missing = false;
    damaged_ = false;
    file_ = std::make_unique<File>(part_);
    io_ = make_io(*file_);
    const AVInputFormat* known = recognised(*io_);
    if (known == nullptr) {
        const std::optional<std::int64_t> sound = mp3_behind_junk(kRecording);
        if (!sound) throw Failure("not_media", "no container that is known");
        file_->begin_at(*sound);
        io_ = make_io(*file_);
        known = av_find_input_format("mp3");
        damaged_ = true;
    }
    const AVInputFormat& kind = *known;

    if (is_one_of(kind.name, "mov") && points_to_another_file(kRecording, file_->size)) {
        throw Failure("points_elsewhere", "a track lies in another file");
    }
    AVFormatContext* raw = avformat_alloc_context();
    if (raw == nullptr) throw std::bad_alloc();
    raw->pb = io_.get();
    raw->flags |= AVFMT_FLAG_CUSTOM_IO;
    raw->max_streams = kMaxStreams;
    raw->max_analyze_duration = 5'000'000;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", kContainers, 0);
    av_dict_set(&options, "protocol_whitelist", "", 0);
    const int opened = avformat_open_input(&raw, "", const_cast<AVInputFormat*>(&kind), &options);
    av_dict_free(&options);
    format_.reset(raw);  // nothing when opening failed: libav has freed it
    const bool hit_the_end = opened == AVERROR_EOF || io_->eof_reached != 0;
    check(opened, "reading the header", reason_for(kind, hit_the_end, file_->unreadable, file_->size));
    if (look_ == Look::Thorough || !says_all_in_its_header(kind)) {
        check(avformat_find_stream_info(format_.get(), nullptr), "reading the streams");
    }
    choose_streams();
}

namespace {

bool can_decode(const AVStream& stream) {
    return avcodec_find_decoder(stream.codecpar->codec_id) != nullptr;
}

bool is_absurd(const AVCodecParameters& video) {
    return video.width > kMaxSide || video.height > kMaxSide ||
           static_cast<std::int64_t>(video.width) * video.height > kMaxPixels;
}

}  // namespace

void Container::choose_streams() {
    video_ = -1;
    audio_.clear();
    bool codec_missing = false;
    bool too_large = false;
    for (unsigned i = 0; i < format_->nb_streams; ++i) {
        const AVStream& stream = *format_->streams[i];
        const AVCodecParameters& parameters = *stream.codecpar;
        const bool is_video =
            parameters.codec_type == AVMEDIA_TYPE_VIDEO && (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
        const bool is_audio = parameters.codec_type == AVMEDIA_TYPE_AUDIO;
        if (!is_video && !is_audio) continue;
        if (!can_decode(stream)) {
            codec_missing = true;
        } else if (is_video && is_absurd(parameters)) {
            too_large = true;
        } else if (is_audio) {
            audio_.push_back(static_cast<int>(i));
        } else if (video_ < 0 || (stream.disposition & AV_DISPOSITION_DEFAULT) >
                                     (this->stream(video_).disposition & AV_DISPOSITION_DEFAULT)) {
            video_ = static_cast<int>(i);
        }
    }
    if (video_ >= 0 || !audio_.empty()) return;
    if (too_large) throw Failure("too_large", "picture size");
    if (codec_missing) throw Failure("codec_missing", "no decoder");
    throw Failure("no_streams", "neither picture nor sound");
}

std::string Container::name() const {
    const std::string_view libav = format_->iformat->name;
    if (libav.starts_with("mov")) {
        const AVDictionaryEntry* brand = av_dict_get(format_->metadata, "major_brand", nullptr, 0);
        const std::string_view text = brand != nullptr ? brand->value : "";
        return text.starts_with("qt")    ? "mov"
               : text.starts_with("3g")  ? "3gp"
               : text.starts_with("M4A") ? "m4a"
                                         : "mp4";
    }
    if (libav.starts_with("matroska")) {
        std::array<char, 64> beginning{};
        const ssize_t got = pread(kRecording, beginning.data(), beginning.size(), 0);
        const std::string_view text(beginning.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        return text.find("webm") != std::string_view::npos ? "webm" : "matroska";
    }
    return std::string(libav.substr(0, libav.find(',')));
}

void Container::use_only(const std::vector<int>& streams) {
    used_ = streams;
    for (unsigned i = 0; i < format_->nb_streams; ++i) {
        const bool used = std::find(streams.begin(), streams.end(), static_cast<int>(i)) != streams.end();
        format_->streams[i]->discard = used ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
}

bool Container::read(AVPacket& packet) {
    for (int bad = 0; bad < kMaxBadReads;) {
        av_packet_unref(&packet);
        const int result = av_read_frame(format_.get(), &packet);
        if (result == AVERROR_EOF || result == AVERROR_EXIT) return false;
        if (result < 0) {
            // A demuxer that cannot go on says the same again without moving.
            damaged_ = true;
            if (io_->eof_reached != 0 || file_->unreadable) return false;
            ++bad;
            continue;
        }
        if ((packet.flags & AV_PKT_FLAG_CORRUPT) != 0) damaged_ = true;
        file_->read_in_search = 0;
        make_step(part_);
        if (std::find(used_.begin(), used_.end(), packet.stream_index) != used_.end()) return true;
    }
    return false;
}

bool Container::seek(int stream, std::int64_t timestamp) {
    file_->read_in_search = 0;
    return av_seek_frame(format_.get(), stream, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
}

void Container::rewind() {
    // Opened anew, because no seek is sure to reach the first packet of every container.
    const std::vector<int> used = used_;
    const std::int64_t deadline_us = file_->deadline_us;
    const bool damaged = damaged_;
    format_.reset();
    open();
    file_->deadline_us = deadline_us;
    damaged_ = damaged;
    use_only(used);
}

}  // namespace media_worker
