// chicane.toml is written by hand: every fault is one line that names file, line and key, and says what was expected.
#include "web/host/config.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::web::host;

namespace {

std::string fault_of(const std::string& text) {
    const auto config = parse_config(text, "chicane.toml");
    return config ? "" : config.error();
}

const std::string one_track = "[[track]]\nid = \"main\"\n";

}  // namespace

TEST_CASE("the configuration of the contract is read whole") {
    const auto config = parse_config(R"([centre]
name = "Demo Karting"
timezone = "Europe/Paris"
currency = "EUR"
locale = "fr"
[web]
listen = "127.0.0.1:8080"
trusted_proxies = ["127.0.0.1"]
[rmonitor]
listen = "127.0.0.1:50000"
[[track]]
id = "main"
name = "Main circuit"
length_m = 650
min_lap_ms = 15000
open_practice_hide_min = 10
protest_min = 30
sync_transponder = 9999
[[track.decoder]]
id = "sf"
uri = "tcp://127.0.0.1:5403?protocol=p3"
role = "finish"
[[track.decoder]]
id = "s1"
uri = "tcp://127.0.0.1:5404?protocol=p3"
role = "sector"
sector = 1
[track.apex]
port = 10110
)",
                                     "chicane.toml");
    REQUIRE(config);
    CHECK(config->web == Endpoint{"127.0.0.1", 8080});
    CHECK(config->trusted_proxies == std::vector<std::string>{"127.0.0.1"});
    REQUIRE(config->tracks.size() == 1);
    const auto& track = config->tracks.front();
    CHECK(track.min_lap_us == 15'000'000);
    CHECK(track.protest_min == 30);
    CHECK(track.sync_transponder == 9999U);
    CHECK(track.rmonitor == Endpoint{"127.0.0.1", 50000});
    CHECK(track.apex_port == 10110);
    REQUIRE(track.decoders.size() == 2);
    CHECK(track.decoders[1].role == timing::LoopRole::sector);
    CHECK(track.decoders[1].sector == 1);
}

TEST_CASE("what is left out has the defaults of the contract") {
    const auto config = parse_config(one_track, "chicane.toml");
    REQUIRE(config);
    CHECK(config->web == Endpoint{"127.0.0.1", 8080});
    CHECK(config->tracks.front().open_practice_hide_min == 10);
    CHECK(config->tracks.front().protest_min == 0);
    CHECK(config->tracks.front().rmonitor == std::nullopt);
    CHECK(config->tracks.front().sync_transponder == std::nullopt);
}

TEST_CASE("a file that is no TOML says its line") {
    CHECK(fault_of("[centre]\nname = \n").starts_with("chicane.toml:2: not TOML:"));
}

TEST_CASE("an unknown key is refused with its line and what is known there") {
    CHECK(fault_of("[web]\nlisten = \"127.0.0.1:1\"\nport = 3\n" + one_track) ==
          "chicane.toml:3: web.port: unknown key; known here: listen, trusted_proxies");
}

TEST_CASE("a wrong type says what was expected") {
    CHECK(fault_of("[[track]]\nid = \"main\"\nlength_m = \"650\"\n") ==
          "chicane.toml:3: track.length_m: expected a whole number from 0 to 100000, found '650'");
}

TEST_CASE("a track may have simulated lights and karts that are slowed down") {
    const auto config = parse_config(
        one_track +
            "[track.lights]\ndriver = \"sim\"\n[track.kart_speed]\ndriver = \"sim\"\nseed = 9\nlost_percent = 5\n",
        "chicane.toml");
    REQUIRE(config);
    CHECK(config->tracks.front().sim_lights);
    CHECK(config->tracks.front().sim_kart_speed == sessions::outputs::SimKartOptions{9, 5, 0});
    CHECK_FALSE(parse_config(one_track, "chicane.toml")->tracks.front().sim_kart_speed);
    CHECK(fault_of(one_track + "[track.lights]\ndriver = \"dmx\"\n").find("unknown driver \"dmx\"; known: sim") !=
          std::string::npos);
}

TEST_CASE("a sync transponder is a number") {
    CHECK(fault_of("[[track]]\nid = \"main\"\nsync_transponder = 0\n")
              .starts_with("chicane.toml:3: track.sync_transponder: "));
}

TEST_CASE("a required key that is missing is named at its table's line") {
    CHECK(fault_of(one_track + "[[track.decoder]]\nid = \"sf\"\n") ==
          "chicane.toml:3: track.decoder.uri: is missing; expected a text");
}

TEST_CASE("an unknown role says the known ones") {
    CHECK(fault_of(one_track + "[[track.decoder]]\nid = \"sf\"\nuri = \"sim:?protocol=p3\"\nrole = \"goal\"\n") ==
          "chicane.toml:6: track.decoder.role: unknown word \"goal\"; known: finish, finish_in_pit, sector, pit_in, "
          "pit_out, "
          "speed_trap, pit_box");
}

TEST_CASE("a sector loop says which sector") {
    CHECK(fault_of(one_track + "[[track.decoder]]\nid = \"s1\"\nuri = \"sim:?protocol=p3\"\nrole = \"sector\"\n") ==
          "chicane.toml:3: track.decoder.sector: is missing; expected a whole number from 1 to 32");
}

