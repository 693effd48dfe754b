// Reports and certificates as PDF. Cairo 1.16 writes pages, fonts, structure and title; pdf_amended() adds what it has
// no call for.
#include "base/error.h"
#include "base/i18n.h"
#include "report/drawing.h"
#include "report/page.h"
#include "report/pdf_amended.h"

#include <cairo-pdf.h>
#include <ctime>
#include <fmt/format.h>
#include <memory>

namespace report {

namespace {

struct ReleaseCairo {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::string utc_text(base::Timestamp at) {
    const auto seconds = static_cast<std::time_t>(at.milliseconds / 1'000);
    std::tm calendar{};
    gmtime_r(&seconds, &calendar);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", calendar.tm_year + 1900, calendar.tm_mon + 1,
                       calendar.tm_mday, calendar.tm_hour, calendar.tm_min, calendar.tm_sec);
}

// What a PDF says of itself.
struct Facts {
    std::string title, subject, author;
    base::Timestamp made;
    base::Language language;
    std::vector<std::string> figure_texts;  // its pictures in words, in turn
};

void write_metadata(cairo_surface_t* surface, const Facts& facts) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, facts.title);
    set(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
    set(CAIRO_PDF_METADATA_AUTHOR, facts.author);
    set(CAIRO_PDF_METADATA_CREATOR, "Terugblik");
    // The day of issue, never now: the same report gives the same bytes.
    set(CAIRO_PDF_METADATA_CREATE_DATE, utc_text(facts.made));
    set(CAIRO_PDF_METADATA_MOD_DATE, utc_text(facts.made));
}

void write_page(cairo_surface_t* surface, cairo_t* cairo, const Drawing& drawing, int page, Tags& tags) {
    for (const Placed& placed : drawing.strips_of(page)) {
        if (!placed.strip->outline) continue;
        const std::string place = fmt::format("page={} pos=[0 {:.2f}]", page + 1, placed.top);
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, placed.strip->outline->c_str(), place.c_str(),
                                      static_cast<cairo_pdf_outline_flags_t>(0));
    }
    drawing.draw(cairo, page, tags);
    cairo_show_page(cairo);
}

std::string written(const Drawing& drawing, const Facts& facts) {
    std::string pdf;
    {
        const std::unique_ptr<cairo_surface_t, ReleaseCairo> surface(
            cairo_pdf_surface_create_for_stream(append, &pdf, kPageWidthPt, kPageHeightPt));
        // 1.4 keeps its objects in plain text, so that they can be amended.
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
        write_metadata(surface.get(), facts);
        const std::unique_ptr<cairo_t, ReleaseCairo> cairo(cairo_create(surface.get()));
        {
            Tags tags(cairo.get());
            for (int page = 0; page < drawing.page_count(); ++page)
                write_page(surface.get(), cairo.get(), drawing, page, tags);
        }
        cairo_surface_finish(surface.get());
        const cairo_status_t status = cairo_surface_status(surface.get());
        if (status != CAIRO_STATUS_SUCCESS)
            throw base::Error(
                fmt::format(fmt::runtime(_("The PDF could not be made: {}.")), cairo_status_to_string(status)));
    }
    return pdf_amended(std::move(pdf), base::code(facts.language), facts.figure_texts);
}

std::string with_name(const std::string& title, const std::string& name) {
    return name.empty() ? title : title + " · " + name;
}

}  // namespace

std::string to_pdf(const Report& report) {
    Facts facts{.title = with_name(report.title, report.trainee),
                .subject = report.subtitle,
                .author = report.coder,
                .made = report.issued,
                .language = report.language,
                .figure_texts = {report.wording.timeline_text}};
    for (const Curve& curve : report.curves) facts.figure_texts.push_back(curve.text);
    return written(Drawing(report), facts);
}

std::string to_pdf(const Certificate& certificate) {
    return written(Drawing(certificate), {.title = with_name(certificate.title, certificate.coder),
                                          .subject = certificate.subtitle,
                                          .author = "Terugblik",
                                          .made = certificate.made,
                                          .language = certificate.language,
                                          .figure_texts = {certificate.curve_text}});
}

}  // namespace report
