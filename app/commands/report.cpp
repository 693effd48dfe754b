// terugblik report CODING --out F.pdf|F.html: makes the feedback report, keeps it in the library, and writes it.
#include "app/commands/find.h"
#include "app/commands/issue.h"
#include "app/commands/out_file.h"
#include "base/i18n.h"
#include "base/whole_file.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

struct Arguments {
    std::string coding, language;
    std::vector<std::string> out;
};

bool is_html(const std::string& path) {
    return path.ends_with(".html") || path.ends_with(".htm");
}

// Before anything is frozen in the library.
void check_names(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        if (!is_html(file) && !file.ends_with(".pdf"))
            throw UsageError(fmt::format(fmt::runtime(_("--out: “{}” ends in neither .pdf nor .html")), file));
        if (!std::filesystem::is_directory(std::filesystem::absolute(file).parent_path()))
            throw base::Error(
                fmt::format(fmt::runtime(_("{}: the folder that this file should go to is not there.")), file));
    }
}

Answer report(const Common& common, const Arguments& arguments) {
    check_names(arguments.out);
    library::SqliteLibrary library = existing_library(common);
    for (const std::string& file : arguments.out) refuse_to_overwrite(library, library.path(), file);
    const codes::Coding coding = find_coding(library, arguments.coding);
    const Issued issued = issue_report(library, coding, arguments.language);
    for (const std::string& file : arguments.out)
        base::write_whole_file(file, is_html(file) ? issued.report.html : issued.report.pdf);
    return {.json = {{"report", issued.report.id.text},
                     {"version", issued.report.version},
                     {"sha256", issued.report.sha256},
                     {"pages", issued.pages},
                     {"language", issued.report.language},
                     {"out", arguments.out}},
            .text = fmt::format(fmt::runtime(_("{}: report {}, version {}, {} pages")),
                                fmt::format("{}", fmt::join(arguments.out, ", ")), issued.report.id.text,
                                issued.report.version, issued.pages) +
                    "\n",
            .failure = {}};
}

}  // namespace

void add_report(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("report", _("Makes the feedback report of a coding, keeps it in the library and writes it"),
             [arguments](const Common& common) { return report(common, *arguments); })
        .argument("CODING", arguments->coding, _("its id, the beginning of its id, or its conversation"))
        .option("--out", arguments->out, _("the PDF or HTML file to write; may be given once for each"), Need::Required)
        .choice("--language", arguments->language, {"en", "nl"}, _("its language; otherwise the conversation's"));
}

}  // namespace commands
