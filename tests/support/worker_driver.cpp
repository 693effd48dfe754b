#include "support/worker_driver.h"

#include "base/error.h"
#include "base/paths.h"
#include "support/test_clip.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace support {

namespace {

base::OwnedFd shared_memory() {
    base::OwnedFd fd(memfd_create("terugblik-test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (ftruncate(fd.get(), protocol::kSharedBytes) != 0) throw base::Error("no shared memory");
    fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
    return fd;
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void become_worker(const std::string& program, std::array<int, 4> fds, char* const* environment) {
    for (int& fd : fds) fd = fcntl(fd, F_DUPFD_CLOEXEC, 100);  // out of the way of 3 to 6
    for (int i = 0; i < 4; ++i) dup2(fds[static_cast<std::size_t>(i)], 3 + i);
    char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    execve(program.c_str(), arguments, environment);
    _exit(127);
}

}  // namespace

WorkerDriver::WorkerDriver(const std::string& recording, Sandbox sandbox, const std::string& output) {
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0) throw base::Error("no sockets");
    socket_ = base::OwnedFd(sockets[0]);
    const base::OwnedFd theirs(sockets[1]);
    const base::OwnedFd file = base::open_for_reading(recording);
    const base::OwnedFd memory = shared_memory();
    shared_ = static_cast<std::uint8_t*>(
        mmap(nullptr, protocol::kSharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0));
    wake_ = base::OwnedFd(output.empty() ? eventfd(0, EFD_CLOEXEC)
                                         : ::open(output.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    const std::string program = base::media_worker_program();
    std::vector<std::string> settings;
    for (char** variable = environ; *variable != nullptr; ++variable) settings.emplace_back(*variable);
    if (sandbox == Sandbox::Off) settings.emplace_back("TERUGBLIK_SANDBOX=off");
    std::vector<char*> environment;
    for (std::string& setting : settings) environment.push_back(setting.data());
    environment.push_back(nullptr);

    pid_ = fork();
    if (pid_ == 0) become_worker(program, {theirs.get(), file.get(), memory.get(), wake_.get()}, environment.data());
}

WorkerDriver::~WorkerDriver() {
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    munmap(shared_, protocol::kSharedBytes);
}

void WorkerDriver::send_bytes(protocol::Kind kind, const void* body, std::size_t size, const std::string& text) {
    const protocol::Header header{kind, static_cast<std::uint32_t>(text.size())};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes.append(static_cast<const char*>(body), size).append(text);
    ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void WorkerDriver::send_clip(std::int64_t from_us, std::int64_t to_us) {
    const nlohmann::json none = nlohmann::json::array();
    const nlohmann::json stretch{{"span", {from_us, to_us}}, {"title", nullptr}};
    const std::string plan = nlohmann::json{{"track", 0},      {"stretches", nlohmann::json::array({stretch})},
                                            {"blurred", none}, {"voices", none},
                                            {"beeps", none},   {"subtitles", none}}
                                 .dump();
    std::memcpy(shared_ + protocol::kPicturesAt, plan.data(), plan.size());
    send(protocol::Kind::Clip, protocol::Clip{.plan_bytes = static_cast<std::uint32_t>(plan.size())});
}

std::optional<WorkerMessage> WorkerDriver::receive(std::chrono::milliseconds patience) {
    pollfd waiting{socket_.get(), POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return {};
    std::vector<char> bytes(protocol::kMaxMessage);
    const ssize_t got = recv(socket_.get(), bytes.data(), bytes.size(), 0);
    if (got < static_cast<ssize_t>(sizeof(protocol::Header))) return {};
    protocol::Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    return WorkerMessage{header.kind, {bytes.begin() + sizeof header, bytes.begin() + got}};
}

std::optional<WorkerMessage> WorkerDriver::wait_for(std::initializer_list<protocol::Kind> kinds) {
    while (std::optional<WorkerMessage> message = receive()) {
        if (std::find(kinds.begin(), kinds.end(), message->kind) != kinds.end()) return message;
        if (message->kind == protocol::Kind::Warning) warnings_.push_back(message->reason());
        if (message->kind == protocol::Kind::Ready) ready_ = message->as<protocol::Ready>();
    }
    return {};
}

protocol::Ready WorkerDriver::ready() {
    if (!ready_) {
        const auto message = wait_for({protocol::Kind::Ready});
        if (!message) throw base::Error("the worker did not start");
        ready_ = message->as<protocol::Ready>();
    }
    return *ready_;
}

nlohmann::json WorkerDriver::opened_after(protocol::Kind request) {
    send(request);
    const auto answer = wait_for({protocol::Kind::Opened, protocol::Kind::Failed});
    if (!answer) return {{"failed", "died"}};
    if (answer->kind == protocol::Kind::Failed) return {{"failed", answer->reason()}, {"words", answer->text()}};
    opened_ = answer->as<protocol::Opened>();
    return nlohmann::json::parse(answer->text(sizeof(protocol::Opened)));
}

nlohmann::json WorkerDriver::open() {
    return opened_after(protocol::Kind::Open);
}
nlohmann::json WorkerDriver::probe() {
    return opened_after(protocol::Kind::Probe);
}

std::optional<WorkerDriver::Shown> WorkerDriver::picture_at(std::int64_t us) {
    protocol::ShowPictures request;
    request.serial = ++serial_;
    request.from_us = us;
    request.single = 1;
    send(protocol::Kind::ShowPictures, request);
    while (const auto message =
               wait_for({protocol::Kind::PictureReady, protocol::Kind::PicturesEnd, protocol::Kind::Failed})) {
        if (message->kind != protocol::Kind::PictureReady) return {};
        const Shown picture = shown(*message);
        send(protocol::Kind::ReleasePicture, protocol::ReleasePicture{picture.ready.slot});
        if (picture.ready.serial == serial_) return picture;
    }
    return {};
}

media::Picture WorkerDriver::as_picture(const protocol::PictureReady& ready) const {
    media::Picture picture;
    picture.width = ready.width;
    picture.height = ready.height;
    const std::uint8_t* slot = shared_ + protocol::kPicturesAt + ready.slot * opened_.slot_bytes;
    for (std::size_t i = 0; i < 3; ++i) {
        picture.planes[i] = slot + ready.offset[i];
        picture.strides[i] = ready.stride[i];
    }
    picture.rotation = ready.rotation;
    picture.mirrored = ready.mirrored != 0;
    picture.pixel_aspect = ready.pixel_aspect;
    picture.full_range = ready.full_range != 0;
    return picture;
}

WorkerDriver::Shown WorkerDriver::shown(const WorkerMessage& message) {
    Shown shown;
    shown.ready = message.as<protocol::PictureReady>();
    const media::Picture picture = as_picture(shown.ready);
    shown.number = number_in(picture);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* row = picture.planes[0] + y * picture.strides[0];
        shown.luma.insert(shown.luma.end(), row, row + picture.width);
    }
    return shown;
}

std::optional<protocol::SoundBlock> WorkerDriver::take_block(std::chrono::milliseconds patience) {
    protocol::SoundRing& sound = ring();
    const auto until = std::chrono::steady_clock::now() + patience;
    const std::uint32_t taken = sound.taken.load();
    while (sound.written.load() == taken) {
        if (std::chrono::steady_clock::now() > until) return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const protocol::SoundBlock block = sound.blocks[taken % protocol::kSoundBlocks];
    sound.taken.store(taken + 1);
    if (sound.writer_waits.exchange(0) != 0) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = write(wake_.get(), &one, sizeof one);
    }
    return block;
}

WorkerDriver::Ending WorkerDriver::wait_for_end() {
    close_socket();
    Ending ending;
    rusage used{};
    wait4(pid_, &ending.status, 0, &used);
    pid_ = -1;
    ending.max_rss_kb = used.ru_maxrss;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    ending.seconds_of_processor = seconds(used.ru_utime) + seconds(used.ru_stime);
    return ending;
}

}  // namespace support
