#include "codes/event.h"

#include <algorithm>
#include <tuple>

namespace codes {

bool Earlier::operator()(const Event& a, const Event& b) const {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
}

Event recoded(Event event, const Code& code, const Codebook& codebook) {
    const Code* before = codebook.find(event.code);
    const bool was_running = before && before->extent == Extent::Span;
    if (code.extent == Extent::Span && !was_running && !event.end) event.end = event.at;
    event.code = code.key;
    event.speaker = code.side;
    std::erase_if(event.attributes, [&](const auto& attribute) {
        return std::find(code.attributes.begin(), code.attributes.end(), attribute.first) == code.attributes.end();
    });
    return event;
}

}  // namespace codes
