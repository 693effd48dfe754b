// Ten thousand random operations on the file and on the model in memory: after each they hold the same.
#include "base/error.h"
#include "library/clip_samples.h"
#include "library/memory_library.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <random>

namespace library {
namespace {

constexpr int kOperations = 10'000;
constexpr int kReopenEvery = 500;

// Does one random thing to two libraries alike.
class Pair {
public:
    Pair(Library& file, Library& model, std::mt19937& random) : file_(file), model_(model), random_(random) {}

    std::string operate(std::vector<Conversation>& talks, std::vector<base::Id>& codings) {
        switch (below(20)) {
            case 0: {
                Conversation talk = below(5) == 0 && !talks.empty() ? any(talks) : changed(samples::conversation());
                talk.created.milliseconds = below(5);
                talks.push_back(talk);
                return both([&](Library& library) { library.add(talk); });
            }
            case 1: {
                if (talks.empty()) return {};
                Conversation talk = changed(any(talks));
                if (below(8) == 0) talk.recordings = any(talks).recordings;  // perhaps another's
                return both([&](Library& library) { library.update(talk); });
            }
            case 2:
                if (talks.empty() || below(3) > 0) return {};
                return with(any(talks).id, [](Library& library, const base::Id& id) { library.remove(id); });
            case 3: {
                const Direction direction = any_direction();
                return both([&](Library& library) { return library.step_conversations(direction).value_or("-"); });
            }
            case 4: {
                if (talks.empty()) return {};
                codes::Coding coding = samples::coding(any(talks).id);
                coding.created.milliseconds = below(5);
                for (int count = below(4); count > 0; --count) coding.events.push_back(edits_.any_event());
                codings.push_back(coding.id);
                return both([&](Library& library) { library.add(coding); });
            }
            case 5: {
                if (talks.empty()) return {};
                const base::Time at = base::seconds(below(100));
                return with(any(talks).id,
                            [&](Library& library, const base::Id& id) { library.remember_position(id, at); });
            }
            case 6: {
                if (talks.empty() || any(talks).recordings.empty()) return {};
                const std::string text = std::to_string(below(9));
                const std::vector<Recording>& recordings = any(talks).recordings;
                if (recordings.empty()) return {};
                const base::Id id = recordings[0].id;
                return both([&](Library& library) {
                    library.found_recording(id, "/moved/" + text);
                    library.store_sha256(id, text);
                });
            }
            case 7:
            case 8: {
                if (codings.empty()) return {};
                const Direction direction = any_direction();
                return with(any(codings), [&](Library& library, const base::Id& id) {
                    const std::optional<Undone> undone = library.step(id, direction);
                    return undone ? codes::to_json(undone->edit) : "-";
                });
            }
            case 9:
                if (codings.empty()) return {};
                return with(any(codings), [](Library& library, const base::Id& id) {
                    library.add_active_time(id, base::seconds(1));
                });
            case 10:
            case 11:
            case 12:
                return talks.empty() ? std::string() : operate_on_turns(any(talks).id);
            case 13:
            case 14:
                return talks.empty() ? std::string() : operate_on_clips(any(talks).id);
            default: {
                if (codings.empty()) return {};
                const base::Id id = any(codings);
                const codes::Edit edit = random_edit(model_.coding(id).value_or(codes::Coding{}));
                return both([&](Library& library) { library.apply(id, edit); });
            }
        }
    }

private:
    std::string operate_on_turns(const base::Id& talk) {
        switch (below(3)) {
            case 0: {
                std::vector<talk::Turn> turns;
                for (int count = below(6); count > 0; --count) turns.push_back(random_turn());
                const auto source = static_cast<talk::TurnSource>(below(4));
                return with(talk, [&](Library& library, const base::Id& id) { library.set_turns(id, turns, source); });
            }
            case 1: {
                const std::vector<talk::TurnChange> changes = random_changes(model_.turns(talk));
                return both([&](Library& library) { library.change_turns(talk, changes); });
            }
            default: {
                const Direction direction = any_direction();
                return with(talk, [&](Library& library, const base::Id& id) {
                    const auto done = library.step_turns(id, direction);
                    return done ? "turns " + std::to_string(done->size()) : "-";
                });
            }
        }
    }

