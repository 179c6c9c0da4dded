// Penalties and states of a kart on keys: the kind with its measure, whether it was served, the foot-note; previewed, then given.
#include <catch2/catch.hpp>

#include "correction_page.hpp"

using namespace chicane::ui::test;

namespace {

/// Five seconds more put kart 31 from 3 to 6; a time counts at the end only.
QJsonObject five_seconds() {
    QJsonArray moved{QJsonObject{{"number", "31"}, {"from", 3}, {"to", 6}}};
    QJsonArray changed{row_changed("ent_3", "31", standing(3, 12, 5'176'000, {}), standing(6, 12, 10'176'000, {}))};
    const QStringList up = {"4", "8", "19"};
    for (int i = 0; i < up.size(); ++i) {
        moved.append(QJsonObject{{"number", up[i]}, {"from", 4 + i}, {"to", 3 + i}});
        changed.append(row_changed(QStringLiteral("ent_%1").arg(4 + i), up[i], standing(4 + i, 12, 5'646'000, {}),
                                   standing(3 + i, 12, 5'646'000, {})));
    }
    return {{"seq", 0}, {"moved", moved}, {"changed", changed}, {"if_ended", true}};
}

/// Kart 31, third, is chosen.
struct Deciding : Correcting {
    explicit Deciding(QSize size, const QString& language = "fr", Kind kind = Kind::ordinary)
        : Correcting(size, language, kind) {
        server.answer("POST", session_events, five_seconds());
        for (int i = 0; i < 15; ++i) window->press(Qt::Key_Up);
    }
    QVariant asked(const QString& key) { return correction().asked()[key]; }
};

}  // namespace

TEST_CASE(
    "P proposes five seconds with what they would change if it ended now, and Enter gives them with the foot-note") {
    const auto size = GENERATE(wide, small);
    const auto language = GENERATE(QString("en"), QString("fr"));
    Deciding page(size, language);
    page.window->press(Qt::Key_P);
    REQUIRE(page.previewed());
    CHECK(page.correction().if_ended());
    page.window->press(Qt::Key_Slash);
    page.window->type("Contact, place gained");
    page.window->press(Qt::Key_Tab);
    page.window->type("7.3");
    page.window->press(Qt::Key_Return);
    CHECK(page.correction().open());
    CHECK(page.server.count("POST", session_events) == 1);  // words change no result
    CHECK(page.window->desk().control()->board()->valueAt(2, "moveTo").toInt() == 6);
    CHECK(page.window->picture(QString("penalty-%1-%2").arg(language).arg(size.width())));
    CHECK(page.done() == QJsonObject{{"kind", "decision"},
                                     {"entrant", "ent_3"},
                                     {"penalty", "time"},
                                     {"time_ms", 5000},
                                     {"fact", "Contact, place gained"},
                                     {"article", "7.3"}});
    CHECK(page.warnings() == "");
}

TEST_CASE("each kind of penalty has its key and asks for its measure") {
    Deciding page(small);
    page.window->press(Qt::Key_P);
    REQUIRE(page.previewed());
    const auto [key, kind, count] = GENERATE(table<Qt::Key, std::string, int>({{Qt::Key_1, "warning", 0},
                                                                               {Qt::Key_3, "laps", 1},
                                                                               {Qt::Key_4, "places", 1},
                                                                               {Qt::Key_7, "last_place", 0},
                                                                               {Qt::Key_8, "bests_deleted", 1},
                                                                               {Qt::Key_9, "grid_places", 1},
                                                                               {Qt::Key_0, "disqualified", 0},
                                                                               {Qt::Key_X, "excluded", 0}}));
    page.window->press(key);
    REQUIRE(page.previewed());
    CHECK(page.asked("penalty").toString().toStdString() == kind);
    CHECK(page.asked("count").toInt() == count);
    CHECK_FALSE(page.correction().asked().contains("time_ms"));
    page.window->press(Qt::Key_Plus);
    CHECK(page.asked("count").toInt() == (count > 0 ? 2 : 0));
}

TEST_CASE("a drive-through that was served adds nothing, and one that was not adds its time") {
    Deciding page(small);
    page.window->press(Qt::Key_P);
    page.window->press(Qt::Key_5);
    page.window->press(Qt::Key_Plus);
    page.window->press(Qt::Key_Plus);
    CHECK(page.asked("time_ms").toInt() == 15'000);
    CHECK(page.asked("served").toBool() == false);
    page.window->press(Qt::Key_S);
    REQUIRE(page.previewed());
    CHECK(page.asked("time_ms").toInt() == 0);
    CHECK(page.asked("served").toBool());
    CHECK(page.window->picture("penalty-served-fr-1366"));
}

TEST_CASE("letters typed into the foot-note are no keys, and Escape leaves the field before the penalty") {
    Deciding page(small);
    page.window->press(Qt::Key_P);
    REQUIRE(page.previewed());
    page.window->press(Qt::Key_Slash);
    page.window->type("x1 s0");
    CHECK(page.asked("penalty").toString() == "time");
    page.window->press(Qt::Key_Escape);
    CHECK(page.correction().open());
    page.window->press(Qt::Key_Escape);
    CHECK_FALSE(page.correction().open());
}

TEST_CASE("the penalty stays whole with long names, and on two clicks") {
    const auto size = GENERATE(wide, small);
    Deciding page(size, "fr", Kind::ugly);
    page.window->click(*page.window->find("what", "penalty"));
    REQUIRE(page.previewed());
    page.window->click(*page.window->find("penalty", "stop_and_go"));
    REQUIRE(page.previewed());
    CHECK(page.asked("penalty").toString() == "stop_and_go");
    CHECK(page.window->picture(QString("penalty-ugly-%1").arg(size.width())));
    CHECK(page.warnings() == "");
}

TEST_CASE("T says what a kart is: retired by 1, disqualified as a decision by 6, as the timing says by 0") {
    const auto size = GENERATE(wide, small);
    Deciding page(size);
    page.server.answer("POST", session_events,
                       {{"seq", 0},
                        {"moved", QJsonArray()},
                        {"changed", QJsonArray{row_changed("ent_3", "31", standing(3, 12, 5'176'000, {}),
                                                           standing(18, 12, 5'176'000, {}, 44'061'000, "retired"))}}});
    page.window->press(Qt::Key_T);
    CHECK(page.server.count("POST", session_events) == 0);
    page.window->press(Qt::Key_6);
    REQUIRE(page.previewed());
    CHECK(page.correction().asked() ==
          QVariantMap{{"kind", "decision"}, {"entrant", "ent_3"}, {"penalty", "disqualified"}});
    page.window->press(Qt::Key_0);
    REQUIRE(page.previewed());
    CHECK(page.server.last("POST", session_events).body["status"].isNull());
    page.window->press(Qt::Key_1);
    REQUIRE(page.previewed());
    CHECK(page.window->picture(QString("status-fr-%1").arg(size.width())));
    CHECK(page.done() == QJsonObject{{"kind", "status"}, {"entrant", "ent_3"}, {"status", "retired"}});
    CHECK(page.warnings() == "");
}
