// terugblik export CODING --format csv|json|vtt --out F: a coding as a file for other programs.
#include "exchange/export.h"

#include "app/commands/find.h"
#include "app/commands/out_file.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "exchange/csv.h"
#include "library/overwriting.h"
#include "library/sharing.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct ExportArguments {
    std::string coding, format, out, language;
};

std::string content(library::Library& library, const codes::Coding& coding, const ExportArguments& arguments) {
    if (arguments.format == "csv") return exchange::events_to_csv(coding);
    const codes::Codebook codebook = codebook_of(library, coding);
    const library::Conversation conversation = conversation_of(library, coding);
    if (arguments.format == "json") return exchange::coding_to_json(conversation, coding, codebook);
    return exchange::coding_to_vtt(coding, codebook, language_for(arguments.language, conversation));
}

Answer export_coding(const Common& common, const ExportArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const codes::Coding coding = find_coding(library, arguments.coding);
    library::require_may_share(library, coding.conversation);
    library::check_export(library, arguments.out);
    base::write_whole_file(arguments.out, content(library, coding, arguments));
    note_written(library, coding.conversation, arguments.out);
    return {.json = {{"events", coding.events.size()}, {"format", arguments.format}, {"out", arguments.out}},
            .text = fmt::format(fmt::runtime(base::translate(base::language(), "{}: {} code", "{}: {} codes",
                                                             coding.events.size())),
                                arguments.out, coding.events.size()) +
                    "\n",
            .failure = {}};
}

}  // namespace

void add_export(Menu& menu) {
    const auto arguments = std::make_shared<ExportArguments>();
    menu.add("export", _("A coding as a file for other programs"),
             [arguments](const Common& common) { return export_coding(common, *arguments); })
        .argument("CODING", arguments->coding, _("its id, the beginning of its id, or its conversation"))
        .choice("--format", arguments->format, {"csv", "json", "vtt"}, _("what kind of file"), Need::Required)
        .option("--out", arguments->out, _("the file to write"), Need::Required)
        .choice("--language", arguments->language, {"en", "nl"},
                _("of the labels in WebVTT; otherwise the conversation's"));
}

}  // namespace commands
