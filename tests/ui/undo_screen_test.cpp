// The last ten actions: any of them taken back or done again after its preview; what another post does is said at once.
#include <catch2/catch.hpp>

#include "correction_page.hpp"

using namespace chicane::ui::test;

namespace {

QJsonObject action(int seq, const QString& by, const QString& word, const QJsonObject& more = {}) {
    QJsonObject made{
        {"seq", seq},         {"at_us", (QDateTime::currentMSecsSinceEpoch() - (900 - seq) * 1'000) * 1'000},
        {"by", by},           {"word", word},
        {"subject", "ses_2"}, {"undone", false},
        {"undoable", true}};
    for (auto it = more.begin(); it != more.end(); ++it) made[it.key()] = it.value();
    return made;
}

QJsonArray corrections() {
    return {action(900, "Léa Morin", "decision",
                   {{"redoable", true}, {"entrant", "ent_14"}, {"detail", "warning"}, {"why", "Track limits, turn 5"}}),
            action(899, "control", "swap_kart", {{"redoable", true}, {"entrant", "ent_9"}}),
            action(898, "control", "split",
                   {{"redoable", true}, {"entrant", "ent_18"}, {"undone", true}, {"undone_by", "Léa Morin"}}),
            action(897, "control", "flag_green")};
}

struct Undoing : Correcting {
    explicit Undoing(QSize size, const QString& language = "fr") : Correcting(size, language) {
        view = control_view(Kind::ordinary);
        show(corrections());
        server.answer("POST", track_events, climbs());
        REQUIRE(until([&] { return window->desk().control()->actions()->count() == 4; }));
    }
    void show(const QJsonArray& actions) {
        view["actions"] = actions;
        server.send_view(view);
    }
    QJsonObject sent() const { return server.last("POST", track_events).body; }

    QJsonObject view;
};

}  // namespace

TEST_CASE("U lists the last actions with who and why, and any of them is taken back after its preview") {
    const auto size = GENERATE(wide, small);
    const auto language = GENERATE(QString("en"), QString("fr"));
    Undoing page(size, language);
    page.window->press(Qt::Key_U);
    REQUIRE(page.previewed());
    CHECK(page.sent() == QJsonObject{{"kind", "undo"}, {"seq", 900}});
    page.window->press(Qt::Key_Down);
    REQUIRE(page.previewed());
    CHECK(page.sent()["seq"].toInt() == 899);
    CHECK(page.window->picture(QString("undo-%1-%2").arg(language).arg(size.width())));
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.correction().open(); }));
    CHECK_FALSE(page.server.last("POST", track_events).path.contains("dry_run"));
    CHECK(page.sent() == QJsonObject{{"kind", "undo"}, {"seq", 899}});
    CHECK(page.warnings() == "");
}

TEST_CASE("what was taken back is done again from the same list") {
    Undoing page(small);
    page.window->press(Qt::Key_U);
    REQUIRE(page.previewed());
    page.window->press(Qt::Key_Down);
    page.window->press(Qt::Key_Down);
    REQUIRE(page.previewed());
    CHECK(page.window->with_text("Refaire") != nullptr);
    CHECK(page.window->picture("redo-fr-1366"));
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.correction().open(); }));
    CHECK(page.sent() == QJsonObject{{"kind", "redo"}, {"seq", 898}});
}

TEST_CASE("what another post does and takes back is said at once, what was done here is not") {
    Undoing page(small);
    CHECK(page.window->with_text("control\u202f:") == nullptr);  // what was there before is no news
    auto actions = corrections();
    actions.prepend(action(901, "control", "decision", {{"entrant", "ent_3"}, {"detail", "time"}}));
    page.show(actions);
    REQUIRE(until([&] { return page.window->with_text("control\u202f: Temps, kart 31") != nullptr; }));
    CHECK(page.window->picture("other-post-fr-1366"));
    auto undone = actions[0].toObject();
    undone["undone"] = true;
    undone["undone_by"] = "anna";
    actions[0] = undone;
    page.show(actions);
    REQUIRE(until([&] { return page.window->with_text("anna a annulé") != nullptr; }));

    page.server.answer("POST", track_events, {{"seq", 902}, {"moved", QJsonArray()}});
    page.window->press(Qt::Key_F2);
    REQUIRE(until([&] { return page.server.count("POST", track_events) == 1; }));
    actions.prepend(action(902, "Léa Morin", "flag_yellow"));
    page.show(actions);
    actions.prepend(action(903, "Léa Morin", "flag_red"));  // of the same account at another post
    page.show(actions);
    REQUIRE(until([&] { return page.window->with_text("Léa Morin\u202f: Rouge") != nullptr; }));
}

TEST_CASE(
    "a correction that another post was before with is refused where it is asked, and asked anew when it is taken "
    "back") {
    Undoing page(small);
    page.window->press(Qt::Key_L);
    REQUIRE(until([&] { return page.laps().rows()->count() == 12; }));
    page.window->press(Qt::Key_V);
    REQUIRE(page.previewed());
    page.server.refuse_once("POST", session_events, "bad_state", "C’est déjà fait : quelqu’un l’a dit avant.", 409);
    auto actions = corrections();
    actions.prepend(action(901, "control", "void", {{"entrant", "ent_18"}}));
    page.show(actions);
    REQUIRE(until([&] { return page.window->with_text("C’est déjà fait") != nullptr; }));
    CHECK_FALSE(page.correction().previewed());
    CHECK(page.window->picture("refused-other-post-fr-1366"));
    page.window->press(Qt::Key_Return);
    CHECK(page.correction().open());
    page.show(corrections());
    REQUIRE(page.previewed());
    CHECK(page.window->with_text("C’est déjà fait") == nullptr);
}
