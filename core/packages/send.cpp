#include "packages/send.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "library/excerpts.h"
#include "library/import.h"
#include "library/sharing.h"
#include "packages/pseudonyms.h"
#include "packages/standings.h"
#include "packages/things.h"

#include <algorithm>
#include <fmt/format.h>

namespace packages {

namespace {

using library::Library;
using library::LoggedPackage;
using library::PackedMedia;
using library::Passage;

std::vector<std::string> signing_keys(const Readers& readers) {
    std::vector<std::string> keys;
    for (const library::Person& person : readers.people) keys.push_back(person.signing_key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

void check_readers(const Readers& readers) {
    if (readers.people.empty() && !readers.passphrase)
        throw base::Error(_("Nobody could read this. Choose a person, or give a passphrase."));
    if (!readers.people.empty() && readers.passphrase)
        throw base::Error(_("Seal it either for people or with a passphrase, not both."));
    if (readers.passphrase && readers.passphrase->text().empty())
        throw base::Error(_("The passphrase is empty. Give one of several words."));
    for (const library::Person& person : readers.people)
        if (!person.compared)
            throw base::Error(fmt::format(fmt::runtime(_("The words of {} were not compared yet. Compare them by "
                                                         "telephone first, so that nobody else can read this.")),
                                          person.name));
}

// A consensus rests on other people's codings, so it stays with them.
void check_codings(Library& library, const base::Id& conversation, const std::vector<base::Id>& codings) {
    for (const base::Id& id : codings) {
        const auto coding = library.coding(id);
        if (!coding || coding->conversation != conversation)
            throw base::Error(_("This coding is of another conversation."));
        if (library::is_unseen(library.recodings().all(), conversation, id))
            throw base::Error(_("This coding stays unseen while the conversation is coded again. Finish that first."));
        if (coding->sources)
            throw base::Error(_("A consensus stays in the library in which it was made. Send another coding."));
    }
}

bool all_of_them(const std::vector<std::string>& wanted, const std::vector<std::string>& have) {
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& key) {
        return std::find(have.begin(), have.end(), key) != have.end();
    });
}

// Who is known to have the recording: those who sent it or were sent it whole, and who made the conversation.
bool have_recording(Library& library, const base::Id& conversation, const std::vector<std::string>& keys) {
    std::vector<std::string> have;
    for (const LoggedPackage& package : library.package_log().packages())
        if (package.conversation == conversation && package.media == PackedMedia::Whole)
            have.insert(have.end(), package.with.begin(), package.with.end());
    if (const auto standing = library.package_log().standing({"conversation", conversation.text}))
        have.push_back(standing->author);
    return all_of_them(keys, have);
}

// A review that is sent again to the same people is a new revision of the same package; each reply is one of its own,
// since replies may come in any order.
void name_package(Library& library, const std::vector<std::string>& keys, Parcel& parcel) {
    Manifest& manifest = parcel.manifest;
    manifest.package = base::make_id();
    if (parcel.is_reply || keys.empty()) return;
    for (const LoggedPackage& package : library.package_log().packages()) {
        if (package.passage != Passage::Sent || package.conversation != manifest.conversation || package.with != keys)
            continue;
        manifest.package = package.package;
        manifest.revision = package.revision + 1;
    }
}

// Nobody needs their own things back.
bool is_for_its_author_only(const library::Standing& standing, const std::vector<std::string>& keys) {
    return !keys.empty() &&
           std::all_of(keys.begin(), keys.end(), [&](const std::string& key) { return key == standing.author; });
}

// A report is frozen, pages and all, so names in it cannot be replaced: then it stays here.
bool must_stay(const Kind& kind, const std::vector<talk::NameReplacement>& names) {
    return !names.empty() && kind.name == std::string_view("report");
}

void put_in_things(Library& library, const OwnKeys& own, const Extent& extent, const std::vector<std::string>& keys,
                   const std::vector<talk::NameReplacement>& names, Parcel& parcel) {
    for (const Kind& kind : kinds()) {
        if (must_stay(kind, names)) continue;
        for (Thing& thing : kind.of(library, extent)) {
            if (kind.travels != Travels::Freely) thing.json = with_pseudonyms(thing.json, names);
            const library::ThingName name{kind.name, thing.id};
            const std::string sha256 = base::sha256(thing.json);
            auto standing = library.package_log().standing(name);
            const bool is_own = !standing || standing->author.empty();
            if (!is_own && (kind.travels == Travels::WithItsAuthor || is_for_its_author_only(*standing, keys)))
                continue;
            if (is_own) {
                standing = revised(standing, sha256, extent.conversation, parcel.manifest.made);
            } else {
                standing->sha256 = sha256;
            }
            parcel.put_in(name, *standing, thing.json.size(), own);
            parcel.things[name] = std::move(thing.json);
        }
    }
}

std::string path_of(const library::Recording& recording) {
    const std::string path = library::find_again(recording, {});
    if (path.empty())
        throw base::Error(fmt::format(fmt::runtime(_("{}: the recording is not there, so it cannot be sent. Find it "
                                                     "first, or send the codes without it.")),
                                      recording.path));
    return path;
}

std::vector<base::Span> spans_of_clips(Library& library, const Choice& choice) {
    std::vector<base::Span> spans;
    for (const codes::Clip& clip : library.clips().of(choice.conversation))
        if (choice.clips.empty() || std::count(choice.clips.begin(), choice.clips.end(), clip.id) > 0)
            spans.push_back(clip.span);
    if (spans.empty() || spans.size() < choice.clips.size())
        throw base::Error(_("There is no such clip to send. Make one first, or send the codes without them."));
    return spans;
}

// Of the recording that plays: what is masked in it would be seen or heard in the others.
void put_in_excerpts(const library::Conversation& conversation, const std::vector<base::Span>& spans,
                     const Masks& masks, Parcel& parcel) {
    if (conversation.recordings.empty())
        throw base::Error(_("This conversation came without a recording, so there is nothing to cut clips from."));
    const std::string path = path_of(conversation.recordings.front());
    for (const base::Span& span : spans) parcel.excerpts.push_back({base::make_id(), path, span, masks});
}

void put_in_media(Library& library, const Choice& choice, const Readers& readers, Parcel& parcel) {
    const library::Conversation conversation =
        library::without_excerpts(library.conversation(choice.conversation).value());
    PackedMedia& media = parcel.manifest.media;
    media = choice.media.value_or(!choice.clips.empty() ? PackedMedia::Clips
                                                        : default_media(library, choice.conversation, readers));
    if (media == PackedMedia::None) return;
    if (media == PackedMedia::Clips)
        return put_in_excerpts(conversation, spans_of_clips(library, choice), choice.masks, parcel);
    if (!masks_anything(choice.masks)) {
        for (const library::Recording& recording : conversation.recordings)
            parcel.recordings[recording.id] = path_of(recording);
        return;
    }
    // Masked it is another file: an excerpt of all of it.
    media = PackedMedia::Clips;
    const base::Time end = conversation.recordings.empty() ? base::Time{} : conversation.recordings.front().duration;
    put_in_excerpts(conversation, {{base::Time{}, end}}, choice.masks, parcel);
}

// As long as the consent holds, and no longer.
std::optional<base::Timestamp> end_of(Library& library, const Choice& choice) {
    constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
    const auto consent = library.consents().of(choice.conversation);
    const auto last_day = consent ? base::parse_iso8601(consent->until) : std::nullopt;
    if (!last_day) return choice.until;
    const base::Timestamp end{last_day->milliseconds + kDayMs - 1};
    return std::min(choice.until.value_or(end), end);
}

// Who sends and who receives it know their own names.
std::vector<Leak> leaks_of(const Parcel& parcel, const Choice& choice, const Readers& readers,
                           const std::vector<talk::NameReplacement>& names) {
    if (names.empty() && !masks_anything(choice.masks)) return {};
    std::vector<std::string> harmless = {parcel.manifest.sender.name};
    for (const library::Person& person : readers.people) harmless.push_back(person.name);
    for (const talk::NameReplacement& name : names) harmless.push_back(name.instead);
    std::vector<Leak> leaks = leaks_in(parcel.things, choice.names, harmless);
    const bool has_sound = parcel.manifest.media != PackedMedia::None;
    if (has_sound && choice.masks.voices.empty() && choice.masks.beeps.empty()) leaks.push_back({kRecordingKind, {}});
    return leaks;
}

}  // namespace

void Parcel::put_in(const library::ThingName& thing, const library::Standing& standing, std::uint64_t length,
                    const OwnKeys& own) {
    const std::string author = standing.author.empty() ? own.signing.public_text() : standing.author;
    manifest.blobs.push_back({thing, author, standing.revision, length, standing.sha256});
    standings.push_back(standing);
}

bool is_reply(Library& library, const base::Id& conversation, const Readers& readers) {
    const std::vector<std::string> keys = signing_keys(readers);
    const std::vector<LoggedPackage> packages = library.package_log().packages();
    return std::any_of(packages.begin(), packages.end(), [&](const LoggedPackage& package) {
        return package.passage == Passage::Opened && package.conversation == conversation &&
               all_of_them(package.with, keys);
    });
}

PackedMedia default_media(Library& library, const base::Id& conversation, const Readers& readers) {
    const auto found = library.conversation(conversation);
    const bool needs_none = !found || library::without_excerpts(*found).recordings.empty() ||
                            is_reply(library, conversation, readers) ||
                            have_recording(library, conversation, signing_keys(readers));
    return needs_none ? PackedMedia::None : PackedMedia::Whole;
}

Parcel prepare(Library& library, const OwnKeys& own, const std::string& own_name, const Readers& readers,
               const Choice& choice, base::Timestamp now) {
    check_readers(readers);
    if (!library.conversation(choice.conversation)) throw base::Error(_("This conversation is not in the library."));
    Parcel parcel;
    parcel.is_reply = is_reply(library, choice.conversation, readers);
    // What goes back to where it came from is not shared any further.
    if (!parcel.is_reply) library::require_may_share(library, choice.conversation);
    parcel.others_have_recording = have_recording(library, choice.conversation, signing_keys(readers));

    Manifest& manifest = parcel.manifest;
    manifest.conversation = choice.conversation;
    manifest.sender = own.card(own_name);
    for (const library::Person& person : readers.people) manifest.readers.push_back(person.reading_key);
    manifest.made = now;
    manifest.until = end_of(library, choice);
    name_package(library, signing_keys(readers), parcel);
    const std::vector<base::Id> codings =
        choice.codings.empty() ? codings_to_send(library, choice.conversation) : choice.codings;
    check_codings(library, choice.conversation, codings);
    const std::vector<talk::NameReplacement> names = pseudonyms_for(choice.names);
    put_in_things(library, own, {choice.conversation, codings, choice.clips}, signing_keys(readers), names, parcel);
    put_in_media(library, choice, readers, parcel);
    parcel.leaks = leaks_of(parcel, choice, readers, names);
    return parcel;
}

}  // namespace packages
