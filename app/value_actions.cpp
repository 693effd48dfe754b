// Controller: what is said about an event besides its code, by the keys that follow it.
#include "app/controller.h"
#include "app/value_keys.h"

#include <algorithm>

namespace app {

void Controller::carry_out(const GiveValue& action) {
    const codes::Event* event = model_.open ? event_in_hand(*model_.open) : nullptr;
    if (!event) return;
    codes::Event after = *event;
    if (action.value.empty())
        after.attributes.erase(action.attribute);
    else
        after.attributes[action.attribute] = action.value;
    model_.open->attribute_asked_for.reset();
    if (after != *event) edit(codes::edits::changed(codes::Event(*event), after));
}

void Controller::carry_out(const PressValueKey& action) {
    if (!model_.open) return;
    const OpenConversationState& open = *model_.open;
    const codes::Event* event = event_in_hand(open);
    const auto attributes = event ? attributes_of(open.codebook, event->code) : std::vector<const codes::Attribute*>{};
    if (!attributes.empty()) {
        const codes::Attribute& attribute = *attributes[attribute_in_hand(open, *event)];
        if (const auto place = value_of(attribute, action.key)) {
            carry_out(GiveValue{attribute.key, attribute.values[*place]});
            return;
        }
    }
    if (action.otherwise) carry_out(*action.otherwise);
}

void Controller::carry_out(const ChooseAttribute& action) {
    const codes::Event* event = model_.open ? event_in_hand(*model_.open) : nullptr;
    if (!event) return;
    const auto count = static_cast<std::ptrdiff_t>(attributes_of(model_.open->codebook, event->code).size());
    if (count == 0) return;
    const auto now = static_cast<std::ptrdiff_t>(attribute_in_hand(*model_.open, *event));
    const auto next = std::clamp<std::ptrdiff_t>(now + action.step, 0, count - 1);
    model_.open->attribute_asked_for = AttributeAskedFor{event->id, static_cast<std::size_t>(next)};
}

}  // namespace app
