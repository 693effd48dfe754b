#include "library/package_log.h"

namespace library {

const char* name_of(PackedMedia media) {
    switch (media) {
        case PackedMedia::Whole:
            return "whole";
        case PackedMedia::Clips:
            return "clips";
        case PackedMedia::None:
            break;
    }
    return "none";
}

PackedMedia packed_media_named(const std::string& name) {
    for (const PackedMedia media : {PackedMedia::Whole, PackedMedia::Clips})
        if (name == name_of(media)) return media;
    return PackedMedia::None;
}

}  // namespace library
