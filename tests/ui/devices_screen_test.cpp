// The devices' page driven for real: pictures of each state of a loop, and what keys send to the server.
#include <QDateTime>
#include <catch2/catch.hpp>

#include "devices_page.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::DeviceSetup;

TEST_CASE("the devices of a healthy track: sources, their noise, tags weakest first, last bytes") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::healthy, size);
    CHECK(page.devices->loops().size() == 4);
    CHECK(page.devices->tags()->valueAt(0, "kart") == "9");
    CHECK(page.window->with_text("falls since") != nullptr);
    CHECK(page.window->picture(QString::fromStdString(name_of("healthy", size))));
    page.clean();
}

TEST_CASE("a noisy loop is amber above its target, in French") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::noisy, size, "fr");
    CHECK(page.window->picture(QString::fromStdString(name_of("noisy", size))));
    page.clean();
}

TEST_CASE("a lost loop says since when, what is missing by number, and that its passings are gone for good") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::lost, size);
    page.choose("s1");
    REQUIRE(until([&] { return page.devices->lost().size() == 1; }));
    CHECK(page.window->with_text("Sector 1 silent") != nullptr);
    CHECK(page.window->with_text("40118–40121") != nullptr);
    CHECK(page.window->picture(QString::fromStdString(name_of("lost", size))));
    page.clean();
}

TEST_CASE("the devices stay whole with long ids and nine-digit tags, in French and in the sun") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::lost, size, "fr", Kind::ugly);
    page.window->press(Qt::Key_L, Qt::ControlModifier);
    CHECK(page.window->picture(QString::fromStdString(name_of("ugly-sun", size))));
    page.window->press(Qt::Key_L, Qt::ControlModifier);
    page.clean();
}

TEST_CASE("a device is added by its address, its loop brought below the target, three passes made, and it counts") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::healthy, size);
    DeskWindow& window = *page.window;
    auto* setup = page.devices->setup();
    window.press(Qt::Key_N);
    REQUIRE(setup->step() == DeviceSetup::Address);
    CHECK(window.picture(QString::fromStdString(name_of("setup-address", size))));
    window.type("tcp://192.168.10.24:5403?protocol=p3");
    window.press(Qt::Key_Return);
    fill_devices(page.server, Loops::in_setup);
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return setup->step() == DeviceSetup::Hearing; }));
    const auto asked = page.server.last("POST", "devices");
    CHECK(asked.body["uri"].toString() == "tcp://192.168.10.24:5403?protocol=p3");
    CHECK(asked.body["role"].toString() == "pit_in");
    CHECK(asked.body["id"].toString() == "pit_in");
    CHECK(asked.body["test"].toBool());
    CHECK_FALSE(asked.headers["idempotency-key"].isEmpty());
}

TEST_CASE("people are added by the address manual: and are asked only what they count for") {
    Page page(Loops::healthy, small);
    DeviceSetup& setup = *page.devices->setup();
    page.window->press(Qt::Key_N);
    page.window->type("manual:");
    page.window->press(Qt::Key_Return);
    fill_devices(page.server, Loops::in_setup);
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return setup.step() == DeviceSetup::Use; }));
    CHECK(page.server.last("POST", "devices").body["uri"].toString() == "manual:");
}

