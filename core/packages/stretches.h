// Files that are too large to hold in memory, read and written stretch by stretch.
#pragma once

#include "base/job.h"
#include "base/owned_fd.h"

#include <functional>
#include <string>
#include <string_view>

namespace packages {

// Throws base::Error where it cannot be read, or the work is cancelled.
void read_stretches(const std::string& path, const std::function<void(std::string_view)>& take,
                    const base::Progress& progress);

// Writes to a file that is there; `name` is what the person calls it, for the text of an error.
class FileSink {
public:
    FileSink(const std::string& path, std::string name);

    void write(std::string_view bytes);
    void finish();  // on the disk

private:
    [[noreturn]] void fail() const;

    std::string name_;
    base::OwnedFd file_;
};

}  // namespace packages
