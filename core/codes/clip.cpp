#include "codes/clip.h"

#include "base/error.h"
#include "base/i18n.h"

#include <nlohmann/json.hpp>
#include <tuple>

namespace codes {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostCodes = 20;  // of one contribution

constexpr ClipKind kKinds[] = {ClipKind::Strength, ClipKind::Question, ClipKind::Suggestion, ClipKind::Note};

// Far more than anybody changes one thing, and room for the next.
constexpr int kLastRevision = 1'000'000'000;

// Reads one object with `read`; whatever is wrong with it is said in the same words.
template <class Read>
auto read_object(const std::string& text, Read read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception&) {
        throw base::Error(_("A clip or a comment cannot be read: it is not as this program writes it."));
    }
}

std::string text_in(const Json& json, const char* name) {
    return json.at(name).get<std::string>();
}

std::int64_t whole_in(const Json& json, const char* name) {
    const Json& value = json.at(name);
    if (!value.is_number_integer()) throw base::Error(_("A clip or a comment cannot be read: a number is not whole."));
    return value.get<std::int64_t>();
}

int revision_in(const Json& json) {
    const std::int64_t revision = whole_in(json, "revision");
    if (revision < 0 || revision > kLastRevision)
        throw base::Error(_("A clip or a comment cannot be read: its revision cannot be."));
    return static_cast<int>(revision);
}

template <class T>
bool later(const T& a, const T& b) {
    if (a.revision != b.revision || a.changed != b.changed)
        return std::tie(a.revision, a.changed) > std::tie(b.revision, b.changed);
    return to_json(a) >
           to_json(b);  // cannot be while each has one author; any rule will do that is the same everywhere
}

template <class T>
bool same(T a, const T& b) {
    a.revision = b.revision;
    a.changed = b.changed;
    return a == b;
}

}  // namespace

const char* name_of(ClipKind kind) {
    switch (kind) {
        case ClipKind::Strength:
            return "strength";
        case ClipKind::Question:
            return "question";
        case ClipKind::Suggestion:
            return "suggestion";
        case ClipKind::Note:
            break;
    }
    return "note";
}

ClipKind clip_kind_named(const std::string& name) {
    for (const ClipKind kind : kKinds)
        if (name == name_of(kind)) return kind;
    throw base::Error(_("A clip is of a kind that this program does not know."));
}

void check(const Clip& clip) {
    if (!clip.id || !clip.conversation) throw base::Error(_("A clip needs an id and a conversation."));
    if (clip.span.from < base::Time{} || clip.span.to <= clip.span.from)
        throw base::Error(_("A clip ends after it begins, and begins in the recording."));
}

void check(const Comment& comment) {
    if (!comment.id || !comment.clip) throw base::Error(_("A comment needs an id and a clip."));
    if (comment.reply_to == comment.id) throw base::Error(_("A comment cannot be a reply to itself."));
    if (comment.spoken < base::Time{}) throw base::Error(_("Nobody speaks for less than no time."));
    if (comment.contribution == Contribution::Remark && !comment.codes.empty())
        throw base::Error(_("Only what was said again can have codes."));
    if (comment.codes.size() > kMostCodes) throw base::Error(_("What was said again has too many codes."));
    for (const std::string& code : comment.codes)
        if (code.empty() || code.find(' ') != std::string::npos)
            throw base::Error(_("What was said again has a code that cannot be."));
}

bool says_the_same(Clip a, const Clip& b) {
    return same(std::move(a), b);
}
bool says_the_same(Comment a, const Comment& b) {
    return same(std::move(a), b);
}

bool is_later(const Clip& a, const Clip& b) {
    return later(a, b);
}
bool is_later(const Comment& a, const Comment& b) {
    return later(a, b);
}

std::string to_json(const Clip& clip) {
    return Json{{"id", clip.id.text},
                {"conversation", clip.conversation.text},
                {"coding", clip.coding.text},
                {"from_us", clip.span.from.microseconds},
                {"to_us", clip.span.to.microseconds},
                {"kind", name_of(clip.kind)},
                {"title", clip.title},
                {"text", clip.text},
                {"author", clip.author},
                {"changed_ms", clip.changed.milliseconds},
                {"revision", clip.revision},
                {"removed", clip.removed}}
        .dump();
}

std::string to_json(const Comment& comment) {
    return Json{{"id", comment.id.text},
                {"clip", comment.clip.text},
                {"reply_to", comment.reply_to.text},
                {"author", comment.author},
                {"at_ms", comment.at.milliseconds},
                {"text", comment.text},
                {"spoken_us", comment.spoken.microseconds},
                {"said_again", comment.contribution == Contribution::SaidAgain},
                {"codes", comment.codes},
                {"changed_ms", comment.changed.milliseconds},
                {"revision", comment.revision},
                {"removed", comment.removed}}
        .dump();
}

Clip clip_from_json(const std::string& text) {
    return read_object(text, [](const Json& json) {
        Clip clip;
        clip.id.text = text_in(json, "id");
        clip.conversation.text = text_in(json, "conversation");
        clip.coding.text = text_in(json, "coding");
        clip.span = {{whole_in(json, "from_us")}, {whole_in(json, "to_us")}};
        clip.kind = clip_kind_named(text_in(json, "kind"));
        clip.title = text_in(json, "title");
        clip.text = text_in(json, "text");
        clip.author = text_in(json, "author");
        clip.changed = {whole_in(json, "changed_ms")};
        clip.revision = revision_in(json);
        clip.removed = json.at("removed").get<bool>();
        check(clip);
        return clip;
    });
}

Comment comment_from_json(const std::string& text) {
    return read_object(text, [](const Json& json) {
        Comment comment;
        comment.id.text = text_in(json, "id");
        comment.clip.text = text_in(json, "clip");
        comment.reply_to.text = text_in(json, "reply_to");
        comment.author = text_in(json, "author");
        comment.at = {whole_in(json, "at_ms")};
        comment.text = text_in(json, "text");
        comment.spoken = {whole_in(json, "spoken_us")};
        if (json.at("said_again").get<bool>()) comment.contribution = Contribution::SaidAgain;
        comment.codes = json.at("codes").get<std::vector<std::string>>();
        comment.changed = {whole_in(json, "changed_ms")};
        comment.revision = revision_in(json);
        comment.removed = json.at("removed").get<bool>();
        check(comment);
        return comment;
    });
}

}  // namespace codes
