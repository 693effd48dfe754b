// Any interleaving of edits, packages that come late, twice or out of order, and merges ends in the same libraries.
#include "library/clip_samples.h"
#include "library/review_samples.h"
#include "packages/two_sides.h"
#include "sealed/refusal.h"

#include <gmock/gmock.h>
#include <map>
#include <random>

namespace packages {
namespace {

struct Underway {
    std::size_t to;
    std::string bytes;
};

class Story {
public:
    explicit Story(unsigned seed) : random_(seed), edits_(random_) {
        for (const char* name : {"Marit", "Anna", "Kees"}) sides_.push_back(std::make_unique<Side>(name));
        for (std::size_t one = 0; one < sides_.size(); ++one)
            for (std::size_t other = one + 1; other < sides_.size(); ++other) introduce(*sides_[one], *sides_[other]);
        const base::Id coding = code_conversation(*sides_[0]);
        talk_ = sides_[0]->library->coding(coding)->conversation;
        codings_[0].push_back(coding);
    }

    void step() {
        const std::size_t at = below(sides_.size());
        switch (below(9)) {
            case 0:
            case 1:
                edit(at);
                break;
            case 2:
                begin_coding(at);
                break;
            case 3:
            case 4:
                post(at, below(sides_.size()));
                break;
            case 5:
                if (has_it(at)) change_clips(at);
                break;
            case 6:
                if (has_it(at)) change_words(at);
                break;
            default:
                deliver(below(3) > 0);
        }
    }

    // Everybody sends everybody what they have, twice, since what is passed on has to come by.
    void settle() {
        while (!underway_.empty()) deliver(true);
        for (int round = 0; round < 2; ++round) {
            for (std::size_t from = 0; from < sides_.size(); ++from)
                for (std::size_t to = 0; to < sides_.size(); ++to) post(from, to);
            while (!underway_.empty()) deliver(true);
        }
    }

    std::string content(std::size_t side) { return content_of(*sides_[side]->library, talk_); }
    // How many of each kind of thing there are in the end.
    void count(std::map<std::string, int>& things) {
        library::Library& library = *sides_[0]->library;
        for (const Kind& kind : kinds())
            things[kind.name] += static_cast<int>(kind.of(library, {talk_, codings_to_send(library, talk_)}).size());
    }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    bool has_it(std::size_t side) { return sides_[side]->library->conversation(talk_).has_value(); }

    void edit(std::size_t at) {
        if (codings_[at].empty()) return;
        library::Library& library = *sides_[at]->library;
        const base::Id coding = codings_[at][below(codings_[at].size())];
        if (below(4) == 0) {
            library.step(coding, below(2) == 0 ? library::Direction::Undo : library::Direction::Redo);
            return;
        }
        codes::Edit edit = edits_.next(library.coding(coding).value());
        // What a coding is for decides whether it travels, and a consensus stays at home.
        std::erase_if(edit.changes, [](const codes::Change& change) {
            return std::holds_alternative<codes::PurposeChange>(change) ||
                   std::holds_alternative<codes::SourcesChange>(change) ||
                   std::holds_alternative<codes::CodebookChange>(change);
        });
        library.apply(coding, edit);
        if (at == 0 && below(3) == 0) correct_turns();
    }

    void correct_turns() {
        talk::Turn turn;
        turn.text = std::to_string(below(100));
        turn.span.to = base::seconds(1);
        sides_[0]->library->set_turns(talk_, {turn},
                                      below(2) == 0 ? talk::TurnSource::Marked : talk::TurnSource::Speech);
        library::Conversation conversation = sides_[0]->library->conversation(talk_).value();
        conversation.title = "Gesprek " + turn.text;
        sides_[0]->library->update(conversation);
    }

    std::string some_words() { return "woorden " + std::to_string(below(1'000)); }

    // Own clips are made, changed and removed; anybody's are talked about.
    void change_clips(std::size_t at) {
        library::Clips& clips = sides_[at]->library->clips();
        if (below(5) == 0) {
            clips.step(talk_, below(2) == 0 ? library::Direction::Undo : library::Direction::Redo);
            return;
        }
        std::vector<codes::Clip> all = clips.of(talk_);
        if (!all.empty() && below(2) == 0) {
            codes::Comment comment = samples::comment(all[below(all.size())].id, some_words());
            comment.author = sides_[at]->name;
            clips.put(comment, {});
            return;
        }
        std::erase_if(all, [&](const codes::Clip& clip) { return clip.author != sides_[at]->name; });
        codes::Clip clip = all.empty() || below(3) == 0 ? samples::clip(talk_) : all[below(all.size())];
        clip.author = sides_[at]->name;
        clip.title = some_words();
        clip.removed = below(6) == 0 && clip.revision > 0;
        clips.put(clip);
    }

    // Own goals and own views.
    void change_words(std::size_t at) {
        library::Library& library = *sides_[at]->library;
        if (below(2) == 0) {
            codes::Goal& goal = goals_.try_emplace({at, below(2)}).first->second;
            if (!goal.id) goal = samples::goal(talk_);
            goal.person = goal.author = sides_[at]->name;
            goal.text = some_words();
            goal.removed = below(5) == 0;
            goal = library.goals().put(goal);
            return;
        }
        library.store_codebook(samples::codebook());
        codes::Review& review = reviews_[at];
        if (!review.id) review = samples::review(talk_);
        review.trainee = sides_[at]->name;
        review.focus = some_words();
        review.is_shared = true;
        review = library.reviews().put(review);
    }

    void begin_coding(std::size_t at) {
        if (!has_it(at) || codings_[at].size() >= 3) return;
        sides_[at]->library->store_codebook(samples::codebook());
        const codes::Coding coding = samples::coding(talk_);
        sides_[at]->library->add(coding);
        codings_[at].push_back(coding.id);
    }

    void post(std::size_t from, std::size_t to) {
        if (from == to || !has_it(from)) return;
        underway_.push_back({to, send(*sides_[from], *sides_[to], {talk_, {}, library::PackedMedia::None, {}})});
    }

    void deliver(bool take_away) {
        if (underway_.empty()) return;
        const std::size_t at = below(underway_.size());
        try {
            receive(*sides_[underway_[at].to], underway_[at].bytes);
        } catch (const Refusal& refusal) {
            ASSERT_EQ(refusal.reason(), Reason::OlderRevision) << refusal.what();
        }
        if (take_away) underway_.erase(underway_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    std::mt19937 random_;
    samples::RandomEdits edits_;
    std::vector<std::unique_ptr<Side>> sides_;
    std::map<std::size_t, std::vector<base::Id>> codings_;
    std::map<std::pair<std::size_t, std::size_t>, codes::Goal> goals_;
    std::map<std::size_t, codes::Review> reviews_;
    base::Id talk_;
    std::vector<Underway> underway_;
};

TEST(Converging, AllSidesHaveTheSameInTheEndHoweverPackagesTravelled) {
    std::map<std::string, int> things;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Story story(seed);
        for (int steps = 0; steps < 80; ++steps) story.step();
        story.settle();
        const std::string content = story.content(0);
        EXPECT_EQ(story.content(1), content) << "seed " << seed;
        EXPECT_EQ(story.content(2), content) << "seed " << seed;
        story.count(things);
    }
    for (const char* kind : {"coding", "clip", "comment", "goal", "review"})
        EXPECT_GT(things[kind], 40) << kind << ": hardly anything happened";
}

}  // namespace
}  // namespace packages
