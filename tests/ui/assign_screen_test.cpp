// What waits for its kart: tags that nobody has and crossings without a tag, each shown, reached and given to somebody on keys.
#include <QDateTime>
#include <catch2/catch.hpp>
#include <memory>

#include "race_page.hpp"

using namespace chicane::ui::test;

namespace {

qint64 now_us() { return QDateTime::currentMSecsSinceEpoch() * 1'000; }

QJsonObject crossing(int seq, int seconds_ago, const QJsonValue& session = "ses_2", const QString& keyed = {}) {
    return {{"seq", seq},       {"time_us", now_us() - seconds_ago * qint64{1'000'000}},
            {"device", "cell"}, {"role", "finish"},
            {"string", keyed},  {"session", session}};
}

QJsonObject tag(qint64 number, int seconds_ago) {
    const auto last_us = now_us() - seconds_ago * qint64{1'000'000};
    return {{"transponder", number},
            {"passings", 1},
            {"first_us", last_us},
            {"last_us", last_us},
            {"last_kart", QJsonValue()}};
}

QJsonObject view_with(const QJsonArray& crossings, const QJsonArray& unknown = {}, Kind kind = Kind::ordinary) {
    auto view = control_view(kind);
    view["crossings"] = crossings;
    view["unknown"] = unknown;
    return view;
}

QJsonObject candidate(const QString& entrant, const QString& number, const QString& name, const QString& reason,
                      const QString& detail) {
    return {{"kart", QJsonValue()}, {"number", number}, {"entrant", entrant},
            {"name", name},         {"reason", reason}, {"detail", detail}};
}

const QJsonArray moved_up{QJsonObject{{"number", "9"}, {"from", 17}, {"to", 13}},
                          QJsonObject{{"number", "2"}, {"from", 13}, {"to", 14}},
                          QJsonObject{{"number", "33"}, {"from", 14}, {"to", 15}}};
const QString events = "sessions/ses_2/events";

/// Race control with what waits, and who could have crossed at the crossing 77.
struct Waiting {
    Waiting(const QJsonObject& view, QSize size, const QString& language = "fr", Kind kind = Kind::ordinary) {
        fill(server, kind);
        server.send_view(view);
        server.answer(
            "GET", "tracks/main/crossings/77/candidates",
            {{"items",
              QJsonArray{candidate("ent_17", "9", "Jade Nguyen", "passing_missing", "44.9 s après le précédent"),
                         candidate("ent_18", "14", "Hugo Bernard", "passing_missing", "39.2 s après le précédent")}}});
        server.answer("POST", events, {{"seq", 0}, {"moved", moved_up}});
        window = std::make_unique<DeskWindow>(server, size, language);
        control_ready(*window, kind == Kind::ugly ? 40 : 18);
        REQUIRE(until([&] { return waiting().count() > 0; }));
    }
    chicane::ui::models::Unclaimed& waiting() { return *window->desk().control()->unclaimed(); }
    chicane::ui::models::AssignFlow& assign() { return *window->desk().control()->assign(); }
    chicane::ui::models::DismissFlow& dismiss() { return *window->desk().control()->dismiss(); }
    QString shown() { return waiting().shown()["id"].toString(); }

    FakeServer server;
    std::unique_ptr<DeskWindow> window;
};

}  // namespace

TEST_CASE("an unknown tag is assigned with A, a number and Enter, after a preview on the board") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("GET", "transponders/8101234/candidates",
                  {{"items", QJsonArray{QJsonObject{{"kart", "kar_17"},
                                                    {"number", "9"},
                                                    {"entrant", "ent_17"},
                                                    {"name", "Jade Nguyen"},
                                                    {"reason", "own_tag_silent"},
                                                    {"detail", "5707849 not heard today"}},
                                        QJsonObject{{"kart", "kar_20"},
                                                    {"number", "21"},
                                                    {"entrant", QJsonValue()},
                                                    {"name", ""},
                                                    {"reason", "register"},
                                                    {"detail", ""}}}}});
    const QJsonArray moved{QJsonObject{{"number", "9"}, {"from", 17}, {"to", 10}},
                           QJsonObject{{"number", "5"}, {"from", 10}, {"to", 11}}};
    server.answer("PUT", "transponders/8101234/assignment", {{"seq", 0}, {"adopted_passings", 13}, {"moved", moved}});
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    control_ready(window, 18);
    auto* assign = window.desk().control()->assign();
    window.press(Qt::Key_A);
    REQUIRE(until([&] { return assign->previewed(); }));
    CHECK(assign->adopted() == 13);
    CHECK(server.last("PUT", "transponders/8101234/assignment").path.endsWith("dry_run=1"));
    CHECK(window.picture(QString("assign-%1").arg(size.width())));
    window.press(Qt::Key_2);
    REQUIRE(until([&] { return assign->chosen() == 1 && assign->previewed(); }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !assign->open(); }));
    const auto asked = server.last("PUT", "transponders/8101234/assignment");
    CHECK_FALSE(asked.path.contains("dry_run"));
    CHECK(asked.body["kart"].toString() == "kar_20");
}