TEST_CASE("the loop of a device in set-up falls below its target, is walked over, and counts from then on") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::in_setup, size);
    DeskWindow& window = *page.window;
    auto* setup = page.devices->setup();
    page.choose("pit_out");
    REQUIRE(until([&] { return page.devices->facts()["id"] == "pit_out"; }));
    window.press(Qt::Key_R);
    REQUIRE(setup->step() == DeviceSetup::Hearing);
    REQUIRE(until([&] { return setup->speaks(); }));
    window.press(Qt::Key_Return);
    REQUIRE(setup->step() == DeviceSetup::Loop);
    CHECK(setup->passes().isEmpty());
    fill_devices(page.server, Loops::walked_over);
    REQUIRE(until([&] { return setup->heard(); }));
    qint64 last_us = QDateTime::currentMSecsSinceEpoch() * 1'000;
    for (const int noise :
         {61, 61, 60, 61, 54, 55, 54, 53, 46, 45, 44, 43, 42, 41, 39, 38, 37, 37, 36, 36, 37, 36, 36}) {
        last_us += 2'000'000;
        setup->hear(source("pit_out", "pit_out",
                           {{"test", true}, {"noise", noise}, {"decoder", 268'330}, {"last_byte_us", last_us}}));
    }
    CHECK(setup->noise_first() == 61);
    CHECK(setup->quiet_s() == 18);
    CHECK_FALSE(setup->quiet());
    setup->hear(source("pit_out", "pit_out",
                       {{"test", true}, {"noise", 36}, {"decoder", 268'330}, {"last_byte_us", last_us + 2'000'000}}));
    CHECK(setup->quiet());
    CHECK(window.with_text("Accept the loop at noise 36") != nullptr);
    CHECK(window.picture(QString::fromStdString(name_of("setup", size))));
    window.press(Qt::Key_Return);
    REQUIRE(setup->step() == DeviceSetup::Use);
    CHECK(window.picture(QString::fromStdString(name_of("setup-use", size))));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return setup->step() == DeviceSetup::Closed; }));
    const auto asked = page.server.last("PATCH", "devices/pit_out");
    CHECK_FALSE(asked.body["test"].toBool(true));
    CHECK(asked.body["role"].toString() == "pit_out");
    CHECK(asked.headers["if-match"] == "\"3\"");
    page.clean();
}

TEST_CASE("the step that connects a device in test mode stays whole in French") {
    const auto size = GENERATE(wide, small);
    Page page(Loops::healthy, size, "fr");
    page.window->press(Qt::Key_N);
    page.window->type("tcp://192.168.10.24:5403?protocol=chronelec");
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return page.window->with_text("Connecter en test") != nullptr; }));
    CHECK(page.window->picture(QString::fromStdString(name_of("setup-address-fr", size))));
    page.clean();
}

TEST_CASE("a refused address is said under its field, and what was typed stays") {
    Page page(Loops::healthy);
    page.server.refuse_once("POST", "devices", "invalid", "protocol is missing: add protocol=p3", 422);
    page.window->press(Qt::Key_N);
    page.window->type("tcp://192.168.10.24:5403");
    page.window->press(Qt::Key_Return);
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return page.window->with_text("protocol is missing") != nullptr; }));
    CHECK(page.devices->setup()->step() == DeviceSetup::Address);
    CHECK(page.window->find("text", "tcp://192.168.10.24:5403") != nullptr);
    page.window->press(Qt::Key_Escape);
    CHECK(page.devices->setup()->step() == DeviceSetup::Closed);
}

TEST_CASE("what stands in chicane.toml says where it is changed, and R adds a second decoder on its loop") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Page page(Loops::lost, size, language);
    DeskWindow& window = *page.window;
    CHECK(window.with_text(language == "en" ? "Set in chicane.toml: change it there and restart"
                                            : "Défini dans chicane.toml : modifiez-le là") != nullptr);
    CHECK(window.picture(QString::fromStdString(name_of("fixed", size)) + "-" + language));
    window.press(Qt::Key_R);
    auto* setup = page.devices->setup();
    REQUIRE(setup->step() == DeviceSetup::Address);
    CHECK(window.picture(QString::fromStdString(name_of("second", size)) + "-" + language));
    window.type("tcp://192.168.10.99:5403?protocol=p3");
    window.press(Qt::Key_Return);
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return page.server.count("POST", "devices") == 1; }));
    const auto asked = page.server.last("POST", "devices");
    CHECK(asked.body["id"].toString() == "sf-2");
    CHECK(asked.body["role"].toString() == "finish");
    CHECK(asked.body["test"].toBool());
    page.clean();
}

TEST_CASE("a second decoder has the first free name beside its loop's, never longer than the server takes") {
    Page page(Loops::healthy);
    auto* setup = page.devices->setup();
    CHECK(setup->idBeside("s2") == "s2-2");
    page.devices->hear({source("s2", "sector"), source("s2-2", "sector")});
    CHECK(setup->idBeside("s2") == "s2-3");
    CHECK(setup->idBeside(QString(32, 'a')) == QString(30, 'a') + "-2");
}