    std::string operate_on_clips(const base::Id& talk) {
        const std::vector<codes::Clip> clips = model_.clips().of(talk);
        switch (below(5)) {
            case 0: {
                const Direction direction = any_direction();
                return with(talk, [&](Library& library, const base::Id& id) {
                    return std::string(library.clips().step(id, direction) ? "stepped" : "-");
                });
            }
            case 1: {
                if (clips.empty()) return {};
                codes::Comment comment =
                    below(2) == 0 ? samples::spoken(any(clips).id) : samples::comment(any(clips).id);
                if (below(3) == 0) comment.contribution = codes::Contribution::SaidAgain;
                const auto thread = model_.clips().comments(talk);
                if (!thread.empty() && below(2) == 0) comment.reply_to = any(thread).id;  // perhaps of another clip
                return both([&](Library& library) {
                    library.clips().put(comment, comment.spoken > base::Time{} ? "sound" : "");
                });
            }
            case 2: {
                const std::vector<codes::Comment> thread = model_.clips().comments(talk);
                if (thread.empty()) return {};
                codes::Comment comment = any(thread);
                comment.text = std::to_string(below(3));
                if (below(3) == 0) comment.codes = {"key"};  // refused where it is a remark
                comment.removed = below(4) == 0;
                return both([&](Library& library) { library.clips().put(comment, ""); });
            }
            default: {
                codes::Clip clip = clips.empty() || below(2) == 0 ? samples::clip(talk) : any(clips);
                clip.span.to = base::seconds(below(20));  // perhaps before it begins
                clip.kind = static_cast<codes::ClipKind>(below(4));
                clip.removed = clip.revision > 0 && below(5) == 0;
                return both([&](Library& library) { library.clips().put(clip); });
            }
        }
    }

