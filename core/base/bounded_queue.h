// Values in order between threads; the producer waits while it is full, the window never does.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace base {

template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    // Returns false when stopped before there was room.
    bool push(T value, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        if (!room_.wait(lock, stop, [this] { return values_.size() < capacity_; })) return false;
        values_.push_back(std::move(value));
        return true;
    }

    std::optional<T> try_pop() {
        const std::lock_guard lock(mutex_);
        if (values_.empty()) return {};
        std::optional<T> value(std::move(values_.front()));
        values_.pop_front();
        room_.notify_one();
        return value;
    }

    void clear() {
        const std::lock_guard lock(mutex_);
        values_.clear();
        room_.notify_all();
    }

private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable_any room_;
    std::deque<T> values_;
};

}  // namespace base
