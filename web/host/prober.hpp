// Looks at places where a decoder may be, for the API: one probe or scan at a time, each over before its asker's patience is. Lives on
// the web thread, away from the sources.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

#include "decoders/link/probe.hpp"
#include "decoders/link/scan.hpp"
#include "web/api/ports.hpp"

namespace chicane::web::host {

struct ProberTimes {
    std::int64_t listen_ms = decoders::link::probe_time_ms;
    /// Of all: less than a handler of the server may take. What is known by then is the answer.
    std::int64_t whole_ms = 25'000;
};

class Prober {
  public:
    explicit Prober(boost::asio::io_context& io, ProberTimes times = {});
    Prober(const Prober&) = delete;
    Prober& operator=(const Prober&) = delete;

    /// What the API asks; valid for as long as the prober is.
    api::ProbePorts ports();
    /// Ends without an answer.
    void stop();

  private:
    using Heard = std::function<void(const decoders::link::ProbeResult&)>;
    using Scanned = std::function<void(const api::ProbePorts::Found&, bool whole)>;
    struct Run;
    /// What a scan may knock at.
    struct Places;

    bool probe(const decoders::link::DeviceUri& uri, bool active, Heard heard);
    bool scan(const decoders::link::Network& network, std::vector<std::uint16_t> ports,
              std::vector<decoders::link::TcpTarget> left_out, Scanned scanned);
    static void look_up(const std::weak_ptr<Run>& run, Places places, std::function<void(Places)> then);
    std::shared_ptr<Run> begin(std::function<void(Run&)> too_late);

    boost::asio::io_context& io_;
    ProberTimes times_;
    std::shared_ptr<Run> run_;  ///< null: nothing is looked at
};

}  // namespace chicane::web::host
