#include "packages/thing_json.h"

#include "base/error.h"
#include "base/i18n.h"
#include "codes/edits.h"
#include "library/excerpts.h"
#include "library/turn_json.h"
#include "sealed/primitives.h"
#include "talk/turn_edits.h"

#include <nlohmann/json.hpp>

namespace packages {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse_writing() {
    throw base::Error(_("Something in it is not written as it should be."));
}

template <class Read>
auto read_json(const std::string& text, Read read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception&) {
        refuse_writing();
    }
}

std::string text_of(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::string bytes_of(const Json& json, const char* key) {
    const auto bytes = sealed::from_base64(text_of(json, key));
    if (!bytes) refuse_writing();
    return *bytes;
}

}  // namespace

std::string to_json(const std::vector<talk::Turn>& turns, talk::TurnSource source) {
    return Json{{"source", library::name_of(source)},
                {"turns", Json::parse(library::to_json(talk::changes_between({}, turns)))}}
        .dump();
}

std::pair<std::vector<talk::Turn>, talk::TurnSource> turns_from_json(const std::string& text) {
    return read_json(text, [](const Json& json) {
        std::vector<talk::Turn> turns;
        talk::apply(turns, library::turn_changes_from_json(json.at("turns").dump()));
        return std::pair(turns, library::source_named(text_of(json, "source")));
    });
}

std::string excerpt_to_json(const library::Recording& excerpt) {
    return Json{{"id", excerpt.id.text},
                {"from_us", excerpt.offset.microseconds},
                {"duration_us", excerpt.duration.microseconds},
                {"size", excerpt.size},
                {"fingerprint", excerpt.fingerprint}}
        .dump();
}

library::Recording excerpt_from_json(const std::string& text) {
    return read_json(text, [](const Json& json) {
        library::Recording excerpt;
        excerpt.id.text = text_of(json, "id");
        excerpt.offset.microseconds = json.at("from_us").get<std::int64_t>();
        excerpt.duration.microseconds = json.at("duration_us").get<std::int64_t>();
        excerpt.size = json.at("size").get<std::int64_t>();
        excerpt.fingerprint = text_of(json, "fingerprint");
        excerpt.role = library::kExcerptRole;
        const bool can_be = excerpt.offset >= base::Time{} && excerpt.duration > base::Time{} && excerpt.size > 0;
        if (!can_be) refuse_writing();
        return excerpt;
    });
}

std::string to_json(const codes::Coding& coding) {
    return Json{{"id", coding.id.text},
                {"conversation", coding.conversation.text},
                {"codebook", {{"key", coding.codebook_key}, {"version", coding.codebook_version}}},
                {"coder", coding.coder},
                {"purpose", codes::name_of(coding.purpose)},
                {"created_ms", coding.created.milliseconds},
                {"holds", Json::parse(codes::to_json(codes::edits::begun(coding)))}}
        .dump();
}

codes::Coding coding_from_json(const std::string& text) {
    return read_json(text, [](const Json& json) {
        codes::Coding coding;
        coding.id.text = text_of(json, "id");
        coding.conversation.text = text_of(json, "conversation");
        coding.codebook_key = text_of(json.at("codebook"), "key");
        coding.codebook_version = text_of(json.at("codebook"), "version");
        coding.coder = text_of(json, "coder");
        coding.purpose = codes::purpose_named(text_of(json, "purpose"));
        coding.created.milliseconds = json.at("created_ms").get<std::int64_t>();
        codes::apply(coding, codes::edit_from_json(json.at("holds").dump()));
        return coding;
    });
}

std::string to_json(const codes::Comment& comment, const std::string& sound) {
    return Json{{"comment", Json::parse(codes::to_json(comment))}, {"sound", sealed::base64(sound)}}.dump();
}

std::pair<codes::Comment, std::string> comment_from_json(const std::string& text) {
    return read_json(text, [](const Json& json) {
        return std::pair(codes::comment_from_json(json.at("comment").dump()), bytes_of(json, "sound"));
    });
}

std::string to_json(const library::Report& report) {
    return Json{{"id", report.id.text},
                {"coding", report.coding.text},
                {"version", report.version},
                {"language", report.language},
                {"issued_ms", report.issued.milliseconds},
                {"sha256", report.sha256},
                {"content", report.content},
                {"html", report.html},
                {"pdf", sealed::base64(report.pdf)}}
        .dump();
}

library::Report report_from_json(const std::string& text) {
    return read_json(text, [](const Json& json) {
        library::Report report;
        report.id.text = text_of(json, "id");
        report.coding.text = text_of(json, "coding");
        report.version = json.at("version").get<int>();
        report.language = text_of(json, "language");
        report.issued.milliseconds = json.at("issued_ms").get<std::int64_t>();
        report.sha256 = text_of(json, "sha256");
        report.content = text_of(json, "content");
        report.html = text_of(json, "html");
        report.pdf = bytes_of(json, "pdf");
        return report;
    });
}

}  // namespace packages
