#include "report/sample.h"

#include <algorithm>

namespace sample {

namespace {

using codes::MeasureFormat;
using codes::Side;

codes::Code code(const char* key, Side side, const char* english, const char* dutch, codes::Colour colour,
                 std::vector<std::string> groups = {}) {
    codes::Code made;
    made.key = key;
    made.side = side;
    made.label = {english, dutch};
    made.colour = colour;
    made.groups = std::move(groups);
    return made;
}

constexpr codes::Colour kSky{0x56, 0xB4, 0xE9};
constexpr codes::Colour kBlue{0x00, 0x72, 0xB2};
constexpr codes::Colour kOrange{0xE6, 0x9F, 0x00};
constexpr codes::Colour kGreen{0x00, 0x9E, 0x73};
constexpr codes::Colour kRed{0xD5, 0x5E, 0x00};
constexpr codes::Colour kPink{0xCC, 0x79, 0xA7};
constexpr codes::Colour kGrey{0xB8, 0xB4, 0xAC};

codes::Measure measure(const char* key, codes::Words label, MeasureFormat format, const char* numerator,
                       const char* denominator) {
    codes::Measure made;
    made.key = key;
    made.label = std::move(label);
    made.format = format;
    made.numerator = numerator;
    made.denominator = denominator;
    made.few_below = 5;
    return made;
}

void with_thresholds(codes::Measure& measure, double fair, double good) {
    measure.fair = fair;
    measure.good = good;
    measure.threshold_source = {"MITI 4.2.1, expert opinion, not a norm",
                                "MITI 4.2.1, mening van deskundigen, geen norm"};
}

void add_events(codes::Coding& coding, const char* key, Side side, std::initializer_list<double> minutes) {
    for (const double minute : minutes) {
        codes::Event event;
        event.at = base::seconds(minute * 60);
        event.code = key;
        event.speaker = side;
        coding.events.push_back(event);
    }
}

void add_note(codes::Coding& coding, std::size_t which, const char* note) {
    coding.events[which].note = note;
}

}  // namespace

codes::Codebook codebook() {
    codes::Codebook book;
    book.key = "sample";
    book.version = "1.2";
    book.title = {"Conversation basics", "Gespreksvoering basis"};
    book.source = {"Our own words.", "Onze eigen woorden."};
    book.codes = {code("open_question", Side::Professional, "Open question", "Open vraag", kSky, {"questions"}),
                  code("closed_question", Side::Professional, "Closed question", "Gesloten vraag", kSky, {"questions"}),
                  code("simple_reflection", Side::Professional, "Simple reflection", "Enkelvoudige reflectie", kBlue,
                       {"reflections"}),
                  code("complex_reflection", Side::Professional, "Complex reflection", "Complexe reflectie", kBlue,
                       {"reflections"}),
                  code("affirmation", Side::Professional, "Affirmation", "Bevestiging", kOrange),
                  code("asking_permission", Side::Professional, "Asking permission", "Toestemming vragen", kGreen),
                  code("advice_without_permission", Side::Professional, "Advice without permission",
                       "Advies zonder toestemming", kRed),
                  code("change", Side::Client, "Change talk", "Verandertaal", kGreen),
                  code("sustain", Side::Client, "Sustain talk", "Behoudtaal", kPink),
                  code("neutral", Side::Client, "Neutral", "Neutraal", kGrey)};
    book.measures = {
        measure("reflections_to_questions", {"Reflections : questions", "Reflecties : vragen"}, MeasureFormat::Ratio,
                "reflections", "questions"),
        measure("pct_complex_reflections", {"Complex reflections", "Complexe reflecties"}, MeasureFormat::Percentage,
                "complex_reflection", "reflections"),
        measure("pct_change_talk", {"Change talk of CT+ST", "Verandertaal van VT+BT"}, MeasureFormat::Percentage,
                "change", "change + sustain"),
        measure("talk_share", {"Talk time of the professional", "Spreektijd professional"}, MeasureFormat::Percentage,
                "talk.professional", "talk.professional + talk.client"),
        measure("permission", {"Permission before advice", "Toestemming vóór advies"}, MeasureFormat::Percentage,
                "asking_permission", "asking_permission + advice_without_permission")};
    with_thresholds(book.measures[0], 1, 2);
    with_thresholds(book.measures[1], 0.4, 0.5);
    book.measures[3].caveat = {"silence is left out.", "stilte telt niet mee."};
    codes::Rating empathy;
    empathy.key = "empathy";
    empathy.label = {"Empathy", "Empathie"};
    book.ratings = {empathy};
    return book;
}

report::Sources empty_conversation() {
    report::Sources sources;
    sources.codebook = codebook();
    sources.coding.codebook_key = "sample";
    sources.coding.codebook_version = "1.2";
    return sources;
}

report::Sources conversation() {
    report::Sources sources = empty_conversation();
    sources.trainee = "deelnemer 7";
    sources.conversation = "praktijkgesprek 3";
    sources.date = "2026-11-12";
    sources.duration = base::seconds(31 * 60 + 7);
    sources.recording_fingerprint = "7f3a90bb4d1e65c2007f3a90bb4d1e65c2007f3a90bb4d1e65c2007f3a90bbc2";
    sources.version = 1;
    sources.issued = base::Timestamp{1'794'657'600'000};  // 14 November 2026, 12:00 UTC
    codes::Coding& coding = sources.coding;
    coding.coder = "coach 2";
    add_events(coding, "complex_reflection", Side::Professional, {0.6, 9.5, 12.4, 14.7, 18.37, 21, 30.2});
    add_events(coding, "simple_reflection", Side::Professional, {1.7, 5.4, 11.2, 13.5, 16.2, 19.3, 22.9, 25.1, 27});
    add_events(coding, "open_question", Side::Professional, {7.6, 10.1, 15.9, 17, 24.08, 27.5});
    add_events(coding, "closed_question", Side::Professional, {2.8, 4.3, 6.4, 20.1, 28.8});
    add_events(coding, "advice_without_permission", Side::Professional, {12.63, 25.5, 26.8});
    add_events(coding, "asking_permission", Side::Professional, {23.7});
    add_events(coding, "change", Side::Client, {5.1, 8.2, 14.4, 18.5, 21.6, 23, 24.5, 26, 28, 29, 30.6});
    add_events(coding, "sustain", Side::Client, {7.8, 9.9, 12.8, 13.6, 16, 19.7, 22.3, 25.8, 27.2, 28.4, 29.6});
    add_events(coding, "neutral", Side::Client, {0.5, 2, 3.2, 4.5, 6.6, 10.7});
    add_note(coding, 4, "Hij noemt daarna zelf wat hij al kan.");
    add_note(coding, 16, "Mooie stilte erna: elf tellen, en dan komt het.");
    std::stable_sort(coding.events.begin(), coding.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    coding.ratings = {{"empathy", 4}};
    coding.feedback.strengths = {
        {base::seconds(18 * 60 + 22), "“Je wilt het graag zelf regelen, en tegelijk is het veel.”",
         "Complexe reflectie; daarna noemt ze zelf wat ze al kan.", ""},
        {base::seconds(24 * 60 + 5), "“Wat geeft je het vertrouwen dat dit lukt?”",
         "Open vraag naar kunnen; antwoord: verandertaal, sterkte +2.", ""}};
    coding.feedback.focus = {{base::seconds(12 * 60 + 38), "Advies zonder toestemming, en dan: “Ja, maar…”",
                              "Na 4 van de 4 adviezen volgde behoudtaal.",
                              "“Mag ik iets noemen wat bij anderen werkte?”"}};
    coding.feedback.next_step =
        "In de volgende twee gesprekken: eerst toestemming vragen, dan pas advies. Afspraak: 26 november.";
    sources.turns = {{{base::seconds(0), base::seconds(1000)}, "a", talk::Role::Professional, ""},
                     {{base::seconds(1000), base::seconds(1752)}, "b", talk::Role::Client, ""}};
    return sources;
}

report::Sources full_conversation() {
    report::Sources sources = conversation();
    codes::Codebook& book = sources.codebook;
    book.curves = {
        {"balance", {"Change talk against sustain talk", "Verandertaal tegen behoudtaal"}, {"change"}, {"sustain"}}};
    book.quotes = {"change"};
    book.quotes_by = "strength";
    book.self_questions = {{"talked", {"Who talked most", "Wie was aan het woord"}, "talk.professional", "talk.client"},
                           {"energy", {"Who had the energy", "Wie had de energie"}, "", ""}};
    codes::Rating& empathy = book.ratings[0];
    empathy.anchors = {{4, {"Often sees it as the client does.", "Ziet het vaak zoals de cliënt."}},
                       {5, {"Understands what is not said.", "Begrijpt wat niet gezegd wordt."}}};
    codes::Rating partnership;
    partnership.key = "partnership";
    partnership.label = {"Partnership", "Partnerschap"};
    book.ratings.push_back(partnership);
    codes::Coding& coding = sources.coding;
    coding.ratings = {{"empathy", 4}, {"partnership", 1}};
    for (std::size_t i = 0; i < coding.events.size(); ++i) coding.events[i].id = base::make_id();
    for (codes::Event& event : coding.events) {
        if (event.code == "complex_reflection") coding.evidence["empathy"] = {event.id};
        if (event.code == "change" && event.at > base::seconds(25 * 60)) event.attributes["strength"] = "3";
    }
    coding.feedback.self_view = {{"talked", codes::Most::Same}};
    sources.turns = {
        {{base::seconds(0), base::seconds(1000)}, "a", talk::Role::Professional, "Je wilt het graag zelf regelen."},
        {{base::seconds(1000), base::seconds(1300)}, "b", talk::Role::Client, "Ik zou wel willen."},
        {{base::seconds(1300), base::seconds(1500)},
         "b",
         talk::Role::Client,
         "Het moet nu gebeuren, voor mijn kinderen."},
        {{base::seconds(1500), base::seconds(1752)}, "b", talk::Role::Client, "Morgen bel ik."},
        {{base::seconds(1752), base::seconds(1867)}, "a", talk::Role::Professional, "Dat klinkt vastbesloten."}};
    return sources;
}

}  // namespace sample
