#include "packages/feedback_things.h"

#include "base/error.h"
#include "base/i18n.h"
#include "packages/thing_json.h"

#include <algorithm>

namespace packages {

namespace {

using library::Library;

// Clips and what is said about them. Both have revisions of their own, which the library compares too.

bool is_asked_for(const Extent& extent, const base::Id& clip) {
    return extent.clips.empty() || std::find(extent.clips.begin(), extent.clips.end(), clip) != extent.clips.end();
}

std::vector<Thing> clips_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    const library::ClipThreads threads = library.clips().everything(extent.conversation);
    for (const codes::Clip& clip : threads.clips)
        if (is_asked_for(extent, clip.id)) things.push_back({clip.id.text, codes::to_json(clip)});
    return things;
}

bool has_clip(Library& library, const base::Id&, const std::string& id) {
    return library.clips().find({id}).has_value();
}

bool take_in_clip(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Clip clip = codes::clip_from_json(thing.json);
    if (clip.id.text != thing.id) refuse_elsewhere();
    library.clips().take_in(conversation, {{clip}, {}, {}});
    return true;
}

// A reply comes after what it replies to: ids are in the order in which comments were made.
std::vector<Thing> comments_of(Library& library, const Extent& extent) {
    library::ClipThreads threads = library.clips().everything(extent.conversation);
    std::sort(threads.comments.begin(), threads.comments.end(),
              [](const codes::Comment& a, const codes::Comment& b) { return a.id < b.id; });
    std::vector<Thing> things;
    for (const codes::Comment& comment : threads.comments)
        if (is_asked_for(extent, comment.clip))
            things.push_back({comment.id.text, to_json(comment, threads.sounds[comment.id])});
    return things;
}

bool has_comment(Library& library, const base::Id& conversation, const std::string& id) {
    const std::vector<codes::Comment> comments = library.clips().comments(conversation);
    return std::any_of(comments.begin(), comments.end(),
                       [&](const codes::Comment& comment) { return comment.id.text == id; });
}

bool take_in_comment(Library& library, const base::Id& conversation, const Thing& thing) {
    const auto [comment, sound] = comment_from_json(thing.json);
    if (comment.id.text != thing.id) refuse_elsewhere();
    const std::vector<codes::Clip> clips = library.clips().everything(conversation).clips;
    const auto is_its_clip = [clip = comment.clip](const codes::Clip& one) { return one.id == clip; };
    if (std::none_of(clips.begin(), clips.end(), is_its_clip)) return false;
    library::ClipThreads threads{{}, {comment}, {}};
    if (!sound.empty()) threads.sounds[comment.id] = sound;
    library.clips().take_in(conversation, threads);
    return true;
}

// Goals, with revisions of their own likewise.

std::vector<Thing> goals_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const codes::Goal& goal : library.goals().everything(extent.conversation))
        things.push_back({goal.id.text, codes::to_json(goal)});
    return things;
}

bool has_goal(Library& library, const base::Id& conversation, const std::string& id) {
    const std::vector<codes::Goal> goals = library.goals().everything(conversation);
    return std::any_of(goals.begin(), goals.end(), [&](const codes::Goal& goal) { return goal.id.text == id; });
}

bool take_in_goal(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Goal goal = codes::goal_from_json(thing.json);
    if (goal.id.text != thing.id || goal.conversation != conversation) refuse_elsewhere();
    library.goals().take_in(goal);
    return true;
}

// The trainees' own views: only what its trainee shares.

std::vector<Thing> reviews_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const codes::Review& review : shared_reviews(library, extent.conversation))
        things.push_back({review.id.text, codes::to_json(review)});
    return things;
}

bool has_review(Library& library, const base::Id& conversation, const std::string& id) {
    const std::vector<codes::Review> reviews = library.reviews().everything(conversation);
    return std::any_of(reviews.begin(), reviews.end(), [&](const codes::Review& one) { return one.id.text == id; });
}

bool take_in_review(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Review review = codes::review_from_json(thing.json);
    if (review.id.text != thing.id || review.conversation != conversation || !review.is_shared) refuse_elsewhere();
    if (!library.codebook(review.codebook_key, review.codebook_version)) return false;
    library.reviews().take_in(review);
    return true;
}

// Reports: frozen, so they come once.

std::vector<Thing> reports_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const base::Id& coding : extent.codings)
        for (const library::Report& report : library.reports(coding))
            things.push_back({report.id.text, to_json(library.report(report.id).value())});
    return things;
}

bool has_report(Library& library, const base::Id&, const std::string& id) {
    return library.report({id}).has_value();
}

bool take_in_report(Library& library, const base::Id& conversation, const Thing& thing) {
    const library::Report report = report_from_json(thing.json);
    if (report.id.text != thing.id) refuse_elsewhere();
    const auto coding = library.coding(report.coding);
    if (!coding) return false;
    if (coding->conversation != conversation) refuse_elsewhere();
    if (!library.report(report.id)) library.take_in(report);
    return true;
}

}  // namespace

void refuse_elsewhere() {
    throw base::Error(_("Something in it belongs to another conversation."));
}

std::vector<codes::Review> shared_reviews(Library& library, const base::Id& conversation) {
    std::vector<codes::Review> reviews = library.reviews().everything(conversation);
    std::erase_if(reviews, [](const codes::Review& review) { return !review.is_shared; });
    return reviews;
}

const std::vector<Kind>& feedback_kinds() {
    static const std::vector<Kind> all = {
        {"clip", Travels::AsContext, clips_of, has_clip, take_in_clip},
        {"comment", Travels::AsContext, comments_of, has_comment, take_in_comment},
        {"goal", Travels::WithItsAuthor, goals_of, has_goal, take_in_goal},
        {"review", Travels::WithItsAuthor, reviews_of, has_review, take_in_review},
        {"report", Travels::WithItsAuthor, reports_of, has_report, take_in_report},
    };
    return all;
}

}  // namespace packages
