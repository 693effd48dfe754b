#include "codes/codebook.h"

#include "base/error.h"
#include "base/paths.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <tuple>

namespace codes {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 4 << 20;

std::string whole_file(const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file) throw base::Error(fmt::format(fmt::runtime(_("{}: this codebook cannot be read.")), path));
    if (size > kLargestFile) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: this file is too large to be a codebook.")), path));
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

const Code* Codebook::find(const std::string& code_key) const {
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.key == code_key; });
    return found == codes.end() ? nullptr : &*found;
}

const Group* Codebook::find_group(const std::string& group_key) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.key == group_key; });
    return found == groups.end() ? nullptr : &*found;
}

bool say_the_same(Codebook a, const Codebook& b) {
    a.json = b.json;
    return a == b;
}

Codebook load_codebook(const std::string& path) {
    return parse_codebook(whole_file(path), path);
}

std::vector<Codebook> shipped_codebooks() {
    std::vector<Codebook> codebooks;
    for (const fs::directory_entry& entry : fs::directory_iterator(base::asset("codebooks"))) {
        if (entry.path().extension() == ".json") codebooks.push_back(load_codebook(entry.path().string()));
    }
    std::sort(codebooks.begin(), codebooks.end(), [](const Codebook& a, const Codebook& b) {
        const auto place = [](const Codebook& book) {
            return std::make_tuple(book.key != kDefaultCodebook, book.key, book.version);
        };
        return place(a) < place(b);
    });
    return codebooks;
}

}  // namespace codes
