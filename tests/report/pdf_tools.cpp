#include "report/pdf_tools.h"

#include "support/shared_data.h"

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace pdf {

namespace {

struct Close {
    void operator()(FILE* pipe) const { pclose(pipe); }
};

}  // namespace

std::string ask(const std::string& command, const std::string& bytes) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("report.pdf"), bytes);
    const std::string to_output = command.starts_with("pdftotext") ? " -" : "";
    const std::unique_ptr<FILE, Close> pipe(
        popen((command + " " + folder.file("report.pdf") + to_output + " 2>&1").c_str(), "r"));
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string answer;
    std::array<char, 4096> block{};
    while (const std::size_t count = fread(block.data(), 1, block.size(), pipe.get()))
        answer.append(block.data(), count);
    return answer;
}

std::string text(const std::string& bytes) {
    return ask("pdftotext", bytes);
}

std::string text_of_page(const std::string& bytes, int page) {
    const std::string number = std::to_string(page);
    return ask("pdftotext -f " + number + " -l " + number, bytes);
}

}  // namespace pdf
