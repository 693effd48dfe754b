// A library in memory whose disk can be made to refuse, as a full one does.
#pragma once

#include "base/error.h"
#include "library/memory_library.h"

namespace app {

class RefusingLibrary final : public library::Library {
public:
    bool refuses = false;

    void apply(const base::Id& coding, const codes::Edit& edit) override {
        if (refuses) throw base::Error("library.terugblik: there is no room left on the disk.");
        kept_.apply(coding, edit);
    }

    std::vector<library::Conversation> conversations() override { return kept_.conversations(); }
    std::optional<library::Conversation> conversation(const base::Id& id) override { return kept_.conversation(id); }
    void add(const library::Conversation& conversation) override { kept_.add(conversation); }
    void update(const library::Conversation& conversation) override { kept_.update(conversation); }
    void remove(const base::Id& conversation) override { kept_.remove(conversation); }
    std::optional<std::string> step_conversations(library::Direction direction) override {
        return kept_.step_conversations(direction);
    }
    void remember_position(const base::Id& conversation, base::Time at) override {
        if (refuses) throw base::Error("library.terugblik: there is no room left on the disk.");
        kept_.remember_position(conversation, at);
    }
    void found_recording(const base::Id& recording, const std::string& path) override {
        kept_.found_recording(recording, path);
    }
    void store_sha256(const base::Id& recording, const std::string& sha256) override {
        kept_.store_sha256(recording, sha256);
    }
    void set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns) override {
        kept_.set_turns(conversation, turns);
    }
    std::vector<talk::Turn> turns(const base::Id& conversation) override { return kept_.turns(conversation); }
    void store_codebook(const codes::Codebook& codebook) override { kept_.store_codebook(codebook); }
    std::vector<codes::Codebook> codebooks() override { return kept_.codebooks(); }
    std::optional<codes::Codebook> codebook(const std::string& key, const std::string& version) override {
        return kept_.codebook(key, version);
    }
    std::vector<library::CodingSummary> codings(const base::Id& conversation) override {
        return kept_.codings(conversation);
    }
    std::vector<library::CodingSummary> all_codings() override { return kept_.all_codings(); }
    std::optional<codes::Coding> coding(const base::Id& id) override { return kept_.coding(id); }
    void add(const codes::Coding& coding) override { kept_.add(coding); }
    std::optional<library::Undone> step(const base::Id& coding, library::Direction direction) override {
        return kept_.step(coding, direction);
    }
    bool can_step(const base::Id& coding, library::Direction direction) override {
        return kept_.can_step(coding, direction);
    }
    library::Report issue(const library::Report& report) override { return kept_.issue(report); }
    std::vector<library::Report> reports(const base::Id& coding) override { return kept_.reports(coding); }
    std::optional<library::Report> report(const base::Id& id) override { return kept_.report(id); }
    std::optional<std::string> setting(const std::string& key) override { return kept_.setting(key); }
    void set_setting(const std::string& key, const std::string& value) override { kept_.set_setting(key, value); }

private:
    library::MemoryLibrary kept_;
};

}  // namespace app
