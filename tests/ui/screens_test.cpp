// Pages driven for real: keys and clicks in, requests at the server and pictures out. Each case needs only itself.
#include <catch2/catch.hpp>

#include "demo_centre.hpp"
#include "desk_window.hpp"

using namespace chicane::ui::test;

namespace {

constexpr QSize wide{1920, 1080};
constexpr QSize small{1366, 768};

void control_ready(DeskWindow& window, int karts) {
    REQUIRE(window.enter("race-control"));
    REQUIRE(until([&] {
        return window.desk().control()->board()->count() == karts && window.desk().control()->passings()->count() > 0;
    }));
}

}  // namespace

TEST_CASE("race control shows an ordinary race at both sizes") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    control_ready(window, 18);
    CHECK(window.picture(QString("race-control-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("the desk finds a driver from two letters and shows what Enter will do") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    REQUIRE(until([&] { return window.desk().front_desk()->plan()->count() == 7; }));
    window.type("ferr");
    REQUIRE(until([&] { return window.desk().front_desk()->found()->count() == 3; }));
    CHECK(window.picture(QString("desk-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("the set-up shows entrants, grid and the rules as a sentence") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().control()->day()->count() == 7; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(until([&] {
        return window.page() == "setup" && window.desk().setup()->entrants()->count() == 18 &&
               window.desk().setup()->karts()->count() > 0;
    }));
    CHECK(window.picture(QString("setup-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}
