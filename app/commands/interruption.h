// Ctrl-C while other programs work for us: they are ended, what lies about is cleaned up, and then we end too.
#pragma once

#include <sys/types.h>

namespace commands {

// While one of these lives, a signal that asks to end ends the programs that run. At its end, when such a signal came,
// it ends us as that signal would have. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
};

// Throws base::Error when such a signal came; between two steps of long work.
void stop_if_interrupted();

// A program that runs for us, from its start until just before its end is asked for.
class RunningProgram {
public:
    explicit RunningProgram(pid_t pid);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

private:
    int place_ = 0;
};

}  // namespace commands
