// terugblik package CONVERSATION --to NAME --out F.terugblik-review: a review as one file that only its readers open.
#include "app/commands/find.h"
#include "app/commands/masks.h"
#include "app/commands/no_progress.h"
#include "app/commands/people.h"
#include "app/parcel_words.h"
#include "base/i18n.h"
#include "library/overwriting.h"
#include "packages/send.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace commands {

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::size_t kLengthOfDay = 10;  // "2026-12-31"

struct Arguments {
    std::string conversation, passphrase_file, media, until, out, name;
    std::vector<std::string> to, codings, clips, names;
    MaskArguments masks;
    bool despite_names = false;
};

// A day counts to its end.
std::optional<base::Timestamp> until_of(const std::string& text) {
    if (text.empty()) return {};
    const auto moment = base::parse_iso8601(text);
    if (!moment) throw UsageError(fmt::format(fmt::runtime(_("--until: “{}” is not a day like 2026-12-31")), text));
    return text.size() == kLengthOfDay ? base::Timestamp{moment->milliseconds + kDayMs - 1} : *moment;
}

std::optional<library::PackedMedia> media_of(const std::string& name) {
    if (name.empty()) return {};
    return library::packed_media_named(name);
}

packages::Readers readers_of(library::Library& library, const Arguments& arguments) {
    packages::Readers readers;
    for (const std::string& name : arguments.to) readers.people.push_back(find_person(library, name));
    if (!arguments.passphrase_file.empty()) readers.passphrase.emplace(passphrase_from(arguments.passphrase_file));
    return readers;
}

base::Id find_clip(library::Library& library, const base::Id& conversation, const std::string& name) {
    std::vector<base::Id> found;
    for (const codes::Clip& clip : library.clips().of(conversation))
        if (clip.id.text.starts_with(name) || clip.title == name) found.push_back(clip.id);
    if (found.size() != 1)
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}”: this conversation has no such clip, or more than one. Give the clip's id.")), name));
    return found.front();
}

packages::Choice choice_of(library::Library& library, const base::Id& conversation, const Arguments& arguments) {
    packages::Choice choice{conversation, {}, media_of(arguments.media), until_of(arguments.until)};
    for (const std::string& coding : arguments.codings) choice.codings.push_back(find_coding(library, coding).id);
    for (const std::string& clip : arguments.clips) choice.clips.push_back(find_clip(library, conversation, clip));
    choice.masks = masks_of(arguments.masks);
    choice.names = arguments.names;
    return choice;
}

std::uint64_t bytes_in(const packages::Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const packages::Blob& blob : manifest.blobs) bytes += blob.length;
    return bytes;
}

Json json_of(const packages::Parcel& parcel, const packages::Readers& readers) {
    Json to = Json::array(), leaks = Json::array();
    for (const library::Person& person : readers.people)
        to.push_back({{"name", person.name}, {"words", packages::fingerprint_words(packages::card_of(person))}});
    for (const packages::Leak& leak : parcel.leaks)
        leaks.push_back({{"where", leak.where}, {"text", leak.text}, {"times", leak.times}});
    const packages::Manifest& manifest = parcel.manifest;
    return {{"package", manifest.package.text},
            {"revision", manifest.revision},
            {"conversation", manifest.conversation.text},
            {"reply", parcel.is_reply},
            {"to", to},
            {"until", manifest.until ? Json(base::to_iso8601(*manifest.until)) : Json()},
            {"media", library::name_of(manifest.media)},
            {"things", app::things_in(manifest)},
            {"leaks", leaks},
            {"bytes", bytes_in(manifest)}};
}

// To whom, what, until when; what is hidden in it, and what still names someone.
std::string last_look(const packages::Parcel& parcel, const packages::Choice& choice, const packages::Readers& readers,
                      const std::string& title) {
    std::vector<std::string> names;
    for (const library::Person& person : readers.people)
        names.push_back(fmt::format("{} ({})", person.name, packages::fingerprint_words(packages::card_of(person))));
    if (readers.passphrase) names.emplace_back(_("whoever knows the passphrase"));
    const auto& until = parcel.manifest.until;
    std::string text =
        fmt::format(fmt::runtime(_("To:     {}\nAbout:  {}\nWith:   {}\nUntil:  {}")), fmt::join(names, ", "), title,
                    app::things_in_words(parcel), until ? base::to_iso8601(*until) : std::string(_("no end"))) +
        "\n";
    if (const std::string hidden = app::hidden_in_words(choice); !hidden.empty())
        text += fmt::format(fmt::runtime(_("Hidden: {}")), hidden) + "\n";
    if (!choice.names.empty()) text += std::string(_("Reports stay here: names in them cannot be replaced.")) + "\n";
    if (!parcel.leaks.empty()) text += std::string(_("This may still name someone:")) + "\n";
    for (const packages::Leak& leak : parcel.leaks) text += "  " + app::leak_in_words(leak) + "\n";
    return text;
}

Answer package(const Common& common, const Arguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation conversation = find_conversation(library, arguments.conversation);
    const packages::Choice choice = choice_of(library, conversation.id, arguments);
    const packages::Readers readers = readers_of(library, arguments);
    const packages::OwnKeys own = own_keys();
    const packages::Parcel parcel =
        packages::prepare(library, own, own_name(library, arguments.name), readers, choice, base::now());

    Answer answer{.json = json_of(parcel, readers),
                  .text = last_look(parcel, choice, readers, conversation.title),
                  .failure = {}};
    if (arguments.out.empty()) {
        answer.text += std::string(_("Nothing is written yet. To write it, add: --out NAME.terugblik-review")) + "\n";
        return answer;
    }
    if (!parcel.leaks.empty() && !arguments.despite_names) {
        answer.failure =
            _("Nothing is written: it may still name someone. Replace those names too, or, where they may "
              "be read, add --despite-names.");
        return answer;
    }
    library::check_export(library, arguments.out);
    const packages::Parcel sealed = packages::seal(own, readers, parcel, arguments.out, NoProgress().get());
    packages::remember_sent(library, readers, sealed, arguments.out);
    answer.json = json_of(sealed, readers);
    answer.json["out"] = arguments.out;
    answer.text += fmt::format(fmt::runtime(_("{}: written")), arguments.out) + "\n";
    return answer;
}

}  // namespace

void add_package(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    Syntax syntax =
        menu.add("package", _("A review as one file that only its readers can open; without --out a last look"),
                 [arguments](const Common& common) { return package(common, *arguments); });
    syntax.argument("CONVERSATION", arguments->conversation, _("its id, the beginning of its id, or its title"))
        .option("--to", arguments->to, _("a person you know; may be given more than once"))
        .option("--passphrase-from", arguments->passphrase_file,
                _("instead of --to: a file whose first line is the passphrase, or - for standard input"))
        .option("--coding", arguments->codings, _("only this coding; may be given more than once"))
        .choice("--media", arguments->media, {"none", "clips", "whole"},
                _("with the recording, with the clips of it, or without; by default without where the other has it"))
        .option("--clip", arguments->clips, _("only this clip, and what is said about it; may be given more than once"))
        .option("--until", arguments->until, _("the last day on which it opens"))
        .option("--name", arguments->name, _("your name in it"))
        .option("--replace", arguments->names,
                _("a name that others take the place of in what was said and written; may be given more than once"))
        .flag("--despite-names", arguments->despite_names, _("write it although it may still name someone"))
        .option("--out", arguments->out, _("the file to write"));
    add_mask_options(syntax, arguments->masks);
}

}  // namespace commands
