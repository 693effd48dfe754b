// A file that appears under its name when it is whole. Until then it has no name at all where the file system can do
// that (so that nothing is left when the program is killed), and otherwise a hidden one beside it, gone again unless
// kept.
#pragma once

#include "base/owned_fd.h"

#include <string>

namespace media {

class NewFile {
public:
    explicit NewFile(const std::string& out);  // throws Error with the file's name; keep() likewise
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    base::OwnedFd descriptor() const { return fd_.duplicate(); }
    void keep();

private:
    [[noreturn]] void cannot_write() const;

    std::string out_;
    std::string hidden_name_;
    base::OwnedFd fd_;
    bool has_name_ = false;  // hidden_name_ is in the folder
};

}  // namespace media
