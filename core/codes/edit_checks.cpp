// What no coding can hold, whatever the edit that would put it there.
#include "base/error.h"
#include "base/i18n.h"
#include "codes/edits.h"

namespace codes {

namespace {

[[noreturn]] void refuse(const char* why) {
    throw base::Error(why);
}

}  // namespace

void check(const Event& event) {
    if (!event.id) refuse(_("An event needs an id."));
    if (event.code.empty()) refuse(_("An event needs a code."));
    if (event.at < base::Time{}) refuse(_("An event cannot lie before the beginning of the recording."));
    if (event.end && *event.end < event.at) refuse(_("An event cannot end before it begins."));
}

void check(const Utterance& utterance) {
    if (!utterance.id) refuse(_("An utterance needs an id."));
    if (utterance.span.from < base::Time{}) refuse(_("An utterance cannot lie before the beginning of the recording."));
    if (utterance.span.to < utterance.span.from) refuse(_("An utterance cannot end before it begins."));
}

void check(const Tick& tick) {
    if (tick.checklist.empty() || tick.item.empty()) refuse(_("A tick needs a checklist and one of its items."));
    if (tick.at < base::Time{}) refuse(_("A tick cannot lie before the beginning of the recording."));
}

void check(const PhaseMark& mark) {
    if (mark.at < base::Time{}) refuse(_("A phase cannot begin before the beginning of the recording."));
}

void check(const Segment& segment) {
    if (segment.span.from < base::Time{}) refuse(_("A segment cannot lie before the beginning of the recording."));
    if (segment.span.to <= segment.span.from) refuse(_("A segment must end after it begins."));
}

void check(const Decision& decision) {
    if (!decision.first && !decision.second) refuse(_("A decision needs at least one event that it is about."));
    if ((decision.choice == Choice::Other) == decision.code.empty())
        refuse(_("A decision for another code needs that code, and no other decision has one."));
}

void check(const Sources& sources) {
    if (!sources.first || !sources.second || sources.first == sources.second)
        refuse(_("A consensus is made from two codings."));
    if (sources.tolerance < base::Time{}) refuse(_("Moments cannot be less than nothing apart."));
}

void refuse_stale_edit() {
    refuse(_("This coding has changed meanwhile, so the edit no longer fits. Open the coding again."));
}

void refuse_lost_evidence() {
    refuse(_("A rating rests on an event that this coding does not have."));
}

}  // namespace codes
