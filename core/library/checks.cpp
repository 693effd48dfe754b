#include "library/checks.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace library {

namespace {

void check_id(const base::Id& id) {
    if (!is_id(id)) throw base::Error(fmt::format(fmt::runtime(_("“{}” is not an id of this program.")), id.text));
}

void check_event(const codes::Event& event) {
    codes::check(event);
    check_id(event.id);
    check_text(event.code, _("code"));
    check_text(event.note, _("note"));
    for (const auto& [name, value] : event.attributes) {
        check_text(name, _("attribute"));
        check_text(value, _("attribute"));
    }
}

void check_moments(const std::vector<codes::Moment>& moments) {
    for (const codes::Moment& moment : moments) {
        check_text(moment.quote, _("quote"));
        check_text(moment.comment, _("comment"));
        check_text(moment.alternative, _("alternative"));
    }
}

void check_feedback(const codes::Feedback& feedback) {
    check_moments(feedback.strengths);
    check_moments(feedback.focus);
    check_text(feedback.next_step, _("next step"));
}

void check_utterance(const codes::Utterance& utterance) {
    codes::check(utterance);
    check_id(utterance.id);
}

void check_tick(const codes::Tick& tick) {
    codes::check(tick);
    check_text(tick.checklist, _("checklist"));
    check_text(tick.item, _("checklist"));
}

void check_phase(const codes::PhaseMark& mark) {
    codes::check(mark);
    check_text(mark.phase, _("phase"));
}

void check_decision(const codes::Decision& decision) {
    codes::check(decision);
    for (const base::Id& event : {decision.first, decision.second})
        if (event) check_id(event);
    for (const std::string& code : {decision.first_code, decision.second_code, decision.code})
        check_text(code, _("code"));
    check_text(decision.note, _("note"));
}

void check_sources(const codes::Sources& sources) {
    codes::check(sources);
    check_id(sources.first);
    check_id(sources.second);
}

template <class T>
void check_both(const codes::ChangeOf<T>& change, void (*check_one)(const T&)) {
    if (change.before) check_one(*change.before);
    if (change.after) check_one(*change.after);
}

void check_turn(const talk::Turn& turn) {
    check_text(turn.speaker, _("speaker"));
    check_text(turn.text, _("transcript"));
    if (turn.span.to < turn.span.from)
        throw base::Error(fmt::format(fmt::runtime(_("Transcript: the turn at {} ends before it begins.")),
                                      base::to_text(turn.span.from)));
}

struct ChangeCheck {
    void operator()(const codes::EventChange& change) const { check_both(change, check_event); }
    void operator()(const codes::UtteranceChange& change) const { check_both(change, check_utterance); }
    void operator()(const codes::TickChange& change) const { check_both(change, check_tick); }
    void operator()(const codes::PhaseChange& change) const { check_both(change, check_phase); }
    void operator()(const codes::SegmentChange& change) const { check_both<codes::Segment>(change, codes::check); }
    void operator()(const codes::DecisionChange& change) const { check_both(change, check_decision); }
    void operator()(const codes::SourcesChange& change) const { check_both(change, check_sources); }
    void operator()(const codes::PurposeChange&) const {}
    void operator()(const codes::EvidenceChange& change) const {
        check_text(change.rating, _("rating"));
        check_id(change.event);
    }
    void operator()(const codes::RatingChange& change) const { check_text(change.rating, _("rating")); }
    void operator()(const codes::FeedbackChange& change) const {
        check_feedback(change.before);
        check_feedback(change.after);
    }
    void operator()(const codes::CodebookChange& change) const {
        for (const codes::CodebookName& name : {change.before, change.after}) {
            check_text(name.key, _("codebook"));
            check_text(name.version, _("codebook"));
        }
    }
};

void check_recording(const Recording& recording) {
    check_id(recording.id);
    check_text(recording.path, _("path"));
    check_text(recording.fingerprint, _("fingerprint"));
    check_text(recording.sha256, _("SHA-256"));
    check_text(recording.role, _("role"));
    check_text(recording.label, _("label"));
    if (recording.size < 0 || recording.duration < base::Time{}) {
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: a recording cannot be shorter than nothing.")), recording.path));
    }
}

}  // namespace

