// A codebook with something for each style of coding: codes of both sides, ratings, a checklist, phases.
#pragma once

#include "codes/codebook.h"

namespace app {

inline codes::Codebook styles_codebook() {
    return codes::parse_codebook(R"({
  "key": "styles", "version": "1", "title": {"en": "Styles"}, "source": {"en": "a test"},
  "codes": [
    {"key": "question", "side": "professional", "extent": "point", "colour": "#56B4E9", "default_key": "Q",
     "label": {"en": "Question", "nl": "Vraag"}, "definition": {"en": "Asks."}},
    {"key": "reflection", "side": "professional", "extent": "utterance", "colour": "#0072B2", "default_key": "R",
     "label": {"en": "Reflection", "nl": "Reflectie"}, "definition": {"en": "Gives back."}},
    {"key": "change", "side": "client", "extent": "point", "colour": "#009E73", "default_key": "C",
     "label": {"en": "Change talk", "nl": "Verandertaal"}, "definition": {"en": "Wants to."}}
  ],
  "ratings": [
    {"key": "empathy", "label": {"en": "Empathy", "nl": "Empathie"}, "minimum": 1, "maximum": 5, "standard": 3,
     "definition": {"en": "How well it is understood.", "nl": "Hoe goed het begrepen wordt."},
     "anchors": {"1": {"en": "Not understood.", "nl": "Niet begrepen."}, "3": {"en": "Now and then.", "nl": "Af en toe."},
                 "5": {"en": "Understood beyond the words.", "nl": "Voorbij de woorden begrepen."}}},
    {"key": "summary_often", "item": "summary", "label": {"en": "Summaries: often", "nl": "Samenvatten: vaak"},
     "minimum": 1, "maximum": 7, "standard": 4},
    {"key": "summary_well", "item": "summary", "label": {"en": "Summaries: well", "nl": "Samenvatten: goed"},
     "minimum": 1, "maximum": 7, "standard": 4}
  ],
  "checklists": [
    {"key": "agenda", "label": {"en": "Setting the agenda", "nl": "Agenda bepalen"}, "items": [
      {"key": "topics", "label": {"en": "Topics named", "nl": "Onderwerpen genoemd"}},
      {"key": "choice", "label": {"en": "The client chose", "nl": "De cliënt koos"}}]}
  ],
  "phases": [
    {"key": "engage", "label": {"en": "Engage", "nl": "Engageren"}, "colour": "#56B4E9"},
    {"key": "evoke", "label": {"en": "Evoke", "nl": "Ontlokken"}, "colour": "#E69F00"}
  ]
})",
                                 "styles.json");
}

}  // namespace app
