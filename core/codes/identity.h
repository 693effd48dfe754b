// By what each thing in a coding is known through all its changes.
#pragma once

#include "codes/coding.h"

#include <string>
#include <utility>

namespace codes {

inline const base::Id& identity(const Event& event) {
    return event.id;
}
inline const base::Id& identity(const Utterance& utterance) {
    return utterance.id;
}
inline std::pair<std::string, std::string> identity(const Tick& tick) {
    return {tick.checklist, tick.item};
}
inline base::Time identity(const PhaseMark& mark) {
    return mark.at;
}
inline std::pair<base::Id, base::Id> identity(const Decision& decision) {
    return {decision.first, decision.second};
}

}  // namespace codes
