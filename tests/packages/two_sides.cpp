#include "packages/two_sides.h"

#include "base/hash.h"
#include "media/recording.h"
#include "support/test_clip.h"

#include <filesystem>
#include <fstream>

namespace packages {

namespace {

const base::Progress& no_progress() {
    static std::atomic<float> fraction{0};
    static const base::Progress progress(std::stop_token{}, fraction);
    return progress;
}

sealed::Source source_of(std::string bytes) {
    return [bytes = std::make_shared<std::string>(std::move(bytes)), from = std::size_t{0}](char* to,
                                                                                            std::size_t size) mutable {
        const std::size_t taken = bytes->copy(to, size, from);
        from += taken;
        return taken;
    };
}

}  // namespace

void Side::meet(const Side& other) {
    library::Person person = person_of(other.keys.card(other.name), other.name);
    person.compared = clock;
    library->people().add(person);
}

library::Person Side::knows(const Side& other) const {
    for (const library::Person& person : library->people().all())
        if (person.signing_key == other.keys.signing.public_text()) return person;
    throw base::Error("unknown");
}

Readers Side::readers(const Side& other) const {
    return {{knows(other)}, {}};
}

void introduce(Side& one, Side& other) {
    one.meet(other);
    other.meet(one);
}

base::Id code_conversation(Side& side, int codes) {
    const base::Id coding = samples::begin_coding(*side.library);
    for (int at = 0; at < codes; ++at) side.library->apply(coding, codes::edits::added(samples::event(at)));
    return coding;
}

library::Conversation with_recording(Side& side, const std::string& bytes) {
    library::Conversation conversation = samples::conversation();
    const std::string path = side.folder.file("talk.mp4");
    std::ofstream(path, std::ios::binary) << bytes;
    library::Recording& recording = conversation.recordings.front();
    recording.path = path;
    recording.size = static_cast<std::int64_t>(bytes.size());
    recording.fingerprint = base::fast_fingerprint(path);
    side.library->add(conversation);
    return conversation;
}

library::Conversation with_film(Side& side) {
    const std::string path = support::TestClip{.seconds = 10, .channels = 2}.path();
    library::Conversation conversation = samples::conversation();
    library::Recording& recording = conversation.recordings.front();
    recording.path = path;
    recording.size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    recording.fingerprint = base::fast_fingerprint(path);
    recording.duration = media::probe(path).duration;
    side.library->add(conversation);
    return conversation;
}

std::string send(Side& from, const Side& to, const Choice& choice) {
    const Readers readers = from.readers(to);
    ++from.clock.milliseconds;
    const Parcel parcel = prepare(*from.library, from.keys, from.name, readers, choice, from.clock);
    const std::string path = from.folder.file(base::make_id().text + ".terugblik-review");
    write_package_file(*from.library, from.keys, readers, parcel, path, no_progress());
    return support::read_file(path);
}

Arrival arrival(const Side& to, std::string bytes) {
    return {"review", source_of(std::move(bytes)), {}, to.media_folder(), to.clock};
}

Merged receive(Side& to, const std::string& bytes) {
    const Opened opened = open_package(*to.library, to.keys, arrival(to, bytes));
    return merge(*to.library, to.keys, opened, to.clock);
}

std::string refusal(Side& to, const std::string& bytes, const std::string& passphrase) {
    try {
        Arrival from = arrival(to, bytes);
        from.passphrase = passphrase;
        const Opened opened = open_package(*to.library, to.keys, from);
        merge(*to.library, to.keys, opened, to.clock);
        return {};
    } catch (const base::Error& error) {
        return error.what();
    }
}

std::string content_of(library::Library& library, const base::Id& conversation) {
    std::string content;
    for (const Kind& kind : kinds())
        for (const Thing& thing : kind.of(library, {conversation, codings_to_send(library, conversation)}))
            content += std::string(kind.name) + " " + thing.id + " " + thing.json + "\n";
    return content;
}

std::string inside(const std::string& bytes, const OwnKeys& reader) {
    sealed::Opener opener(source_of(bytes), "review");
    opener.unlock(std::vector{reader.reading});
    std::string plain;
    for (std::string_view part = opener.read(); !part.empty(); part = opener.read()) plain += part;
    return plain;
}

std::string sealed_for(const OwnKeys& reader, const std::string& plain) {
    std::string bytes;
    sealed::Sealer sealer([&](std::string_view more) { bytes += more; }, std::vector{reader.reading.recipient()});
    sealer.write(plain);
    sealer.finish();
    return bytes;
}

}  // namespace packages