TEST_CASE(
    "a crossing without a tag is given with A and Enter to whom a passing is missing, after a preview on the board") {
    const auto size = GENERATE(wide, small);
    Waiting page(view_with({crossing(77, 0), crossing(70, 30)}, {tag(8'101'234, 12)}), size);
    auto& window = *page.window;
    CHECK(window.with_text("Passage sans transpondeur") != nullptr);
    CHECK(window.with_text("1 sur 3") != nullptr);
    CHECK(window.picture(QString("race-control-crossing-%1").arg(size.width())));
    window.press(Qt::Key_A);
    REQUIRE(until([&] { return page.assign().previewed(); }));
    CHECK(window.with_text("Qui est passé à " + page.assign().at()) != nullptr);
    CHECK(window.with_text("Compte pour le kart 9") != nullptr);
    CHECK(window.with_text("Vaut") == nullptr);
    CHECK(page.server.last("POST", events).path.endsWith("dry_run=1"));
    CHECK(window.desk().control()->board()->valueAt(16, "moveTo").toInt() == 13);
    CHECK(window.picture(QString("assign-crossing-%1").arg(size.width())));
    window.press(Qt::Key_2);
    REQUIRE(until([&] { return page.assign().chosen() == 1 && page.assign().previewed(); }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.assign().open(); }));
    const auto asked = page.server.last("POST", events);
    CHECK_FALSE(asked.path.contains("dry_run"));
    CHECK(asked.body == QJsonObject{{"kind", "assign_crossing"}, {"crossing", 77}, {"entrant", "ent_18"}});
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("two clicks give a crossing, and a refusal is said where it was asked, with everything kept") {
    Waiting page(view_with({crossing(77, 0)}), small);
    auto& window = *page.window;
    CHECK(window.with_text("1 sur 1") == nullptr);
    window.click(*window.with_text("Attribuer…"));
    REQUIRE(until([&] { return page.assign().previewed(); }));
    page.server.refuse_once("POST", events, "bad_state", "Ce passage est déjà à quelqu’un.", 409);
    window.click(*window.with_text("Attribuer au kart 9"));
    REQUIRE(until([&] { return window.with_text("Ce passage est déjà à quelqu’un.") != nullptr; }));
    CHECK(page.assign().open());
    CHECK(window.picture("assign-crossing-refused-1366"));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.assign().open(); }));
}

TEST_CASE("what was sent and left is told of when the server refuses it after all") {
    Waiting page(view_with({crossing(77, 0)}), small);
    auto& window = *page.window;
    window.press(Qt::Key_A);
    REQUIRE(until([&] { return page.assign().previewed(); }));
    page.server.refuse_once("POST", events, "bad_state", "Trop tard.", 409);
    page.assign().apply();
    page.assign().leave();
    REQUIRE(until([&] { return window.with_text("Trop tard.") != nullptr; }));
    CHECK_FALSE(page.assign().open());
}

TEST_CASE("a crossing goes to the driver of a number that is typed, and a number that nobody drives is said") {
    Waiting page(view_with({crossing(77, 0)}), small);
    auto& window = *page.window;
    window.press(Qt::Key_A);
    REQUIRE(until([&] { return page.assign().previewed(); }));
    const auto choose = [&](const QString& number) {
        window.press(Qt::Key_Slash);
        for (int i = 0; i < 3; ++i) window.press(Qt::Key_Backspace);
        window.type(number);
        window.press(Qt::Key_Return);
    };
    choose("99");
    REQUIRE(until([&] { return window.with_text("Aucun kart 99 ne roule dans cette session.") != nullptr; }));
    window.press(Qt::Key_Return);
    CHECK(page.assign().open());
    choose("31");
    REQUIRE(until([&] { return page.assign().previewed() && page.assign().chosen_number() == "31"; }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.assign().open(); }));
    CHECK(page.server.last("POST", events).body["entrant"].toString() == "ent_3");
}

