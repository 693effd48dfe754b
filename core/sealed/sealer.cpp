#include "sealed/sealer.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>

namespace sealed {

struct Sealer::Parts {
    FileKey key;
    std::vector<Stanza> stanzas;
    std::string nonce = random_bytes(kNonceBytes);

    static Parts for_readers(const std::vector<Recipient>& readers) {
        if (readers.empty()) throw base::Error(_("Nobody could open this file. Choose who may read it."));
        Parts parts{FileKey::make(), {}};
        for (const Recipient& reader : readers) parts.stanzas.push_back(parts.key.wrapped_for(reader));
        return parts;
    }

    static Parts for_passphrase(std::string_view passphrase, int work) {
        if (passphrase.empty()) throw base::Error(_("Everybody could open this file. Give a passphrase."));
        Parts parts{FileKey::make(), {}};
        parts.stanzas.push_back(parts.key.wrapped_by(passphrase, work));
        return parts;
    }
};

Sealer::Sealer(Sink sink, const std::vector<Recipient>& readers)
    : Sealer(std::move(sink), Parts::for_readers(readers)) {}

Sealer::Sealer(Sink sink, std::string_view passphrase, int work)
    : Sealer(std::move(sink), Parts::for_passphrase(passphrase, work)) {}

Sealer::Sealer(Sink sink, const Parts& parts) : sink_(std::move(sink)), cipher_(parts.key.payload_key(parts.nonce)) {
    Header header;
    header.authenticated = authenticated_text(parts.stanzas);
    header.code = parts.key.header_code(header.authenticated);
    const std::string text = text_of(header);
    if (text.size() > kMaxHeaderBytes) throw base::Error(_("These are too many readers for one file. Choose fewer."));
    pending_.text().reserve(kChunkBytes);  // it never moves, so no copy of it stays behind
    sink_(text);
    sink_(parts.nonce);
}

void Sealer::write(std::string_view plain) {
    std::string& pending = pending_.text();
    while (!plain.empty()) {
        if (pending.size() == kChunkBytes) {
            sink_(cipher_.sealed(pending, Place::Within));
            pending.clear();
        }
        const std::size_t taken = std::min(plain.size(), kChunkBytes - pending.size());
        pending.append(plain.substr(0, taken));
        plain.remove_prefix(taken);
    }
}

void Sealer::finish() {
    sink_(cipher_.sealed(pending_.text(), Place::Last));
}

}  // namespace sealed