TEST_CASE("a decoder is replaced with R, an address and Enter, and the session goes on") {
    Page page(Loops::healthy);
    DeskWindow& window = *page.window;
    page.choose("s2");
    REQUIRE(until([&] { return page.devices->facts()["id"] == "s2"; }));
    CHECK(window.with_text("Set in chicane.toml") == nullptr);
    window.press(Qt::Key_R);
    CHECK(window.with_text("Another decoder takes the place of s2") != nullptr);
    CHECK(window.picture("devices-replace-1366"));
    window.type("tcp://192.168.10.99:5403?protocol=p3");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return page.server.count("PATCH", "devices/s2") == 1; }));
    const auto asked = page.server.last("PATCH", "devices/s2");
    CHECK(asked.body["uri"].toString() == "tcp://192.168.10.99:5403?protocol=p3");
    CHECK(asked.headers["if-match"] == "\"3\"");
    REQUIRE(until([&] { return window.with_text("The new decoder is connected") != nullptr; }));
    page.clean();
}

TEST_CASE("T tries out, H holds the bytes, Delete removes after a second look, arrows choose") {
    Page page(Loops::healthy);
    DeskWindow& window = *page.window;
    window.press(Qt::Key_T);
    REQUIRE(until([&] { return page.server.count("PATCH", "devices/sf") == 1; }));
    CHECK(page.server.last("PATCH", "devices/sf").body["test"].toBool());
    window.press(Qt::Key_H);
    CHECK(page.devices->held());
    window.press(Qt::Key_Delete);
    CHECK(page.server.count("DELETE", "devices/sf") == 0);
    window.press(Qt::Key_Down);
    window.press(Qt::Key_Down);
    REQUIRE(until([&] { return page.devices->chosen() == "pit"; }));
    CHECK_FALSE(page.devices->held());
    window.press(Qt::Key_Delete);
    const auto asked_whether = [&] { return window.with_text("Remove pit"); };
    REQUIRE(until([&] { return asked_whether() != nullptr; }));
    CHECK(page.server.count("DELETE", "devices/pit") == 0);
    window.click(*asked_whether());
    REQUIRE(until([&] { return page.server.count("DELETE", "devices/pit") == 1; }));
    page.clean();
}

TEST_CASE("a track without a source says how one is added") {
    FakeServer server;
    fill(server, Kind::ordinary);
    auto view = control_view(Kind::ordinary);
    view[u"devices"] = QJsonArray();
    view[u"alarms"] = QJsonArray();
    server.send_view(view);
    DeskWindow window(server, small);
    REQUIRE(window.enter("devices"));
    REQUIRE(until([&] { return window.with_text("No decoder is set up") != nullptr; }));
    CHECK(window.picture("devices-empty-1366"));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE(
    "passes are told by the server's clock: what came before the step never counts, whatever the desk's clock says") {
    Page page(Loops::in_setup);
    auto* setup = page.devices->setup();
    const auto passing = [](qint64 at_us) {
        return QJsonObject{{"at_us", at_us}, {"type", "passing"}, {"transponder", 5'690'000}, {"hits", 40}};
    };
    constexpr qint64 year_2000_us = 946'684'800'000'000;
    setup->resume("elsewhere", "tcp://decoder.example:5403?protocol=p3", "finish", 0);
    setup->hear_records({passing(year_2000_us)}, {});
    setup->next();
    setup->hear_records({passing(year_2000_us)}, {});
    CHECK(setup->passes().isEmpty());
    setup->hear_records({passing(year_2000_us + 2), passing(year_2000_us + 2), passing(year_2000_us)}, {});
    CHECK(setup->passes().size() == 2);
    setup->hear_records({passing(year_2000_us + 3)}, {});  // statuses have pushed the others out
    CHECK(setup->passes().size() == 3);
}

TEST_CASE("bytes on hold do not hold up the set-up of a loop") {
    Page page(Loops::in_setup);
    auto* setup = page.devices->setup();
    page.choose("pit_out");
    page.window->press(Qt::Key_H);
    REQUIRE(page.devices->held());
    page.window->press(Qt::Key_R);
    REQUIRE(setup->step() == DeviceSetup::Hearing);
    REQUIRE(until([&] { return setup->speaks(); }));
    page.window->press(Qt::Key_Return);
    fill_devices(page.server, Loops::walked_over);
    CHECK(until([&] { return setup->heard(); }));
}

namespace {

/// The fleet has kart 9 with the tag that weakens, and kart 22 with its own.
void fill_fleet(FakeServer& server) {
    const auto kart = [](int id, const QString& number, qint64 tag) {
        return QJsonObject{
            {"id", QStringLiteral("kar_%1").arg(id)}, {"number", number}, {"transponders", QJsonArray{tag}}};
    };
    server.answer("GET", "karts", {{"items", QJsonArray{kart(9, "9", 5'707'849), kart(22, "22", 5'691'373)}}});
    const QJsonObject outcome{{"seq", 0},
                              {"adopted_passings", 3},
                              {"moved", QJsonArray{QJsonObject{{"number", "9"}, {"from", 17}, {"to", 10}},
                                                   QJsonObject{{"number", "5"}, {"from", 10}, {"to", 11}}}}};
    for (const auto* tag : {"8101234", "5691373", "5707849"})
        server.answer("PUT", "transponders/" + QString(tag) + "/assignment", outcome);
}

}  // namespace

TEST_CASE(
    "a weak tag is changed with C: the new one is previewed, given by Enter, and only then the old one taken off") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Page page(Loops::healthy, size, language);
    fill_fleet(page.server);
    DeskWindow& window = *page.window;
    auto* change = page.devices->tag_change();
    window.press(Qt::Key_C);
    REQUIRE(change->open());
    CHECK(change->old_tag() == "5707849");
    CHECK(window.picture(QString::fromStdString(name_of("change-tag", size)) + "-" + language));
    window.type("8101234");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return change->previewed(); }));
    CHECK(page.server.last("PUT", "transponders/8101234/assignment").path.endsWith("dry_run=1"));
    CHECK(page.server.count("PUT", "transponders/5707849/assignment") == 0);
    CHECK(window.picture(QString::fromStdString(name_of("change-tag-preview", size)) + "-" + language));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !change->open(); }));
    const auto given = page.server.last("PUT", "transponders/8101234/assignment");
    CHECK_FALSE(given.path.contains("dry_run"));
    CHECK(given.body["kart"].toString() == "kar_9");
    const auto taken = page.server.last("PUT", "transponders/5707849/assignment");
    CHECK(taken.body["kart"].isNull());
    CHECK(taken.body["from_us"].isNull());  // from now on: its laps stay with the kart
    page.clean();
}

