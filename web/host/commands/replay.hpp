// `chicane replay FILE [--protocol P] --session SPEC.toml`: feeds a capture through a session and prints the result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "decoders/codec/record.hpp"
#include "sessions/log_event.hpp"
#include "sessions/result.hpp"
#include "sessions/window.hpp"
#include "web/host/commands/session_spec.hpp"

namespace chicane::web::host {

struct ReplayOptions {
    std::string file;
    std::string protocol;  ///< empty: what a recording says of itself
    std::string session;   ///< path of SPEC.toml
};

/// The exit status: 0; 2 with one line on `err` and nothing on `out`; 1 where `out` takes not all of it.
int replay(const ReplayOptions& options, std::ostream& out, std::ostream& err);

/// The passings of a capture through a session, records by and by; now is the time of the latest.
class Replay {
  public:
    explicit Replay(SessionSpec spec) : spec_(std::move(spec)) {}

    void feed(std::span<const decoders::codec::Record> records);
    /// Or which decision is about something that is not there.
    std::expected<sessions::Result, std::string> result() const;
    /// Passings beyond what a session holds, which are left out.
    std::size_t left_out() const { return left_out_; }

  private:
    struct Came {
        sessions::RawPassing raw;
        std::optional<std::uint32_t> number;
    };

    std::expected<void, std::string> decide(sessions::Window& window) const;

    SessionSpec spec_;
    std::vector<Came> came_;  ///< in the file's order
    std::size_t left_out_ = 0;
};

}  // namespace chicane::web::host
