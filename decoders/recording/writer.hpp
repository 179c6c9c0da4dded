// The recordings of one device on disk: blocks into files of bounded size, age and number. What the disk does not take waits in the
// block that is being filled, and is counted as lost only when that is full. Recorder thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "decoders/recording/block.hpp"
#include "decoders/recording/disk.hpp"

namespace chicane::decoders::recording {

inline constexpr std::int64_t day_us = 24LL * 3600 * 1'000'000;

struct Limits {
    std::uint64_t file_bytes = 16 * 1024 * 1024;  ///< a month of a P3 decoder: the age comes first
    std::int64_t file_age_us = day_us;            ///< so that a day is a file, and a lost file is a day
    std::uint64_t all_bytes = 400 * 1024 * 1024;  ///< of a device: two years
    std::size_t files = 2'000;                    ///< a day each, and starts between
};

class Writer {
  public:
    Writer(Disk& disk, std::filesystem::path folder, Facts facts, Limits limits);

    /// `now_us` is steady time. False: the disk did not take a block that had to go.
    bool add(const Entry& entry, std::int64_t now_us);
    /// Writes what waits.
    bool flush(std::int64_t now_us);
    bool sync();

    /// Something is not yet written; written, and not yet safe from a power cut.
    bool waits() const { return !block_.empty(); }
    bool unsynced() const { return unsynced_; }
    std::uint64_t failures() const { return failures_; }
    std::uint64_t lost_bytes() const { return lost_bytes_; }

  private:
    void append(const Entry& entry, std::int64_t now_us);
    bool open(std::int64_t now_us);
    bool is_full(std::int64_t now_us) const;
    void remove_oldest() const;

    Disk& disk_;
    std::filesystem::path folder_;
    Facts facts_;
    Limits limits_;
    BlockBuilder block_;
    std::unique_ptr<DiskFile> file_;
    std::uint64_t number_ = 0;
    std::uint64_t written_ = 0;  ///< into file_
    std::int64_t opened_us_ = 0;
    bool unsynced_ = false;
    std::uint64_t failures_ = 0;
    std::uint64_t lost_bytes_ = 0;
};

}  // namespace chicane::decoders::recording
