// Keeps the raw bytes of every link on disk, as they came and went: the last word in any dispute, and food for `chicane decode` and
// `file:`. One thread of its own writes for all devices; who records only hands over, and never waits for a disk. Where the disk is
// full or stuck, what waits is bounded, and what does not fit is dropped and counted.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "decoders/recording/entry.hpp"
#include "decoders/recording/line_health.hpp"
#include "decoders/recording/writer.hpp"

namespace chicane::decoders::recording {

inline constexpr std::size_t queue_bytes_max =
    8 * 1024 * 1024;  ///< that wait for the disk: an hour of all loops of a large track
inline constexpr std::int64_t stuck_after_us = 5'000'000;     ///< a write that takes longer is an alarm
inline constexpr std::int64_t trouble_lasts_us = 10'000'000;  ///< after a loss: so that an alarm does not flicker
inline constexpr std::int64_t sync_every_us = 5'000'000;      ///< what a power cut costs at most

struct RecorderOptions {
    std::filesystem::path folder;
    std::string timezone;  ///< of the centre
    std::string program;   ///< name and version
    Limits limits = {};
    std::size_t queue_bytes = queue_bytes_max;
    std::chrono::milliseconds gather{500};  ///< how often it looks for what waits: what a crash costs at most
};

std::int64_t steady_now_us();

struct Queue;
struct LineState;

/// Where one device's link hands over. Any thread, one at a time; ends with its last holder.
class Line {
  public:
    Line(std::shared_ptr<Queue> queue, std::shared_ptr<LineState> state)
        : queue_(std::move(queue)), state_(std::move(state)) {}

    /// Copies the bytes and returns.
    void keep(const Entry& entry);
    LineHealth health(std::int64_t now_us = steady_now_us()) const;

  private:
    std::shared_ptr<Queue> queue_;
    std::shared_ptr<LineState> state_;
};

class Recorder {
  public:
    explicit Recorder(RecorderOptions options, std::unique_ptr<Disk> disk = real_disk());
    /// Writes what waits. Lines may live on; what they are given then is lost.
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    std::shared_ptr<Line> line(const std::string& device, const std::string& protocol, std::string_view uri);

  private:
    struct Worker;
    RecorderOptions options_;
    std::shared_ptr<Queue> queue_;
    std::unique_ptr<Worker> worker_;
};

}  // namespace chicane::decoders::recording
