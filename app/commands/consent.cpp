// terugblik consent CONVERSATION: the consent of whoever was recorded: shown, or written down with --who and the rest.
#include "app/commands/find.h"
#include "base/day.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "library/sharing.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

struct ConsentArguments {
    std::string conversation, who, given, until, text_version, form;
    std::vector<std::string> purposes;

    bool writes() const {
        return !who.empty() || !given.empty() || !until.empty() || !text_version.empty() || !form.empty() ||
               !purposes.empty();
    }
};

library::Consent consent_of(const ConsentArguments& arguments, const base::Id& conversation) {
    library::Consent consent;
    consent.conversation = conversation;
    consent.who = arguments.who;
    consent.given = arguments.given.empty() ? base::day_of(base::now()) : arguments.given;
    consent.until = arguments.until;
    consent.text_version = arguments.text_version;
    for (const std::string& name : arguments.purposes) {
        const auto purpose = library::consent_purpose_named(name);
        if (!purpose)
            throw UsageError(
                fmt::format(fmt::runtime(_("--purpose: “{}” is not one of coaching, training, research")), name));
        consent.purposes.insert(*purpose);
    }
    if (!arguments.form.empty()) consent.form_name = std::filesystem::path(arguments.form).filename().string();
    return consent;
}

Json json_of(const std::optional<library::Consent>& consent) {
    if (!consent) return nullptr;
    Json purposes = Json::array();
    for (const library::ConsentPurpose purpose : consent->purposes) purposes.push_back(library::name_of(purpose));
    return {{"who", consent->who},
            {"given", consent->given},
            {"until", consent->until},
            {"purposes", purposes},
            {"text_version", consent->text_version},
            {"form", consent->form_name},
            {"recorded", base::to_iso8601(consent->recorded)},
            {"revision", consent->revision}};
}

std::string consent_text(const Json& consent) {
    if (consent.is_null()) return std::string("  ") + _("no consent is written down") + "\n";
    std::string text;
    const auto row = [&](const char* name, const std::string& value) {
        if (!value.empty()) text += fmt::format("  {:<16}{}\n", name, value);
    };
    row(_("given by"), consent["who"]);
    row(_("on"), consent["given"]);
    row(_("until"), consent["until"]);
    std::string purposes;
    for (const auto& purpose : consent["purposes"])
        purposes += (purposes.empty() ? "" : ", ") + purpose.get<std::string>();
    row(_("for"), purposes);
    row(_("text"), consent["text_version"]);
    row(_("form"), consent["form"]);
    return text;
}

Answer consent(const Common& common, const ConsentArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation conversation = find_conversation(library, arguments.conversation);
    if (arguments.writes()) {
        const library::Consent wanted = consent_of(arguments, conversation.id);
        library.consents().record(wanted, arguments.form.empty()
                                              ? std::string()
                                              : base::read_whole_file(arguments.form, library::kLargestForm));
        library.access_log().note(library::AccessVerb::Consented, conversation.id, {});
    }
    const auto reason = library::reason_not_to_share(library, conversation.id, base::now());
    Answer answer;
    answer.json = {{"conversation", conversation.id.text},
                   {"consent", json_of(library.consents().of(conversation.id))},
                   {"may_share", !reason},
                   {"reason", reason.value_or("")}};
    answer.text = conversation.title + "\n" + consent_text(answer.json["consent"]);
    if (reason) answer.text += "  " + *reason + "\n";
    return answer;
}

}  // namespace

void add_consent(Menu& menu) {
    const auto arguments = std::make_shared<ConsentArguments>();
    menu.add("consent", _("The consent of whoever was recorded: shown, or written down"),
             [arguments](const Common& common) { return consent(common, *arguments); })
        .argument("CONVERSATION", arguments->conversation, _("its id, the beginning of its id, or its title"))
        .option("--who", arguments->who, _("who gave it; a role will do, such as “client”"))
        .option("--given", arguments->given, _("the day on which it was given; otherwise today"))
        .option("--until", arguments->until, _("the last day on which it holds, like 2027-11-22"))
        .option("--purpose", arguments->purposes,
                _("what for: coaching, training or research; may be given more than once"))
        .option("--text-version", arguments->text_version, _("which version of the words was agreed to"))
        .option("--form", arguments->form, _("the signed form, kept with it"));
}

}  // namespace commands
