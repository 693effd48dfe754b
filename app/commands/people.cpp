#include "app/commands/people.h"

#include "app/settings.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/whole_file.h"
#include "library/owner.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace commands {

namespace {

constexpr std::size_t kLargestPassphraseFile = 64 * 1024;

}  // namespace

packages::OwnKeys own_keys() {
    return packages::own_keys(base::data_folder());
}

std::string own_name(library::Library& library, const std::string& asked) {
    if (!asked.empty()) return asked;
    const std::string coder = app::read_settings(library).coder;
    return coder.empty() ? library::user_name() : coder;
}

library::Person find_person(library::Library& library, const std::string& name) {
    for (const library::Person& person : library.people().all())
        if (person.name == name) return person;
    throw base::Error(
        fmt::format(fmt::runtime(_("“{}”: you know nobody by this name. See: terugblik person list")), name));
}

sealed::SecretText passphrase_from(const std::string& file) {
    sealed::SecretText text;
    if (file == "-") {
        std::getline(std::cin, text.text());
    } else {
        text.text() = base::read_whole_file(file, kLargestPassphraseFile);
        text.text().resize(std::min(text.text().find('\n'), text.text().size()));
    }
    if (text.text().ends_with('\r')) text.text().pop_back();
    return text;
}

}  // namespace commands
