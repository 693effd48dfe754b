// A small codebook that has one of everything.
#pragma once

namespace samples {

inline constexpr const char* kCodebook = R"({
  "key": "sample", "version": "1.0",
  "title": {"en": "Sample", "nl": "Voorbeeld"},
  "comment": "for tests",
  "groups": [{"key": "questions", "label": {"en": "Questions", "nl": "Vragen"}}],
  "attributes": [{"key": "strength", "label": {"en": "Strength"},
                  "values": [{"value": "1", "label": {"en": "weak", "nl": "zwak"}}, "2"]}],
  "codes": [
    {"key": "open_question", "side": "professional", "label": {"en": "Open question", "nl": "Open vraag"},
     "short_label": "Open", "definition": {"en": "Leaves room."}, "colour": "#0072B2", "default_key": "Q",
     "groups": ["questions"]},
    {"key": "closed_question", "side": "professional", "extent": "point", "label": "Closed question",
     "colour": "#56b4e9", "default_key": "W", "groups": ["questions"]},
    {"key": "change_desire", "side": "client", "extent": "span", "label": {"en": "Desire", "nl": "Wens"},
     "colour": "#009E73", "default_key": "d", "attributes": ["strength"]}
  ],
  "ratings": [{"key": "partnership", "label": "Partnership", "minimum": 1, "maximum": 5, "standard": 3,
               "anchors": {"1": {"en": "Expert."}, "5": {"en": "Shares power."}}}],
  "measures": [
    {"key": "pct_open", "label": "Open questions", "format": "percentage", "numerator": "open_question",
     "denominator": "questions", "fair": 0.4, "good": 0.5, "few_below": 5},
    {"key": "questions_asked", "label": "Questions", "format": "count", "numerator": "questions"}
  ]
}
)";

}  // namespace samples
