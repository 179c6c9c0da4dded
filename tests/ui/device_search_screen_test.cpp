// Finding a decoder before it is set up: the server's ports, a look on its network, listening at a place; and what keys send for it.
#include <QUrlQuery>

#include "devices_page.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::DeviceSearch;
using chicane::ui::models::DeviceSetup;

namespace {

QJsonObject port(const QString& uri, const QString& name, const QString& path, const QString& maker,
                 const QString& device) {
    return {{"uri", uri},
            {"name", name},
            {"path", path},
            {"usb", "0403:6001"},
            {"serial", "AQ01KV7T"},
            {"maker", maker.isEmpty() ? QJsonValue() : QJsonValue(maker)},
            {"guess", "a USB serial adapter"},
            {"device", device.isEmpty() ? QJsonValue() : QJsonValue(device)}};
}

QJsonObject health(int statuses, int passings) {
    return {{"passings", passings}, {"passings_per_minute", 9}, {"statuses", statuses},      {"others", 0},
            {"garbage_bytes", 0},   {"good_permille", 1000},    {"sum_errors", 0},           {"decoder", 268'330},
            {"noise", 36},          {"temperature_c", 22},      {"voltage_dv", QJsonValue()}};
}

QJsonObject probed(const QString& uri, const QString& protocol, const QJsonValue& of, int bytes,
                   const QString& sureness) {
    return {{"uri", uri},
            {"protocol", protocol.isEmpty() ? QJsonValue() : QJsonValue(protocol)},
            {"certain", sureness == u"certain"},
            {"sureness", sureness},
            {"alternatives", sureness == u"likely" ? QJsonArray{"p98"} : QJsonArray()},
            {"opened", true},
            {"listened_ms", 12'000},
            {"bytes", bytes},
            {"closed", QJsonValue()},
            {"health", of}};
}

QJsonObject scanned(bool whole) {
    const auto found = [](const QString& uri, const QString& protocol, bool certain) {
        return QJsonObject{
            {"uri", uri}, {"protocol", protocol.isEmpty() ? QJsonValue() : QJsonValue(protocol)}, {"certain", certain}};
    };
    return {{"items", QJsonArray{found("tcp://192.168.10.24:5403?protocol=p3", "p3", true),
                                 found("tcp://192.168.10.40:5100?protocol=p98", "p98", false),
                                 found("tcp://192.168.10.57:3601", "", false)}},
            {"whole", whole}};
}

struct Search : Page {
    explicit Search(QSize size = small, const QString& language = "en", bool ports = true)
        : Page(Loops::healthy, size, language) {
        const QJsonArray all{
            port("serial://usb:0403:6001:AQ01KV7T", "FT232R USB UART", "/dev/ttyUSB0", "FTDI", "sf-backup"),
            port("serial://usb:067b:2303:", "USB-Serial Controller", "/dev/ttyUSB1", "Prolific", ""),
            port("serial:///dev/ttyS0", "/dev/ttyS0", "/dev/ttyS0", "", "")};
        server.answer("GET", "devices/ports", {{"items", ports ? all : QJsonArray()}});
        server.answer("POST", "devices/scan", scanned(true));
        server.answer("POST", "devices/probe",
                      probed("tcp://192.168.10.24:5403?protocol=p3", "p3", health(6, 3), 512, "certain"));
        window->press(Qt::Key_N);
        search = page().setup()->search();
        REQUIRE(until([&] { return search->ports_known(); }));
        REQUIRE(search->places()->count() == (ports ? 3 : 0));
    }
    chicane::ui::models::Devices& page() { return *devices; }
    std::string pictured(const char* state, const QString& language = "en") {
        return name_of(state, window->window().size()) + "-" + language.toStdString();
    }
    DeviceSearch* search = nullptr;
};

}  // namespace

TEST_CASE(
    "the serial ports of the server say their maker, their path and who has them, and one in use is not listened at") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Search page(size, language);
    CHECK(until([&] { return page.window->with_text("FT232R USB UART") != nullptr; }));
    CHECK(page.window->with_text(language == "en" ? "in use as sf-backup" : "utilisé par sf-backup") != nullptr);
    CHECK(page.window->picture(QString::fromStdString(page.pictured("places", language))));
    page.window->press(Qt::Key_Down);
    page.window->press(Qt::Key_Return);
    CHECK(page.server.count("POST", "devices/probe") == 0);
    page.window->press(Qt::Key_Down);
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return page.server.count("POST", "devices/probe") == 1; }));
    CHECK(page.server.last("POST", "devices/probe").body["uri"].toString() == "serial://usb:067b:2303:");
    page.clean();
}

TEST_CASE("a look on the network is started by the owner, says before what it does, and shows what speaks where") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Search page(size, language);
    CHECK(page.search->network() == "192.168.10.0/24");
    CHECK(page.window->with_text(language == "en" ? "Calls each address" : "Appelle chaque adresse") != nullptr);
    CHECK(page.server.count("POST", "devices/scan") == 0);
    page.window->press(Qt::Key_R, Qt::ControlModifier);
    REQUIRE(until([&] { return page.search->scanned(); }));
    CHECK(page.server.last("POST", "devices/scan").body["network"].toString() == "192.168.10.0/24");
    CHECK(page.search->places()->count() == 6);
    CHECK(until([&] { return page.window->with_text("192.168.10.57:3601") != nullptr; }));
    CHECK(page.window->picture(QString::fromStdString(page.pictured("scanned", language))));
    page.clean();
}

