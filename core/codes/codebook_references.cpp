#include "codes/codebook_references.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace codes {

namespace {

// A set of names, each given once, that other places may refer to.
class Names {
public:
    void add(const Place& place, const std::string& key) {
        if (!known_.insert(key).second) place.refuse(fmt::format(fmt::runtime(_("“{}” is there twice.")), key));
    }
    bool has(const std::string& key) const { return known_.count(key) > 0; }

private:
    std::set<std::string> known_;
};

[[noreturn]] void refuse_unknown(const Place& place, const std::string& key) {
    place.refuse(fmt::format(fmt::runtime(_("“{}” is not defined in this codebook.")), key));
}

template <class Exists>
void require(const Place& place, const char* list, Exists exists) {
    place.each(list, [&](const Place& name) {
        if (!exists(name.text())) refuse_unknown(name, name.text());
    });
}

template <class Exists>
void require_once(const Place& place, const char* list, Exists exists) {
    require(place, list, exists);
    Names given;
    place.each(list, [&](const Place& name) { given.add(name, name.text()); });
}

class References {
public:
    References(const Place& top, const Codebook& codebook) : top_(top), codebook_(codebook) {}

    void check() {
        collect("attributes", codebook_.attributes, {&attributes_});
        collect("groups", codebook_.groups, {&shared_, &groups_});
        collect("codes", codebook_.codes, {&shared_, &codes_});
        collect("ratings", codebook_.ratings, {&shared_});
        collect("checklists", codebook_.checklists, {&shared_, &checklists_});
        for (const char* list : {"measures", "rules", "phases", "hints", "coverages", "curves", "pairs",
                                 "self_questions", "self_estimates"})
            unique_keys(list);
        each("groups", codebook_.groups, [&](const Place& place, const Group& group) { check_group(place, group); });
        check_codes();
        check_ratings();
        each("rules", codebook_.rules, [&](const Place& place, const Rule& rule) { check_rule(place, rule); });
        top_.each("checklists", [](const Place& place) {
            Names items;
            place.each("items", [&](const Place& item) { items.add(item.at("key"), item.text("key")); });
        });
        if (codebook_.permission) {
            require_once(top_.at("permission"), "opened_by", is_code());
            require_once(top_.at("permission"), "closed_by", is_code());
        }
        each("hints", codebook_.hints, [&](const Place& place, const Hint& hint) { check_hint(place, hint); });
        top_.each("curves", [&](const Place& place) {
            require_once(place, "up", is_counted());
            require_once(place, "down", is_counted());
        });
        top_.each("pairs", [&](const Place& place) {
            for (const char* list : {"given", "after", "then"}) require_once(place, list, is_counted());
        });
        each("self_estimates", codebook_.self_estimates, [&](const Place& place, const SelfEstimate& estimate) {
            check_estimate(place.at("measure"), estimate.measure);
        });
        require_once(top_, "quotes", is_counted());
        if (!codebook_.quotes_by.empty() && !attributes_.has(codebook_.quotes_by)) {
            refuse_unknown(top_.at("quotes_by"), codebook_.quotes_by);
        }
        top_.each("coverages", [&](const Place& place) { require_once(place, "parts", is_counted()); });
    }

private:
    template <class Part, class Visit>
    void each(const char* list, const std::vector<Part>& parts, Visit visit) const {
        auto part = parts.begin();
        top_.each(list, [&](const Place& place) { visit(place, *part++); });
    }

    template <class Part>
    void collect(const char* list, const std::vector<Part>& parts, const std::vector<Names*>& into) const {
        each(list, parts, [&](const Place& place, const Part& part) {
            for (Names* names : into) names->add(place.at("key"), part.key);
        });
    }

    void unique_keys(const char* list) const {
        Names names;
        top_.each(list, [&](const Place& place) { names.add(place.at("key"), place.text("key")); });
    }

    std::function<bool(const std::string&)> is_code() const {
        return [this](const std::string& key) { return codes_.has(key); };
    }
    std::function<bool(const std::string&)> is_counted() const {
        return [this](const std::string& key) { return codes_.has(key) || groups_.has(key); };
    }

