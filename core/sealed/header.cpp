#include "sealed/header.h"

#include "sealed/primitives.h"

#include <algorithm>

namespace sealed {

namespace {

constexpr std::string_view kVersionLine = "age-encryption.org/v1";
constexpr std::string_view kAnyVersion = "age-encryption.org/";
constexpr std::string_view kArmor = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view kStanzaStart = "-> ";
constexpr std::string_view kEnd = "---";
constexpr std::size_t kBodyColumns = 64;
constexpr std::size_t kCodeBytes = 32;

bool is_argument(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 33 && c <= 126; });
}

class Reader {
public:
    explicit Reader(Input& input) : input_(input) {}

    Header read() {
        read_version();
        std::string line = next_line();
        while (line.starts_with(kStanzaStart)) {
            header_.stanzas.push_back(read_stanza(line));
            line = next_line();
        }
        if (header_.stanzas.empty() || !line.starts_with(std::string(kEnd) + ' ')) input_.refuse(Reason::DamagedHead);
        header_.code = decoded(line.substr(kEnd.size() + 1));
        if (header_.code.size() != kCodeBytes) input_.refuse(Reason::DamagedHead);
        header_.authenticated.resize(header_.authenticated.size() - line.size() - 1 + kEnd.size());
        return std::move(header_);
    }

private:
    void read_version() {
        const std::string_view start = input_.ahead(kArmor.size());
        if (start == kArmor) input_.refuse(Reason::Armored);
        if (!start.starts_with(kAnyVersion)) input_.refuse(Reason::NotSealed);
        const std::string line = next_line();
        if (line == kVersionLine) return;
        const bool is_version = line.starts_with(std::string(kAnyVersion) + 'v') && is_argument(line);
        input_.refuse(is_version ? Reason::NewerFormat : Reason::DamagedHead);
    }

    std::string next_line() {
        auto line = input_.line(kMaxHeaderBytes - header_.authenticated.size());
        if (!line) input_.refuse(Reason::DamagedHead);
        header_.authenticated.append(*line) += '\n';
        return *std::move(line);
    }

    Stanza read_stanza(const std::string& first_line) {
        Stanza stanza;
        for (std::size_t from = kStanzaStart.size(); from <= first_line.size();) {
            const std::size_t end = std::min(first_line.find(' ', from), first_line.size());
            stanza.arguments.push_back(first_line.substr(from, end - from));
            if (!is_argument(stanza.arguments.back())) input_.refuse(Reason::DamagedHead);
            from = end + 1;
        }
        std::string body;
        for (std::size_t columns = kBodyColumns;
             columns == kBodyColumns;) {  // a shorter line, or an empty one, ends it
            const std::string line = next_line();
            columns = line.size();
            if (columns > kBodyColumns) input_.refuse(Reason::DamagedHead);
            body += line;
        }
        stanza.body = decoded(body);
        return stanza;
    }

    std::string decoded(const std::string& text) const {
        auto bytes = from_base64(text);
        if (!bytes) input_.refuse(Reason::DamagedHead);
        return *std::move(bytes);
    }

    Input& input_;
    Header header_;
};

}  // namespace

Header read_header(Input& input) {
    return Reader(input).read();
}

std::string authenticated_text(const std::vector<Stanza>& stanzas) {
    std::string text = std::string(kVersionLine) + '\n';
    for (const Stanza& stanza : stanzas) {
        text += "->";
        for (const std::string& argument : stanza.arguments) text.append(" ").append(argument);
        text += '\n';
        const std::string body = base64(stanza.body);
        for (std::size_t from = 0; from <= body.size(); from += kBodyColumns) {
            text.append(body, from, kBodyColumns) += '\n';
        }
    }
    return text.append(kEnd);
}

std::string text_of(const Header& header) {
    return header.authenticated + ' ' + base64(header.code) + '\n';
}

}  // namespace sealed
