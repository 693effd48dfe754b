#include "analysis/permission.h"

#include <algorithm>

namespace analysis {
namespace {

bool is_one_of(const std::string& code, const std::vector<std::string>& codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::vector<base::Span> permission_stretches(const codes::Codebook& codebook, const std::vector<codes::Event>& events) {
    std::vector<base::Span> stretches;
    if (!codebook.permission) return stretches;
    const codes::PermissionWindow& window = *codebook.permission;
    for (const codes::Event& event : events) {
        const bool stands = !stretches.empty() && event.at < stretches.back().to;
        if (is_one_of(event.code, window.opened_by)) {
            const base::Time until = event.at + window.at_most;
            if (stands)
                stretches.back().to = until;
            else
                stretches.push_back({event.at, until});
        } else if (stands && is_one_of(event.code, window.closed_by)) {
            stretches.back().to = event.at;
        }
    }
    return stretches;
}

std::vector<PermissionDoubt> permission_doubts(const codes::Codebook& codebook,
                                               const std::vector<codes::Event>& events) {
    std::vector<PermissionDoubt> doubts;
    if (!codebook.permission) return doubts;
    const auto stretches = permission_stretches(codebook, events);
    auto stretch = stretches.begin();
    for (const codes::Event& event : events) {
        while (stretch != stretches.end() && stretch->to <= event.at) ++stretch;
        if (stretch == stretches.end()) break;
        const auto rather = codebook.permission->rather.find(event.code);
        if (rather != codebook.permission->rather.end() && event.at >= stretch->from)
            doubts.push_back({event.id, rather->second, stretch->from});
    }
    return doubts;
}

}  // namespace analysis
