// Locks this process in before it looks at a stranger's file: no new privileges, no files (Landlock), few system calls
// (seccomp), bounded memory. Irreversible; called once, from main, while there is one thread.
#pragma once

#include <cstdint>

namespace media_worker {

struct Lock {
    std::uint32_t sandboxed = 0;       // as Ready.sandboxed
    std::uint32_t memory_bounded = 0;  // 1: limits on memory hold
};

// Closes every descriptor but standard error and those of the protocol.
void close_other_descriptors();
// Lets the libraries look at the machine (processors, time zone) while that is still allowed.
void warm_up();
Lock lock_in();

// Tries one forbidden thing, for the tests. Returns whether the system let it happen; does not return when the system
// ends the process for it. Throws Failure for a name it does not know.
bool try_forbidden(const char* name);

}  // namespace media_worker
