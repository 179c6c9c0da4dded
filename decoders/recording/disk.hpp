// The disk as the recorder needs it: a port, so that a test can have one that is stuck.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace chicane::decoders::recording {

class DiskFile {
  public:
    virtual ~DiskFile() = default;
    /// All of it, or false; of what failed, as little as possible stays.
    virtual bool append(std::span<const std::byte> bytes) = 0;
    /// What was appended outlives a power cut.
    virtual bool sync() = 0;
};

class Disk {
  public:
    virtual ~Disk() = default;
    /// A new file, never one that is there; its folder is made if it is missing. Null: it cannot be.
    virtual std::unique_ptr<DiskFile> create(const std::filesystem::path& path) = 0;
};

std::unique_ptr<Disk> real_disk();

}  // namespace chicane::decoders::recording
