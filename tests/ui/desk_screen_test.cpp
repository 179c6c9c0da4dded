// The front desk: found, booked, registered, on keys.
#include <catch2/catch.hpp>

#include "race_page.hpp"

using namespace chicane::ui::test;

TEST_CASE("the desk finds a driver from two letters and shows what Enter will do") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    REQUIRE(until([&] { return window.desk().front_desk()->plan()->count() == 6; }));
    window.type("ferr");
    REQUIRE(until([&] { return window.desk().front_desk()->found()->count() == 3; }));
    CHECK(window.picture(QString("desk-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("a lost line is said at the desk, the plan stays") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    server.go_away();
    window.type("ferr");
    REQUIRE(until([&] { return !window.desk().api()->online() && desk->error() != ""; }));
    CHECK(desk->plan()->count() == 6);
    CHECK(window.picture("desk-offline-1366"));
}

TEST_CASE("Enter books the next free seat, and a retry after a lost line carries the same key") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("POST", "bookings", {{"ref", "ABC"}}, 201);
    DeskWindow window(server, small, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("ferr");
    REQUIRE(until([&] { return desk->found()->count() == 3; }));
    server.go_away();
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->error() != ""; }));
    CHECK(desk->query() == "ferr");
    CHECK(window.find("text", "ferr") != nullptr);
    server.listen_again();
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->placed() == "Nicolas Ferreira"; }));
    const auto asked = server.last("POST", "bookings");
    CHECK(asked.body["session"].toString() == "ses_3");
    CHECK(asked.body["seats"][0][u"customer"].toString() == "cus_1");
    CHECK(asked.body["seats"][0][u"kart"].toString() != "");
    CHECK(asked.headers["idempotency-key"].size() > 10);
}

TEST_CASE("when another desk took the last seat, what was typed stays and the next sessions are offered") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const QJsonArray others{QJsonObject{
        {"session", "ses_4"}, {"name", "Kids"}, {"planned_start_us", qint64{1'780'000'000'000'000}}, {"free", 3}}};
    server.refuse_once("POST", "bookings", "capacity_exceeded", "La session de 10:35 est complète.", 409,
                       {{"free", 0}, {"alternatives", others}});
    server.answer("POST", "bookings", {{"ref", "ABC"}}, 201);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("ferr");
    REQUIRE(until([&] { return desk->found()->count() == 3; }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->full(); }));
    CHECK(desk->query() == "ferr");
    CHECK(window.picture(QString("desk-full-%1").arg(size.width())));
    const auto first_key = server.last("POST", "bookings").headers["idempotency-key"];
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->session() == "ses_4"; }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->placed() != ""; }));
    CHECK(server.last("POST", "bookings").headers["idempotency-key"] != first_key);
}

TEST_CASE("somebody unknown is registered from the keyboard and is then the chosen one") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("GET", "customers", {{"items", QJsonArray()}});
    server.answer("POST", "customers", {{"id", "cus_77"}, {"version", 1}}, 201);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("mila rey");
    REQUIRE(until([&] { return desk->searched(); }));
    CHECK(window.picture(QString("desk-nobody-%1").arg(size.width())));
    window.press(Qt::Key_N, Qt::ControlModifier);
    window.press(Qt::Key_Return);
    window.press(Qt::Key_Return);
    window.type("30/02/2012");
    window.press(Qt::Key_Tab);
    CHECK(window.with_text("Ce n’est pas une date.") != nullptr);
    CHECK(window.picture(QString("desk-register-%1").arg(size.width())));
    window.press(Qt::Key_Backtab);
    for (int i = 0; i < 10; ++i) window.press(Qt::Key_Backspace);
    window.type("28/02/2012");
    for (int i = 0; i < 3; ++i) window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->customer()["id"].toString() == "cus_77"; }));
    const auto asked = server.last("POST", "customers").body;
    CHECK(asked["given_name"].toString() == "mila");
    CHECK(asked["family_name"].toString() == "rey");
    CHECK(asked["birth_date"].toString() == "2012-02-28");
}
