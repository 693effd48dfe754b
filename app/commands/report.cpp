// terugblik report CODING --out F.pdf|F.html: makes the feedback report, keeps it in the library, and writes it; with
// --version N it writes that one again.
#include "app/commands/find.h"
#include "app/commands/out_file.h"
#include "app/report_making.h"
#include "base/i18n.h"
#include "library/overwriting.h"
#include "library/sharing.h"
#include "report/page.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

struct ReportArguments {
    std::string coding, language;
    std::vector<std::string> out;
    int version = 0;  // 0: a new one
};

// Before anything is frozen in the library.
void check_names(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        if (!app::is_html_name(file) && !file.ends_with(".pdf"))
            throw UsageError(fmt::format(fmt::runtime(_("--out: “{}” ends in neither .pdf nor .html")), file));
        if (!std::filesystem::is_directory(std::filesystem::absolute(file).parent_path()))
            throw base::Error(
                fmt::format(fmt::runtime(_("{}: the folder that this file should go to is not there.")), file));
    }
}

app::Issued issued_before(library::Library& library, const codes::Coding& coding, int version) {
    for (const library::Report& report : library.reports(coding.id))
        if (report.version == version)
            return {library.report(report.id).value(), report::page_count(report::report_from_json(report.content))};
    throw base::Error(
        fmt::format(fmt::runtime(_("“{}”: this coding has no report with version {}. See: terugblik list reports")),
                    coding.id.text, version));
}

app::Issued issue_new(library::Library& library, const codes::Coding& coding, const std::string& language) {
    const library::Conversation conversation = conversation_of(library, coding);
    return app::issue_report(
        library,
        app::report_sources(conversation, coding, codebook_of(library, coding), library.turns(conversation.id)),
        language_for(language, conversation));
}

// The report is frozen by now: whoever has made room wants this one, not another version of it.
void write(const library::Report& report, const std::vector<std::string>& files) {
    try {
        for (const std::string& file : files) app::write_report(report, file);
    } catch (const base::Error& error) {
        throw base::Error(fmt::format(fmt::runtime(_("{} The report is kept in the library as version {}; write it "
                                                     "again with: terugblik report {} --version {} --out …")),
                                      error.what(), report.version, report.coding.text, report.version));
    }
}

std::string text_of(const app::Issued& issued, const std::vector<std::string>& files) {
    const char* words =
        base::translate(base::language(), "{}: report {}, version {}, {} page", "{}: report {}, version {}, {} pages",
                        static_cast<unsigned long>(issued.pages));
    return fmt::format(fmt::runtime(words), fmt::join(files, ", "), issued.report.id.text, issued.report.version,
                       issued.pages) +
           "\n";
}

Answer report(const Common& common, const ReportArguments& arguments) {
    if (arguments.version > 0 && !arguments.language.empty())
        throw UsageError(_("--language: an issued report keeps its language; leave this out with --version"));
    check_names(arguments.out);
    library::SqliteLibrary library = existing_library(common);
    for (const std::string& file : arguments.out) library::check_export(library, file);
    const codes::Coding coding = find_coding(library, arguments.coding);
    library::require_may_share(library, coding.conversation, library::ConsentPurpose::Coaching);
    const app::Issued issued = arguments.version > 0 ? issued_before(library, coding, arguments.version)
                                                     : issue_new(library, coding, arguments.language);
    write(issued.report, arguments.out);
    for (const std::string& file : arguments.out) note_written(library, coding.conversation, file);
    return {.json = {{"report", issued.report.id.text},
                     {"version", issued.report.version},
                     {"sha256", issued.report.sha256},
                     {"pages", issued.pages},
                     {"language", issued.report.language},
                     {"out", arguments.out}},
            .text = text_of(issued, arguments.out),
            .failure = {}};
}

}  // namespace

void add_report(Menu& menu) {
    const auto arguments = std::make_shared<ReportArguments>();
    menu.add("report", _("Makes the feedback report of a coding, keeps it in the library and writes it"),
             [arguments](const Common& common) { return report(common, *arguments); })
        .argument("CODING", arguments->coding, _("its id, the beginning of its id, or its conversation"))
        .option("--out", arguments->out, _("the PDF or HTML file to write; may be given once for each"), Need::Required)
        .choice("--language", arguments->language, {"en", "nl"}, _("its language; otherwise the conversation's"))
        .option("--version", arguments->version, 1, 1'000'000,
                _("write this issued version again, and issue no new one"));
}

}  // namespace commands
