#include "sealed/in_memory.h"

#include <algorithm>
#include <memory>

namespace sealed {

namespace {

template <class Secrets>
Outcome opened(const std::string& bytes, const Secrets& secrets) {
    Outcome outcome;
    try {
        Opener opener(source_of(bytes), "review");
        opener.unlock(secrets);
        for (std::string_view part = opener.read(); !part.empty(); part = opener.read()) outcome.plain += part;
    } catch (const Refusal& refusal) {
        outcome.refused = refusal.reason();
        outcome.why = refusal.what();
    }
    return outcome;
}

Sink append_to(std::string& bytes) {
    return [&bytes](std::string_view more) { bytes += more; };
}

}  // namespace

std::string seal(std::string_view plain, const std::vector<Recipient>& readers) {
    std::string bytes;
    Sealer sealer(append_to(bytes), readers);
    sealer.write(plain);
    sealer.finish();
    return bytes;
}

std::string seal(std::string_view plain, std::string_view passphrase, int work) {
    std::string bytes;
    Sealer sealer(append_to(bytes), passphrase, work);
    sealer.write(plain);
    sealer.finish();
    return bytes;
}

Source source_of(std::string bytes, std::size_t stretch) {
    return [bytes = std::make_shared<std::string>(std::move(bytes)), stretch, from = std::size_t{0}](
               char* to, std::size_t size) mutable {
        const std::size_t taken = bytes->copy(to, std::min(size, stretch), from);
        from += taken;
        return taken;
    };
}

std::string read_all(Opener& opener) {
    std::string plain;
    for (std::string_view part = opener.read(); !part.empty(); part = opener.read()) plain += part;
    return plain;
}

Outcome open(const std::string& bytes, const std::vector<Identity>& identities) {
    return opened(bytes, identities);
}

Outcome open(const std::string& bytes, std::string_view passphrase) {
    return opened(bytes, passphrase);
}

std::string some_text(std::size_t size) {
    std::string text(size, '\0');
    std::uint32_t state = 1;
    for (char& c : text) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    return text;
}

}  // namespace sealed
