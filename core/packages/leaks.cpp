#include "packages/leaks.h"

#include "base/text.h"
#include "packages/thing_json.h"
#include "packages/thing_texts.h"
#include "talk/names.h"

#include <algorithm>
#include <set>

namespace packages {

namespace {

bool is_personal(const std::string& kind, const std::string& field) {
    static const std::set<std::string> fields = {"trainee", "coder", "author", "person", "label"};
    return fields.contains(field) || (kind == "turns" && field == "speaker");
}

bool is_one_of(const std::string& name, const std::vector<std::string>& harmless) {
    return std::any_of(harmless.begin(), harmless.end(),
                       [&](const std::string& one) { return base::folded(one) == base::folded(name); });
}

void add(std::vector<Leak>& leaks, const Leak& leak) {
    const auto same = std::find_if(leaks.begin(), leaks.end(), [&](const Leak& one) {
        return one.where == leak.where && base::folded(one.text) == base::folded(leak.text);
    });
    if (same == leaks.end())
        leaks.push_back(leak);
    else
        same->times += leak.times;
}

}  // namespace

std::vector<Leak> leaks_in(const std::map<library::ThingName, std::string>& things,
                           const std::vector<std::string>& names, const std::vector<std::string>& harmless) {
    std::vector<Leak> leaks;
    std::vector<talk::Passage> passages;
    for (const auto& [thing, json] : things) {
        if (thing.kind == "codebook") continue;
        if (thing.kind == "comment" && !comment_from_json(json).second.empty()) add(leaks, {thing.kind, {}});
        const bool is_frozen = thing.kind == "report";
        each_text(json, [&, kind = thing.kind](const std::string& field, const std::string& text) {
            if (is_frozen && field != "content") return;  // its pages say the same
            if (is_personal(kind, field)) {
                if (!is_one_of(text, harmless)) add(leaks, {kind, text});
            } else {
                passages.push_back({kind, text});
            }
        });
    }
    for (const talk::NameLeft& left : talk::names_left(passages, names, harmless))
        add(leaks, {left.where, left.name, left.times});
    return leaks;
}

}  // namespace packages
