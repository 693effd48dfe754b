#include "app/reading.h"

#include "analysis/hints.h"
#include "analysis/measures.h"
#include "analysis/permission.h"
#include "analysis/segment.h"
#include "app/clock_text.h"
#include "app/views/code_panels.h"
#include "base/error.h"
#include "base/i18n.h"
#include "report/rows.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

std::string name_of(const codes::Codebook& codebook, const std::string& key) {
    if (const codes::Group* group = codebook.find_group(key)) return group->label.in(base::language());
    return app::label_of(codebook, key);
}

std::string labels_joined(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys) text += (text.empty() ? "" : ", ") + name_of(codebook, key);
    return text;
}

Remark remark_of(const OpenConversationState& open, const analysis::RaisedHint& raised) {
    Remark remark;
    remark.name = open.coding.id.text + " " + raised.hint;
    remark.at = raised.at;
    remark.event = raised.event;
    for (const codes::Hint& hint : open.codebook.hints)
        if (hint.key == raised.hint) remark.text = hint.text.in(base::language());
    if (!raised.missing.empty())
        remark.text +=
            " " + fmt::format(fmt::runtime(_("Not heard before: {}.")), labels_joined(open.codebook, raised.missing));
    return remark;
}

Remark remark_of(const OpenConversationState& open, const analysis::PermissionDoubt& doubt) {
    Remark remark;
    remark.name = doubt.event.text + " permission";
    remark.at = open.coding.find(doubt.event)->at;
    remark.event = doubt.event;
    remark.text = fmt::format(fmt::runtime(_("Permission was asked at {} and still stood. Was this with permission?")),
                              clock_text(doubt.asked, 0));
    return remark;
}

std::vector<Remark> remarks_on(const OpenConversationState& open) {
    std::vector<Remark> remarks;
    for (const analysis::RaisedHint& raised : analysis::raised_hints(open.codebook, open.coding))
        remarks.push_back(remark_of(open, raised));
    for (const analysis::PermissionDoubt& doubt : analysis::permission_doubts(open.codebook, open.coding.events))
        remarks.push_back(remark_of(open, doubt));
    std::stable_sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) { return a.at < b.at; });
    return remarks;
}

std::vector<report::MeasureRow> rows_of(const codes::Codebook& codebook,
                                        const std::map<std::string, analysis::MeasureValue>& values) {
    std::vector<report::MeasureRow> rows;
    for (const codes::Measure& measure : codebook.measures)
        rows.push_back(report::measure_row(measure, values.at(measure.key), base::language()));
    return rows;
}

void count(const OpenConversationState& open, Reading& reading) {
    reading.volleys = analysis::count_by_volley(open.codebook, open.coding, open.turns);
    const auto inputs = [&](const std::vector<codes::Event>& events) {
        analysis::Inputs made = analysis::inputs_for(open.codebook, open.coding, open.turns, duration_of(open));
        made.counts = analysis::tally(open.codebook, events);
        return made;
    };
    const analysis::Inputs as_coded = inputs(analysis::coded_events(open.coding));
    const analysis::Inputs by_rules = inputs(reading.volleys.counted);
    reading.as_coded = as_coded.counts.by_code;
    reading.by_rules = by_rules.counts.by_code;
    try {
        reading.measures = rows_of(open.codebook, analysis::measures(open.codebook, as_coded));
        reading.measures_by_rules = rows_of(open.codebook, analysis::measures(open.codebook, by_rules));
    } catch (const base::Error& error) {
        reading.problem = error.what();
    }
}

}  // namespace

const Reading& KeptReading::of(const OpenConversationState& open) {
    if (reading_.coding == open.coding.id && reading_.serial == open.coding_serial &&
        reading_.turns == open.turns_serial && reading_.language == base::language())
        return reading_;
    reading_ = {};
    reading_.coding = open.coding.id;
    reading_.serial = open.coding_serial;
    reading_.turns = open.turns_serial;
    reading_.language = base::language();
    reading_.permission = analysis::permission_stretches(open.codebook, open.coding.events);
    reading_.remarks = remarks_on(open);
    count(open, reading_);
    return reading_;
}

std::vector<const Remark*> KeptReading::remarks_of(const OpenConversationState& open) {
    std::vector<const Remark*> shown;
    for (const Remark& remark : of(open).remarks)
        if (put_away_.count(remark.name) == 0) shown.push_back(&remark);
    return shown;
}

const Remark* KeptReading::remark_on(const OpenConversationState& open, const base::Id& event) {
    const auto shown = remarks_of(open);
    const auto found =
        std::find_if(shown.begin(), shown.end(), [&](const Remark* remark) { return remark->event == event; });
    return found == shown.end() ? nullptr : *found;
}

}  // namespace app
