// What people wrote and said, as it stands in the things of a package; not the ids, keys and kinds by which the program
// knows things.
#pragma once

#include <functional>
#include <string>

namespace packages {

// `field` is the key under which the text stands, or that of the list that it stands in.
void each_text(const std::string& json,
               const std::function<void(const std::string& field, const std::string& text)>& look);
std::string with_texts_changed(const std::string& json,
                               const std::function<std::string(const std::string& text)>& change);

}  // namespace packages