TEST_CASE("a tag that another kart has is said to be taken from it, before anything is changed") {
    Page page(Loops::healthy);
    fill_fleet(page.server);
    DeskWindow& window = *page.window;
    auto* change = page.devices->tag_change();
    window.press(Qt::Key_C);
    window.type("5691373");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return change->previewed(); }));
    CHECK(window.with_text("Kart 22 has this tag now") != nullptr);
    CHECK(window.picture("devices-change-tag-taken-1366"));
    window.press(Qt::Key_Escape);
    CHECK_FALSE(change->open());
    CHECK(page.server.count("PUT", "transponders/5691373/assignment") == 1);  // the preview
    page.clean();
}

TEST_CASE("what is no new tag is refused in words, and nothing is asked of the server") {
    Page page(Loops::healthy);
    fill_fleet(page.server);
    auto* change = page.devices->tag_change();
    change->start("5707849", "9");
    for (const auto* wrong : {"", "kart", "-7", "0", "5707849"}) {
        change->choose(wrong);
        CHECK(change->error() != "");
        CHECK_FALSE(change->previewed());
    }
    CHECK(page.server.count("GET", "karts") == 0);
    change->start("5707849", "77");
    change->choose("8101234");
    REQUIRE(until([&] { return change->error() == "There is no kart 77 in the fleet."; }));
    CHECK(page.server.count("PUT", "transponders/8101234/assignment") == 0);
}

TEST_CASE("where the old tag cannot be taken off the kart keeps both, it is said, and Enter tries again") {
    Page page(Loops::healthy);
    fill_fleet(page.server);
    page.server.refuse_once("PUT", "transponders/5707849/assignment", "busy", "The server is busy.", 503);
    DeskWindow& window = *page.window;
    auto* change = page.devices->tag_change();
    window.press(Qt::Key_C);
    window.type("8101234");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return change->previewed(); }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return change->given() && change->error() != ""; }));
    CHECK(window.with_text("Kart 9 has 8101234 now, and still 5707849: The server is busy.") != nullptr);
    CHECK(window.picture("devices-change-tag-half-1366"));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !change->open(); }));
    CHECK(page.server.count("PUT", "transponders/8101234/assignment") == 2);  // preview and gift, once each
    CHECK(page.server.count("PUT", "transponders/5707849/assignment") == 2);
}
