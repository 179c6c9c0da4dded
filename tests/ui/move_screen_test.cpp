// In another kart, or another's passings: the number is typed, since when is said, the preview is on the board.
#include <catch2/catch.hpp>

#include "correction_page.hpp"

using namespace chicane::ui::test;

namespace {

/// Kart 27, eighth, is chosen; 11 is in the session, 17 is free (demo_centre).
struct Moving : Correcting {
    explicit Moving(QSize size, const QString& language = "fr", Kind kind = Kind::ordinary)
        : Correcting(size, language, kind) {
        server.answer("POST", session_events,
                      {{"seq", 0},
                       {"moved", QJsonArray{QJsonObject{{"number", "27"}, {"from", 8}, {"to", 9}},
                                            QJsonObject{{"number", "11"}, {"from", 9}, {"to", 8}}}},
                       {"changed", QJsonArray{row_changed("ent_8", "27", standing(8, 12, 14'321'000, {}, 44'673'000),
                                                          standing(9, 12, 16'392'000, {}, 45'008'000)),
                                              row_changed("ent_9", "11", standing(9, 12, 16'392'000, {}, 45'008'000),
                                                          standing(8, 12, 14'321'000, {}, 44'673'000))}}});
        for (int i = 0; i < 10; ++i) window->press(Qt::Key_Up);
    }
    void begin(Qt::Key key) {
        window->press(key);
        REQUIRE(until([&] { return window->desk().control()->targets()->ready(); }));
    }
    QVariant asked(const QString& key) { return correction().asked()[key]; }
};

}  // namespace

TEST_CASE("S and a number of the session exchange the karts of two, from the beginning or from now on") {
    const auto size = GENERATE(wide, small);
    const auto language = GENERATE(QString("en"), QString("fr"));
    Moving page(size, language);
    page.begin(Qt::Key_S);
    CHECK(page.window->picture(QString("swap-empty-%1-%2").arg(language).arg(size.width())));
    page.window->type("11");
    REQUIRE(page.previewed());
    CHECK(page.window->picture(QString("swap-%1-%2").arg(language).arg(size.width())));
    CHECK(page.server.last("POST", session_events).body["since_us"].isNull());
    page.window->press(Qt::Key_Down);
    REQUIRE(page.previewed());
    CHECK(page.asked("since_us").toDouble() > 1e15);
    page.window->press(Qt::Key_Up);
    REQUIRE(page.previewed());
    CHECK(page.done() == QJsonObject{{"kind", "give_passings"},
                                     {"entrant", "ent_8"},
                                     {"to", "ent_9"},
                                     {"exchange", true},
                                     {"since_us", QJsonValue()}});
    CHECK(page.warnings() == "");
}

TEST_CASE("a free kart is taken: from now on without a time, from the beginning with one") {
    Moving page(small);
    page.begin(Qt::Key_S);
    auto* free = page.window->find("kart", "kar_19");
    REQUIRE(free != nullptr);
    page.window->click(*free);
    REQUIRE(page.previewed());
    CHECK(page.asked("kind").toString() == "swap_kart");
    CHECK(page.asked("since_us").toDouble() > 1e15);
    page.window->press(Qt::Key_Down);
    REQUIRE(page.previewed());
    CHECK(page.done() ==
          QJsonObject{{"kind", "swap_kart"}, {"entrant", "ent_8"}, {"kart", "kar_19"}, {"since_us", QJsonValue()}});
}

TEST_CASE("a number that nobody has is said, and Enter does nothing") {
    Moving page(small);
    const auto key = GENERATE(Qt::Key_S, Qt::Key_G);
    page.begin(key);
    page.window->type("99");
    REQUIRE(until([&] {
        return page.window->with_text("Aucun autre kart n’a le numéro 99.") ||
               page.window->with_text("Personne d’autre n’a le numéro 99");
    }));
    page.window->press(Qt::Key_Return);
    CHECK(page.correction().open());
    CHECK(page.server.last("POST", session_events).path.endsWith("dry_run=1"));  // of kart 9, while it was typed
}

TEST_CASE("G gives the passings of one to another, or exchanges them with Tab") {
    const auto size = GENERATE(wide, small);
    Moving page(size);
    page.begin(Qt::Key_G);
    page.window->type("11");
    REQUIRE(page.previewed());
    CHECK(page.asked("exchange").toBool() == false);
    page.window->press(Qt::Key_Tab);
    REQUIRE(page.previewed());
    CHECK(page.asked("exchange").toBool());
    CHECK(page.window->picture(QString("give-fr-%1").arg(size.width())));
    page.window->press(Qt::Key_Tab);
    REQUIRE(page.previewed());
    CHECK(page.done()["exchange"].toBool() == false);
    CHECK(page.warnings() == "");
}

TEST_CASE("the swap stays whole with long names") {
    const auto size = GENERATE(wide, small);
    Moving page(size, "fr", Kind::ugly);
    page.begin(Qt::Key_S);
    page.window->type("11");
    REQUIRE(page.previewed());
    CHECK(page.window->picture(QString("swap-ugly-%1").arg(size.width())));
    CHECK(page.warnings() == "");
}
