// The report as PDF. Cairo 1.16 writes pages, fonts, structure and title; pdf_amended() adds what it has no call for.
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

struct Release {
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

void write_metadata(cairo_surface_t* surface, const Report& report) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    const std::string who = report.trainee.empty() ? "" : " · " + report.trainee;
    set(CAIRO_PDF_METADATA_TITLE, report.title + who);
    set(CAIRO_PDF_METADATA_SUBJECT, report.subtitle);
    set(CAIRO_PDF_METADATA_AUTHOR, report.coder);
    set(CAIRO_PDF_METADATA_CREATOR, "Terugblik");
    // The day of issue, never now: the same report gives the same bytes.
    set(CAIRO_PDF_METADATA_CREATE_DATE, utc_text(report.issued));
    set(CAIRO_PDF_METADATA_MOD_DATE, utc_text(report.issued));
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

}  // namespace

std::string to_pdf(const Report& report) {
    const Drawing drawing(report);
    std::string pdf;
    {
        const std::unique_ptr<cairo_surface_t, Release> surface(
            cairo_pdf_surface_create_for_stream(append, &pdf, kPageWidthPt, kPageHeightPt));
        // 1.4 keeps its objects in plain text, so that they can be amended.
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
        write_metadata(surface.get(), report);
        const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
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
    std::vector<std::string> figure_texts = {report.wording.timeline_text};
    for (const Curve& curve : report.curves) figure_texts.push_back(curve.text);
    return pdf_amended(std::move(pdf), base::code(report.language), figure_texts);
}

}  // namespace report