TEST_CASE("O reaches what has waited longer, tags and crossings alike, which then stays while newer ones come") {
    Waiting page(view_with({crossing(77, 0)}, {tag(8'101'234, 5), tag(8'101'235, 9)}), small);
    auto& window = *page.window;
    page.server.answer("GET", "transponders/8101235/candidates", {{"items", QJsonArray()}});
    CHECK(page.shown() == "77");
    window.press(Qt::Key_O);
    CHECK(page.shown() == "8101234");
    window.click(*window.with_text("2 sur 3"));
    CHECK(page.shown() == "8101235");
    CHECK(window.with_text("3 sur 3") != nullptr);

    page.server.send_view(view_with({crossing(80, 0), crossing(77, 3)}, {tag(8'101'234, 8), tag(8'101'235, 12)}));
    REQUIRE(until([&] { return page.waiting().count() == 4; }));
    CHECK(page.shown() == "8101235");
    window.press(Qt::Key_A);
    REQUIRE(until([&] { return page.assign().open() && !page.assign().loading(); }));
    CHECK(page.assign().transponder() == "8101235");
    CHECK(window.with_text("Aucun kart ne convient") != nullptr);
    window.press(Qt::Key_Escape);
    window.press(Qt::Key_O);
    CHECK(page.shown() == "80");  // after the oldest the newest
    window.press(Qt::Key_O, Qt::ShiftModifier);
    CHECK(page.shown() == "8101235");
    page.server.send_view(view_with({crossing(80, 4)}));
    REQUIRE(until([&] { return page.shown() == "80"; }));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("what waits stays whole with long names and a number that was keyed in, in French") {
    const auto size = GENERATE(wide, small);
    Waiting page(view_with({crossing(77, 0, "ses_2", "1234567890")}, {tag(310'045'999, 2)}, Kind::ugly), size, "fr",
                 Kind::ugly);
    CHECK(page.window->picture(QString("race-control-crossing-ugly-%1").arg(size.width())));
    page.window->press(Qt::Key_A);
    REQUIRE(until([&] { return page.assign().previewed(); }));
    CHECK(page.window->picture(QString("assign-crossing-ugly-%1").arg(size.width())));
    CHECK(page.window->qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("what is nobody's is said on D and a number, with the reason, and a refusal is said where it was asked") {
    const auto size = GENERATE(wide, small);
    Waiting page(view_with({crossing(77, 0)}, {tag(8'101'234, 12)}), size);
    auto& window = *page.window;
    const QString said = "tracks/main/events";
    page.server.answer("POST", said, {{"seq", 40}, {"moved", QJsonArray()}, {"session", "ses_2"}});
    page.server.refuse_once("POST", said, "bad_state", "Ce passage est déjà à quelqu’un.", 409);
    window.press(Qt::Key_D);
    REQUIRE(until([&] { return page.dismiss().open(); }));
    CHECK(window.with_text("À personne à " + page.dismiss().at()) != nullptr);
    CHECK(window.picture(QString("dismiss-crossing-%1").arg(size.width())));
    window.press(Qt::Key_1);
    REQUIRE(until([&] { return window.with_text("Ce passage est déjà à quelqu’un.") != nullptr; }));
    CHECK(page.dismiss().open());
    window.press(Qt::Key_1);
    REQUIRE(until([&] { return !page.dismiss().open(); }));
    CHECK(page.server.last("POST", said).body ==
          QJsonObject{{"kind", "dismiss"}, {"crossing", 77}, {"why", "Un commissaire"}});

    window.press(Qt::Key_O);
    window.click(*window.with_text("À personne…"));
    REQUIRE(until([&] { return page.dismiss().transponder() == "8101234"; }));
    CHECK(window.picture(QString("dismiss-tag-%1").arg(size.width())));
    window.press(Qt::Key_Slash);
    window.type("kart 40");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return !page.dismiss().open(); }));
    CHECK(page.server.last("POST", said).body ==
          QJsonObject{{"kind", "dismiss"}, {"transponder", 8'101'234}, {"why", "kart 40"}});
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("one asks whose it is or says that it is nobody's, not both at once") {
    Waiting page(view_with({crossing(77, 0)}), small);
    page.window->press(Qt::Key_D);
    REQUIRE(page.dismiss().open());
    page.window->press(Qt::Key_Escape);
    CHECK_FALSE(page.dismiss().open());
    page.window->press(Qt::Key_D);
    page.window->press(Qt::Key_A);
    CHECK(page.assign().open());
    CHECK_FALSE(page.dismiss().open());
    page.window->press(Qt::Key_D);
    CHECK(page.dismiss().open());
    CHECK_FALSE(page.assign().open());
}
