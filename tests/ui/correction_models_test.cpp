// View models of corrections without a window: JSON of the API in, rows out.
#include <catch2/catch.hpp>

#include "ui/models/control_rows.hpp"
#include "ui/models/entrant_laps.hpp"
#include "ui/models/kart_targets.hpp"
#include "ui/models/other_posts.hpp"

using namespace chicane::ui::models;

namespace {

QJsonObject action(int seq, const QString& by, bool undone = false, const QString& undone_by = {}) {
    return {{"seq", seq}, {"by", by}, {"word", "void"}, {"undone", undone}, {"undone_by", undone_by}};
}

}  // namespace

TEST_CASE("what was there at the first look is told to nobody, what is new once") {
    OtherPosts others;
    CHECK(others.look({action(5, "control")}, "lea", false).isEmpty());
    const QJsonArray more{action(7, "control"), action(6, "anna"), action(5, "control")};
    const auto told = others.look(more, "lea", false);
    REQUIRE(told.size() == 2);
    CHECK(told[0]["by"].toString() == "anna");
    CHECK(others.look(more, "lea", false).isEmpty());
}

TEST_CASE("what was done here is not told, also where its answer comes after the view") {
    OtherPosts others;
    (void)others.look({action(5, "lea")}, "lea", false);
    const QJsonArray more{action(6, "lea"), action(5, "lea")};
    CHECK(others.look(more, "lea", true).isEmpty());
    others.did_here(6);
    CHECK(others.look(more, "lea", false).isEmpty());
    CHECK(others.look({action(7, "lea"), action(6, "lea")}, "lea", false).size() ==
          1);  // the same account, another post
}

TEST_CASE("what another took back is told once, and what one took back oneself is not") {
    OtherPosts others;
    (void)others.look({action(6, "lea"), action(5, "lea")}, "lea", false);
    CHECK(others.look({action(6, "lea"), action(5, "lea", true, "lea")}, "lea", false).isEmpty());
    const QJsonArray both{action(6, "lea", true, "anna"), action(5, "lea", true, "lea")};
    CHECK(others.look(both, "lea", false).size() == 1);
    CHECK(others.look(both, "lea", false).isEmpty());
}

TEST_CASE("an action about an entrant says his kart, others keep what they say") {
    const auto about =
        about_karts({QJsonObject{{"entrant", "ent_3"}, {"subject", "Heat 2"}},
                     QJsonObject{{"entrant", "ent_9"}, {"subject", "Heat 1"}}, QJsonObject{{"subject", "8101234"}}},
                    {{"ent_3", "31"}});
    CHECK(about[0][u"subject"].toString() == "kart 31");
    CHECK(about[1][u"subject"].toString() == "Heat 1");
    CHECK(about[2][u"subject"].toString() == "8101234");
}

TEST_CASE("of an entrant's passings those that end laps are listed, with what to look at") {
    const auto rows = lap_rows({QJsonObject{{"seq", 9}, {"role", "sector"}, {"verdict", "counted"}},
                                QJsonObject{{"seq", 8},
                                            {"role", "finish"},
                                            {"verdict", "counted"},
                                            {"lap", 4},
                                            {"lap_us", 89'356'000},
                                            {"doubt", "too_long"},
                                            {"parts", 2},
                                            {"remarks", QJsonArray{"delete_lap"}}},
                                QJsonObject{{"seq", 7}, {"role", "finish"}, {"verdict", "voided"}}});
    REQUIRE(rows.size() == 2);
    const auto value = [&](int row, const char* role) { return rows[row].values[lap_roles.indexOf(role)]; };
    CHECK(value(0, "time").toString() == "1:29.356");
    CHECK(value(0, "doubt").toString() == "too_long");
    CHECK(value(0, "remarks").toStringList() == QStringList{"delete_lap"});
    CHECK(value(1, "lap").toInt() == 0);
}

TEST_CASE("a kart is free that nobody of the session has and that is in service") {
    const QJsonArray karts{QJsonObject{{"id", "kar_1"}, {"number", "1"}, {"out_of_service", false}},
                           QJsonObject{{"id", "kar_2"}, {"number", "2"}, {"out_of_service", true}},
                           QJsonObject{{"id", "kar_3"}, {"number", "3"}, {"out_of_service", false}}};
    const auto free = free_karts(karts, {QJsonObject{{"kart", "kar_1"}}});
    REQUIRE(free.size() == 1);
    CHECK(free[0][u"number"].toString() == "3");
}
