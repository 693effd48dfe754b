#include "report/pdf_amended.h"

#include "base/error.h"
#include "base/i18n.h"

#include <charconv>
#include <fmt/format.h>
#include <glib.h>
#include <map>
#include <memory>
#include <string_view>

namespace report {

namespace {

constexpr std::string_view kElement = " 0 obj\n<< /Type /StructElem\n";

// The number behind the last `name` before `end`.
std::size_t number_behind(std::string_view text, std::string_view name) {
    const std::size_t at = text.rfind(name);
    std::size_t value = 0;
    if (at == std::string_view::npos) return 0;
    const char* digits = text.data() + at + name.size();
    const char* end = text.data() + text.size();
    while (digits != end && (*digits == ' ' || *digits == '\n')) ++digits;
    std::from_chars(digits, end, value);
    return value;
}

std::string_view name_behind(std::string_view text, std::string_view key) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + key.size());
    return text.substr(0, text.find_first_of(" \n"));
}

// As a PDF's text string, in UTF-16.
std::string pdf_text(const std::string& text) {
    glong length = 0;
    const std::unique_ptr<gunichar2, void (*)(void*)> units(
        g_utf8_to_utf16(text.data(), static_cast<glong>(text.size()), nullptr, &length, nullptr), g_free);
    std::string hex = "<FEFF";
    for (glong i = 0; units && i < length; ++i) hex += fmt::format("{:04X}", static_cast<unsigned>(units.get()[i]));
    return hex + ">";
}

// An element of the document's structure, e.g. a paragraph.
struct Element {
    std::string_view kind;
    std::size_t parent = 0;
    std::string_view entries;  // between "N 0 obj\n<<" and "endobj"
};
using Elements = std::map<std::size_t, Element>;

Elements elements_of(std::string_view pdf) {
    Elements elements;
    for (std::size_t at = pdf.find(kElement); at != std::string_view::npos; at = pdf.find(kElement, at + 1)) {
        const std::size_t line = pdf.rfind('\n', at) + 1;
        const std::size_t end = pdf.find("endobj", at);
        if (end == std::string_view::npos) break;
        std::size_t number = 0;
        std::from_chars(pdf.data() + line, pdf.data() + at, number);
        constexpr std::string_view kOpening = " 0 obj\n<<";
        const std::string_view entries = pdf.substr(at + kOpening.size(), end - at - kOpening.size());
        elements[number] = {name_behind(entries, "/S /"), number_behind(entries, "/P "), entries};
    }
    return elements;
}

std::string_view kind_of(const Elements& elements, std::size_t number) {
    const auto found = elements.find(number);
    return found == elements.end() ? std::string_view() : found->second.kind;
}

// The objects that say more than before, by number.
std::map<std::size_t, std::string> amended_elements(std::string_view pdf,
                                                    const std::vector<std::string>& figure_texts) {
    std::map<std::size_t, std::string> amended;
    const Elements elements = elements_of(pdf);
    std::size_t figure = 0;  // elements are numbered in reading order
    for (const auto& [number, element] : elements) {
        std::string more;
        if (element.kind == "Figure") {
            if (figure < figure_texts.size()) more = " /Alt " + pdf_text(figure_texts[figure]);
            ++figure;
        } else if (element.kind == "TH") {
            const auto row = elements.find(element.parent);
            const bool is_above = row != elements.end() && kind_of(elements, row->second.parent) == "THead";
            more = fmt::format(" /A << /O /Table /Scope /{} >>", is_above ? "Column" : "Row");
        }
        if (!more.empty()) amended[number] = fmt::format("<<{}{}", more, element.entries);
    }
    return amended;
}

}  // namespace

std::string pdf_amended(std::string pdf, const std::string& language, const std::vector<std::string>& figure_texts) {
    const std::size_t root = number_behind(pdf, "/Root ");
    const std::size_t size = number_behind(pdf, "/Size ");
    const std::size_t previous = number_behind(pdf, "startxref");
    const std::size_t info = number_behind(pdf, "/Info ");
    const std::string opening = fmt::format("\n{} 0 obj\n<<", root);
    const std::size_t begin = pdf.rfind(opening);
    const std::size_t end = begin == std::string::npos ? begin : pdf.find("endobj", begin);
    if (root == 0 || size == 0 || previous == 0 || end == std::string::npos)
        throw base::Error(_("The PDF could not be given its language. This Cairo writes PDF in an unknown way."));
    std::map<std::size_t, std::string> amended = amended_elements(pdf, figure_texts);
    amended[root] = fmt::format("<< /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>{}", language,
                                pdf.substr(begin + opening.size(), end - begin - opening.size()));
    if (pdf.back() != '\n') pdf += '\n';
    std::string table = "xref\n";
    for (const auto& [number, object] : amended) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, pdf.size());
        pdf += fmt::format("{} 0 obj\n{}endobj\n", number, object);
    }
    const std::size_t table_at = pdf.size();
    pdf += table;
    pdf +=
        fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
                    size, root, info, previous, table_at);
    return pdf;
}

}  // namespace report
