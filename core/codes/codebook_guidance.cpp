#include "codes/codebook_parts.h"

namespace codes {

Rule read_rule(const Place& place) {
    place.allow_only({"key", "kind", "scope", "codes", "excluded", "reason", "source"});
    Rule rule;
    rule.key = place.key("key");
    rule.kind = one_of<RuleKind>(
        place, "kind", {{"once", RuleKind::Once}, {"pyramid", RuleKind::Pyramid}, {"exclusion", RuleKind::Exclusion}});
    if (place.has("scope")) {
        rule.scope =
            one_of<RuleScope>(place, "scope", {{"volley", RuleScope::Volley}, {"utterance", RuleScope::Utterance}});
    }
    rule.codes = place.texts("codes");
    rule.excluded = place.texts("excluded");
    rule.reason = place.words("reason");
    rule.source = place.words_or_none("source");
    const std::size_t fewest = rule.kind == RuleKind::Pyramid ? 2 : 1;
    if (rule.codes.size() < fewest) place.refuse(_("“codes” holds too few codes for this kind of rule."));
    if (rule.excluded.empty() == (rule.kind == RuleKind::Exclusion)) {
        place.refuse(_("an exclusion, and no other rule, has a list “excluded”."));
    }
    return rule;
}

Checklist read_checklist(const Place& place) {
    place.allow_only({"key", "label", "source", "items"});
    Checklist checklist{place.key("key"), place.words("label"), place.words_or_none("source"), {}};
    place.each("items", [&](const Place& item) {
        item.allow_only({"key", "label", "definition"});
        checklist.items.push_back({item.key("key"), item.words("label"), item.words_or_none("definition")});
    });
    if (checklist.items.empty()) place.refuse(_("a checklist needs at least one item in “items”."));
    return checklist;
}

Phase read_phase(const Place& place) {
    place.allow_only({"key", "label", "colour"});
    return {place.key("key"), place.words("label"), read_colour(place.at("colour"))};
}

PermissionWindow read_permission(const Place& place) {
    constexpr double kLongest = 24 * 3600;
    place.allow_only({"opened_by", "closed_by", "at_most_s"});
    PermissionWindow window{place.texts("opened_by"), place.texts("closed_by"), {}};
    if (window.opened_by.empty()) place.refuse(_("“opened_by” names at least one code."));
    const double seconds = place.at("at_most_s").number();
    if (!(seconds > 0) || seconds > kLongest) {
        place.at("at_most_s").refuse(_("a number of seconds above 0, at most a day, is expected here."));
    }
    window.at_most = base::seconds(seconds);
    return window;
}

Hint read_hint(const Place& place) {
    place.allow_only({"key", "kind", "codes", "needs", "text", "source"});
    Hint hint;
    hint.key = place.key("key");
    hint.kind = one_of<HintKind>(place, "kind", {{"early", HintKind::Early}, {"occurs", HintKind::Occurs}});
    hint.codes = place.texts("codes");
    hint.needs = place.texts("needs");
    hint.text = place.words("text");
    hint.source = place.words_or_none("source");
    if (hint.codes.empty()) place.refuse(_("a hint names at least one code in “codes”."));
    if (hint.needs.empty() == (hint.kind == HintKind::Early)) {
        place.refuse(_("a hint of the kind “early”, and no other, has a list “needs”."));
    }
    return hint;
}

Coverage read_coverage(const Place& place) {
    place.allow_only({"key", "label", "parts"});
    Coverage coverage{place.key("key"), place.words("label"), place.texts("parts")};
    if (coverage.parts.empty()) place.refuse(_("“parts” names at least one code or group."));
    return coverage;
}

Curve read_curve(const Place& place) {
    place.allow_only({"key", "label", "up", "down"});
    Curve curve{place.key("key"), place.words("label"), place.texts("up"), place.texts("down")};
    if (curve.up.empty()) place.refuse(_("“up” names at least one code or group."));
    return curve;
}

Pair read_pair(const Place& place) {
    constexpr int kFarthest = 100;
    constexpr double kLongest = 3600;
    place.allow_only({"key", "label", "kind", "given", "after", "then", "lag", "within_s", "few_below", "strength"});
    Pair pair;
    pair.key = place.key("key");
    pair.label = place.words("label");
    if (place.has("kind"))
        pair.kind = one_of<PairKind>(place, "kind", {{"next", PairKind::Next}, {"before", PairKind::Before}});
    pair.given = place.texts("given");
    pair.after = place.texts("after");
    pair.then = place.texts("then");
    pair.lag = place.whole_or("lag", 1);
    pair.few_below = place.whole_or("few_below", pair.few_below);
    if (pair.lag < 1 || pair.lag > kFarthest) place.at("lag").refuse(_("a number from 1 to 100 is expected here."));
    if (place.has("within_s")) {
        const double seconds = place.at("within_s").number();
        if (!(seconds > 0) || seconds > kLongest)
            place.at("within_s").refuse(_("a number of seconds above 0, at most an hour, is expected here."));
        pair.within = base::seconds(seconds);
    }
    if (pair.given.empty()) place.refuse(_("a pair names at least one code or group in “given”."));
    pair.strength = place.flag_or("strength", false);
    const bool is_next = pair.kind == PairKind::Next;
    if (!is_next && pair.strength) place.refuse(_("“strength” belongs to pairs of the kind “next”."));
    if (!is_next && pair.then.empty()) place.refuse(_("a pair of the kind “before” names at least one in “then”."));
    if (!is_next && (!pair.after.empty() || pair.within || place.has("lag")))
        place.refuse(_("“after”, “lag” and “within_s” belong to pairs of the kind “next”."));
    if (pair.within && place.has("lag")) place.refuse(_("“lag” and “within_s” exclude each other."));
    return pair;
}

SelfQuestion read_self_question(const Place& place) {
    place.allow_only({"key", "label", "professional", "client"});
    SelfQuestion question{place.key("key"), place.words("label"), place.text_or("professional", ""),
                          place.text_or("client", "")};
    if (question.professional.empty() != question.client.empty()) {
        place.refuse(_("what is measured is measured for both: “professional” and “client”."));
    }
    return question;
}

SelfEstimate read_self_estimate(const Place& place) {
    place.allow_only({"key", "label", "measure", "minimum", "maximum", "step"});
    SelfEstimate estimate{place.key("key"), place.words("label"), place.key("measure")};
    estimate.minimum = place.number("minimum").value_or(estimate.minimum);
    estimate.maximum = place.number("maximum").value_or(estimate.maximum);
    estimate.step = place.number("step").value_or(estimate.step);
    if (!(estimate.minimum < estimate.maximum)) place.refuse(_("“minimum” is below “maximum”."));
    if (!(estimate.step > 0) || estimate.step > estimate.maximum - estimate.minimum)
        place.refuse(_("“step” is above 0 and fits between “minimum” and “maximum”."));
    return estimate;
}

}  // namespace codes
