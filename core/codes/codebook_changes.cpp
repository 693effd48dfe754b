#include "codes/codebook_changes.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace codes {

namespace {

constexpr const char* kDigits = "0123456789";

// The last number of a version one higher; a version without one gets it.
std::string raised(const std::string& version) {
    const std::size_t last = version.find_last_of(kDigits);
    if (last == std::string::npos) return version + ".1";
    std::size_t first = version.find_last_not_of(kDigits, last);
    first = first == std::string::npos ? 0 : first + 1;
    std::string number = version.substr(first, last + 1 - first);
    auto digit = number.rbegin();
    for (; digit != number.rend() && *digit == '9'; ++digit) *digit = '0';
    if (digit == number.rend())
        number.insert(number.begin(), '1');
    else
        ++*digit;
    return version.substr(0, first) + number + version.substr(last + 1);
}

const Attribute* attribute_of(const Codebook& codebook, const std::string& key) {
    const auto found = std::find_if(codebook.attributes.begin(), codebook.attributes.end(),
                                    [&](const Attribute& attribute) { return attribute.key == key; });
    return found == codebook.attributes.end() ? nullptr : &*found;
}

bool may_say(const Codebook& codebook, const Code& code, const std::string& key, const std::string& value) {
    const Attribute* attribute = attribute_of(codebook, key);
    return attribute != nullptr &&
           std::find(code.attributes.begin(), code.attributes.end(), key) != code.attributes.end() &&
           std::find(attribute->values.begin(), attribute->values.end(), value) != attribute->values.end();
}

bool may_rate(const Codebook& codebook, const std::string& key, int value) {
    return std::any_of(codebook.ratings.begin(), codebook.ratings.end(), [&](const Rating& rating) {
        return rating.key == key && value >= rating.minimum && value <= rating.maximum;
    });
}

bool has_rating(const Codebook& codebook, const std::string& key) {
    return std::any_of(codebook.ratings.begin(), codebook.ratings.end(),
                       [&](const Rating& rating) { return rating.key == key; });
}

bool has_item(const Codebook& codebook, const Tick& tick) {
    return std::any_of(codebook.checklists.begin(), codebook.checklists.end(), [&](const Checklist& list) {
        return list.key == tick.checklist &&
               std::any_of(list.items.begin(), list.items.end(),
                           [&](const ChecklistItem& item) { return item.key == tick.item; });
    });
}

// The end of the last phase is a mark without a phase, and fits every codebook.
bool has_phase(const Codebook& codebook, const PhaseMark& mark) {
    return mark.phase.empty() || std::any_of(codebook.phases.begin(), codebook.phases.end(),
                                             [&](const Phase& phase) { return phase.key == mark.phase; });
}

int events_with(const Coding& coding, const std::string& code) {
    return static_cast<int>(std::count_if(coding.events.begin(), coding.events.end(),
                                          [&](const Event& event) { return event.code == code; }));
}

Words label_of_value(const Attribute& attribute, const std::string& value) {
    const auto found = std::find(attribute.values.begin(), attribute.values.end(), value);
    const auto at = static_cast<std::size_t>(found - attribute.values.begin());
    return at < attribute.value_labels.size() ? attribute.value_labels[at] : Words{value, ""};
}

// Counts each thing that a code's events can no longer say, in the order in which it is met.
std::vector<CodebookChanges::GoneValue> gone_values(const Codebook& from, const Codebook& to, const Coding& coding) {
    std::vector<CodebookChanges::GoneValue> values;
    std::map<std::vector<std::string>, std::size_t> places;
    for (const Event& event : coding.events) {
        const Code* code = to.find(event.code);
        if (code == nullptr) continue;
        for (const auto& [key, value] : event.attributes) {
            if (may_say(to, *code, key, value)) continue;
            const auto [place, is_new] = places.try_emplace({event.code, key, value}, values.size());
            if (is_new) {
                const Attribute* attribute = attribute_of(from, key);
                values.push_back({code->label, attribute ? attribute->label : Words{key, ""},
                                  attribute ? label_of_value(*attribute, value) : Words{value, ""}, 0});
            }
            ++values[place->second].events;
        }
    }
    return values;
}

// The event as the other codebook can hold it.
Event in_other(Event event, const Codebook& from, const Codebook& to, const std::string& key) {
    const Code* before = from.find(event.code);
    const Code* code = to.find(key);
    if (code == nullptr) return event;  // neither codebook knew it, and it stays readable
    event.code = key;
    if (before == nullptr || event.speaker == before->side) event.speaker = code->side;
    const bool was_span = before != nullptr && before->extent == Extent::Span;
    if (code->extent == Extent::Span && !was_span && !event.end) event.end = event.at;
    std::erase_if(event.attributes, [&](const auto& said) { return !may_say(to, *code, said.first, said.second); });
    return event;
}

}  // namespace

