// The trainees' own views as plain values in memory: the model of ReviewRows.
#pragma once

#include "library/presence.h"
#include "library/reviews.h"

#include <functional>
#include <map>

namespace library {

class MemoryReviews final : public Reviews {
public:
    explicit MemoryReviews(std::function<Presence(const base::Id& conversation)> presence);

    std::optional<codes::Review> of(const base::Id& conversation) override;
    std::vector<codes::Review> all() override;
    std::vector<codes::Review> everything(const base::Id& conversation) override;
    codes::Review put(const codes::Review& review) override;
    bool take_in(const codes::Review& review) override;
    void forget(const base::Id& conversation);

private:
    const codes::Review* find(const codes::Review& review) const;
    void write(const codes::Review& review);

    std::function<Presence(const base::Id&)> presence_;
    std::map<base::Id, codes::Review> reviews_;
};

}  // namespace library
