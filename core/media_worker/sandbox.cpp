#include "media_worker/sandbox.h"

#include <cerrno>
#include <climits>
#include <ctime>
#include <fcntl.h>
#include <initializer_list>
#include <linux/landlock.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" {
#include <libavutil/cpu.h>
}

namespace media_worker {

namespace {

constexpr int kSocketFile = 3;
constexpr int kRecordingFile = 4;
constexpr int kOutputFile = 6;

// What decoders may hold of their own (8K pictures in a long chain of references stop here), and all mappings together:
// the shared pictures and some 140 libraries come on top.
[[maybe_unused]] constexpr rlim_t kOwnMemory = 720ULL << 20;
[[maybe_unused]] constexpr rlim_t kAddressSpace = 2ULL << 30;
[[maybe_unused]] constexpr std::size_t kThreadStack = 2 << 20;

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

bool limit_resources() {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    struct stat output {};
    const bool writes_a_clip = fstat(kOutputFile, &output) == 0 && S_ISREG(output.st_mode);
    if (!writes_a_clip) limit(RLIMIT_FSIZE, 0);
#ifdef TERUGBLIK_SANITIZED
    return false;  // the sanitizers' shadow memory needs terabytes of address space
#else
    // Each arena and each stack counts in full against the limit, used or not.
    mallopt(M_ARENA_MAX, 2);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kThreadStack);
    pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
    limit(RLIMIT_DATA, kOwnMemory);
    limit(RLIMIT_AS, kAddressSpace);
    return true;
#endif
}

// An empty rule set: no file or folder may be opened, made, changed or removed from here on.
bool close_the_files() {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return false;
    std::uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // the first version's rights
    if (version >= 2) all |= 1ULL << 13;                         // link and rename to another folder
    if (version >= 3) all |= 1ULL << 14;                         // truncate
    struct {
        std::uint64_t handled_access_fs;
    } rules{all};
    const long rule_set = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (rule_set < 0) return false;
    const bool restricted = syscall(SYS_landlock_restrict_self, rule_set, 0) == 0;
    close(static_cast<int>(rule_set));
    return restricted;
}

class Filter {
public:
    Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {}
    ~Filter() { seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    void allow(std::initializer_list<int> calls) {
        for (const int call : calls) add(seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, 0, nullptr));
    }
    void allow(int call, std::initializer_list<scmp_arg_cmp> when) {
        add(seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, static_cast<unsigned>(when.size()), when.begin()));
    }
    void refuse(std::initializer_list<int> calls, int error) {
        for (const int call : calls) {
            add(seccomp_rule_add_array(context_, SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), call, 0, nullptr));
        }
    }
    bool load() { return complete_ && seccomp_load(context_) == 0; }

private:
    void add(int result) { complete_ = complete_ && (result == 0 || result == -EDOM); }

    scmp_filter_ctx context_;
    bool complete_ = true;
};

scmp_arg_cmp is(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}
scmp_arg_cmp has(unsigned argument, std::uint64_t bits, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, bits, value};
}

void allow_speaking(Filter& filter) {
    for (const int call : {SCMP_SYS(recvfrom), SCMP_SYS(sendto), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg)}) {
        filter.allow(call, {is(0, kSocketFile)});
    }
    for (const int call : {SCMP_SYS(pread64), SCMP_SYS(lseek)}) filter.allow(call, {is(0, kRecordingFile)});
    filter.allow(SCMP_SYS(read), {is(0, kOutputFile)});
    for (const int call : {SCMP_SYS(write), SCMP_SYS(pwrite64)}) filter.allow(call, {is(0, kOutputFile)});
    filter.allow(SCMP_SYS(write), {is(0, STDERR_FILENO)});
    filter.allow({SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(close), SCMP_SYS(fstat)});
}

void allow_memory(Filter& filter) {
    filter.allow(SCMP_SYS(mmap), {has(2, PROT_EXEC, 0)});
    filter.allow(SCMP_SYS(mprotect), {has(2, PROT_EXEC, 0)});
    filter.allow({SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk)});
}

void allow_threads(Filter& filter) {
    filter.allow(SCMP_SYS(clone), {has(0, CLONE_THREAD, CLONE_THREAD)});
    filter.refuse({SCMP_SYS(clone3)}, ENOSYS);  // its flags lie in memory, out of sight; glibc falls back to clone
    filter.allow({SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid), SCMP_SYS(getpid),
                  SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam),
                  SCMP_SYS(sched_getscheduler), SCMP_SYS(getcpu), SCMP_SYS(exit), SCMP_SYS(exit_group),
                  SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
                  SCMP_SYS(sigaltstack)});
    filter.allow(SCMP_SYS(tgkill), {is(0, static_cast<std::uint64_t>(getpid()))});  // abort()
    filter.allow(SCMP_SYS(prctl), {is(0, PR_SET_NAME)});
    filter.refuse(
        {SCMP_SYS(membarrier), SCMP_SYS(sched_setscheduler), SCMP_SYS(sched_setaffinity), SCMP_SYS(setpriority)},
        EPERM);
}

void allow_asking(Filter& filter) {
    filter.allow({SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
                  SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(getrandom), SCMP_SYS(getrusage),
                  SCMP_SYS(times), SCMP_SYS(uname), SCMP_SYS(sysinfo)});
    filter.allow(SCMP_SYS(prlimit64), {is(0, 0), is(2, 0)});  // reading one's own limits
    // Libraries look for optional files; they go on without.
    filter.refuse({SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat), SCMP_SYS(access),
                   SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat),
                   SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd)},
                  EACCES);
    filter.refuse({SCMP_SYS(ioctl)}, ENOTTY);
#ifdef TERUGBLIK_SANITIZED
    filter.allow({SCMP_SYS(getppid), SCMP_SYS(prctl), SCMP_SYS(msync), SCMP_SYS(mincore), SCMP_SYS(pipe2),
                  SCMP_SYS(write), SCMP_SYS(getuid), SCMP_SYS(geteuid)});
#endif
}

bool close_the_system_calls() {
    Filter filter;
    allow_speaking(filter);
    allow_memory(filter);
    allow_threads(filter);
    allow_asking(filter);
    return filter.load();
}

}  // namespace

void close_other_descriptors() {
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    if (syscall(SYS_close_range, kOutputFile + 1, UINT_MAX, 0) == 0) return;
    for (int fd = kOutputFile + 1; fd < 1024; ++fd) close(fd);
}

void warm_up() {
    av_cpu_count();
    av_get_cpu_flags();
    tzset();
    sysconf(_SC_NPROCESSORS_ONLN);
}

Lock lock_in() {
    Lock lock;
    lock.memory_bounded = limit_resources() ? 1 : 0;
    prctl(PR_SET_DUMPABLE, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return lock;
    const bool no_files = close_the_files();
    if (close_the_system_calls()) lock.sandboxed = no_files ? 1 : 2;
    return lock;
}

}  // namespace media_worker
