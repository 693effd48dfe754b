#include "report/report.h"

#include "analysis/volleys.h"
#include "base/put_in.h"
#include "base/text.h"
#include "codes/segment.h"
#include "report/rows.h"
#include "report/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace report {

namespace {

using base::Language;
using base::put_in;
using base::to_valid_utf8;

// What there is of it, with a middle dot between.
std::string joined(const std::vector<std::string>& parts) {
    std::string line;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}

codes::Feedback cleaned(codes::Feedback feedback) {
    for (auto* moments : {&feedback.strengths, &feedback.focus}) {
        for (codes::Moment& moment : *moments) {
            for (std::string* text : {&moment.quote, &moment.comment, &moment.alternative})
                *text = std::string(base::trimmed(to_valid_utf8(*text)));
        }
        std::erase_if(*moments, [](const codes::Moment& moment) {
            return moment.quote.empty() && moment.comment.empty() && moment.alternative.empty();
        });
    }
    feedback.next_step = std::string(base::trimmed(to_valid_utf8(feedback.next_step)));
    return feedback;
}

void add_goal(std::string& next_step, const codes::Goal& goal, Language language) {
    std::string line = put_in(base::translate(language, "Goal: {}"), to_valid_utf8(goal.text));
    if (!goal.until.empty()) line += put_in(base::translate(language, ", until {}"), date_text(language, goal.until));
    next_step += (next_step.empty() ? "" : "\n") + line;
}

std::string short_fingerprint(const std::string& fingerprint) {
    return fingerprint.size() <= 8 ? fingerprint
                                   : fingerprint.substr(0, 4) + "…" + fingerprint.substr(fingerprint.size() - 2);
}

std::string edition(const Report& report) {
    if (report.version == 0) return base::translate(report.language, "draft");
    return put_in(base::translate(report.language, "report v{}, {}"), report.version,
                  date_text(report.language, base::to_iso8601(report.issued), Months::Short));
}

std::string issue_line(const Report& report) {
    const Language language = report.language;
    if (report.version == 0)
        return put_in(base::translate(language, "Made with Terugblik {}. This is a draft: it can still change."),
                      TERUGBLIK_VERSION);
    return put_in(base::translate(language,
                                  "Made with Terugblik {}. Report version {}, issued on {}; a correction gets a "
                                  "new version."),
                  TERUGBLIK_VERSION, report.version, date_text(language, base::to_iso8601(report.issued)));
}

std::string threshold_sources(const codes::Codebook& codebook, Language language) {
    std::vector<std::string> sources;
    for (const codes::Measure& measure : codebook.measures) {
        const std::string source = to_valid_utf8(measure.threshold_source.in(language));
        if (source.empty() || std::find(sources.begin(), sources.end(), source) != sources.end()) continue;
        sources.push_back(source);
    }
    return sources.empty() ? "" : put_in(base::translate(language, "Thresholds after {}."), fmt::join(sources, "; "));
}

// "04:10–24:10, drawn by chance with seed 4821": the part that was coded, or all of it.
std::string segment_text(const Sources& sources, Language language) {
    const base::Span whole{{}, sources.duration};
    const auto& segment = sources.coding.segment;
    const base::Span span = !segment                           ? whole
                            : sources.duration <= base::Time{} ? segment->span
                                                               : codes::coded_span(sources.coding, sources.duration);
    const std::string text = base::to_short_text(span.from) + "–" + base::to_short_text(span.to);
    if (!segment || span == whole) return text;
    if (!segment->seed) return text + ", " + base::translate(language, "chosen by the coder");
    return text + ", " + put_in(base::translate(language, "drawn by chance with seed {}"), *segment->seed);
}

std::string what_was_counted(const Report& report, const codes::Codebook& codebook, const codes::Coding& coding) {
    const Language language = report.language;
    const auto unknown = std::count_if(coding.events.begin(), coding.events.end(), [&](const codes::Event& event) {
        return codes::is_in_segment(coding, event.at) && codebook.find(event.code) == nullptr;
    });
    int counted = 0;
    for (const CountRow& row : report.counts) counted += row.count;
    std::string line =
        put_in(base::translate(language, "{} event was counted, from {}.",
                               "{} events were counted, from {}, each once.", static_cast<unsigned long>(counted)),
               counted, report.segment);
    const auto others = static_cast<unsigned long>(unknown);
    if (others > 0)
        line +=
            " " + put_in(base::translate(
                             language, "{} event has a code that the codebook does not have; it is not counted.",
                             "{} events have a code that the codebook does not have; they are not counted.", others),
                         others);
    return line + " " + base::translate(language, "A number without anything to divide by reads n/a.");
}

std::vector<std::string> method_lines(const Report& report, const Sources& sources, bool has_intervals) {
    const Language language = report.language;
    std::vector<std::string> lines = {what_was_counted(report, sources.codebook, sources.coding)};
    for (const codes::Measure& measure : sources.codebook.measures)
        if (const std::string& caveat = measure.caveat.in(language); !caveat.empty())
            lines.push_back(to_valid_utf8(measure.label.in(language) + ": " + caveat));
    if (const std::string thresholds = threshold_sources(sources.codebook, language); !thresholds.empty())
        lines.push_back(thresholds);
    if (has_intervals)
        lines.push_back(base::translate(
            language,
            "“Likely between” is Wilson's interval (95 %) for a share of what was counted: the fewer there were, "
            "the wider it is."));
    lines.push_back(put_in(base::translate(language, "Codebook: {}."), report.codebook) + " " +
                    to_valid_utf8(sources.codebook.source.in(language)));
    if (!sources.recording_fingerprint.empty())
        lines.push_back(put_in(base::translate(language, "Fingerprint of the recording: {}"),
                               to_valid_utf8(sources.recording_fingerprint)));
    lines.push_back(issue_line(report));
    return lines;
}

std::vector<std::string> footer_lines(const Report& report, const Sources& sources, bool has_intervals) {
    const Language language = report.language;
    std::vector<std::string> first = {put_in(base::translate(language, "Made with Terugblik {}"), TERUGBLIK_VERSION),
                                      put_in(base::translate(language, "codebook {}"), report.codebook)};
    if (!report.coder.empty()) first.push_back(put_in(base::translate(language, "coder {}"), report.coder));
    first.push_back(put_in(base::translate(language, "segment {}"), report.segment));
    if (!sources.recording_fingerprint.empty())
        first.push_back(put_in(base::translate(language, "recording {}"),
                               short_fingerprint(to_valid_utf8(sources.recording_fingerprint))));
    first.push_back(edition(report));
    std::string second = threshold_sources(sources.codebook, language);
    if (has_intervals)
        second += (second.empty() ? "" : " ") + std::string(base::translate(language, "Intervals: Wilson, 95 %."));
    std::vector<std::string> lines = {joined(first)};
    if (!second.empty()) lines.push_back(second);
    return lines;
}

void write_header(Report& report, const Sources& sources) {
    const Language language = report.language;
    report.title = base::translate(language, "Feedback on your conversation");
    report.trainee = to_valid_utf8(sources.trainee);
    report.conversation = to_valid_utf8(sources.conversation);
    report.date = date_text(language, to_valid_utf8(sources.date));
    report.coder = to_valid_utf8(sources.coding.coder);
    const std::string title = to_valid_utf8(sources.codebook.title.in(language));
    report.codebook = (title.empty() ? sources.coding.codebook_key : title) + " " + sources.coding.codebook_version;
    report.codebook = to_valid_utf8(base::trimmed(report.codebook));
    report.duration = sources.duration;
    report.segment = segment_text(sources, language);
    report.length = length_text(language, sources.duration);
    const bool has_length = sources.duration.microseconds > 0;
    report.subtitle = joined({report.trainee, report.conversation, report.date, has_length ? report.length : ""});
    const std::string coder =
        report.coder.empty() ? "" : put_in(base::translate(language, "Coded by {}"), report.coder);
    const std::string segment = put_in(base::translate(language, "segment {}"), report.segment);
    report.coded_by = joined({coder, report.codebook, has_length ? segment : ""});
}

// The coding as its codebook counts it, and how that was, where it is not simply each code once.
struct Counted {
    analysis::Inputs inputs;
    std::string how;
};

Counted counted(const Sources& sources, Language language) {
    codes::Coding coding = sources.coding;
    std::string how;
    if (sources.codebook.counting == codes::Counting::Volleys) {
        analysis::VolleyCount count = analysis::count_by_volley(sources.codebook, coding, sources.turns);
        if (count.professional == 0 || count.client == 0) {
            // All of it would be one volley.
            how = base::translate(language,
                                  "The codebook counts by volley, but only one side is heard here: every code counts. "
                                  "A transcript or marked turns would tell the volleys.");
        } else {
            how = put_in(base::translate(language,
                                         "Counted by volley, speech until the other answers: {} volleys of the "
                                         "professional. The codebook's rules left out {} of {} codes."),
                         count.professional, count.changed.size(), count.changed.size() + count.counted.size());
            coding.events = std::move(count.counted);
        }
    }
    return {analysis::inputs_for(sources.codebook, coding, sources.turns, sources.duration), how};
}

}  // namespace

