#include "codes/document.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace codes {

namespace {

constexpr std::size_t kLongestKey = 64;

bool is_key(const std::string& text) {
    constexpr const char* kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    return !text.empty() && text.size() <= kLongestKey && text.find_first_not_of(kAllowed) == std::string::npos;
}

std::size_t line_of(const std::string& text, std::size_t position) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

// Follows the parser, and remembers which names each open object has had.
class TwiceNamed {
public:
    bool operator()(Json::parse_event_t event, const Json& parsed) {
        if (event == Json::parse_event_t::object_start) open_.emplace_back();
        if (event == Json::parse_event_t::object_end) open_.pop_back();
        if (event == Json::parse_event_t::key && !open_.back().insert(parsed.get<std::string>()).second) {
            name = parsed.get<std::string>();
        }
        return true;
    }
    std::string name;  // the first found, or none

private:
    std::vector<std::set<std::string>> open_;
};

}  // namespace

Json parse_document(const std::string& text, const std::string& where) {
    try {
        TwiceNamed twice;
        Json document =
            Json::parse(text, [&](int, Json::parse_event_t event, const Json& parsed) { return twice(event, parsed); });
        if (twice.name.empty()) return document;
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: “{}” stands twice in the same object. Remove one.")), where, twice.name));
    } catch (const Json::parse_error& error) {
        throw base::Error(fmt::format(fmt::runtime(_("{}, line {}: this is not well-formed JSON ({}).")), where,
                                      line_of(text, error.byte == 0 ? 0 : error.byte - 1), error.what()));
    }
}

Mistake::Mistake(const std::string& where, std::string pointer, std::string why)
    : base::Error(fmt::format("{}, {}: {}", where, pointer.empty() ? "/" : pointer, why)),
      pointer_(std::move(pointer)),
      why_(std::move(why)) {}

void Place::refuse(const std::string& why) const {
    throw Mistake(where_, pointer_, why);
}

Place Place::inside(const Json& value, const std::string& step) const {
    Place place(value, where_);
    place.pointer_ = pointer_ + "/" + step;
    return place;
}

bool Place::has(const char* name) const {
    if (!value_->is_object()) refuse(_("an object {…} is expected here."));
    const auto found = value_->find(name);
    return found != value_->end() && !found->is_null();
}

Place Place::at(const char* name) const {
    if (!has(name)) refuse(fmt::format(fmt::runtime(_("“{}” is missing.")), name));
    return inside(value_->at(name), name);
}

void Place::allow_only(std::initializer_list<const char*> names) const {
    if (!value_->is_object()) refuse(_("an object {…} is expected here."));
    for (const auto& [name, value] : value_->items()) {
        const bool known =
            std::any_of(names.begin(), names.end(), [&given = name](const char* allowed) { return given == allowed; });
        if (!known && name != "comment") {
            refuse(fmt::format(fmt::runtime(_("“{}” is not known here. Is it a spelling mistake?")), name));
        }
    }
}

void Place::each(const char* name, const std::function<void(const Place&)>& visit) const {
    if (!has(name)) return;
    const Place list = at(name);
    if (!list.value_->is_array()) list.refuse(_("a list […] is expected here."));
    for (std::size_t index = 0; index < list.value_->size(); ++index) {
        visit(list.inside((*list.value_)[index], std::to_string(index)));
    }
}

std::string Place::text() const {
    if (!value_->is_string()) refuse(_("a text in quotes is expected here."));
    std::string text = value_->get<std::string>();
    if (!base::is_valid_utf8(text)) refuse(_("this text holds a character that cannot be kept (NUL)."));
    return text;
}

std::string Place::text(const char* name) const {
    return at(name).text();
}

std::string Place::text_or(const char* name, const char* instead) const {
    return has(name) ? text(name) : instead;
}

std::string Place::key(const char* name) const {
    const Place place = at(name);
    std::string key = place.text();
    if (!is_key(key)) place.refuse(_("a key has lower-case letters a-z, digits, - _ and . only, at most 64 of them."));
    return key;
}

Words Place::words() const {
    if (value_->is_string()) return {text(), ""};
    allow_only({"en", "nl"});
    return {text("en"), text_or("nl", "")};
}

Words Place::words(const char* name) const {
    return at(name).words();
}

Words Place::words_or_none(const char* name) const {
    return has(name) ? words(name) : Words{};
}

double Place::number() const {
    if (!value_->is_number()) refuse(_("a number is expected here."));
    return value_->get<double>();
}

std::optional<double> Place::number(const char* name) const {
    return has(name) ? std::optional(at(name).number()) : std::nullopt;
}

bool Place::flag_or(const char* name, bool instead) const {
    if (!has(name)) return instead;
    const Place place = at(name);
    if (!place.value_->is_boolean()) place.refuse(_("true or false is expected here."));
    return place.value_->get<bool>();
}

std::int64_t Place::whole(const char* name) const {
    const Place place = at(name);
    if (!place.value_->is_number_integer()) place.refuse(_("a whole number is expected here."));
    if (place.value_->is_number_unsigned() && place.value_->get<std::uint64_t>() > INT64_MAX) {
        place.refuse(_("this number is too large."));
    }
    return place.value_->get<std::int64_t>();
}

int Place::whole_or(const char* name, int instead) const {
    if (!has(name)) return instead;
    const std::int64_t value = whole(name);
    if (value < -1'000'000 || value > 1'000'000) at(name).refuse(_("this number is too large."));
    return static_cast<int>(value);
}

std::vector<std::string> Place::texts(const char* name) const {
    std::vector<std::string> texts;
    each(name, [&](const Place& place) { texts.push_back(place.text()); });
    return texts;
}

Most most_in(const Place& place, const char* name) {
    const std::string text = place.text(name);
    for (const Most most : {Most::Professional, Most::Client, Most::Same})
        if (text == name_of(most)) return most;
    place.at(name).refuse(_("Say professional, client or same here."));
}

}  // namespace codes
