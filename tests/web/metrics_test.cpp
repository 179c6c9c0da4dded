// The figures for Prometheus, read back by a parser of the text format (version 0.0.4) that is stricter than Prometheus' own.
#include "web/host/metrics.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace chicane;
using namespace chicane::web::host;
using sessions::conductor::DeviceHealth;
using sessions::conductor::LinkState;

namespace {

struct Parsed {
    std::map<std::string, std::string> types;
    std::map<std::string, double> samples;  ///< by name and labels, as they stand
    std::vector<std::string> faults;
};

/// Each family: HELP, TYPE, its samples, together; a counter ends in _total and is whole; labels are quoted and their names plain.
Parsed parse(const std::string& text) {
    static const std::regex help(R"(# HELP ([a-z_]+) .+)"), type(R"(# TYPE ([a-z_]+) (gauge|counter))");
    static const std::regex sample(R"(([a-z_]+)(\{([a-z_]+="([^"\\\n]|\\.)*",?)*\})? (-?[0-9.e+-]+|\+Inf|-Inf|Nan))");
    Parsed parsed;
    std::istringstream lines(text);
    std::string family;
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (std::regex_match(line, found, help)) {
            family = found[1];
            if (parsed.types.contains(family)) parsed.faults.push_back("twice: " + family);
        } else if (std::regex_match(line, found, type)) {
            if (found[1] != family) parsed.faults.push_back("a type without its help: " + line);
            parsed.types[family] = found[2];
        } else if (std::regex_match(line, found, sample)) {
            if (found[1] != family) parsed.faults.push_back("apart from its family: " + line);
            const bool counts = parsed.types[family] == "counter";
            if (counts != family.ends_with("_total")) parsed.faults.push_back("a counter is called so: " + line);
            if (!parsed.samples.emplace(found[1].str() + found[2].str(), std::stod(found[5])).second)
                parsed.faults.push_back("said twice: " + line);
        } else {
            parsed.faults.push_back("no line of the format: " + line);
        }
    }
    return parsed;
}

Metrics centre() {
    Metrics metrics;
    metrics.version = "1.2.3";
    metrics.now = {100'000'000};
    metrics.journal_lag_ms = 250;
    metrics.viewers = 12;
    metrics.messages = 4711;
    DeviceHealth sf;
    sf.id = "sf";
    sf.track = "main";
    sf.state = LinkState::up;
    sf.last_byte = timing::HostTime{99'600'000};
    sf.noise = 31;
    sf.voltage_dv = 118;
    sf.temperature_c = 23;
    sf.clock_offset_us = -214'000;
    sf.clock_drift_ppm = 1.8;
    sf.sync = {sessions::conductor::SyncedBy::sync_transponder, 40};
    sf.passings = 1284;
    sf.gaps_found = 8;
    sf.gaps_lost = 1;
    DeviceHealth pit;
    pit.id = "pit";
    pit.track = "main";
    pit.role = timing::LoopRole::pit_in;
    metrics.devices = {sf, pit};
    metrics.alarms = {{"main", sessions::conductor::AlarmKind::tag_weak},
                      {"main", sessions::conductor::AlarmKind::tag_weak}};
    return metrics;
}

}  // namespace

TEST_CASE("the figures are in Prometheus' text format, each family once and together") {
    const Parsed parsed = parse(metrics_text(centre()));
    std::string faults;
    for (const std::string& fault : parsed.faults) faults += fault + "\n";
    CHECK(faults == "");
    const auto value = [&](const std::string& name) {
        INFO(name);
        REQUIRE(parsed.samples.contains(name));
        return parsed.samples.at(name);
    };
    CHECK(value(R"(chicane_info{version="1.2.3"})") == 1);
    CHECK(value("chicane_journal_lag_seconds") == Approx(0.25));
    CHECK(value("chicane_feed_messages_total") == 4711);
    CHECK(value(R"(chicane_device_up{device="sf",track="main",role="finish"})") == 1);
    CHECK(value(R"(chicane_device_up{device="pit",track="main",role="pit_in"})") == 0);
    CHECK(value(R"(chicane_device_last_byte_seconds{device="sf",track="main"})") == Approx(0.4));
    CHECK(value(R"(chicane_device_voltage_volts{device="sf",track="main"})") == Approx(11.8));
    CHECK(value(R"(chicane_device_clock_offset_seconds{device="sf",track="main"})") == Approx(-0.214));
    CHECK(value(R"(chicane_device_synced{device="sf",track="main",by="sync_transponder"})") == 1);
    CHECK(value(R"(chicane_device_sync_spread_seconds{device="sf",track="main"})") == Approx(0.000'04));
    CHECK(value(R"(chicane_device_gaps_lost_total{device="sf",track="main"})") == 1);
    CHECK(value(R"(chicane_alarms{kind="tag_weak",track="main"})") == 2);
}

TEST_CASE("what a device does not say is left out, never nought") {
    const Parsed parsed = parse(metrics_text(centre()));
    for (const char* name :
         {"noise", "voltage_volts", "temperature_celsius", "clock_offset_seconds", "last_byte_seconds"})
        CHECK_FALSE(parsed.samples.contains("chicane_device_" + std::string(name) + R"({device="pit",track="main"})"));
}

TEST_CASE("a name that Prometheus would stumble over is escaped") {
    Metrics metrics = centre();
    metrics.version = "1\"2\\3\n4";
    CHECK(parse(metrics_text(metrics)).faults.empty());
}

TEST_CASE("docs/metrics.md has each metric with its type, and no other") {
    std::ifstream page(CHICANE_SOURCE_DIR "/docs/metrics.md");
    REQUIRE(page);
    static const std::regex row(R"(\| `(chicane_[a-z_]+)` \| (gauge|counter) \|.*)");
    std::map<std::string, std::string> told;
    for (std::string line; std::getline(page, line);) {
        std::smatch found;
        if (std::regex_match(line, found, row)) told[found[1]] = found[2];
    }
    CHECK(told == parse(metrics_text(centre())).types);
}