    template <class Work>
    std::string outcome(Library& library, Work work) {
        try {
            if constexpr (std::is_void_v<decltype(work(library))>) {
                work(library);
                return "done";
            } else {
                return work(library);
            }
        } catch (const base::Error& error) {
            return std::string("refused: ") + error.what();
        }
    }
    template <class Work>
    std::string both(Work work) {
        const std::string said = outcome(model_, work);
        EXPECT_EQ(outcome(file_, work), said);
        return said;
    }
    template <class Work>
    std::string with(const base::Id& id, Work work) {
        return both([&](Library& library) { return work(library, id); });
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    template <class T>
    const T& any(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }
    Direction any_direction() { return below(3) < 2 ? Direction::Undo : Direction::Redo; }

    Conversation changed(Conversation talk) {
        talk.title = "titel " + std::to_string(below(100));
        talk.kind = static_cast<Kind>(below(3));
        if (below(3) == 0) talk.recordings.push_back(samples::recording());
        if (below(6) == 0 && !talk.recordings.empty()) talk.recordings.erase(talk.recordings.begin());
        talk.tags["n"] = std::to_string(below(9));
        return talk;
    }
    talk::Turn random_turn() {
        const base::Time from = base::seconds(below(9));
        const char* const texts[] = {"één ja", "Ja maar", "nee", ""};
        return {{from, from + base::seconds(below(3))},
                "s" + std::to_string(below(2)),
                static_cast<talk::Role>(below(3)),
                texts[below(4)]};
    }
    std::vector<talk::TurnChange> random_changes(std::vector<talk::Turn> turns) {
        std::vector<talk::TurnChange> changes;
        for (int count = 1 + below(3); count > 0; --count) {
            talk::TurnChange change{static_cast<std::size_t>(below(static_cast<int>(turns.size()) + 1)), {}, {}};
            if (change.at < turns.size() && below(2) == 0) change.before = turns[change.at];
            if (!change.before || below(2) == 0) change.after = random_turn();
            if (below(20) == 0) change.at += 1;  // does not fit, mostly
            changes.push_back(change);
            try {
                talk::apply(turns, {change});
            } catch (const base::Error&) {
                break;
            }
        }
        return changes;
    }
    codes::Edit random_edit(const codes::Coding& coding) {
        if (below(8) > 0) return edits_.next(coding);
        if (below(2) == 0) return other_codebook(coding);
        if (below(2) == 0 || coding.events.empty())
            return codes::edits::deleted(coding, {edits_.any_event()});    // is not
        return {"deleted", {codes::EventChange{any(coding.events), {}}}};  // may be evidence
    }

    // With an event that moves along; perhaps from a version that it does not have, or to one that is not there.
    codes::Edit other_codebook(const codes::Coding& coding) {
        const codes::CodebookName now{coding.codebook_key, coding.codebook_version};
        const std::string versions[] = {"1.0", "2.0", "3.0", "3.0", "none"};
        const codes::CodebookName before = below(6) == 0 ? codes::CodebookName{"sample", "2.0"} : now;
        codes::Edit edit{"moved", {codes::CodebookChange{before, {"sample", versions[below(5)]}}}};
        if (coding.events.empty()) return edit;
        codes::Event after = any(coding.events);
        after.code = "closed_question";
        edit.changes.emplace_back(codes::EventChange{*coding.find(after.id), after});
        return edit;
    }

    Library& file_;
    Library& model_;
    std::mt19937& random_;
    samples::RandomEdits edits_{random_};
};

void expect_same_coding(Library& file, Library& model, const base::Id& id) {
    const auto kept = file.coding(id);
    const auto wanted = model.coding(id);
    ASSERT_EQ(kept.has_value(), wanted.has_value());
    if (!kept) return;
    ASSERT_EQ(kept->events, wanted->events);
    ASSERT_EQ(kept->ratings, wanted->ratings);
    ASSERT_EQ(kept->codebook_version, wanted->codebook_version);
    ASSERT_EQ(kept->feedback, wanted->feedback);
    ASSERT_EQ(kept->evidence, wanted->evidence);
    ASSERT_EQ(kept->utterances, wanted->utterances);
    ASSERT_EQ(kept->ticks, wanted->ticks);
    ASSERT_EQ(kept->phases, wanted->phases);
    ASSERT_EQ(kept->decisions, wanted->decisions);
    ASSERT_EQ(kept->purpose, wanted->purpose);
    ASSERT_EQ(kept->segment, wanted->segment);
    for (const Direction direction : {Direction::Undo, Direction::Redo}) {
        ASSERT_EQ(file.can_step(id, direction), model.can_step(id, direction));
    }
}

template <class T>
std::vector<T> without_moments(std::vector<T> things) {
    for (T& thing : things) thing.changed = {};
    return things;
}

void expect_same_clips(Library& file, Library& model, const base::Id& talk) {
    const ClipThreads kept = file.clips().everything(talk);
    const ClipThreads wanted = model.clips().everything(talk);
    ASSERT_EQ(without_moments(kept.clips), without_moments(wanted.clips));
    ASSERT_EQ(without_moments(kept.comments), without_moments(wanted.comments));
    ASSERT_EQ(kept.sounds, wanted.sounds);
    ASSERT_EQ(file.clips().of(talk).size(), model.clips().of(talk).size());
    for (const Direction direction : {Direction::Undo, Direction::Redo})
        ASSERT_EQ(file.clips().step_time(talk, direction).has_value(),
                  model.clips().step_time(talk, direction).has_value());
}

// What each coding adds up to by name, since kinds stand in no order. The model counts its codings anew each time.
std::map<base::Id, std::pair<codes::CountedCoding, std::map<codes::Kind, int>>> counted(Library& library) {
    std::map<base::Id, std::pair<codes::CountedCoding, std::map<codes::Kind, int>>> all;
    const codes::CountedCodings counted = library.counted_codings("sample");
    for (codes::CountedCoding one : counted.codings) {
        std::map<codes::Kind, int> times;
        for (const auto& [kind, count] : one.totals.counts) times[counted.kinds.at(kind)] = count;
        one.totals.counts.clear();
        all[one.coding] = {one, times};
    }
    return all;
}

void expect_same(Library& file, Library& model, const std::vector<base::Id>& codings) {
    ASSERT_EQ(file.conversations(), model.conversations());
    const std::vector<CodingSummary> kept = file.all_codings();
    const std::vector<CodingSummary> wanted = model.all_codings();
    ASSERT_EQ(kept.size(), wanted.size());
    for (std::size_t at = 0; at < kept.size(); ++at) {
        ASSERT_EQ(kept[at].id, wanted[at].id);
        ASSERT_EQ(kept[at].events, wanted[at].events);
        ASSERT_EQ(kept[at].active, wanted[at].active);
    }
    for (const base::Id& id : codings) expect_same_coding(file, model, id);
}

TEST(RandomOperations, LeaveTheFileAndTheModelAlike) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    std::mt19937 random(20261122);
    auto file = std::make_unique<SqliteLibrary>(path);
    MemoryLibrary model;
    for (Library* library : {static_cast<Library*>(file.get()), static_cast<Library*>(&model)}) {
        for (const char* version : {"1.0", "2.0", "3.0"}) library->store_codebook(samples::codebook(version));
    }
    std::vector<Conversation> talks;
    std::vector<base::Id> codings;
    int refused = 0;
    for (int count = 1; count <= kOperations; ++count) {
        Pair pair(*file, model, random);
        const std::string said = pair.operate(talks, codings);
        refused += said.rfind("refused", 0) == 0 ? 1 : 0;
        ASSERT_FALSE(testing::Test::HasFailure()) << "operation " << count;
        // Few at a time, so that most operations meet something that is there.
        if (talks.size() > 12) talks.erase(talks.begin());
        if (codings.size() > 8) codings.erase(codings.begin());
        // What an operation can touch is compared after each; everything now and then.
        for (const base::Id& id : codings) expect_same_coding(*file, model, id);
        for (const Conversation& talk : talks) {
            ASSERT_EQ(file->conversation(talk.id), model.conversation(talk.id));
            ASSERT_EQ(file->turns(talk.id), model.turns(talk.id));
            ASSERT_EQ(file->turn_source(talk.id), model.turn_source(talk.id));
            if (count % 10 == 0) expect_same_clips(*file, model, talk.id);
        }
        if (count % 20 == 0) {
            for (const char* text : {"ja", "\"een ja\"", "n", "maar ja "})
                ASSERT_EQ(file->search(text, {}), model.search(text, {})) << text;
        }
        if (count % 10 == 0) {
            ASSERT_EQ(counted(*file), counted(model));
        }
        if (count % 200 == 0) expect_same(*file, model, codings);
        if (count % kReopenEvery == 0) {
            file.reset();
            file = std::make_unique<SqliteLibrary>(path);
            expect_same(*file, model, codings);
        }
        ASSERT_FALSE(testing::Test::HasFailure()) << "operation " << count;
    }
    EXPECT_GT(refused, 100);  // what is refused is compared too
    EXPECT_EQ(file->problems(), std::vector<std::string>{});
}

}  // namespace
}  // namespace library
