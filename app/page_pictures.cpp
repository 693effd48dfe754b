#include "app/page_pictures.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace app {

namespace {

constexpr int kBeside = 1;  // pages before and after those in sight, ready for scrolling
constexpr int kKept = 4;    // further away they are let go

}  // namespace

PagePictures::PagePictures(SDL_Renderer* renderer, std::function<void()> wake)
    : renderer_(renderer), wake_(std::move(wake)), thread_([this] { work(); }) {}

PagePictures::~PagePictures() {
    {
        const std::scoped_lock lock(mutex_);
        ends_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void PagePictures::work() {
    std::unique_ptr<const report::Pages> pages;
    std::uint64_t laid_out = 0;
    while (true) {
        Order order;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return ends_ || order_; });
            if (ends_) return;
            order = *std::exchange(order_, std::nullopt);
        }
        Made made{.order = order, .count = 0, .image = {}};
        try {
            if (!pages || laid_out != order.serial) pages = std::make_unique<const report::Pages>(*order.report);
            laid_out = order.serial;
            made.count = pages->count();
            if (order.page < made.count) made.image = pages->draw(order.page, order.width_px);
        } catch (const std::exception&) {
            pages.reset();  // the sheet stays white; issuing says what is wrong
        }
        {
            const std::scoped_lock lock(mutex_);
            made_ = std::move(made);
        }
        wake_();
    }
}

std::optional<PagePictures::Made> PagePictures::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(made_, std::nullopt);
}

void PagePictures::show(const Made& made) {
    const auto count = static_cast<std::size_t>(std::max(1, made.count));
    textures_.resize(count);
    shown_.resize(count);
    const auto page = static_cast<std::size_t>(made.order.page);
    if (page >= count) return;
    if (made.image.width > 0) textures_[page] = make_texture(renderer_, made.image);
    shown_[page] = {made.order.serial, made.order.width_px};
}

std::optional<int> PagePictures::next_missing(const PagesWanted& wanted) const {
    const auto is_missing = [&](int page) {
        const Shown& shown = shown_[static_cast<std::size_t>(page)];
        return shown.serial != wanted.serial || shown.width_px != wanted.width_px;
    };
    if (shown_.empty()) return 0;
    const int end = static_cast<int>(shown_.size()) - 1;
    const int first = std::clamp(wanted.first, 0, end);
    const int last = std::clamp(wanted.last, first, end);
    for (int page = first; page <= last; ++page)
        if (is_missing(page)) return page;
    for (const int page : {last + kBeside, first - kBeside})
        if (page >= 0 && page <= end && is_missing(page)) return page;
    return {};
}

void PagePictures::ask_for(const PagesWanted& wanted, int page) {
    if (!report_ || report_serial_ != wanted.serial) report_ = std::make_shared<const report::Report>(*wanted.report);
    report_serial_ = wanted.serial;
    {
        const std::scoped_lock lock(mutex_);
        order_ = Order{report_, wanted.serial, wanted.width_px, page};
    }
    is_waiting_ = true;
    changed_.notify_one();
}

bool PagePictures::tick(const PagesWanted& wanted) {
    bool is_new = false;
    if (std::optional<Made> made = take()) {
        is_waiting_ = false;
        // An answer to what is no longer asked, of a report that was closed meanwhile, is not shown.
        if (wanted.report != nullptr && made->order.report == report_) {
            show(*made);
            is_new = true;
        }
    }
    if (wanted.report == nullptr) return is_new;
    for (std::size_t page = 0; page < textures_.size(); ++page) {
        const int at = static_cast<int>(page);
        if (at >= wanted.first - kKept && at <= wanted.last + kKept) continue;
        textures_[page] = {};
        shown_[page] = {};
    }
    if (is_waiting_) return is_new;
    if (const auto page = next_missing(wanted)) ask_for(wanted, *page);
    return is_new;
}

void PagePictures::clear() {
    textures_.clear();
    shown_.clear();
    report_.reset();
    report_serial_ = 0;
}

}  // namespace app
