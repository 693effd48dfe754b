#include "library/erasures.h"

namespace library {

const char* name_of(ErasureReason reason) {
    switch (reason) {
        case ErasureReason::Withdrawn:
            return "withdrawn";
        case ErasureReason::RetentionOver:
            return "retention_over";
        case ErasureReason::Asked:
            break;
    }
    return "asked";
}

ErasureReason erasure_reason_named(const std::string& name) {
    for (const ErasureReason reason : {ErasureReason::Withdrawn, ErasureReason::RetentionOver})
        if (name == name_of(reason)) return reason;
    return ErasureReason::Asked;
}

}  // namespace library
