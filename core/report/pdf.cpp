// The report as PDF. Cairo 1.16 writes pages, fonts, structure and title; the document's language is added behind it as
// an incremental update (PDF 1.4, 3.4.5), since Cairo has no call for it.
#include "base/error.h"
#include "base/i18n.h"
#include "report/drawing.h"
#include "report/page.h"

#include <cairo-pdf.h>
#include <charconv>
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

void write_page(cairo_surface_t* surface, cairo_t* cairo, const Drawing& drawing, int page) {
    for (const Placed& placed : drawing.strips_of(page)) {
        if (!placed.strip->outline) continue;
        const std::string place = fmt::format("page={} pos=[0 {:.2f}]", page + 1, placed.top);
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, placed.strip->outline->c_str(), place.c_str(),
                                      static_cast<cairo_pdf_outline_flags_t>(0));
    }
    drawing.draw(cairo, page);
    cairo_show_page(cairo);
}

// The number behind `name`, the last time it stands in the document.
std::size_t number_behind(const std::string& pdf, std::string_view name) {
    const std::size_t at = pdf.rfind(name);
    std::size_t value = 0;
    if (at == std::string::npos) return 0;
    const char* digits = pdf.data() + at + name.size();
    while (*digits == ' ' || *digits == '\n') ++digits;
    std::from_chars(digits, pdf.data() + pdf.size(), value);
    return value;
}

void add_language(std::string& pdf, const char* language) {
    const std::size_t root = number_behind(pdf, "/Root ");
    const std::size_t size = number_behind(pdf, "/Size ");
    const std::size_t previous = number_behind(pdf, "startxref");
    const std::size_t info = number_behind(pdf, "/Info ");
    const std::string opening = fmt::format("\n{} 0 obj\n<<", root);
    const std::size_t begin = pdf.rfind(opening);
    const std::size_t end = begin == std::string::npos ? begin : pdf.find("endobj", begin);
    if (root == 0 || size == 0 || previous == 0 || end == std::string::npos)
        throw base::Error(_("The PDF could not be given its language. This Cairo writes PDF in an unknown way."));
    std::string catalogue = pdf.substr(begin + opening.size(), end - begin - opening.size());
    if (pdf.back() != '\n') pdf += '\n';
    const std::size_t object_at = pdf.size();
    pdf += fmt::format(
        "{} 0 obj\n<< /Lang ({})\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true "
        ">>{}endobj\n",
        root, language, catalogue);
    const std::size_t table_at = pdf.size();
    pdf += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev "
        "{}\n>>\nstartxref\n{}\n%%EOF\n",
        root, object_at, size, root, info, previous, table_at);
}

}  // namespace

std::string to_pdf(const Report& report) {
    const Drawing drawing(report);
    std::string pdf;
    {
        const std::unique_ptr<cairo_surface_t, Release> surface(
            cairo_pdf_surface_create_for_stream(append, &pdf, kPageWidthPt, kPageHeightPt));
        // 1.4 keeps the table of objects in plain text, which the language is added to.
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
        write_metadata(surface.get(), report);
        const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
        for (int page = 0; page < drawing.page_count(); ++page) write_page(surface.get(), cairo.get(), drawing, page);
        cairo_surface_finish(surface.get());
        const cairo_status_t status = cairo_surface_status(surface.get());
        if (status != CAIRO_STATUS_SUCCESS)
            throw base::Error(
                fmt::format(fmt::runtime(_("The PDF could not be made: {}.")), cairo_status_to_string(status)));
    }
    add_language(pdf, base::code(report.language));
    return pdf;
}

}  // namespace report
