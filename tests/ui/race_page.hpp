// Sizes that pages are made for, and race control with its board there.
#pragma once

#include <QSize>
#include <catch2/catch.hpp>

#include "demo_centre.hpp"
#include "desk_window.hpp"

namespace chicane::ui::test {

inline constexpr QSize wide{1920, 1080};
inline constexpr QSize small{1366, 768};

/// Opens race control and waits for its karts, the strip and the grid places.
inline void control_ready(DeskWindow& window, int karts) {
    REQUIRE(window.enter("race-control"));
    auto& control = *window.desk().control();
    REQUIRE(until([&] { return control.board()->count() == karts && control.passings()->count() > 0; }));
    REQUIRE(until([&] { return control.board()->valueAt(2, "gained").toInt() != 0; }));
}

}  // namespace chicane::ui::test
