// The laps of a kart, corrected on keys: what looks wrong is chosen, each act is previewed on the board, Enter does it.
#include <catch2/catch.hpp>

#include "correction_page.hpp"

using namespace chicane::ui::test;

TEST_CASE(
    "L shows the laps of the chosen kart with the doubtful one chosen, and 2 and Enter divide it after a preview") {
    const auto size = GENERATE(wide, small);
    const auto language = GENERATE(QString("en"), QString("fr"));
    Correcting page(size, language);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    CHECK(page.laps().passing()["lap"].toInt() == 8);
    CHECK(page.window->picture(QString("laps-%1-%2").arg(language).arg(size.width())));
    CHECK(page.server.count("POST", session_events) == 0);
    page.window->press(Qt::Key_2);
    REQUIRE(page.previewed());
    CHECK(page.server.last("POST", session_events).path.endsWith("dry_run=1"));
    CHECK(page.window->desk().control()->board()->valueAt(17, "moveTo").toInt() == 8);
    CHECK(page.window->picture(QString("laps-split-%1-%2").arg(language).arg(size.width())));
    CHECK(page.done() == QJsonObject{{"kind", "split"}, {"passing", 4008}, {"parts", 2}});
    CHECK(page.window->desk().control()->board()->valueAt(17, "moveTo").toInt() == 0);
    CHECK(page.warnings() == "");
}

TEST_CASE("a passing too many is taken out with V, and another act takes the place of the first") {
    Correcting page(small);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    for (int i = 0; i < 4; ++i) page.window->press(Qt::Key_Down);
    CHECK(page.laps().passing()["lap"].toInt() == 4);
    page.window->press(Qt::Key_D);
    REQUIRE(page.previewed());
    CHECK(page.correction().asked()["kind"] == "delete_lap");
    page.window->press(Qt::Key_V);
    REQUIRE(page.previewed());
    CHECK(page.window->picture("laps-void-fr-1366"));
    CHECK(page.done() == QJsonObject{{"kind", "void"}, {"passing", 4004}});
}

TEST_CASE("why is typed after /, no letter of it is a key, and it is sent with what is done at last") {
    const auto size = GENERATE(wide, small);
    Correcting page(size);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.window->press(Qt::Key_D);
    REQUIRE(page.previewed());
    page.window->press(Qt::Key_Slash);
    page.window->type("vu 2 fois");
    CHECK(page.window->picture(QString("laps-why-fr-%1").arg(size.width())));
    CHECK(page.correction().asked()["kind"] == "delete_lap");
    page.window->press(Qt::Key_Return);
    CHECK(page.correction().open());
    page.window->press(Qt::Key_V);
    REQUIRE(page.previewed());
    CHECK(page.done() == QJsonObject{{"kind", "void"}, {"passing", 4008}, {"why", "vu 2 fois"}});
    CHECK(page.warnings() == "");
}

TEST_CASE("the first finisher is set only once the chequered flag is out") {
    Correcting page(small);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.window->press(Qt::Key_1);
    page.server.send_board(snapshot(18, Kind::ordinary, "chequered"));
    REQUIRE(until([&] { return page.window->desk().control()->flag() == "chequered"; }));
    CHECK(page.server.count("POST", session_events) == 0);
    page.window->press(Qt::Key_1);
    REQUIRE(page.previewed());
    CHECK(page.done() == QJsonObject{{"kind", "set_first_finisher"}, {"passing", 4008}});
}

TEST_CASE("choosing another lap ends the preview of the one before, and Enter does nothing until the next") {
    Correcting page(small);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.window->press(Qt::Key_2);
    REQUIRE(page.previewed());
    page.window->press(Qt::Key_Down);
    CHECK_FALSE(page.correction().previewed());
    page.window->press(Qt::Key_Return);
    CHECK(page.correction().open());
    CHECK(page.server.count("POST", session_events) == 1);
    page.window->press(Qt::Key_Escape);
    CHECK_FALSE(page.correction().open());
}

TEST_CASE("two clicks open the laps, a refusal is said where it was asked, and the side goes back when it is left") {
    Correcting page(small);
    page.window->click(*page.window->with_text("Tours"));
    auto* button = page.window->find("what", "laps");
    REQUIRE(button != nullptr);
    page.window->click(*button);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.server.refuse_once("POST", session_events, "bad_state", "Ce tour est déjà partagé.", 409);
    page.window->click(*page.window->find("hint", "2"));
    REQUIRE(until([&] { return page.window->with_text("Ce tour est déjà partagé.") != nullptr; }));
    CHECK(page.window->picture("laps-refused-fr-1366"));
    page.window->press(Qt::Key_Escape);
    CHECK(page.window->with_text("Ce tour est déjà partagé.") == nullptr);
    CHECK(page.window->find("what", "laps") != nullptr);
}

TEST_CASE("without a chosen kart and in open practice L says why there is nothing to correct") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small, "fr");
    control_ready(window, 18);
    window.press(Qt::Key_L);
    REQUIRE(until([&] { return window.with_text("Choisissez d’abord un kart.") != nullptr; }));
    auto view = control_view(Kind::ordinary);
    view["current"] = "open_main_3";
    server.send_view(view);
    REQUIRE(until([&] { return window.desk().control()->phase() == ""; }));
    window.press(Qt::Key_Down);
    window.press(Qt::Key_L);
    REQUIRE(until([&] { return window.with_text("Les essais libres") != nullptr; }));
}

TEST_CASE("the laps stay whole with forty karts and long names") {
    const auto size = GENERATE(wide, small);
    Correcting page(size, "fr", Kind::ugly);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.window->press(Qt::Key_3);
    REQUIRE(page.previewed());
    CHECK(page.window->picture(QString("laps-ugly-%1").arg(size.width())));
    CHECK(page.warnings() == "");
}
