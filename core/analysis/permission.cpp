#include "analysis/permission.h"

#include "analysis/one_of.h"

#include <algorithm>

namespace analysis {
namespace {

bool stands(const std::vector<base::Span>& stretches, base::Time at) {
    return !stretches.empty() && at < stretches.back().to;
}

// What one event does to the stretches before it.
void take(const codes::PermissionWindow& window, const codes::Event& event, std::vector<base::Span>& stretches) {
    const bool stood = stands(stretches, event.at);
    if (is_one_of(event.code, window.opened_by)) {
        const base::Time until = event.at + window.at_most;
        if (stood)
            stretches.back().to = until;
        else
            stretches.push_back({event.at, until});
    } else if (stood && is_one_of(event.code, window.closed_by)) {
        stretches.back().to = event.at;
    }
}

}  // namespace

std::vector<base::Span> permission_stretches(const codes::Codebook& codebook, const std::vector<codes::Event>& events) {
    std::vector<base::Span> stretches;
    if (!codebook.permission) return stretches;
    for (const codes::Event& event : events) take(*codebook.permission, event, stretches);
    return stretches;
}

std::vector<PermissionDoubt> permission_doubts(const codes::Codebook& codebook,
                                               const std::vector<codes::Event>& events) {
    std::vector<PermissionDoubt> doubts;
    if (!codebook.permission) return doubts;
    std::vector<base::Span> stretches;
    for (const codes::Event& event : events) {
        if (stands(stretches, event.at) && is_one_of(event.code, codebook.permission->closed_by))
            doubts.push_back({event.id, stretches.back().from});
        take(*codebook.permission, event, stretches);
    }
    return doubts;
}

}  // namespace analysis
