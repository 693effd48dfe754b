// The library as plain values in memory: the model that tests compare SqliteLibrary with, and the window's tests' own.
#pragma once

#include "library/library.h"

#include <map>
#include <vector>

namespace library {

class MemoryLibrary final : public Library {
public:
    std::vector<Conversation> conversations() override;
    std::optional<Conversation> conversation(const base::Id& id) override;
    void add(const Conversation& conversation) override;
    void update(const Conversation& conversation) override;
    void remove(const base::Id& conversation) override;
    std::optional<std::string> step_conversations(Direction direction) override;
    void remember_position(const base::Id& conversation, base::Time at) override;
    void found_recording(const base::Id& recording, const std::string& path) override;
    void store_sha256(const base::Id& recording, const std::string& sha256) override;
    void set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns) override;
    std::vector<talk::Turn> turns(const base::Id& conversation) override;
    void store_codebook(const codes::Codebook& codebook) override;
    std::vector<codes::Codebook> codebooks() override;
    std::optional<codes::Codebook> codebook(const std::string& key, const std::string& version) override;
    std::vector<CodingSummary> codings(const base::Id& conversation) override;
    std::vector<CodingSummary> all_codings() override;
    std::optional<codes::Coding> coding(const base::Id& id) override;
    void add(const codes::Coding& coding) override;
    void apply(const base::Id& coding, const codes::Edit& edit) override;
    std::optional<Undone> step(const base::Id& coding, Direction direction) override;
    bool can_step(const base::Id& coding, Direction direction) override;
    Report issue(const Report& report) override;
    std::vector<Report> reports(const base::Id& coding) override;
    std::optional<Report> report(const base::Id& id) override;
    std::optional<std::string> setting(const std::string& key) override;
    void set_setting(const std::string& key, const std::string& value) override;

private:
    // for whoever implements it
};

}  // namespace library
