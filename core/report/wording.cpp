#include "report/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace report {

namespace {

using base::Language;

constexpr std::array kMonths = {N_("January"),   N_("February"), N_("March"),    N_("April"),
                                N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                N_("September"), N_("October"),  N_("November"), N_("December")};
constexpr std::array kShortMonths = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
                                     N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};

int number_at(const std::string& text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t at = from; at < from + count; ++at) {
        if (text[at] < '0' || text[at] > '9') return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

std::string timeline_text(const Report& report) {
    const auto count = [&](codes::Side side) {
        return std::count_if(report.marks.begin(), report.marks.end(),
                             [&](const Mark& mark) { return mark.side == side; });
    };
    return fmt::format(fmt::runtime(base::translate(
                           report.language, "Timeline of {}: {} codes of the professional and {} of the client.")),
                       report.length, count(codes::Side::Professional), count(codes::Side::Client));
}

}  // namespace

Wording wording_for(const Report& report) {
    const Language language = report.language;
    return {
        .strengths = base::translate(language, "What was strong"),
        .focus = base::translate(language, "One point to practise"),
        .next_step = base::translate(language, "Next step"),
        .timeline = base::translate(language, "The conversation at a glance"),
        .measures = base::translate(language, "Numbers, with their counts"),
        .counts = base::translate(language, "What was heard, by side"),
        .ratings = base::translate(language, "Ratings"),
        .moments = base::translate(language, "Noted moments"),
        .method = base::translate(language, "How this was made"),
        .professional = base::translate(language, "Professional"),
        .client = base::translate(language, "Client"),
        .time = base::translate(language, "Time"),
        .code = base::translate(language, "Code"),
        .note = base::translate(language, "Note"),
        .measure = base::translate(language, "Measure"),
        .counted = base::translate(language, "Counted"),
        .value = base::translate(language, "Value"),
        .remark = base::translate(language, "Beside it"),
        .count = base::translate(language, "count"),
        .per_hour = base::translate(language, "per hour"),
        .rating = base::translate(language, "Rating"),
        .try_instead = base::translate(language, "Try:"),
        .draft = base::translate(language, "Draft"),
        .no_strengths = base::translate(language, "No moments yet. Choose one or two where it went well."),
        .no_focus = base::translate(language, "No point yet. Choose one moment, and what to try instead."),
        .no_next_step = base::translate(language, "No next step yet. One is enough."),
        .timeline_text = timeline_text(report),
        .talk = base::translate(language, "Who spoke"),
        .thirds = base::translate(language, "From beginning to end"),
        .self_view = base::translate(language, "Your own view beside it"),
        .quotes = base::translate(language, "In the client's own words"),
        .first_third = base::translate(language, "first third"),
        .middle_third = base::translate(language, "middle third"),
        .last_third = base::translate(language, "last third"),
    };
}

std::string date_text(Language language, const std::string& iso, Months months) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return iso;
    const int year = number_at(iso, 0, 4);
    const int month = number_at(iso, 5, 2);
    const int day = number_at(iso, 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return iso;
    const auto& names = months == Months::Short ? kShortMonths : kMonths;
    return fmt::format("{} {} {}", day, base::translate(language, names[static_cast<std::size_t>(month - 1)]), year);
}

std::string length_text(Language language, base::Time length) {
    const long long seconds = std::max<long long>(0, (length.microseconds + 500'000) / 1'000'000);
    if (seconds < 60) return fmt::format(fmt::runtime(base::translate(language, "{} s")), seconds);
    const long long minutes = (seconds + 30) / 60;
    if (minutes < 60) return fmt::format(fmt::runtime(base::translate(language, "{} min")), minutes);
    return fmt::format(fmt::runtime(base::translate(language, "{} h {} min")), minutes / 60, minutes % 60);
}

}  // namespace report
