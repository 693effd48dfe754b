// Where a library lies, and why that may lose work: network drives and folders that another program synchronises.
#pragma once

#include <string>
#include <vector>

namespace library {

// The kind of drive by the number that statfs gives: "NFS", "SMB", ...; empty for a disk of this machine.
std::string network_drive(long statfs_type);
// The service whose folder the path lies in: "Dropbox", ...; empty for none.
std::string synchronised_by(const std::string& path);

// For the coach: each says what is the matter and what to do.
std::vector<std::string> warnings_about(const std::string& library_path);

}  // namespace library
