// The only door to libav: handles that free themselves, and errors as exceptions with a reason.
#pragma once

#include "base/error.h"

#include <cstdint>
#include <memory>
#include <string>

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVIOContext;
struct AVPacket;
struct AVRational;
struct SwrContext;
struct SwsContext;

namespace media_worker {

struct LibavDeleter {
    void operator()(AVCodecContext*) const noexcept;
    void operator()(AVFormatContext*) const noexcept;
    void operator()(AVFrame*) const noexcept;
    void operator()(AVIOContext*) const noexcept;
    void operator()(AVPacket*) const noexcept;
    void operator()(SwrContext*) const noexcept;
    void operator()(SwsContext*) const noexcept;
};
template <class T>
using Owned = std::unique_ptr<T, LibavDeleter>;

// Why a recording cannot be used: one of the protocol's reasons, and libav's words for it.
class Failure : public base::Error {
public:
    Failure(std::string reason, const std::string& words)
        : base::Error(reason + ":" + words), reason_(std::move(reason)) {}
    const std::string& reason() const { return reason_; }

private:
    std::string reason_;
};

// Throws Failure if result is negative: out_of_memory where libav says so, otherwise the given reason.
int check(int result, const char* doing, const char* reason = "damaged");

Owned<AVFrame> make_frame();
Owned<AVPacket> make_packet();

std::int64_t to_us(std::int64_t timestamp, const AVRational& time_base);
// The last timestamp whose to_us() is not after `us`.
std::int64_t from_us(std::int64_t us, const AVRational& time_base);

}  // namespace media_worker
