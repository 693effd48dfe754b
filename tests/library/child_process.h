// A second program for tests: a fork that talks in lines over a socket, and is gone when it goes out of scope. Fork
// before a library is opened: SQLite's connections do not survive it.
#pragma once

#include <csignal>
#include <exception>
#include <functional>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

// One end of the conversation.
class Line {
public:
    explicit Line(int fd) : fd_(fd) {}
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() { close(fd_); }

    void say(const std::string& text) const {
        const std::string line = text + "\n";
        [[maybe_unused]] const ssize_t sent = send(fd_, line.data(), line.size(), MSG_NOSIGNAL);
    }
    // Waits for a line; empty when the other end is gone.
    std::string hear() const {
        std::string text;
        for (char character = 0; read(fd_, &character, 1) == 1;) {
            if (character == '\n') return text;
            text += character;
        }
        return {};
    }

private:
    int fd_;
};

class ChildProcess {
public:
    explicit ChildProcess(const std::function<void(const Line&)>& life) : ChildProcess(life, ends()) {}
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() { kill_now(); }

    const Line& line() const { return line_; }
    void kill_now() {
        if (process_ <= 0) return;
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
        process_ = 0;
    }

private:
    struct Ends {
        int ours, theirs;
    };
    static Ends ends() {
        int pair[2] = {-1, -1};
        socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair);
        return {pair[0], pair[1]};
    }
    ChildProcess(const std::function<void(const Line&)>& life, Ends both) : line_(both.ours), process_(fork()) {
        if (process_ != 0) {
            close(both.theirs);
            return;
        }
        close(both.ours);
        {
            const Line line(both.theirs);
            try {
                life(line);
            } catch (const std::exception& error) {
                line.say(std::string("ended by: ") + error.what());
            }
        }
        _exit(0);  // the parent's test is not ours to end
    }

    Line line_;
    pid_t process_;
};

}  // namespace support
