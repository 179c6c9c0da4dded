// A post of race control at the built server: a desk with its keys, and what it waits for.
#pragma once

#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "desk_window.hpp"
#include "real_centre.hpp"

namespace chicane::ui::test {

inline constexpr QSize post_size{1366, 768};
inline constexpr int post_deadline_ms = 20'000;

inline bool soon(const std::function<bool()>& condition) { return until(condition, post_deadline_ms); }

/// A desk at race control with the first kart of the running session chosen, which has some laps.
struct Post {
    Post(const RealCentre& centre, const QString& user, const QString& password)
        : window(centre.url(), post_size, "en", user),
          control(*window.desk().control()),
          correction(*control.correction()) {
        REQUIRE(window.enter("race-control", password));
        REQUIRE(soon([&] { return control.phase() == "running" && control.board()->count() > 0; }));
        REQUIRE(soon([&] { return control.board()->valueAt(0, "laps").toInt() > 2; }));
    }
    void choose() { window.press(Qt::Key_Down); }
    bool previewed() {
        return soon([&] { return correction.previewed() || !correction.error().isEmpty(); }) && correction.previewed();
    }
    void apply() {
        QSignalSpy applied(&correction, &models::Correction::applied);
        REQUIRE(previewed());
        window.press(Qt::Key_Return);
        REQUIRE(soon([&] { return applied.count() == 1 || !correction.error().isEmpty(); }));
        REQUIRE(correction.error().toStdString() == "");
    }
    QString newest() const { return control.actions()->valueAt(0, "word").toString(); }
    QString subject() const { return control.actions()->valueAt(0, "subject").toString(); }

    DeskWindow window;
    models::RaceControl& control;
    models::Correction& correction;
};

}  // namespace chicane::ui::test