TEST_CASE("an address without a port is refused") {
    CHECK(fault_of("[web]\nlisten = \"localhost\"\n" + one_track) ==
          "chicane.toml:2: web.listen: expected an address and a port: \"127.0.0.1:8080\", found \"localhost\"");
}

TEST_CASE("an address is one of this machine, in numbers") {
    CHECK_FALSE(fault_of("[web]\nlisten = \"karting.example:80\"\n" + one_track).empty());
    CHECK(parse_config("[web]\nlisten = \"[::1]:80\"\n" + one_track, "chicane.toml").has_value());
}

TEST_CASE("a trusted proxy is an address, known however it is written") {
    const auto written =
        parse_config("[web]\ntrusted_proxies = [\"0:0:0:0:0:0:0:1\", \"10.0.0.7\"]\n" + one_track, "chicane.toml");
    REQUIRE(written);
    CHECK(written->trusted_proxies == std::vector<std::string>{"::1", "10.0.0.7"});
    CHECK(fault_of("[web]\ntrusted_proxies = [\"10.0.0.0/8\"]\n" + one_track) ==
          "chicane.toml:2: web.trusted_proxies: expected addresses: [\"127.0.0.1\", \"::1\"], found \"10.0.0.0/8\"");
    CHECK_FALSE(fault_of("[web]\ntrusted_proxies = [\"localhost\"]\n" + one_track).empty());
}

TEST_CASE("a key that may be left out is among those that are known") {
    CHECK(fault_of(one_track + "[rmonitr]\nlisten = \"127.0.0.1:1\"\n") ==
          "chicane.toml:3: rmonitr: unknown key; known here: centre, rmonitor, track, web");
}

TEST_CASE("a language that Chicane does not speak, and a currency that is no code, are refused") {
    CHECK(fault_of("[centre]\nlocale = \"xx\"\n" + one_track) ==
          "chicane.toml:2: centre.locale: unknown language \"xx\"; known: fr, en");
    CHECK_FALSE(fault_of("[centre]\ncurrency = \"eur\"\n" + one_track).empty());
}

TEST_CASE("sheets that print themselves are named by their kinds, each once") {
    const auto config =
        parse_config(one_track + "print_at_end = [\"result\", \"lap_times\", \"result\"]\n", "chicane.toml");
    REQUIRE(config);
    using chicane::web::sheets::Kind;
    CHECK(config->tracks[0].print_at_end == std::vector{Kind::result, Kind::lap_times});
    CHECK(fault_of(one_track + "print_at_end = [\"poster\"]\n") ==
          "chicane.toml:3: track.print_at_end: unknown sheet \"poster\"; known: result, entries, grid, lap_times, "
          "lap_chart, sectors, decisions, certificate");
}

TEST_CASE("a logo that is not there is refused before anybody prints") {
    CHECK(fault_of("[centre]\nlogo = \"/nowhere/logo.png\"\n" + one_track) ==
          "chicane.toml:2: centre.logo: no file \"/nowhere/logo.png\"; expected the whole path of a PNG or JPEG");
}

TEST_CASE("an unknown time zone is refused") {
    CHECK(fault_of("[centre]\ntimezone = \"Europe/Karting\"\n" + one_track)
              .starts_with("chicane.toml:2: centre.timezone: unknown"));
}

TEST_CASE("a centre without a track is refused") {
    CHECK(fault_of("[centre]\nname = \"Demo\"\n") ==
          "chicane.toml:1: track: is missing; a centre has at least one [[track]]");
}

TEST_CASE("one id for two tracks or two decoders is refused") {
    CHECK(fault_of(one_track + one_track) == "chicane.toml:4: track.id: two tracks are called \"main\"");
    const std::string decoder = "[[track.decoder]]\nid = \"sf\"\nuri = \"sim:?protocol=p3\"\n";
    CHECK(fault_of(one_track + decoder + decoder) ==
          "chicane.toml:7: track.decoder.id: two decoders are called \"sf\"");
}

TEST_CASE("an id that cannot stand in an address is refused") {
    CHECK(fault_of("[[track]]\nid = \"Main circuit\"\n") ==
          "chicane.toml:2: track.id: expected at most 32 of a-z, 0-9, - and _, found \"Main circuit\"");
}

TEST_CASE("a file that is not there is said in one line") {
    const auto config = read_config("/nonexistent/chicane.toml");
    REQUIRE_FALSE(config);
    CHECK(config.error() == "/nonexistent/chicane.toml: cannot be read: No such file or directory");
}

TEST_CASE("an endpoint is a host and a port, also of IPv6") {
    CHECK(parse_endpoint("[::1]:0") == Endpoint{"::1", 0});
    CHECK(parse_endpoint(":80") == std::nullopt);
    CHECK(parse_endpoint("localhost:99999") == std::nullopt);
}

TEST_CASE("an unknown protocol says the known ones") {
    CHECK(fault_of(one_track + "[[track.decoder]]\nid = \"sf\"\nuri = \"tcp://127.0.0.1:5403?protocol=p4\"\n")
              .starts_with("chicane.toml:5: track.decoder.uri: "));
    CHECK(fault_of(one_track + "[[track.decoder]]\nid = \"sf\"\nuri = \"tcp://127.0.0.1:5403?protocol=p4\"\n")
              .find("known: p3") != std::string::npos);
}
