// A passing by hand, told from race control.
#include <catch2/catch.hpp>

#include "demo_centre.hpp"
#include "desk_window.hpp"

using namespace chicane::ui::test;

TEST_CASE("N tells that the chosen kart crosses, where the track has a device of people") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(QSize(1920, 1080), QSize(1366, 768));
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("race-control"));
    REQUIRE(until([&] { return window.desk().control()->board()->count() == 18; }));
    window.press(Qt::Key_N);
    CHECK(window.with_text("Passage à la main") == nullptr);
    auto view = control_view(Kind::ordinary);
    auto devices = view["devices"].toArray();
    devices.append(QJsonObject{{"id", "hand"}, {"role", "finish"}, {"state", "up"}, {"uri", "manual:"}});
    auto strip = view["strip"].toArray();
    auto first = strip[0].toObject();
    first["manual"] = true;
    first["strength"] = QJsonValue();
    strip[0] = first;
    view["strip"] = strip;
    view["devices"] = devices;
    auto actions = view["actions"].toArray();
    actions.prepend(QJsonObject{{"seq", 9'000},
                                {"at_us", view["actions"][0]["at_us"]},
                                {"by", "anna"},
                                {"word", "manual_passing"},
                                {"subject", ""},
                                {"undone", false},
                                {"undoable", true}});
    view["actions"] = actions;
    server.send_view(view);
    REQUIRE(until([&] { return window.desk().control()->manual_device() == "hand"; }));
    window.press(Qt::Key_N);
    REQUIRE(until([&] { return window.with_text("Choisissez d’abord un kart : le passage est le sien.") != nullptr; }));
    const auto path = QStringLiteral("devices/hand/passings");
    CHECK(server.count("POST", path) == 0);
    server.answer("POST", path, {{"seq", 1}}, 201);
    window.press(Qt::Key_Down);
    window.press(Qt::Key_N);
    REQUIRE(until([&] { return server.count("POST", path) == 1; }));
    CHECK(server.last("POST", path).body == QJsonObject{{"entrant", "ent_1"}});
    CHECK_FALSE(server.last("POST", path).headers["idempotency-key"].isEmpty());
    CHECK(window.with_text("Défaire : Passage à la main") != nullptr);
    CHECK(window.with_text("manual_passing") == nullptr);
    CHECK(window.picture(QString("race-control-by-hand-%1").arg(size.width())));
    window.click(*window.with_text("Passage à la main"));
    REQUIRE(until([&] { return server.count("POST", path) == 2; }));
    server.refuse_once("POST", path, "bad_state", "Pas de transpondeur.", 409);
    window.press(Qt::Key_N);
    REQUIRE(until([&] { return window.with_text("Pas de transpondeur.") != nullptr; }));
    view["current"] = "open_main_3";
    server.send_view(view);
    REQUIRE(until([&] { return window.desk().control()->phase() == ""; }));
    window.press(Qt::Key_N);
    REQUIRE(until([&] { return server.count("POST", path) == 4; }));
    CHECK(server.last("POST", path).body["transponder"].toInteger() > 0);
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}