std::string next_version(const std::string& version, const std::function<bool(const std::string&)>& is_taken) {
    std::string next = raised(version);
    while (is_taken(next)) next = raised(next);
    return next;
}

bool CodebookChanges::needs_choice() const {
    return std::any_of(gone.begin(), gone.end(), [](const Gone& code) { return code.events > 0; });
}

CodebookChanges changes(const Codebook& from, const Codebook& to, const Coding& coding) {
    CodebookChanges changes;
    for (const Code& before : from.codes) {
        const Code* after = to.find(before.key);
        const int events = events_with(coding, before.key);
        if (after == nullptr) {
            changes.gone.push_back({before.key, before.label, events});
            continue;
        }
        if (after->label != before.label) changes.renamed.push_back({before.label, after->label});
        if (after->side != before.side && events > 0) changes.other_side.push_back(after->label);
    }
    for (const Code& after : to.codes)
        if (from.find(after.key) == nullptr) changes.added.push_back(after.label);
    changes.values = gone_values(from, to, coding);
    for (const auto& [key, value] : coding.ratings) {
        if (may_rate(to, key, value)) continue;
        const auto known = std::find_if(from.ratings.begin(), from.ratings.end(),
                                        [&rating = key](const Rating& one) { return one.key == rating; });
        changes.ratings.push_back({key, known == from.ratings.end() ? Words{key, ""} : known->label, value});
    }
    changes.ticks = static_cast<int>(
        std::count_if(coding.ticks.begin(), coding.ticks.end(), [&](const Tick& tick) { return !has_item(to, tick); }));
    changes.phases = static_cast<int>(std::count_if(coding.phases.begin(), coding.phases.end(),
                                                    [&](const PhaseMark& mark) { return !has_phase(to, mark); }));
    return changes;
}

Edit moved(const Coding& coding, const Codebook& from, const Codebook& to,
           const std::map<std::string, std::string>& instead) {
    Edit edit{"moved", {CodebookChange{{coding.codebook_key, coding.codebook_version}, {to.key, to.version}}}};
    for (const Event& event : coding.events) {
        std::string key = event.code;
        if (from.find(key) != nullptr && to.find(key) == nullptr) {
            const auto chosen = instead.find(key);
            if (chosen == instead.end() || to.find(chosen->second) == nullptr)
                throw base::Error(fmt::format(
                    fmt::runtime(
                        _("The code “{}” is gone. Choose which code its events get, or leave the coding as it is.")),
                    from.find(key)->label.in(base::language())));
            key = chosen->second;
        }
        const Event after = in_other(event, from, to, key);
        if (after != event) edit.changes.emplace_back(EventChange{event, after});
    }
    for (const auto& [rating, value] : coding.ratings)
        if (!may_rate(to, rating, value)) edit.changes.emplace_back(RatingChange{rating, value, std::nullopt});
    for (const auto& [rating, events] : coding.evidence) {
        if (has_rating(to, rating)) continue;
        for (const base::Id& event : events) edit.changes.emplace_back(EvidenceChange{rating, event, true, false});
    }
    for (const Tick& tick : coding.ticks)
        if (!has_item(to, tick)) edit.changes.emplace_back(TickChange{tick, std::nullopt});
    for (const PhaseMark& mark : coding.phases)
        if (!has_phase(to, mark)) edit.changes.emplace_back(PhaseChange{mark, std::nullopt});
    return edit;
}

}  // namespace codes
