// A source in a simulated world: its time passes when the test says so, and its link is the test's.
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "decoders/link/source.hpp"
#include "decoders/link/watchdog.hpp"

using namespace chicane;
using namespace chicane::decoders;

namespace {

struct SilentLink final : link::Link {
    explicit SilentLink(link::LinkEvents& events_) : events(events_) {}
    void start() override { events.on_open(); }
    void stop() override {}
    void reopen() override { ++reopened; }
    void send(codec::Bytes) override {}

    link::LinkEvents& events;
    int reopened = 0;
};

struct States final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing&) override {}
    void on_health(const std::string&, const link::SourceHealth& health) override { state = health.state; }
    void on_lost(const std::string&, std::uint32_t, std::uint32_t) override {}
    link::SourceState state = link::SourceState::connecting;
};

}  // namespace

TEST_CASE("in a simulated world a source falls silent by the world's time, and opens its link anew") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> silent;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("tcp://192.0.2.1:5403?protocol=p3").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return silent = std::make_shared<SilentLink>(events); }});
    source.start();
    CHECK(states.state == link::SourceState::up);
    now = timing::later_by(now, link::silence_max_us);
    source.tick();
    CHECK(states.state == link::SourceState::up);
    now = timing::later_by(now, 1);
    source.tick();
    CHECK(states.state == link::SourceState::silent);
    CHECK(silent->reopened == 0);
    now = timing::later_by(now, link::silence_max_us);
    source.tick();
    CHECK(silent->reopened == 1);
}