// Tests and imports bring ids of their own making, so the UUID's version is not asked.
bool is_id(const base::Id& id) {
    const std::string& text = id.text;
    bool good = text.size() == 36;
    for (std::size_t at = 0; good && at < text.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool digit = (text[at] >= '0' && text[at] <= '9') || (text[at] >= 'a' && text[at] <= 'f');
        good = dash ? text[at] == '-' : digit;
    }
    return good;
}

void check_text(const std::string& text, const char* what) {
    if (base::is_valid_utf8(text)) return;
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: this text holds characters that cannot be kept (not UTF-8, or NUL): {}")), what,
                    base::to_valid_utf8(base::shortened(base::to_valid_utf8(text), 60))));
}

void check(const Conversation& conversation) {
    check_id(conversation.id);
    check_text(conversation.title, _("title"));
    check_text(conversation.trainee, _("trainee"));
    check_text(conversation.date, _("date"));
    check_text(conversation.language, _("language"));
    check_text(conversation.change_goal, _("change goal"));
    check_text(conversation.remarks, _("remarks"));
    for (const auto& [name, value] : conversation.tags) {
        check_text(name, _("tag"));
        check_text(value, _("tag"));
    }
    std::set<base::Id> recordings;
    for (const Recording& recording : conversation.recordings) {
        check_recording(recording);
        if (!recordings.insert(recording.id).second) refuse_known_id();
    }
}

void check(const codes::Coding& coding) {
    check_id(coding.id);
    check_text(coding.codebook_key, _("codebook"));
    check_text(coding.codebook_version, _("version"));
    check_text(coding.coder, _("coder"));
    std::set<base::Id> events;
    for (const codes::Event& event : coding.events) {
        check_event(event);
        if (!events.insert(event.id).second) refuse_known_id();
    }
    for (const auto& [rating, value] : coding.ratings) check_text(rating, _("rating"));
    check_feedback(coding.feedback);
    for (const codes::Utterance& utterance : coding.utterances) check_utterance(utterance);
    for (const codes::Tick& tick : coding.ticks) check_tick(tick);
    for (const codes::PhaseMark& mark : coding.phases) check_phase(mark);
    for (const codes::Decision& decision : coding.decisions) check_decision(decision);
    if (coding.sources) check_sources(*coding.sources);
    for (const auto& [rating, tied] : coding.evidence) check_text(rating, _("rating"));
    codes::Coding empty;
    codes::apply(empty, codes::edits::begun(coding));  // refuses what does not fit together
}

void check(const codes::Edit& edit) {
    check_text(edit.what, _("edit"));
    for (const codes::Change& change : edit.changes) std::visit(ChangeCheck{}, change);
}

void check(const std::vector<talk::Turn>& turns) {
    for (const talk::Turn& turn : turns) check_turn(turn);
}

void check(const std::vector<talk::TurnChange>& changes) {
    for (const talk::TurnChange& change : changes)
        for (const auto& turn : {change.before, change.after})
            if (turn) check_turn(*turn);
}

void check(const Report& report) {
    check_text(report.language, _("language"));
    check_text(report.content, _("report"));
    check_text(report.html, _("report"));
}

void check_taken_in(const Report& report) {
    check(report);
    check_id(report.id);
    if (report.version < 1 || report.sha256 != report_sha256(report.content, report.pdf, report.html))
        throw base::Error(
            fmt::format(fmt::runtime(_("Report {}, version {}: it is not what was issued (its fingerprint differs).")),
                        report.id.text, report.version));
}

void check(const Person& person) {
    check_id(person.id);
    check_text(person.name, _("name"));
    check_text(person.reading_key, _("key"));
    check_text(person.signing_key, _("key"));
    if (base::trimmed(person.name).empty()) throw base::Error(_("A person has a name. Give one."));
}

