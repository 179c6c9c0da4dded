// When a device's clock is logged.
#include "web/host/clock_log.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using sessions::conductor::DeviceHealth;
using web::host::clock_log_every_us;
using web::host::ClockLog;

namespace {

/// So many lines at a time.
struct Logging {
    Logging() {
        devices[0].id = "sf";
        devices[1].id = "pit";
    }
    std::size_t lines_at(std::int64_t us) { return log.due(devices, {us}).size(); }

    std::vector<DeviceHealth> devices{2};
    ClockLog log;
};

}  // namespace

TEST_CASE("a clock is logged once it was read, when its drift is known, and then once an hour") {
    Logging logging;
    CHECK(logging.lines_at(1) == 0);
    logging.devices[0].clock_spread_us = 900;
    CHECK(logging.lines_at(2) == 1);
    CHECK(logging.lines_at(3) == 0);
    logging.devices[0].clock_drift_ppm = 12.5;
    CHECK(logging.lines_at(4) == 1);
    CHECK(logging.lines_at(3 + clock_log_every_us) == 0);
    CHECK(logging.lines_at(4 + clock_log_every_us) == 1);
    CHECK(logging.lines_at(5 + clock_log_every_us) == 0);
}

TEST_CASE("two decoders behind one device have a clock each: which of them spoke last is no news") {
    Logging logging;
    DeviceHealth& device = logging.devices[0];
    device.clock_spread_us = 0;
    const auto lines_of = [&](std::uint32_t decoder, std::int64_t us) {
        device.decoder = timing::DecoderId{decoder};
        device.epoch = decoder;
        return logging.lines_at(us);
    };
    CHECK(lines_of(1, 1) == 1);
    CHECK(lines_of(2, 2) == 1);
    CHECK(lines_of(1, 3) == 0);
    CHECK(lines_of(2, 4) == 0);
}

TEST_CASE("a new epoch of a clock is logged at once, and no other device's") {
    Logging logging;
    for (DeviceHealth& device : logging.devices) device.clock_spread_us = 0;
    CHECK(logging.lines_at(1) == 2);
    logging.devices[1].epoch = 1;
    const auto due = logging.log.due(logging.devices, {2});
    REQUIRE(due.size() == 1);
    CHECK(due[0]->id == "pit");
    CHECK(logging.lines_at(3) == 0);
}
