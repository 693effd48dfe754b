#include "base/day.h"
#include "base/i18n.h"
#include "library/excerpts.h"
#include "library/files.h"
#include "library/import.h"
#include "packages/receive.h"
#include "packages/standings.h"
#include "packages/things.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace packages {

namespace {

namespace fs = std::filesystem;
using library::Library;
using library::Standing;

class Merging {
public:
    Merging(Library& library, const OwnKeys& own, const Opened& opened, Merged& merged)
        : library_(library), own_(own.signing.public_text()), opened_(opened), merged_(merged) {}

    // Kind by kind, since each rests on those before it. Kinds that a later program of this format adds are left out.
    void take_in_things() {
        for (const Kind& kind : kinds())
            for (const Blob& blob : opened_.manifest.blobs)
                if (blob.thing.kind == kind.name) take_in(kind, blob);
        for (const Blob& blob : opened_.manifest.blobs)
            if (!is_media(blob) && kind_named(blob.thing.kind) == nullptr) merged_.left_out.push_back(blob.thing);
    }

private:
    void take_in(const Kind& kind, const Blob& blob) {
        const Thing thing{blob.thing.id, opened_.things.at(blob.thing)};
        const bool is_there = kind.is_there(library_, opened_.manifest.conversation, thing.id);
        if (kind.travels == Travels::Freely) {
            kind.take_in(library_, opened_.manifest.conversation, thing);
            ++(is_there ? merged_.known : merged_.added);
            return;
        }
        const Standing incoming = standing_of(blob);
        const Verdict verdict = judge(library_.package_log().standing(blob.thing), is_there, incoming);
        if (verdict == Verdict::Known) {
            ++merged_.known;
            return;
        }
        if (verdict == Verdict::Foreign || !kind.take_in(library_, opened_.manifest.conversation, thing)) {
            merged_.left_out.push_back(blob.thing);
            return;
        }
        ++(verdict == Verdict::New ? merged_.added : merged_.renewed);
        library_.package_log().stand(blob.thing, incoming);
    }

    Standing standing_of(const Blob& blob) const {
        const bool is_vouched = blob.author == opened_.manifest.sender.signing_key;
        return {blob.author == own_ ? "" : blob.author, is_vouched, blob.revision, blob.sha256,
                opened_.manifest.conversation};
    }

    Library& library_;
    std::string own_;
    const Opened& opened_;
    Merged& merged_;
};

std::optional<std::string> path_of_same_file(const std::vector<library::Conversation>& conversations,
                                             const library::Recording& wanted) {
    for (const library::Conversation& conversation : conversations)
        for (const library::Recording& recording : conversation.recordings)
            if (!recording.path.empty() && recording.fingerprint == wanted.fingerprint &&
                recording.size == wanted.size && fs::exists(recording.path))
                return recording.path;
    return {};
}

// A recording gets the file that came with the package, or one that the library has already: the same by fingerprint.
void find_recordings(Library& library, const Opened& opened, const library::Conversation& conversation,
                     Merged& merged) {
    merged.has_recording = true;
    for (const library::Recording& recording : conversation.recordings) {
        if (!recording.path.empty() && fs::exists(recording.path)) continue;
        if (opened.recordings.contains(recording.id)) {
            library.found_recording(recording.id, (fs::path(opened.media_folder) / recording.id.text).string());
        } else if (const auto path = path_of_same_file(library.conversations(), recording)) {
            library.found_recording(recording.id, *path);
        } else {
            merged.has_recording = false;
        }
    }
}

// A file that nothing in the conversation speaks of would lie here for ever, or until a sweep.
void refuse_stray_recordings(const Opened& opened, const library::Conversation& conversation) {
    for (const auto& [id, file] : opened.recordings) {
        const bool is_its_own =
            std::any_of(conversation.recordings.begin(), conversation.recordings.end(),
                        [&, wanted = id](const library::Recording& one) { return one.id == wanted; });
        if (!is_its_own) throw base::Error(_("A recording in it belongs to no conversation that is in it."));
    }
}

// Before the library refers to them: should the program end here, they are swept up at the next opening.
void give_names(const Opened& opened, const library::Conversation& conversation) {
    for (const auto& [id, file] : opened.recordings) {
        const auto recording =
            std::find_if(conversation.recordings.begin(), conversation.recordings.end(),
                         [&, wanted = id](const library::Recording& one) { return one.id == wanted; });
        if (!recording->path.empty() && fs::exists(recording->path)) continue;
        const std::string path = (fs::path(opened.media_folder) / id.text).string();
        fs::rename(file->path(), path);
        library::sync_folder(opened.media_folder);
    }
}

// What its sender asks for is kept here as the day on which the library reminds its owner to erase it.
void keep_no_longer_than_asked(Library& library, const Manifest& manifest, const library::Conversation& conversation) {
    const auto standing = library.package_log().standing({"conversation", conversation.id.text});
    if (!manifest.until || !standing || standing->author.empty()) return;
    const std::string day = base::day_of(*manifest.until);
    const std::map<base::Id, std::string> chosen = library.retention().chosen();
    const auto own_choice = chosen.find(conversation.id);
    const std::optional<std::string> chosen_day =
        own_choice == chosen.end() ? std::nullopt : std::optional(own_choice->second);
    if (day < library::kept_until(conversation, chosen_day, library::retention_days(library)))
        library.retention().choose(conversation.id, day);
}

bool is_ours(const std::string& name) {
    return is_id(name) || name.starts_with(".terugblik-recording-");
}

// What an opening left behind that was ended half way: no recording of the library lies there.
void sweep(Library& library, const Opened& opened) {
    std::set<std::string> kept;
    for (const std::string& path : library.guarded_files()) kept.insert(fs::path(path).filename().string());
    for (const auto& [id, file] : opened.recordings) kept.insert(fs::path(file->path()).filename().string());
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(opened.media_folder, none)) {
        const std::string name = entry.path().filename().string();
        if (is_ours(name) && !kept.contains(name)) fs::remove(entry.path(), none);
    }
}

}  // namespace

Merged merge(Library& library, const OwnKeys& own, const Opened& opened, base::Timestamp now) {
    Merged merged;
    merged.conversation = opened.manifest.conversation;
    sweep(library, opened);
    try {
        library.together([&] {
            Merging(library, own, opened, merged).take_in_things();
            const auto conversation = library.conversation(merged.conversation);
            if (!conversation) throw base::Error(_("The conversation that it is about is not in it."));
            refuse_stray_recordings(opened, *conversation);
            give_names(opened, *conversation);
            find_recordings(library, opened, *conversation, merged);
            merged.has_excerpts = library::excerpt_at(*library.conversation(merged.conversation), {}) != nullptr;
            keep_no_longer_than_asked(library, opened.manifest, *conversation);
            library.package_log().add({opened.manifest.package,
                                       opened.manifest.revision,
                                       library::Passage::Opened,
                                       merged.conversation,
                                       {opened.manifest.sender.signing_key},
                                       opened.manifest.media,
                                       now});
        });
    } catch (const base::Error& error) {
        throw Refusal(Reason::BadContent, opened.name, error.what());
    }
    return merged;
}

}  // namespace packages