TEST_CASE("a look that finds nobody, comes to no end or is refused says so in words") {
    Search page;
    page.server.answer("POST", "devices/scan", {{"items", QJsonArray()}, {"whole", true}});
    page.search->scan("192.168.10.0/24");
    REQUIRE(until([&] { return page.search->scanned(); }));
    CHECK(page.window->with_text("Nobody answers in 192.168.10.0/24") != nullptr);
    CHECK(page.window->picture("devices-scan-empty-1366"));
    page.server.answer("POST", "devices/scan", scanned(false));
    page.search->scan("192.168.10.0/24");
    REQUIRE(until([&] { return page.window->with_text("3 found in 192.168.10.0/24, and time was over") != nullptr; }));
    page.server.refuse_once("POST", "devices/scan", "busy", "Another place is being looked at.", 503);
    page.search->scan("192.168.10.0/24");
    REQUIRE(until([&] { return page.window->with_text("Another place is being looked at.") != nullptr; }));
    CHECK(page.search->on_network() == 0);
    page.clean();
}

TEST_CASE(
    "what was heard at an address is taken over by one Enter, the name and Enter connect it, and nothing was sent") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Search page(size, language);
    DeskWindow& window = *page.window;
    window.type("tcp://192.168.10.24:5403");
    window.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(until([&] { return !page.search->heard().isEmpty(); }));
    CHECK_FALSE(page.server.last("POST", "devices/probe").body.contains("active"));
    CHECK(window.with_text(language == "en" ? "P3, certain" : "P3, certain") != nullptr);
    CHECK(window.with_text(language == "en" ? "6 statuses · 3 passings · decoder 268330 · noise 36"
                                            : "6 états · 3 passages") != nullptr);
    CHECK(window.picture(QString::fromStdString(page.pictured("probed", language))));
    window.press(Qt::Key_Return);
    CHECK(window.find("text", "tcp://192.168.10.24:5403?protocol=p3") != nullptr);
    CHECK(page.server.count("POST", "devices") == 0);
    fill_devices(page.server, Loops::in_setup);
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return page.devices->setup()->step() == DeviceSetup::Hearing; }));
    CHECK(page.server.last("POST", "devices").body["uri"].toString() == "tcp://192.168.10.24:5403?protocol=p3");
    page.clean();
}

TEST_CASE("a silent decoder is asked only by its own button, which says what that may do") {
    const QString language = GENERATE("en", "fr");
    Search page(small, language);
    DeskWindow& window = *page.window;
    page.server.answer("POST", "devices/probe",
                       probed("serial:///dev/ttyS0?protocol=ilap", "", QJsonValue(), 0, "nothing"));
    window.type("serial:///dev/ttyS0?protocol=ilap");
    window.press(Qt::Key_Return, Qt::ControlModifier);  // nothing was heard yet: there is nobody to ask
    CHECK(page.server.count("POST", "devices/probe") == 0);
    window.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(until([&] { return !page.search->heard().isEmpty(); }));
    CHECK(window.with_text(language == "en" ? "The line is open and nothing was said"
                                            : "La ligne est ouverte et rien") != nullptr);
    CHECK(window.picture(QString::fromStdString(page.pictured("probe-silent", language))));
    window.press(Qt::Key_Return);  // goes to the name, and asks nothing
    CHECK(page.server.count("POST", "devices/probe") == 1);
    window.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(until([&] { return page.server.count("POST", "devices/probe") == 2; }));
    CHECK(page.server.last("POST", "devices/probe").body["active"].toBool());
    page.clean();
}

TEST_CASE("what a probe does not know, is not sure of, or may not listen at is said, and another address forgets it") {
    Search page;
    DeskWindow& window = *page.window;
    const auto listen = [&](const QString& uri) {
        page.search->listen(uri, false);
        REQUIRE(until([&] { return page.search->listening().isEmpty(); }));
    };
    page.server.answer("POST", "devices/probe", probed("tcp://a:1?protocol=p3", "p3", health(1, 0), 40, "likely"));
    listen("tcp://a:1");
    CHECK(window.with_text("P3, likely") != nullptr);
    CHECK(window.with_text("It may be P98 as well.") != nullptr);
    page.server.answer("POST", "devices/probe", probed("tcp://a:1", "", QJsonValue(), 212, "nothing"));
    listen("tcp://a:1");
    CHECK(window.with_text("212 bytes, of no protocol that is known") != nullptr);
    page.server.refuse_once("POST", "devices/probe", "in_use", "s2 has it; look at its last bytes.", 409);
    listen("tcp://a:1");
    CHECK(window.with_text("s2 has it; look at its last bytes.") != nullptr);
    window.type("t");
    CHECK(page.search->probe_error() == "");
    page.clean();
}

TEST_CASE("a server without a serial port, or whose ports may not be seen, says so") {
    Search page(small, "en", false);
    CHECK(until([&] { return page.window->with_text("The server has no serial port.") != nullptr; }));
    page.server.refuse_once("GET", "devices/ports", "permission_needed", "This needs the mechanic's right.", 403);
    page.window->press(Qt::Key_Escape);
    page.window->press(Qt::Key_N);
    CHECK(page.window->with_text("The server has no serial port.") == nullptr);
    CHECK(until([&] { return page.window->with_text("This needs the mechanic's right.") != nullptr; }));
    page.clean();
}

TEST_CASE("the network that is proposed is the one that most sources are in, never the server itself") {
    using chicane::ui::models::network_of;
    const auto at = [](const char* uri) { return QJsonObject{{"uri", uri}}; };
    CHECK(network_of({at("tcp://10.0.0.7:5403"), at("tcp://192.168.1.9:5403"), at("tcp://192.168.1.8:5100")}) ==
          "192.168.1.0/24");
    CHECK(network_of({at("tcp://127.0.0.1:5403"), at("serial:///dev/ttyS0"), at("tcp://decoder:5403")}) == "");
}
