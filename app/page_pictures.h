// The report's pages as pictures, made in the background: laid out once after each change, and only those drawn that
// are looked at. What was shown stays until the new picture is there. UI thread only.
#pragma once

#include "app/platform/page_texture.h"
#include "report/page.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace app {

// What the window would like to see.
struct PagesWanted {
    const report::Report* report = nullptr;
    std::uint64_t serial = 0;  // changes with the report
    int width_px = 800;
    int first = 0;  // the pages in sight
    int last = 0;
};

class PagePictures {
public:
    // `wake` is called from the background when a picture can be taken.
    PagePictures(SDL_Renderer* renderer, std::function<void()> wake);
    ~PagePictures();
    PagePictures(const PagePictures&) = delete;
    PagePictures& operator=(const PagePictures&) = delete;

    // Takes what is finished and asks for what is missing; true when there is something new to see.
    bool tick(const PagesWanted& wanted);
    void clear();
    bool is_at_work() const { return is_waiting_; }
    // As many as the report has pages; without a texture those that were not in sight yet.
    const std::vector<PageTexture>& all() const { return textures_; }

private:
    struct Order {
        std::shared_ptr<const report::Report> report;
        std::uint64_t serial = 0;
        int width_px = 0;
        int page = 0;
    };
    struct Made {
        Order order;
        int count = 0;
        report::PageImage image;  // empty where the report has no such page
    };
    struct Shown {
        std::uint64_t serial = 0;
        int width_px = 0;
    };

    void work();
    std::optional<Made> take();
    void show(const Made& made);
    std::optional<int> next_missing(const PagesWanted& wanted) const;
    void ask_for(const PagesWanted& wanted, int page);

    SDL_Renderer* renderer_;
    std::function<void()> wake_;
    std::vector<PageTexture> textures_;
    std::vector<Shown> shown_;  // what each texture shows
    std::shared_ptr<const report::Report> report_;
    std::uint64_t report_serial_ = 0;
    bool is_waiting_ = false;  // for an order

    std::mutex mutex_;  // guards the three below
    std::condition_variable changed_;
    std::optional<Order> order_;
    std::optional<Made> made_;
    bool ends_ = false;
    std::thread thread_;  // last; one for good, since Pango's fonts and the layout belong to it
};

}  // namespace app
