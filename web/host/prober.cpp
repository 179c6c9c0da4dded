#include "web/host/prober.hpp"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <functional>
#include <utility>

#include "decoders/link/serial_ports.hpp"

namespace chicane::web::host {

namespace asio = boost::asio;
namespace link = decoders::link;

/// Held by the prober alone: a handler that comes when it is over finds nobody.
struct Prober::Run {
    explicit Run(asio::io_context& io) : limit(io), resolver(io) {}
    asio::steady_timer limit;
    asio::ip::tcp::resolver resolver;
    std::unique_ptr<link::Probe> probe;
    std::unique_ptr<link::Scan> scan;
    api::ProbePorts::Found found;
};

struct Prober::Places {
    std::vector<std::uint16_t> ports;
    std::vector<link::TcpTarget> left_out;  ///< by address
    std::vector<link::TcpTarget> named;     ///< left out as well, and still to be looked up
};

Prober::Prober(asio::io_context& io, ProberTimes times) : io_(io), times_(times) {}

api::ProbePorts Prober::ports() {
    return {.probe = [this](const link::DeviceUri& uri, bool active,
                            Heard heard) { return probe(uri, active, std::move(heard)); },
            .scan =
                [this](const link::Network& network, std::vector<std::uint16_t> ports,
                       std::vector<link::TcpTarget> left_out, Scanned scanned) {
                    return scan(network, std::move(ports), std::move(left_out), std::move(scanned));
                },
            .serial_ports = [] { return link::with_lasting_names(link::list_serial_ports()); }};
}

void Prober::stop() { run_.reset(); }

std::shared_ptr<Prober::Run> Prober::begin(std::function<void(Run&)> too_late) {
    run_ = std::make_shared<Run>(io_);
    run_->limit.expires_after(std::chrono::milliseconds(times_.whole_ms));
    run_->limit.async_wait(
        [weak = std::weak_ptr(run_), too_late = std::move(too_late)](const boost::system::error_code& error) {
            const auto run = weak.lock();
            if (run && !error) too_late(*run);
        });
    return run_;
}

bool Prober::probe(const link::DeviceUri& uri, bool active, Heard heard) {
    if (run_) return false;
    // The place is free for the next before this one's answer is out.
    const auto over = [this, heard](const link::ProbeResult& result) {
        run_.reset();
        heard(result);
    };
    const auto run = begin([over](Run& late) { over(late.probe->result()); });
    run->probe = std::make_unique<link::Probe>(io_, link::ProbeOptions{uri, active, times_.listen_ms, false}, over);
    run->probe->start();
    return true;
}

/// A scan knows addresses only. Where a name means nobody knows its port is left out everywhere.
void Prober::look_up(const std::weak_ptr<Run>& weak, Places places, std::function<void(Places)> then) {
    const auto run = weak.lock();
    if (!run) return;
    if (places.named.empty()) return then(std::move(places));
    const link::TcpTarget next = places.named.back();
    places.named.pop_back();
    run->resolver.async_resolve(next.host, "", [=](const boost::system::error_code& error, const auto& found) mutable {
        if (error) std::erase(places.ports, next.port);
        for (const auto& each : found) places.left_out.push_back({each.endpoint().address().to_string(), next.port});
        look_up(weak, std::move(places), std::move(then));
    });
}

bool Prober::scan(const link::Network& network, std::vector<std::uint16_t> ports, std::vector<link::TcpTarget> left_out,
                  Scanned scanned) {
    if (run_) return false;
    const auto over = [this, scanned](bool whole) {
        const api::ProbePorts::Found found = std::exchange(run_, nullptr)->found;
        scanned(found, whole);
    };
    const auto run = begin([over](Run&) { over(false); });
    const std::weak_ptr<Run> weak = run;
    // A scan cannot go inside its own call.
    const auto done = [this, weak, over](bool whole) {
        asio::post(io_, [weak, over, whole] {
            if (!weak.expired()) over(whole);
        });
    };
    const auto found = [weak](const link::ProbeResult& result) {
        if (const auto here = weak.lock()) here->found.push_back(result);
    };
    const auto begin_scan = [this, weak, network, found, done](Places places) {
        const auto here = weak.lock();
        if (!here) return;
        here->scan = std::make_unique<link::Scan>(io_, network, std::move(places.ports),
                                                  link::Scan::Events{found, done}, std::move(places.left_out));
        here->scan->start();
    };
    const auto is_name = [](const link::TcpTarget& target) {
        boost::system::error_code strange;
        asio::ip::make_address(target.host, strange);
        return bool(strange);
    };
    const auto names = std::ranges::stable_partition(left_out, std::not_fn(is_name));
    std::vector<link::TcpTarget> named(names.begin(), names.end());
    left_out.erase(names.begin(), names.end());
    look_up(weak, {std::move(ports), std::move(left_out), std::move(named)}, begin_scan);
    return true;
}

}  // namespace chicane::web::host
