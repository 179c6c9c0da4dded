// Keeps the raw bytes of a source on disk, as they came: the last word in any dispute, and food for `chicane decode` and
// `file:`. Files rotate by size and with each start, and only the newest stay. A full disk never stops a race: what cannot be written is
// counted. Timing thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

namespace chicane::decoders::link {

inline constexpr std::uint64_t recording_bytes_max = 16 * 1024 * 1024;    ///< a file: a month of a P3 decoder
inline constexpr std::uint64_t recordings_bytes_max = 400 * 1024 * 1024;  ///< of a device: two years
inline constexpr std::size_t recordings_max = 2'000;                      ///< a start or two a day in that time

struct RecorderLimits {
    std::uint64_t file_bytes = recording_bytes_max;
    std::uint64_t all_bytes = recordings_bytes_max;
    std::size_t files = recordings_max;
};

class Recorder {
  public:
    /// Files are `<device>-000001.bin` and so on in `folder`; numbers go on after those that lie there.
    Recorder(std::filesystem::path folder, std::string device, RecorderLimits limits = {});

    void write(std::span<const std::byte> bytes);
    /// Writes that failed, at least in part.
    std::uint64_t failures() const { return failures_; }

  private:
    std::filesystem::path path_of(std::uint64_t number) const;
    bool open();
    void remove_oldest();

    std::filesystem::path folder_;
    std::string device_;
    RecorderLimits limits_;
    std::uint64_t number_ = 0;  ///< of the file that is written, 0: none yet
    std::uint64_t written_ = 0;
    std::uint64_t failures_ = 0;
    std::ofstream file_;
};

}  // namespace chicane::decoders::link