Report make_report(const Sources& sources, Language language) {
    const auto [inputs, how] = counted(sources, language);
    const auto values = analysis::measures(sources.codebook, inputs);
    const bool has_intervals = std::any_of(values.begin(), values.end(), [](const auto& value) {
        return value.second.low && value.second.band != analysis::Band::TooFew;
    });

    Report report;
    report.language = language;
    report.version = sources.version;
    report.issued = sources.version == 0 ? base::Timestamp{} : sources.issued;
    write_header(report, sources);
    report.feedback = cleaned(sources.coding.feedback);
    for (const codes::Goal& goal : sources.goals) add_goal(report.feedback.next_step, goal, language);
    report.marks = mark_rows(sources);
    report.counts = count_rows(sources, inputs.counts, language);
    report.totals = total_rows(report, sources, language);
    for (const codes::Measure& measure : sources.codebook.measures)
        report.measures.push_back(measure_row(measure, values.at(measure.key), language));
    report.ratings = rating_rows(sources, language);
    report.coverages = coverage_rows(sources, language);
    report.thirds = thirds_rows(sources, language);
    report.curves = curve_rows(sources, language);
    report.talk = talk_rows(inputs, language);
    report.self_view = self_rows(sources, inputs, language);
    report.quotes = quote_rows(sources, language);
    report.moments = moment_rows(sources, language);
    report.method = method_lines(report, sources, has_intervals);
    if (!how.empty()) report.method.insert(report.method.begin() + 1, how);
    report.footer = footer_lines(report, sources, has_intervals);
    report.wording = wording_for(report);
    return report;
}

}  // namespace report
