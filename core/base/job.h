// One long piece of work in the background, with progress and cancel. It has its own copy of what it needs and hands
// over one finished value, or the error it ended with. Cancels itself, and waits, when it goes out of scope.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace base {

// What the work sees: it reports how far it is (0 to 1) and looks whether it should stop.
class Progress {
public:
    Progress(std::stop_token stop, std::atomic<float>& fraction) : stop_(std::move(stop)), fraction_(&fraction) {}
    void report(float fraction) const { fraction_->store(fraction, std::memory_order_relaxed); }
    bool is_cancelled() const { return stop_.stop_requested(); }

private:
    std::stop_token stop_;
    std::atomic<float>* fraction_;
};

template <class T>
class Job {
public:
    // `finished` is called on the job's thread when there is something to take; use it to wake the window.
    Job(std::function<T(const Progress&)> work, std::function<void()> finished)
        : thread_([this, work = std::move(work), finished = std::move(finished)](const std::stop_token& stop) {
              run(stop, work);
              if (finished) finished();
          }) {}

    float progress() const { return fraction_.load(std::memory_order_relaxed); }
    void cancel() { thread_.request_stop(); }
    bool is_done() const { return done_.load(std::memory_order_acquire); }

    // The value, once; nothing while the work goes on. Throws what the work threw.
    std::optional<T> take() {
        if (!is_done()) return {};
        if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
        return std::exchange(value_, std::nullopt);
    }

private:
    void run(const std::stop_token& stop, const std::function<T(const Progress&)>& work) {
        try {
            value_ = work(Progress(stop, fraction_));
        } catch (...) {
            error_ = std::current_exception();
        }
        done_.store(true, std::memory_order_release);
    }

    std::atomic<float> fraction_{0};
    std::atomic<bool> done_{false};
    std::optional<T> value_;    // written by the thread before done_
    std::exception_ptr error_;  // likewise
    std::jthread thread_;       // last, so it stops before what it uses is gone
};

}  // namespace base
