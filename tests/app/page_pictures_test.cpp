// The report's pages are made in the background: what the window asks for comes, the rest is not drawn.
#include "app/page_pictures.h"

#include <SDL.h>
#include <condition_variable>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>

namespace {

report::Report of_many_pages(int moments) {
    report::Report report;
    report.title = "Feedback";
    for (int i = 0; i < moments; ++i) report.moments.push_back({base::seconds(i), "Open question", {}, "a note"});
    return report;
}

class PagePictures : public testing::Test {
protected:
    // Until there is nothing more to make for what is wanted.
    void settle(const app::PagesWanted& wanted) {
        pictures_.tick(wanted);
        while (pictures_.is_at_work()) {
            wait_for_wake();
            pictures_.tick(wanted);
        }
    }
    void wait_for_wake() {
        std::unique_lock lock(mutex_);
        woken_.wait(lock, [this] { return wakes_ > 0; });
        --wakes_;
    }
    bool has(std::size_t page) const { return pictures_.all().at(page).texture != nullptr; }

    std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)> surface_{
        SDL_CreateRGBSurfaceWithFormat(0, 16, 16, 32, SDL_PIXELFORMAT_BGRA32), SDL_FreeSurface};
    std::unique_ptr<SDL_Renderer, decltype(&SDL_DestroyRenderer)> renderer_{SDL_CreateSoftwareRenderer(surface_.get()),
                                                                            SDL_DestroyRenderer};
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_ = 0;
    app::PagePictures pictures_{renderer_.get(), [this] {
                                    const std::scoped_lock lock(mutex_);
                                    ++wakes_;
                                    woken_.notify_one();
                                }};
};

TEST_F(PagePictures, AreMadeForThePagesInSightAndTheirNeighbours) {
    const report::Report report = of_many_pages(600);
    settle({.report = &report, .serial = 1, .width_px = 200, .first = 8, .last = 9});
    ASSERT_GT(pictures_.all().size(), 12u);
    for (const std::size_t page : {7u, 8u, 9u, 10u}) EXPECT_TRUE(has(page)) << page;
    for (const std::size_t page : {0u, 5u, 12u}) EXPECT_FALSE(has(page)) << page;
    EXPECT_EQ(pictures_.all()[8].width, 200);
}

TEST_F(PagePictures, FollowTheReportAndTheWidth) {
    const report::Report longer = of_many_pages(100);
    const report::Report shorter = of_many_pages(0);
    settle({.report = &longer, .serial = 1, .width_px = 200, .first = 0, .last = 0});
    EXPECT_GT(pictures_.all().size(), 1u);
    settle({.report = &shorter, .serial = 2, .width_px = 300, .first = 0, .last = 0});
    ASSERT_EQ(pictures_.all().size(), 1u);
    EXPECT_EQ(pictures_.all()[0].width, 300);
}

TEST_F(PagePictures, StayUntilTheNextAreThere) {
    const report::Report first = of_many_pages(3);
    const report::Report second = of_many_pages(4);
    settle({.report = &first, .serial = 1, .width_px = 200});
    pictures_.tick({.report = &second, .serial = 2, .width_px = 200});
    EXPECT_TRUE(has(0));
}

TEST_F(PagePictures, OfAReportThatWasClosedAreNotShown) {
    const report::Report report = of_many_pages(3);
    pictures_.tick({.report = &report, .serial = 1, .width_px = 200});
    pictures_.clear();
    settle({.report = nullptr, .serial = 1, .width_px = 200});
    EXPECT_TRUE(pictures_.all().empty());
}

}  // namespace
