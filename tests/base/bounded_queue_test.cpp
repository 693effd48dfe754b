#include "base/bounded_queue.h"

#include <gtest/gtest.h>
#include <memory>
#include <thread>

using base::BoundedQueue;

namespace {

// Pops until something comes; the producer is on its way.
template <class T>
T next(BoundedQueue<T>& queue) {
    for (;;) {
        if (auto value = queue.try_pop()) return std::move(*value);
        std::this_thread::yield();
    }
}

}  // namespace

TEST(BoundedQueue, GivesValuesInTheOrderTheyCame) {
    BoundedQueue<std::unique_ptr<int>> queue(2);
    const std::stop_source never;
    EXPECT_TRUE(queue.push(std::make_unique<int>(1), never.get_token()));
    EXPECT_TRUE(queue.push(std::make_unique<int>(2), never.get_token()));
    EXPECT_EQ(**queue.try_pop(), 1);
    EXPECT_EQ(**queue.try_pop(), 2);
    EXPECT_FALSE(queue.try_pop());
}

TEST(BoundedQueue, LosesNothingBetweenAFastProducerAndItsReader) {
    BoundedQueue<int> queue(3);
    const std::jthread producer([&](const std::stop_token& stop) {
        for (int i = 0; i < 10'000; ++i) {
            if (!queue.push(i, stop)) return;
        }
    });
    for (int i = 0; i < 10'000; ++i) ASSERT_EQ(next(queue), i);
    EXPECT_FALSE(queue.try_pop());
}

TEST(BoundedQueue, StoppingWakesAProducerThatWaitsForRoom) {
    BoundedQueue<int> queue(1);
    std::stop_source stop;
    ASSERT_TRUE(queue.push(1, stop.get_token()));
    bool pushed = true;
    std::jthread producer([&] { pushed = queue.push(2, stop.get_token()); });
    stop.request_stop();
    producer.join();
    EXPECT_FALSE(pushed);
    EXPECT_EQ(queue.try_pop(), 1);
    EXPECT_FALSE(queue.try_pop());
}

TEST(BoundedQueue, ClearingMakesRoom) {
    BoundedQueue<int> queue(1);
    const std::stop_source never;
    ASSERT_TRUE(queue.push(1, never.get_token()));
    std::jthread producer([&] { queue.push(2, never.get_token()); });
    queue.clear();
    producer.join();
    EXPECT_EQ(queue.try_pop(), 2);
}
