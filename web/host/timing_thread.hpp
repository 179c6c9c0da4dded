// The timing thread: the sources, the conductor and its clock on one io_context, and the journal behind it. Others reach it through
// ask(), a mailbox with a bound; it reaches them through the sink.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "sessions/conductor/conductor.hpp"
#include "web/api/ports.hpp"
#include "web/host/config.hpp"

namespace chicane::web::host {

inline constexpr std::size_t questions_max =
    256;  ///< that wait for the timing thread; beyond, the answer is 503 `busy`

/// A device of centre.db, on its track.
struct AddedDevice {
    std::string track;
    sessions::conductor::DeviceOptions options;
};

using DeviceDone = api::DevicePorts::Done;

class TimingThread {
  public:
    /// `sink` is called on the timing thread and outlives this.
    TimingThread(const Config& config, sessions::conductor::Sink& sink);
    ~TimingThread();

    /// Opens `folder`/journal.db and takes up what it holds, and readies the decoders; or one line that says why not. `added`: the
    /// devices that screens set up.
    std::expected<void, std::string> open(const std::string& folder, const std::vector<AddedDevice>& added = {});
    /// Connects the decoders and runs.
    void start();
    /// Closes the decoders, writes what waits, ends.
    void stop();

    /// Sets a device up, or changes it: race control first, then its source, where its address is another; an address that cannot be
    /// heard is refused before either. `done` is called on the timing thread; false, as below: too many wait.
    bool put_device(const std::string& track, const sessions::conductor::DeviceOptions& device, const std::string& by,
                    DeviceDone done);
    bool remove_device(const std::string& id, DeviceDone done);
    /// The device's last bytes; null: it has none, or is not there. `done` is called on the timing thread.
    bool device_traffic(const std::string& id, std::function<void(std::shared_ptr<const api::DeviceTraffic>)> done);

    /// Sends an operator's command to the decoder of a device on its track. `done` is called on the timing thread.
    bool tell_device(const std::string& track, const std::string& id, const decoders::codec::Command& command,
                     api::DevicePorts::Told done);

    /// Runs a question on the timing thread; false: too many wait.
    bool ask(std::function<void(sessions::conductor::Conductor&)> question);

    /// How long the thread has shown no sign of life: a fifth of a second in health.
    std::int64_t silent_ms() const;
    std::int64_t journal_lag_ms() const;
    std::optional<std::string> journal_fault() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace chicane::web::host
