// One race from its red flag to its official result, by keyboard alone, at the built server: what the server then says is what was pressed.
#include <catch2/catch.hpp>

#include "race_post.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::AssignFlow;
using chicane::ui::models::RaceControl;

namespace {

struct Walk {
    Walk() : unknown_kart(lose_tag()), post(centre, "control", centre.password()) {
        session = post.control.planned()[u"id"].toString();
    }
    /// A kart of the fleet comes with a tag that nobody has.
    QString lose_tag() {
        const auto kart = centre.ask("GET", "karts")[u"items"][2].toObject();
        const auto path = "karts/" + kart[u"id"].toString();
        centre.ask("PATCH", path, {{"transponders", QJsonArray()}}, centre.ask("GET", path)[u"version"].toInt());
        return kart[u"number"].toString();
    }
    void flag(Qt::Key key, const QString& shown) {
        post.window.press(key);
        CAPTURE(shown.toStdString());
        REQUIRE(soon([&] { return post.control.flag() == shown; }));
    }
    void assign_unknown_tag() {
        auto& assign = *post.control.assign();
        QSignalSpy applied(&assign, &AssignFlow::applied);
        REQUIRE(soon([&] { return post.control.unknown()->count() == 1; }));
        post.window.press(Qt::Key_A);
        REQUIRE(soon([&] { return assign.open() && !assign.loading(); }));
        post.window.press(Qt::Key_Slash);
        post.window.type(unknown_kart);
        post.window.press(Qt::Key_Return);
        REQUIRE(soon([&] { return assign.previewed() || !assign.error().isEmpty(); }));
        post.window.press(Qt::Key_Return);
        REQUIRE(soon([&] { return applied.count() == 1 || !assign.error().isEmpty(); }));
        REQUIRE(assign.error().toStdString() == "");
    }
    void give_penalty() {
        post.choose();
        post.window.press(Qt::Key_P);
        REQUIRE(post.previewed());
        post.window.press(Qt::Key_Slash);
        post.window.type("Contact");
        post.window.press(Qt::Key_Return);
        post.apply();
        REQUIRE(soon([&] { return post.newest() == "decision"; }));
    }
    void swap_with_another() {
        post.window.press(Qt::Key_S);
        REQUIRE(soon([&] { return post.control.targets()->ready(); }));
        const auto own = post.correction.number();
        auto& board = *post.control.board();
        const auto other = board.valueAt(0, "number").toString() == own ? 1 : 0;
        post.window.type(board.valueAt(other, "number").toString());
        post.apply();
        REQUIRE(soon([&] { return post.newest() == "exchange_passings"; }));
    }
    QJsonObject result() { return centre.ask("GET", "sessions/" + session + "/result"); }
    /// The newest deed that still stands.
    QString stands() {
        for (const auto& event : centre.ask("GET", "sessions/" + session + "/events")[u"items"].toArray()) {
            if (!event[u"undone"].toBool()) return event[u"kind"].toString();
        }
        return {};
    }

    RealCentre centre;
    QString unknown_kart;
    Post post;
    QString session;
};

}  // namespace

TEST_CASE("a race with a red flag, an unknown tag, a penalty, a swap, an undo and a finish is run on keys alone") {
    Walk walk;
    auto& window = walk.post.window;
    auto& control = walk.post.control;
    QSignalSpy refused(&control, &RaceControl::refused);

    walk.flag(Qt::Key_F3, "red");
    CHECK(window.picture("walk-red-1366"));
    walk.flag(Qt::Key_F1, "green");
    walk.assign_unknown_tag();
    walk.give_penalty();
    walk.swap_with_another();
    CHECK(walk.stands() == "exchange_passings");
    window.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(soon([&] { return control.actions()->valueAt(0, "undone").toBool(); }));
    CHECK(walk.stands() == "decision");

    walk.flag(Qt::Key_F4, "chequered");
    REQUIRE(soon([&] { return control.phase() == "finished"; }));
    CHECK_FALSE(walk.result().contains(u"official"));
    window.press(Qt::Key_E);
    REQUIRE(soon([&] { return control.provisional()[u"id"].toString() == walk.session; }));
    window.press(Qt::Key_V);
    REQUIRE(soon([&] { return control.planned().contains(u"official_at_us"); }));
    CHECK(window.picture("walk-official-1366"));

    const auto result = walk.result();
    CHECK(result[u"state"].toString() == "finished");
    CHECK(result[u"official"][u"by"].toString() == "control");
    REQUIRE(result[u"decisions"].toArray().size() == 1);
    CHECK(result[u"decisions"][0][u"fact"].toString() == "Contact");
    // A correction afterwards is one key away, and makes it provisional again.
    window.press(Qt::Key_T);
    window.press(Qt::Key_5);
    walk.post.apply();
    REQUIRE(soon([&] { return !control.planned().contains(u"official_at_us"); }));
    CHECK(refused.count() == 0);
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}
