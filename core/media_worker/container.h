// One opened recording: its streams, packets in order, seeking. Reads through descriptor 4 only; libav gets no path and
// no protocol, and only demuxers of real media containers. Used by one thread.
#pragma once

#include "media/worker_protocol.h"
#include "media_worker/libav.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct AVStream;

namespace media_worker {

enum class Look {
    Thorough,  // reads ahead until every stream's parameters are known
    Quick      // trusts the header where the container has one: for a second look at the same file
};

class Container {
public:
    // What is read counts as steps of that part. Throws Failure.
    explicit Container(Look look = Look::Thorough, media::protocol::Part part = media::protocol::Part::Pictures);
    ~Container();
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;
    void serve(media::protocol::Part part);  // from here on

    AVFormatContext& format() { return *format_; }
    AVStream& stream(int index) const;
    std::string name() const;  // "mp4", "matroska" ...
    std::int64_t file_bytes() const;

    int video_stream() const { return video_; }  // -1: none. Cover art is not video
    const std::vector<int>& audio_streams() const { return audio_; }

    // Only packets of these streams are read from here on.
    void use_only(const std::vector<int>& streams);

    // The next packet of a used stream; false at the end. What cannot be read is skipped.
    bool read(AVPacket& packet);
    // To the key frame at or before the time, as far as the container knows. False when it cannot seek.
    bool seek(int stream, std::int64_t timestamp);
    void rewind();

    // From when on read() gives up (steady clock, microseconds); 0: never.
    void set_deadline(std::int64_t us);
    bool missed_deadline() const;
    bool is_damaged() const { return damaged_; }  // something was skipped

private:
    struct File;
    static Owned<AVIOContext> make_io(File& file);
    void open();
    void choose_streams();

    Look look_;
    media::protocol::Part part_;
    std::unique_ptr<File> file_;
    Owned<AVIOContext> io_;
    Owned<AVFormatContext> format_;
    std::vector<int> used_;
    int video_ = -1;
    std::vector<int> audio_;
    bool damaged_ = false;
};

}  // namespace media_worker
