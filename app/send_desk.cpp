#include "app/send_desk.h"

#include "app/review_desk.h"
#include "base/day.h"
#include "base/i18n.h"
#include "base/text.h"
#include "library/excerpts.h"
#include "library/owner.h"
#include "library/sharing.h"
#include "packages/things.h"

#include <algorithm>
#include <string_view>

namespace app {

namespace {

using library::PackedMedia;

std::vector<library::CodingSummary> codings_that_may_go(library::Library& library, const base::Id& conversation) {
    const std::vector<base::Id> ids = packages::codings_to_send(library, conversation);
    std::vector<library::CodingSummary> codings =
        library::seen(library.codings(conversation), library.recodings().all());
    std::erase_if(codings, [&](const library::CodingSummary& coding) {
        return std::find(ids.begin(), ids.end(), coding.id) == ids.end();
    });
    return codings;
}

packages::Readers chosen_people(const SendDesk& desk) {
    packages::Readers readers;
    for (const KnownPerson& known : desk.people)
        if (desk.choice.people.contains(known.person.id)) readers.people.push_back(known.person);
    return readers;
}

// Who sent this conversation, or else the trainee in it.
void choose_likely_reader(SendDesk& desk, library::Library& library, const std::string& trainee) {
    for (const KnownPerson& known : desk.people)
        if (known.person.compared && packages::is_reply(library, desk.conversation, {{known.person}, {}}))
            desk.choice.people = {known.person.id};
    if (!desk.choice.people.empty()) return;
    for (const KnownPerson& known : desk.people)
        if (known.person.compared && same_person(known.person.name, trainee)) desk.choice.people = {known.person.id};
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view part = base::trimmed(std::string_view(text).substr(from, comma - from));
        if (!part.empty()) parts.emplace_back(part);
        from = comma + 1;
    }
    return parts;
}

std::string why(const SendDesk& desk, bool readers_are_chosen) {
    if (desk.recording_bytes == 0) return _("This conversation has no recording.");
    if (desk.usual_media == PackedMedia::Whole)
        return readers_are_chosen ? _("As far as this library knows, they do not have it yet.") : "";
    return desk.is_reply ? _("It goes back to where it came from, so the recording is there already.")
                         : _("They have it already; it is recognised by its contents.");
}

}  // namespace

const KnownPerson* SendDesk::find(const base::Id& person) const {
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const KnownPerson& known) { return known.person.id == person; });
    return found == people.end() ? nullptr : &*found;
}

std::string SendDesk::missing() const {
    if (!choice.by_passphrase && choice.people.empty()) return _("Choose who may read it.");
    if (choice.codings.empty() && !codings.empty()) return _("Choose at least one coding.");
    if (media() == PackedMedia::Clips && choice.clips.empty()) return _("Choose at least one clip.");
    if (!stretches_in(choice.beeps)) return _("Write the stretches like 1:05-1:20, 2:10-2:12.");
    if (!choice.until.empty() && !base::is_day(choice.until)) return _("Write the last day as 2026-11-22.");
    if (!choice.until.empty() && choice.until < base::day_of(base::now())) return _("The last day has passed.");
    return {};
}

std::string own_name(const Settings& settings) {
    return settings.coder.empty() ? library::user_name() : settings.coder;
}

SendDesk send_desk(library::Library& library, const Settings& settings, const library::Conversation& conversation,
                   const packages::OwnKeys& own) {
    SendDesk desk(own, conversation.id);
    desk.title = conversation.title;
    desk.own_name = own_name(settings);
    desk.codings = codings_that_may_go(library, conversation.id);
    for (const library::CodingSummary& coding : desk.codings) desk.choice.codings.insert(coding.id);
    desk.clips = library.clips().of(conversation.id);
    for (const codes::Clip& clip : desk.clips) desk.choice.clips.insert(clip.id);
    const library::Conversation whole = library::without_excerpts(conversation);
    for (const library::Recording& recording : whole.recordings) desk.recording_bytes += recording.size;
    if (const auto consent = library.consents().of(conversation.id)) desk.choice.until = consent->until;
    refresh(desk, library);
    choose_likely_reader(desk, library, conversation.trainee);
    refresh(desk, library);
    return desk;
}

void refresh(SendDesk& desk, library::Library& library) {
    desk.people.clear();
    for (const library::Person& person : library.people().all())
        desk.people.push_back({person, packages::fingerprint_words(packages::card_of(person))});
    std::erase_if(desk.choice.people, [&](const base::Id& id) {
        const KnownPerson* known = desk.find(id);
        return known == nullptr || !known->person.compared;
    });
    if (!desk.conversation) return;
    const packages::Readers readers = desk.choice.by_passphrase ? packages::Readers{} : chosen_people(desk);
    desk.is_reply = packages::is_reply(library, desk.conversation, readers);
    desk.usual_media = packages::default_media(library, desk.conversation, readers);
    desk.why_usual = why(desk, desk.choice.by_passphrase || !readers.people.empty());
    desk.why_not =
        desk.is_reply ? "" : library::reason_not_to_share(library, desk.conversation, base::now()).value_or("");
}

packages::Readers readers_of(const SendDesk& desk, const sealed::SecretText& passphrase) {
    if (!desk.choice.by_passphrase) return chosen_people(desk);
    packages::Readers readers;
    readers.passphrase.emplace(passphrase);
    return readers;
}

packages::Choice choice_of(const SendDesk& desk) {
    packages::Choice choice;
    choice.conversation = desk.conversation;
    choice.codings = {desk.choice.codings.begin(), desk.choice.codings.end()};
    choice.media = desk.media();
    if (desk.media() == PackedMedia::Clips) choice.clips = {desk.choice.clips.begin(), desk.choice.clips.end()};
    if (desk.choice.blurs) choice.masks.blurred = {media::Region{}};
    if (desk.choice.masked) choice.masks.voices = {{*desk.choice.masked, desk.choice.masked_channel, {}}};
    choice.masks.beeps = stretches_in(desk.choice.beeps).value_or(std::vector<base::Span>{});
    choice.names = parts_of(desk.choice.names);
    // A day counts to its end.
    if (!desk.choice.until.empty()) choice.until = base::parse_iso8601(desk.choice.until + "T23:59:59");
    return choice;
}

std::optional<std::vector<base::Span>> stretches_in(const std::string& text) {
    std::vector<base::Span> stretches;
    for (const std::string& part : parts_of(text)) {
        const std::size_t dash = part.find('-');
        if (dash == std::string::npos) return {};
        const auto from = base::parse_time(base::trimmed(std::string_view(part).substr(0, dash)));
        const auto to = base::parse_time(base::trimmed(std::string_view(part).substr(dash + 1)));
        if (!from || !to || *to <= *from) return {};
        stretches.push_back({*from, *to});
    }
    return stretches;
}

std::string suggested_file_name() {
    return "review-" + base::day_of(base::now()) + ".terugblik-review";
}

}  // namespace app
