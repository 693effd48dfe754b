#include "player_fixture.h"

#include <filesystem>
#include <fstream>

namespace media {

std::vector<int> PlayerTest::workers() {
    std::vector<int> found;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream children(thread.path() / "children");
        for (int pid = 0; children >> pid;) {
            std::string name;
            std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm") >> std::ws, name);
            if (name.starts_with("terugblik-media")) found.push_back(pid);
        }
    }
    return found;
}

}  // namespace media
