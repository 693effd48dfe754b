#include "media_worker/picture_slots.h"

#include <algorithm>
#include <new>
#include <utility>

extern "C" {
#include <libavutil/buffer.h>
#include <libavutil/frame.h>
}

namespace media_worker {

namespace {

constexpr std::size_t kMostHeld = 48;
constexpr std::size_t kMostLent = 24;  // H.264 and HEVC refer to 16 at most; more are being decoded, or wait in order
constexpr std::size_t kFewest = 8;     // a larger picture is scaled down
constexpr std::size_t kFewestToLend = 16;
constexpr std::size_t kSlotAlignment = 4096;

// What a lent slot remembers until it is given back.
struct Loan {
    std::shared_ptr<PictureSlots> slots;
    std::uint32_t slot;
};

}  // namespace

PictureSlots::PictureSlots(std::span<std::uint8_t> memory, std::size_t bytes, Lending lending) : memory_(memory) {
    const std::size_t largest = memory.size() / kFewest / kSlotAlignment * kSlotAlignment;
    slot_bytes_ = std::min((bytes + kSlotAlignment - 1) / kSlotAlignment * kSlotAlignment, largest);
    const std::size_t fitting = memory.size() / slot_bytes_;
    std::size_t held = std::min(kMostHeld, fitting);
    if (lending == Lending::On && fitting >= kFewestToLend) {
        most_lent_ = static_cast<std::uint32_t>(std::min(kMostLent, fitting * 3 / 8));
        held = std::min(kMostHeld, fitting - most_lent_);
    }
    slots_.resize(held + most_lent_);
    for (std::uint32_t slot = count(); slot > 0; --slot) free_.push_back(slot - 1);
}

PictureSlots::~PictureSlots() = default;

std::span<std::uint8_t> PictureSlots::room(std::uint32_t slot) const {
    return memory_.subspan(slot * slot_bytes_, slot_bytes_);
}

AVBufferRef* PictureSlots::lend() {
    auto loan = std::make_unique<Loan>(Loan{shared_from_this(), 0});
    const std::uint32_t& slot = loan->slot;
    {
        const std::lock_guard lock(mutex_);
        if (used_by_decoder() >= most_lent_ || free_.empty()) return nullptr;
        loan->slot = free_.back();
        free_.pop_back();
        slots_[slot].is_lent = true;
    }
    const auto end_of_loan = [](void* opaque, std::uint8_t*) {
        const std::unique_ptr<Loan> ended(static_cast<Loan*>(opaque));
        ended->slots->give_back(ended->slot);
    };
    AVBufferRef* lent = av_buffer_create(room(slot).data(), slot_bytes_, end_of_loan, loan.get(), 0);
    if (lent == nullptr) {
        give_back(slot);
    } else {
        static_cast<void>(loan.release());
    }
    return lent;
}

void PictureSlots::give_back(std::uint32_t slot) {
    const std::lock_guard lock(mutex_);
    slots_[slot].is_lent = false;
    free_.push_back(slot);
}

// Called with mutex_ held. A slot to which only the window refers is none of the decoder's any more: what is not
// referred to cannot be again.
std::uint32_t PictureSlots::used_by_decoder() const {
    const auto uses = [](const Slot& slot) {
        return slot.is_lent && (slot.picture == nullptr || av_buffer_get_ref_count(slot.picture) > 1);
    };
    return static_cast<std::uint32_t>(std::count_if(slots_.begin(), slots_.end(), uses));
}

bool PictureSlots::may_hold_another() const {
    const std::lock_guard lock(mutex_);
    return held_ < most_held();
}

std::optional<PictureSlots::Held> PictureSlots::hold(const AVFrame& picture) {
    const std::optional<std::uint32_t> slot = slot_of(picture);
    const std::optional<Planes> planes = slot ? planes_of(picture) : std::nullopt;
    if (!planes) return {};
    const std::lock_guard lock(mutex_);
    if (slots_[*slot].is_held) return {};  // shown by an earlier request: each slot is with the window once
    slots_[*slot].picture = av_buffer_ref(picture.buf[0]);
    if (slots_[*slot].picture == nullptr) throw std::bad_alloc();
    slots_[*slot].is_held = true;
    ++held_;
    return Held{*slot, *planes};
}

std::uint32_t PictureSlots::hold_empty() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) throw Failure("inside", "no room for a picture");
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    slots_[slot].is_held = true;
    ++held_;
    return slot;
}

void PictureSlots::release(std::uint32_t slot) {
    AVBufferRef* picture = nullptr;
    {
        const std::lock_guard lock(mutex_);
        if (slot >= slots_.size() || !slots_[slot].is_held) return;
        slots_[slot].is_held = false;
        --held_;
        picture = std::exchange(slots_[slot].picture, nullptr);
        if (picture == nullptr) free_.push_back(slot);
    }
    av_buffer_unref(&picture);
}

std::optional<std::uint32_t> PictureSlots::slot_of(const AVFrame& picture) const {
    if (picture.buf[0] == nullptr || picture.buf[1] != nullptr) return {};
    const auto memory = reinterpret_cast<std::uintptr_t>(memory_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(picture.buf[0]->data);
    if (at < memory || at - memory >= count() * slot_bytes_) return {};
    return static_cast<std::uint32_t>((at - memory) / slot_bytes_);
}

// Cropping moves where the planes begin, and some decoders keep a margin around them.
std::optional<Planes> PictureSlots::planes_of(const AVFrame& picture) const {
    Planes planes{.width = picture.width, .height = picture.height, .bytes = slot_bytes_};
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? picture.width : (picture.width + 1) / 2;
        const int height = plane == 0 ? picture.height : (picture.height + 1) / 2;
        const std::ptrdiff_t offset = picture.data[plane] - picture.buf[0]->data;
        const int stride = picture.linesize[plane];
        if (offset < 0 || stride < width) return {};
        const std::size_t end = static_cast<std::size_t>(offset) +
                                static_cast<std::size_t>(stride) * static_cast<std::size_t>(height - 1) +
                                static_cast<std::size_t>(width);
        if (end > slot_bytes_) return {};
        planes.offset[plane] = static_cast<std::uint32_t>(offset);
        planes.stride[plane] = stride;
    }
    return planes;
}

}  // namespace media_worker
