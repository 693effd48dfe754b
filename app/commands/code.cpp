// terugblik code CONVERSATION --codebook KEY --coder NAME --from F.csv: adds a coding from a table.
#include "app/commands/find.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/csv.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct CodeArguments {
    std::string conversation, codebook, coder, from;
};

Answer code(const Common& common, const CodeArguments& arguments) {
    if (base::trimmed(arguments.coder).empty()) throw UsageError(_("--coder: say who coded"));
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation conversation = find_conversation(library, arguments.conversation);
    const codes::Codebook codebook = find_codebook(library, arguments.codebook);
    const auto duration = conversation.recordings.empty() ? std::nullopt : std::optional(duration_of(conversation));
    const exchange::ReadEvents read = exchange::read_events_csv(arguments.from, codebook, duration);

    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation.id;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = arguments.coder;
    coding.created = base::now();
    coding.events = read.events;
    library.store_codebook(codebook);
    library.add(coding);

    Answer answer;
    answer.json = {{"coding", coding.id.text}, {"events", coding.events.size()}, {"skipped", Json::array()}};
    answer.text =
        coding.id.text + "  " +
        fmt::format(fmt::runtime(base::translate(base::language(), "{} code", "{} codes", coding.events.size())),
                    coding.events.size()) +
        "\n";
    for (const exchange::SkippedLine& skipped : read.skipped) {
        answer.json["skipped"].push_back({{"line", skipped.line}, {"reason", skipped.reason}});
        answer.text +=
            fmt::format(fmt::runtime(_("  line {} of {} skipped: {}")), skipped.line, arguments.from, skipped.reason) +
            "\n";
    }
    return answer;
}

}  // namespace

void add_code(Menu& menu) {
    const auto arguments = std::make_shared<CodeArguments>();
    menu.add("code", _("Adds a coding from a table with the columns time,end,speaker,code,attributes,note"),
             [arguments](const Common& common) { return code(common, *arguments); })
        .argument("CONVERSATION", arguments->conversation, _("its id, the beginning of its id, or its title"))
        .option("--codebook", arguments->codebook, _("the codebook's key; see: terugblik list codebooks"),
                Need::Required)
        .option("--coder", arguments->coder, _("who coded"), Need::Required)
        .option("--from", arguments->from, _("the CSV file"), Need::Required);
}

}  // namespace commands
