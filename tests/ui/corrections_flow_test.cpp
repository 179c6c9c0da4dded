// Corrections at the built server, by keyboard alone, and two posts at once. Each case starts a centre of its own.
#include <catch2/catch.hpp>

#include "race_post.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::RaceControl;

TEST_CASE("a passing is taken out, the act taken back and done again, a lap divided, on keys alone") {
    RealCentre centre;
    Post post(centre, "control", centre.password());
    auto& laps = *post.control.laps();
    post.choose();
    post.window.press(Qt::Key_L);
    REQUIRE(soon([&] { return laps.rows()->count() > 2; }));
    const auto number = post.correction.number();
    const auto first = laps.passing()["seq"].toDouble();
    post.window.press(Qt::Key_V);
    post.apply();
    REQUIRE(soon([&] { return post.newest() == "void"; }));
    CHECK(post.subject().toStdString() == ("kart " + number).toStdString());

    post.window.press(Qt::Key_L);
    REQUIRE(soon([&] { return laps.rows()->indexOf(QString::number(first, 'f', 0)) >= 0; }));
    const auto row = laps.rows()->indexOf(QString::number(first, 'f', 0));
    CHECK(laps.rows()->valueAt(row, "verdict").toString() == "voided");
    CHECK(post.window.picture("real-laps-1366"));
    post.window.press(Qt::Key_Escape);

    post.window.press(Qt::Key_U);
    post.apply();
    REQUIRE(soon([&] { return post.control.actions()->valueAt(0, "undone").toBool(); }));
    post.window.press(Qt::Key_U);
    REQUIRE(post.previewed());
    CHECK(post.correction.asked()["kind"] == "redo");
    post.apply();
    REQUIRE(soon([&] { return post.newest() == "void" && !post.control.actions()->valueAt(0, "undone").toBool(); }));

    post.window.press(Qt::Key_L);
    REQUIRE(soon([&] { return laps.rows()->count() > 2; }));
    post.window.press(Qt::Key_Down);
    post.window.press(Qt::Key_Down);
    post.window.press(Qt::Key_2);
    post.apply();
    REQUIRE(soon([&] { return post.newest() == "split"; }));
    CHECK(post.window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("a penalty with its foot-note, a state and a swap of karts are given on keys alone") {
    RealCentre centre;
    Post post(centre, "control", centre.password());
    const auto session = post.control.planned()[u"id"].toString();
    post.choose();
    post.window.press(Qt::Key_P);
    REQUIRE(post.previewed());
    CHECK(post.correction.if_ended() == (post.control.session()[u"rank"].toString() == "laps"));
    post.window.press(Qt::Key_Slash);
    post.window.type("Contact");
    post.window.press(Qt::Key_Return);
    CHECK(post.window.picture("real-penalty-1366"));
    post.apply();
    const auto decisions = centre.ask("GET", "sessions/" + session + "/result")[u"decisions"].toArray();
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0][u"fact"].toString() == "Contact");
    CHECK(decisions[0][u"amount"].toInteger() == 5'000'000);

    post.window.press(Qt::Key_T);
    post.window.press(Qt::Key_1);
    post.apply();
    REQUIRE(soon([&] { return post.newest() == "status"; }));

    post.window.press(Qt::Key_S);
    REQUIRE(soon([&] { return post.control.targets()->ready(); }));
    const auto own = post.correction.number();
    QString other;
    for (int i = 0; i < post.control.board()->count() && other.isEmpty(); ++i) {
        const auto number = post.control.board()->valueAt(i, "number").toString();
        if (number != own) other = number;
    }
    post.window.type(other);
    post.apply();
    REQUIRE(soon([&] { return post.newest() == "exchange_passings"; }));
    CHECK(post.window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("two posts see what the other does, and the later of two that do the same is told so") {
    RealCentre centre;
    Post one(centre, "control", centre.password());
    Post two(centre, "admin", centre.password());
    for (Post* post : {&one, &two}) {
        post->choose();
        post->window.press(Qt::Key_L);
        REQUIRE(soon([&] { return post->control.laps()->rows()->count() > 2; }));
    }
    const auto seq = one.control.laps()->passing()["seq"];
    two.control.laps()->choose(two.control.laps()->rows()->indexOf(QString::number(seq.toDouble(), 'f', 0)));
    for (Post* post : {&one, &two}) {
        post->window.press(Qt::Key_V);
        REQUIRE(post->previewed());
    }
    QSignalSpy told(&two.control, &RaceControl::otherDid);
    QSignalSpy own(&one.control, &RaceControl::otherDid);
    one.apply();
    REQUIRE(soon([&] { return told.count() == 1; }));
    CHECK(told[0][0].toString() == "control");
    CHECK(told[0][1].toString() == "void");
    REQUIRE(soon([&] { return two.window.with_text("the passing is taken out already") != nullptr; }));
    CHECK(two.window.picture("real-two-posts-1366"));
    CHECK(own.count() == 0);
}
