// Serial links over real pseudo-terminals.
#include "decoders/link/serial_link.hpp"

#include <fstream>

#include "decoders/codec/text_write.hpp"
#include "tests/decoders/event_loop.hpp"
#include "tests/decoders/pty.hpp"

using namespace chicane::decoders;
namespace asio = boost::asio;

namespace {

struct Opened {
    explicit Opened(const std::string& uri) : wire(link::make_link(io, link::parse_probe_uri(uri).value(), log)) {
        wire->start();
    }
    ~Opened() { wire->stop(); }

    asio::io_context io;
    test::LinkLog log;
    std::shared_ptr<link::Link> wire;
};

void until(Opened& opened, const std::function<bool()>& so) { test::run_until(opened.io, so); }

}  // namespace

TEST_CASE("a serial port carries every byte both ways, unchanged") {
    test::Pty pty;
    Opened opened(pty.uri() + "?baud=19200");
    until(opened, [&] { return opened.log.opened == 1; });
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    pty.say(all);
    until(opened, [&] { return opened.log.text.size() == all.size(); });
    CHECK(opened.log.text == all);
    CHECK(pty.speed() == B19200);
    opened.wire->send(codec::bytes_of(all));
    std::string heard;
    until(opened, [&] { return (heard += pty.heard()).size() >= all.size(); });
    CHECK(heard == all);
}

TEST_CASE("bytes of a serial port have the time of their read, by both clocks") {
    test::Pty pty;
    Opened opened(pty.uri() + "?baud=9600");
    until(opened, [&] { return opened.log.opened == 1; });
    const auto before = link::host_moment();
    pty.say("x");
    until(opened, [&] { return !opened.log.text.empty(); });
    const auto after = link::host_moment();
    REQUIRE(opened.log.read_at.size() == 1);
    const auto& at = opened.log.read_at.front();
    CHECK(at.wall >= before.wall);
    CHECK(at.wall <= after.wall);
    CHECK(at.steady_us >= before.steady_us);
    CHECK(at.steady_us <= after.steady_us);
}

TEST_CASE("an unplugged serial port says so, and goes on once it is plugged in again") {
    test::Pty pty;
    Opened opened(pty.uri() + "?baud=9600");
    until(opened, [&] { return opened.log.opened == 1; });
    pty.unplug();
    until(opened, [&] { return opened.log.reasons.size() >= 2; });
    CHECK(opened.log.reasons[0].find("connection lost") != std::string::npos);
    CHECK(opened.log.reasons[0].find("unplugged?") != std::string::npos);
    CHECK(opened.log.reasons[1].find("cannot open: No such file or directory; is it plugged in?") != std::string::npos);
    pty.plug();
    until(opened, [&] { return opened.log.opened == 2; });
    pty.say("again");
    until(opened, [&] { return opened.log.text == "again"; });
}

TEST_CASE("a port that is named by its USB id is found where it was plugged in again") {
    test::Pty first, second;
    const link::UsbPort id{0x0403, 0x6001, "A9007QZW"};
    std::vector<link::SerialPort> ports{{first.path(), "", id, "FTDI", "FT232R"}};
    asio::io_context io;
    test::LinkLog log;
    const link::SerialTarget target{id, 9'600, {}, {}};
    const auto wire = std::make_shared<link::SerialLink>(io, target, log, [&] { return ports; });
    wire->start();
    test::run_until(io, [&] { return log.opened == 1; });
    ports.clear();
    first.unplug();
    test::run_until(io, [&] { return log.reasons.size() >= 2; });
    CHECK(log.reasons[1].find("no port has this USB id: is it plugged in?") != std::string::npos);
    ports.push_back({second.path(), "", id, "FTDI", "FT232R"});
    test::run_until(io, [&] { return log.opened == 2; });
    second.say("here");
    test::run_until(io, [&] { return log.text == "here"; });
    wire->stop();
}

TEST_CASE("a serial port that another has open is not shared") {
    test::Pty pty;
    Opened opened(pty.uri() + "?baud=9600");
    until(opened, [&] { return opened.log.opened == 1; });
    Opened other(pty.uri() + "?baud=9600");
    until(other, [&] { return !other.log.reasons.empty(); });
    CHECK(other.log.opened == 0);
    CHECK(other.log.reasons[0].find("another program has it open") != std::string::npos);
    opened.wire->stop();
    until(other, [&] { return other.log.opened == 1; });
}

TEST_CASE("what is no serial port is refused with a reason") {
    const test::Scratch scratch;
    const auto file = scratch.write("notes.txt", "no port");
    Opened opened("serial://" + file.string() + "?baud=9600");
    until(opened, [&] { return !opened.log.reasons.empty(); });
    CHECK(opened.log.opened == 0);
    CHECK(opened.log.reasons[0].find("cannot open") != std::string::npos);
}

TEST_CASE("USB ports are told apart by their serial number, and one without is asked for it") {
    const link::UsbPort a{0x0403, 0x6001, "A"}, b{0x0403, 0x6001, "B"}, kind{0x0403, 0x6001, ""};
    const std::vector<link::SerialPort> ports{
        {"/dev/ttyUSB0", "", a, "", ""}, {"/dev/ttyUSB1", "", b, "", ""}, {"/dev/ttyS0", "", {}, "", ""}};
    CHECK(link::find_port(b, ports) == "/dev/ttyUSB1");
    CHECK(link::find_port(kind, ports).error().starts_with("2 ports have this USB id: add the serial number"));
    CHECK(link::find_port(kind, std::span(ports).subspan(1)) == "/dev/ttyUSB1");
    CHECK_FALSE(link::find_port({0x0403, 0x6001, "C"}, ports).has_value());
    CHECK(link::uri_of(ports[0]) == "serial://usb:0403:6001:A");
    CHECK(link::uri_of(ports[2]) == "serial:///dev/ttyS0");
}

TEST_CASE("the names that udev gives ports for good are looked for only where they are asked for") {
    test::Scratch folder;
    const auto port = folder.folder() / "ttyUSB0";
    std::ofstream{port};
    const auto names = folder.folder() / "by-id";
    std::filesystem::create_directory(names);
    std::filesystem::create_symlink(port, names / "usb-decoder");
    const std::vector<link::SerialPort> ports{{port.string(), "", {}, "", ""}, {"/dev/ttyS0", "", {}, "", ""}};
    const auto named = link::with_lasting_names(ports, names);
    CHECK(named.at(0).by_id == (names / "usb-decoder").string());
    CHECK(named.at(1).by_id.empty());
    CHECK(link::with_lasting_names(ports, folder.folder() / "none") == ports);
}

TEST_CASE("a port is guessed from its USB name, else from its chip") {
    link::SerialPort port{"/dev/ttyUSB0", "", link::UsbPort{0x0403, 0x6001, ""}, "FTDI", "FT232R USB UART"};
    CHECK(link::guess_of(port) == "FTDI FT232 adapter: any decoder may hang behind it");
    port.product = "ImmersionRC LapRF 8-Way";
    CHECK(link::guess_of(port) == "ImmersionRC LapRF: laprf");
    CHECK(link::guess_of({"/dev/ttyS0", "", {}, "", ""}) == "port of the computer");
    CHECK(link::guess_of({"/dev/ttyACM0", "", link::UsbPort{1, 2, ""}, "", ""}) == "USB device of an unknown kind");
}
