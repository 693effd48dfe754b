#include "exchange/keys.h"

namespace exchange {

const char* key_of(library::Kind kind) {
    switch (kind) {
        case library::Kind::Practice:
            return "practice";
        case library::Kind::RolePlay:
            return "role_play";
        case library::Kind::Real:
            return "real";
    }
    return "";
}

const char* key_of(codes::Side side) {
    return side == codes::Side::Professional ? "professional" : "client";
}

const char* key_of(codes::Extent extent) {
    switch (extent) {
        case codes::Extent::Point:
            return "point";
        case codes::Extent::Span:
            return "span";
        case codes::Extent::Utterance:
            return "utterance";
    }
    return "";
}

const char* key_of(talk::Role role) {
    switch (role) {
        case talk::Role::Unknown:
            return "unknown";
        case talk::Role::Professional:
            return "professional";
        case talk::Role::Client:
            return "client";
    }
    return "";
}

}  // namespace exchange
