// What all pages have in common: sign-in, empty, not yet loaded, ugly data.
#include <QDate>
#include <catch2/catch.hpp>

#include "race_page.hpp"

using namespace chicane::ui::test;

TEST_CASE("set-up and desk stay whole with forty entrants, long names and nine-digit tags, in French") {
    FakeServer server;
    fill(server, Kind::ugly);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    SECTION("set-up") {
        REQUIRE(window.enter("setup"));
        REQUIRE(until([&] { return window.desk().setup()->entrants()->count() == 40; }));
        CHECK(window.picture(QString("setup-ugly-%1").arg(size.width())));
    }
    SECTION("desk") {
        REQUIRE(window.enter("desk"));
        auto* desk = window.desk().front_desk();
        REQUIRE(until([&] { return desk->plan()->count() == 7; }));
        desk->chooseSession("ses_8");
        REQUIRE(until([&] { return desk->seats()->count() == 40; }));
        window.press(Qt::Key_Right, Qt::AltModifier);
        CHECK(window.picture(QString("desk-ugly-%1").arg(size.width())));
    }
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("before the first answer a page has the shape of its rows, and where none comes it says why") {
    FakeServer server;
    const auto page = GENERATE(QString("race-control"), QString("desk"));
    DeskWindow window(server, small);
    REQUIRE(window.enter(page));
    if (page == u"race-control") {
        CHECK(window.with_text("Waiting for the server") != nullptr);
        REQUIRE(until([&] { return window.find("patience", 300) != nullptr; }));
        CHECK(window.picture("race-control-loading-1366"));
    } else {
        REQUIRE(until([&] { return window.desk().front_desk()->error() != ""; }));
        CHECK(window.picture("desk-error-1366"));
    }
}

TEST_CASE("sign-in says what each server answers") {
    FakeServer server;
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    window.desk().sign_in()->servers()->add("127.0.0.1:1");
    REQUIRE(until([&] { return window.desk().sign_in()->servers()->rows()->valueAt(1, "status") == "ok"; }));
    REQUIRE(until([&] { return window.desk().sign_in()->servers()->rows()->valueAt(0, "status") == "lost"; }));
    CHECK(window.picture(QString("sign-in-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("an empty centre says what to do, in race control and at the desk") {
    FakeServer server;
    server.answer("GET", "tracks",
                  {{"items", QJsonArray{QJsonObject{{"id", "main"}, {"name", "Main circuit"}, {"length_m", 650}}}}});
    server.answer("GET", "sessions", {{"items", QJsonArray()}});
    server.answer("GET", "karts", {{"items", QJsonArray()}});
    server.answer("GET", "planner/" + QDate::currentDate().toString(Qt::ISODate), {{"items", QJsonArray()}});
    const QJsonObject clock{{"elapsed_us", QJsonValue()},
                            {"remaining_us", QJsonValue()},
                            {"laps_done", 0},
                            {"laps_total", QJsonValue()},
                            {"runs", false},
                            {"as_of_ms", 0}};
    server.send_board({{"type", "snapshot"},
                       {"seq", 1},
                       {"stream", "s"},
                       {"board", QJsonObject{{"session", QJsonValue()},
                                             {"clock", clock},
                                             {"flag", "none"},
                                             {"rows", QJsonArray()},
                                             {"messages", QJsonArray()}}}});
    server.send_view({{"track", "main"}, {"current", QJsonValue()}});
    const auto page = GENERATE(QString("race-control"), QString("desk"), QString("devices"));
    DeskWindow window(server, small);
    REQUIRE(window.enter(page));
    REQUIRE(until(
        [&] { return page == "desk" ? !window.desk().front_desk()->loading() : window.desk().control()->ready(); }));
    CHECK(window.picture(page + "-empty-1366"));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}