    // Each attribute that a group asks for exists, with the values that it asks for.
    void check_group(const Place& place, const Group& group) const {
        for (const auto& [key, wanted] : group.where) {
            const Place where = place.at("where");
            if (!attributes_.has(key)) refuse_unknown(where, key);
            const auto attribute = std::find_if(codebook_.attributes.begin(), codebook_.attributes.end(),
                                                [&name = key](const Attribute& each) { return each.key == name; });
            for (const std::string& value : wanted) {
                if (std::count(attribute->values.begin(), attribute->values.end(), value) > 0) continue;
                where.at(key.c_str())
                    .refuse(fmt::format(fmt::runtime(_("“{}” is not a value of the attribute {}.")), value, key));
            }
        }
    }

    void check_codes() const {
        Names pad_keys;
        each("codes", codebook_.codes, [&](const Place& place, const Code& code) {
            require(place, "groups", [this](const std::string& key) { return groups_.has(key); });
            require(place, "attributes", [this](const std::string& key) { return attributes_.has(key); });
            if (!code.default_key.empty()) pad_keys.add(place.at("default_key"), code.default_key);
            if (!code.parent.empty()) check_parent(place.at("parent"), code);
        });
    }

    void check_parent(const Place& place, const Code& code) const {
        if (!codes_.has(code.parent)) refuse_unknown(place, code.parent);
        if (codebook_.find(code.parent)->side != code.side) place.refuse(_("a code and its parent are of one side."));
        std::size_t generations = 0;
        for (const Code* at = &code; at != nullptr && !at->parent.empty(); at = codebook_.find(at->parent)) {
            if (++generations > codebook_.codes.size()) place.refuse(_("this code is a kind of itself."));
        }
    }

    void check_ratings() const {
        std::map<std::string, int> times;
        for (const Rating& rating : codebook_.ratings) ++times[rating.item];
        each("ratings", codebook_.ratings, [&](const Place& place, const Rating& rating) {
            if (!rating.item.empty() && times[rating.item] != 2) {
                place.at("item").refuse(_("an item that is rated twice is named by two ratings."));
            }
        });
    }

    void check_estimate(const Place& place, const std::string& measure) const {
        const bool is_there = std::any_of(codebook_.measures.begin(), codebook_.measures.end(),
                                          [&](const Measure& each) { return each.key == measure; });
        if (!is_there) refuse_unknown(place, measure);
    }

    // A volley is one person's, so a rule that sets codes against each other takes them from one side.
    void check_rule(const Place& place, const Rule& rule) const {
        require_once(place, "codes", is_code());
        require_once(place, "excluded", is_code());
        if (rule.kind == RuleKind::Once) return;
        std::set<Side> sides;
        for (const auto* list : {&rule.codes, &rule.excluded})
            for (const std::string& key : *list) sides.insert(codebook_.find(key)->side);
        if (sides.size() > 1) place.refuse(_("the codes of a pyramid or an exclusion are of one side."));
        for (const std::string& key : rule.excluded) {
            if (std::count(rule.codes.begin(), rule.codes.end(), key) == 0) continue;
            place.at("excluded").refuse(fmt::format(fmt::runtime(_("“{}” cannot exclude itself.")), key));
        }
    }

    void check_hint(const Place& place, const Hint& hint) const {
        const bool may_tick = hint.kind == HintKind::Occurs;
        require_once(place, "codes",
                     [&](const std::string& key) { return codes_.has(key) || (may_tick && checklists_.has(key)); });
        require_once(place, "needs", is_counted());
    }

    const Place& top_;
    const Codebook& codebook_;
    Names shared_;  // codes, groups, ratings and checklists: formulas and hints refer to them by name alone
    Names codes_;
    Names groups_;
    Names attributes_;
    Names checklists_;
};

}  // namespace

void check_references(const Place& top, const Codebook& codebook) {
    References(top, codebook).check();
}

}  // namespace codes
