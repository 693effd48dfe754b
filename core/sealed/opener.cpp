#include "sealed/opener.h"

#include <algorithm>
#include <cassert>

namespace sealed {

Opener::Opener(Source source, std::string name) : input_(std::move(source), std::move(name)) {
    header_ = read_header(input_);
    if (const auto flaw = flaw_of(header_.stanzas)) input_.refuse(*flaw);
    nonce_ = input_.bytes(kNonceBytes);
    if (nonce_.size() != kNonceBytes) input_.refuse(Reason::DamagedHead);
    plain_.text().reserve(kChunkBytes);  // it never moves, so no copy of it stays behind
}

bool Opener::wants_passphrase() const {
    return is_for_passphrase(header_.stanzas.front());
}

void Opener::unlock(const std::vector<Identity>& identities) {
    if (wants_passphrase()) input_.refuse(Reason::WantsPassphrase);
    const auto& stanzas = header_.stanzas;
    if (std::none_of(stanzas.begin(), stanzas.end(), is_for_key)) input_.refuse(Reason::UnknownKindOfKey);
    for (const Stanza& stanza : stanzas) {
        if (!is_for_key(stanza)) continue;
        for (const Identity& identity : identities) {
            if (const auto key = FileKey::unwrapped(stanza, identity)) return accept(*key);
        }
    }
    input_.refuse(Reason::NoKeyFits);
}

void Opener::unlock(std::string_view passphrase) {
    if (!wants_passphrase()) input_.refuse(Reason::WantsKey);
    const auto key = FileKey::unwrapped(header_.stanzas.front(), passphrase);
    if (!key) input_.refuse(Reason::WrongPassphrase);
    accept(*key);
}

void Opener::accept(const FileKey& key) {
    if (!is_equal(key.header_code(header_.authenticated), header_.code)) input_.refuse(Reason::ChangedHead);
    cipher_.emplace(key.payload_key(nonce_));
}

std::string_view Opener::read() {
    assert(cipher_);
    if (has_ended_) {
        if (!input_.ahead(1).empty()) input_.refuse(Reason::SomethingAdded);
        plain_.text().clear();
        return {};
    }
    const bool is_first = cipher_->is_first();
    const std::string sealed = input_.bytes(kSealedChunkBytes);
    if (sealed.empty()) input_.refuse(Reason::Truncated);
    has_ended_ = !open_next(sealed);
    if (has_ended_ && plain_.text().empty() && !is_first) input_.refuse(Reason::DamagedContent);
    return plain_.text();
}

// True where more must follow.
bool Opener::open_next(std::string_view sealed) {
    const bool is_full = sealed.size() == kSealedChunkBytes;
    if (is_full && cipher_->open(sealed, Place::Within, plain_.text())) return true;
    if (cipher_->open(sealed, Place::Last, plain_.text())) return false;
    const bool was_cut = !is_full && cipher_->open(sealed, Place::Within, plain_.text());
    input_.refuse(was_cut ? Reason::Truncated : Reason::DamagedContent);
}

}  // namespace sealed