void check(const Milestone& milestone) {
    check_id(milestone.id);
    check_text(milestone.person, _("name"));
    check_text(milestone.text, _("text"));
    const bool is_day = milestone.date.size() == 10 && base::parse_iso8601(milestone.date).has_value();
    if (!is_day)
        throw base::Error(fmt::format(fmt::runtime(_("“{}” is not a day. Write it as 2026-11-30.")), milestone.date));
}

void check(const codes::Clip& clip) {
    codes::check(clip);
    check_id(clip.id);
    check_id(clip.conversation);
    if (clip.coding) check_id(clip.coding);
    check_text(clip.title, _("title"));
    check_text(clip.text, _("text"));
    check_text(clip.author, _("name"));
}

void check(const codes::Comment& comment) {
    codes::check(comment);
    check_id(comment.id);
    check_id(comment.clip);
    if (comment.reply_to) check_id(comment.reply_to);
    check_text(comment.text, _("text"));
    check_text(comment.author, _("name"));
}

void check_active_time(base::Time time) {
    if (time < base::Time{}) throw base::Error(_("Nobody works for less than no time."));
}

void refuse_unknown_conversation() {
    throw base::Error(_("This conversation is not in the library."));
}
void refuse_unknown_recording() {
    throw base::Error(_("This recording is not in the library."));
}
void refuse_unknown_coding() {
    throw base::Error(_("This coding is not in the library."));
}
void refuse_unknown_milestone() {
    throw base::Error(_("This training or coaching is not in the library."));
}

void refuse_unknown_person() {
    throw base::Error(_("This person is not among the people that you know."));
}

void refuse_namesakes(const std::vector<Person>& people, const Person& person) {
    for (const Person& known : people) {
        if (known.name == person.name)
            throw base::Error(fmt::format(
                fmt::runtime(_("You know somebody by the name “{}” already. Give another name.")), person.name));
        if (known.reading_key == person.reading_key || known.signing_key == person.signing_key)
            throw base::Error(
                fmt::format(fmt::runtime(_("This is the card of “{}”, whom you know already.")), known.name));
    }
}

void refuse_known_id() {
    throw base::Error(_("This is in the library already: an id cannot be used twice."));
}

void refuse_other_codebook(const std::string& key, const std::string& version) {
    throw base::Error(fmt::format(
        fmt::runtime(
            _("The library already has codebook “{}”, version {}, with other content. Codings depend on it, so "
              "it stays as it is: give the changed codebook a new version.")),
        key, version));
}

void refuse_missing_codebook(const std::string& key, const std::string& version) {
    throw base::Error(fmt::format(fmt::runtime(_("Codebook “{}”, version {}, is not in the library.")), key, version));
}

bool same_json(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto parsed_a = nlohmann::json::parse(a, nullptr, false);
    const auto parsed_b = nlohmann::json::parse(b, nullptr, false);
    return !parsed_a.is_discarded() && parsed_a == parsed_b;
}

bool is_older_version(const std::string& a, const std::string& b) {
    const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t at_a = 0, at_b = 0;;) {
        if (at_a == a.size() || at_b == b.size()) return at_a == a.size() && at_b < b.size();
        if (!is_digit(a[at_a]) || !is_digit(b[at_b])) {
            if (a[at_a] != b[at_b]) return a[at_a] < b[at_b];
            ++at_a, ++at_b;
            continue;
        }
        const auto number = [&](const std::string& text, std::size_t& at) {
            const std::size_t from = std::min(text.find_first_not_of('0', at), text.size());
            for (at = from; at < text.size() && is_digit(text[at]);) ++at;
            return text.substr(from, at - from);
        };
        const std::string number_a = number(a, at_a);
        const std::string number_b = number(b, at_b);
        if (number_a.size() != number_b.size()) return number_a.size() < number_b.size();
        if (number_a != number_b) return number_a < number_b;
    }
}

}  // namespace library
