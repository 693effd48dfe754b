// The feedback as a value: everything a report says, worked out once, in one language. Pages, PDF and HTML are drawn
// from it and from nothing else, so what is frozen in the library can be drawn again to the same bytes.
#pragma once

#include "analysis/measures.h"
#include "base/i18n.h"
#include "codes/coding.h"
#include "codes/goal.h"
#include "talk/turn.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace report {

struct CountRow {
    std::string label;
    codes::Colour colour;
    codes::Side side = codes::Side::Professional;
    int count = 0;
    double per_hour = 0;
    std::string rate;  // per_hour as text, "n/a" where the duration is unknown
};
struct MeasureRow {
    std::string label;
    std::string counted;  // "7 of 16", "16 : 11"
    std::string value;    // "44 %", "1.5", "n/a", "too few to say"
    std::string remark;   // thresholds, interval; one a line
};
struct MomentRow {  // a coded moment with its note or its words
    base::Time at;
    std::string code;
    codes::Colour colour;
    std::string note;
};
struct Mark {  // one event on the timeline picture
    base::Time at;
    std::optional<base::Time> end;
    codes::Side side = codes::Side::Professional;
    codes::Colour colour;
};
struct RatingRow {
    std::string label;
    int value = 0;
    int minimum = 1;
    int maximum = 5;
    std::string scale;   // "scale 1 to 5"
    std::string anchor;  // what that value stands for, in a sentence
    std::string remark;  // far from where raters start, and no moment says why
    std::vector<MomentRow> evidence;
};
struct HeardRow {  // a part of a coverage
    std::string label;
    std::optional<base::Time> first;
    std::string when;  // "first at 03:12", "not heard"
};
struct Coverage {
    std::string label;
    std::string summary;  // "Heard: desire, reason. Not yet: ability, need."
    std::vector<HeardRow> rows;
};
struct CurvePoint {
    base::Time at;
    int level = 0;  // from here on
};
struct Curve {
    std::string label;
    std::string text;  // the same in words
    std::vector<CurvePoint> points;
};
struct ThirdsRow {
    std::string label;
    std::array<std::string, 3> values;  // "40 %", "too few to say", "n/a"
    std::array<std::string, 3> counted;
};
struct TalkRow {
    std::string label;
    std::string professional, client;
    std::string remark;  // what it means
};
struct SelfRow {  // a question to the trainee
    std::string question;
    std::string answer;    // "I", "the client", "the same", "–"
    std::string measured;  // "measured: you, 16:40 against 12:32"; empty where nothing measures it
};

// The fixed words of a report: frozen with it, so that a later translation does not change an issued page.
struct Wording {
    std::string strengths, focus, next_step, timeline, measures, counts, ratings, moments, method;  // headings
    std::string professional, client;
    std::string time, code, note, measure, counted, value, remark, count, per_hour, rating;  // heads of columns
    std::string try_instead;  // before the alternative of the focus point
    std::string draft;
    std::string no_strengths, no_focus, no_next_step;  // hints in a draft
    std::string timeline_text;                         // the timeline picture in words
    std::string talk, thirds, self_view, quotes;       // headings
    std::string first_third, middle_third, last_third;

    bool operator==(const Wording&) const = default;
};

struct Report {
    base::Language language = base::Language::English;
    std::string title;  // "Feedback on your conversation"
    std::string trainee, conversation, date, coder, codebook, segment;
    std::string length;    // "31 min"
    std::string subtitle;  // who and when, in one line
    std::string coded_by;  // coder, codebook with its version, segment, in one line
    base::Time duration;
    codes::Feedback feedback;
    std::vector<Mark> marks;
    std::vector<CountRow> counts;
    std::vector<CountRow> totals;  // one for each side
    std::vector<MeasureRow> measures;
    std::vector<RatingRow> ratings;
    std::vector<Coverage> coverages;
    std::vector<Curve> curves;
    std::vector<ThirdsRow> thirds;
    std::vector<TalkRow> talk;
    std::vector<SelfRow> self_view;   // only where the trainee answered one
    std::vector<MomentRow> quotes;    // the most telling words, by time
    std::vector<MomentRow> moments;   // events with a note
    std::vector<std::string> method;  // what was counted and how, versions, fingerprint of the recording
    std::vector<std::string> footer;  // the short of it, on every page
    int version = 0;                  // 0 while it is a draft
    base::Timestamp issued;
    Wording wording;
};

// What a report is made from; plain values, so that report needs neither library nor media.
struct Sources {
    std::string trainee, conversation, date;
    base::Time duration;
    std::string recording_fingerprint;
    codes::Coding coding;
    codes::Codebook codebook;
    std::vector<talk::Turn> turns;
    std::vector<codes::Goal> goals;  // set in this conversation; they stand with the next step
    int version = 0;
    base::Timestamp issued;
};
Report make_report(const Sources& sources, base::Language language);

std::string to_json(const Report& report);
Report report_from_json(const std::string& json);  // throws base::Error

}  // namespace report
