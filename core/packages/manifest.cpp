#include "packages/manifest.h"

#include "base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace packages {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostNameBytes = 400;
constexpr std::uint64_t kMostBytes = 1ULL << 50;

Json json_of(const Blob& blob) {
    return {{"kind", blob.thing.kind},   {"id", blob.thing.id},   {"author", blob.author},
            {"revision", blob.revision}, {"length", blob.length}, {"sha256", blob.sha256}};
}

Blob blob_in(const Json& json) {
    return {{json.at("kind").get<std::string>(), json.at("id").get<std::string>()},
            json.at("author").get<std::string>(),
            json.at("revision").get<std::int64_t>(),
            json.at("length").get<std::uint64_t>(),
            json.at("sha256").get<std::string>()};
}

Json json_of(const Manifest& manifest) {
    Json blobs = Json::array();
    for (const Blob& blob : manifest.blobs) blobs.push_back(json_of(blob));
    return {{"package", manifest.package.text},
            {"revision", manifest.revision},
            {"conversation", manifest.conversation.text},
            {"sender",
             {{"name", manifest.sender.name},
              {"reading_key", manifest.sender.reading_key},
              {"signing_key", manifest.sender.signing_key}}},
            {"readers", manifest.readers},
            {"made_ms", manifest.made.milliseconds},
            {"until_ms", manifest.until ? Json(manifest.until->milliseconds) : Json()},
            {"media", library::name_of(manifest.media)},
            {"blobs", std::move(blobs)}};
}

Manifest manifest_in(const Json& json) {
    Manifest manifest;
    manifest.package.text = json.at("package").get<std::string>();
    manifest.revision = json.at("revision").get<std::int64_t>();
    manifest.conversation.text = json.at("conversation").get<std::string>();
    const Json& sender = json.at("sender");
    manifest.sender = {sender.at("name").get<std::string>(), sender.at("reading_key").get<std::string>(),
                       sender.at("signing_key").get<std::string>()};
    manifest.readers = json.at("readers").get<std::vector<std::string>>();
    manifest.made.milliseconds = json.at("made_ms").get<std::int64_t>();
    if (!json.at("until_ms").is_null()) manifest.until = base::Timestamp{json.at("until_ms").get<std::int64_t>()};
    manifest.media = library::packed_media_named(json.at("media").get<std::string>());
    for (const Json& blob : json.at("blobs")) manifest.blobs.push_back(blob_in(blob));
    return manifest;
}

bool is_name(const std::string& text) {
    return !text.empty() && text.size() <= kMostNameBytes && base::is_valid_utf8(text);
}

bool can_be(const Blob& blob) {
    if (!is_name(blob.thing.kind) || !is_name(blob.thing.id) || blob.revision < 0) return false;
    return is_media(blob) ? is_id(blob.thing.id) && blob.length <= kMostBytes : blob.length <= kLargestThing;
}

// What is said of an excerpt, and its bytes, come together.
bool has_its_bytes(const Blob& blob, const std::set<library::ThingName>& named) {
    return blob.thing.kind != kExcerptKind || named.contains({kRecordingKind, blob.thing.id});
}

bool can_be(const Manifest& manifest) {
    if (!is_id(manifest.package.text) || !is_id(manifest.conversation.text) || manifest.revision < 1) return false;
    if (!is_name(manifest.sender.name) || manifest.blobs.size() > kMostBlobs) return false;
    std::set<library::ThingName> named;
    bool media_begun = false;
    std::uint64_t in_memory = 0;
    for (const Blob& blob : manifest.blobs) {
        if (!can_be(blob) || !named.insert(blob.thing).second || (media_begun && !is_media(blob))) return false;
        media_begun = media_begun || is_media(blob);
        if (!is_media(blob)) in_memory += blob.length;
    }
    const auto is_whole = [&](const Blob& blob) { return has_its_bytes(blob, named); };
    return in_memory <= kLargestThing && std::all_of(manifest.blobs.begin(), manifest.blobs.end(), is_whole);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
    return json_of(manifest).dump();
}

std::optional<Manifest> manifest_from_json(const std::string& line) {
    try {
        const Json json = Json::parse(line);
        const Manifest manifest = manifest_in(json);
        if (!can_be(manifest) || to_json(manifest) != line) return {};
        return manifest;
    } catch (const Json::exception&) {
        return {};
    }
}

bool is_id(const std::string& text) {
    constexpr std::size_t kLength = 36;
    if (text.size() != kLength) return false;
    for (std::size_t at = 0; at < kLength; ++at) {
        const bool is_dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool is_digit = (text[at] >= '0' && text[at] <= '9') || (text[at] >= 'a' && text[at] <= 'f');
        if (is_dash ? text[at] != '-' : !is_digit) return false;
    }
    return true;
}

}  // namespace packages
