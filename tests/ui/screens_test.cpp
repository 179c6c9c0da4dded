// Pages driven for real: keys and clicks in, requests at the server and pictures out. Each case needs only itself.
#include <QDate>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
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
    REQUIRE(until([&] { return window.desk().control()->board()->valueAt(2, "gained").toInt() != 0; }));
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
    REQUIRE(until([&] { return window.desk().front_desk()->plan()->count() == 6; }));
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

TEST_CASE("race control stays whole with forty karts, long names, nine-digit tags and a lost decoder, in French") {
    FakeServer server;
    fill(server, Kind::ugly);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    control_ready(window, 40);
    CHECK(window.picture(QString("race-control-ugly-%1").arg(size.width())));
    for (int i = 0; i < 40; ++i) window.press(Qt::Key_Down);
    CHECK(window.picture(QString("race-control-ugly-end-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("set-up and desk stay whole with forty entrants, long names and nine-digit tags, in French") {
    FakeServer server;
    fill(server, Kind::ugly);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    SECTION("set-up") {
        REQUIRE(window.enter("setup"));
        REQUIRE(until([&] { return window.desk().setup()->entrants()->count() == 40; }));
        CHECK(window.picture(QString("setup-ugly-%1").arg(size.width())));
    }
    SECTION("desk") {
        REQUIRE(window.enter("desk"));
        auto* desk = window.desk().front_desk();
        REQUIRE(until([&] { return desk->plan()->count() == 7; }));
        desk->chooseSession("ses_8");
        REQUIRE(until([&] { return desk->seats()->count() == 40; }));
        window.press(Qt::Key_Right, Qt::AltModifier);
        CHECK(window.picture(QString("desk-ugly-%1").arg(size.width())));
    }
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("race control in the sun is black on white, switched by a key and remembered") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, wide);
    control_ready(window, 18);
    window.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(window.desk().sunlight());
    CHECK(window.picture("race-control-sun-1920"));
    CHECK(window.window().grabWindow().pixelColor(900, 700).lightness() > 200);
    window.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(window.window().grabWindow().pixelColor(900, 700).lightness() < 50);
}

TEST_CASE("before the first answer a page has the shape of its rows, and where none comes it says why") {
    FakeServer server;
    const auto page = GENERATE(QString("race-control"), QString("desk"));
    DeskWindow window(server, small);
    REQUIRE(window.enter(page));
    if (page == u"race-control") {
        CHECK(window.with_text("Waiting for the server") != nullptr);
        REQUIRE(until([&] { return window.find("patience", 300) != nullptr; }));
        CHECK(window.picture("race-control-loading-1366"));
    } else {
        REQUIRE(until([&] { return window.desk().front_desk()->error() != ""; }));
        CHECK(window.picture("desk-error-1366"));
    }
}

TEST_CASE("a lost line is said at the desk, the plan stays") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    server.go_away();
    window.type("ferr");
    REQUIRE(until([&] { return !window.desk().api()->online() && desk->error() != ""; }));
    CHECK(desk->plan()->count() == 6);
    CHECK(window.picture("desk-offline-1366"));
}

TEST_CASE("a fleet file is shown line by line with what it would do, before anything is written") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer(
        "POST", "karts/import",
        {{"items", QJsonArray{QJsonObject{{"row", 0}, {"result", "same"}, {"reason", QJsonValue()}},
                              QJsonObject{{"row", 1}, {"result", "changed"}, {"reason", QJsonValue()}},
                              QJsonObject{{"row", 2}, {"result", "new"}, {"reason", QJsonValue()}},
                              QJsonObject{{"row", 3}, {"result", "refused"}, {"reason", "tag 5690000 is kart 7’s"}}}}});
    QTemporaryDir folder;
    QFile file(folder.filePath("fleet.csv"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("number;class;tags\n7;13 hp;5690000\n22;13 hp;5691373 310045881\n61;9 hp;310045999\n62;9 hp;5690000\n");
    file.close();
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    REQUIRE(window.enter("setup"));
    auto* setup = window.desk().setup();
    REQUIRE(until([&] { return setup->karts()->count() > 0; }));
    window.press(Qt::Key_F8);
    window.click(*window.with_text("Drop a file here"));
    window.type(file.fileName());
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return setup->fleet_preview()->count() == 4; }));
    CHECK(server.last("POST", "karts/import").body["dry_run"].toBool());
    CHECK(window.picture(QString("setup-fleet-%1").arg(size.width())));
    CHECK(window.with_text("Import 2 karts") != nullptr);
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return server.count("POST", "karts/import") == 2; }));
    CHECK_FALSE(server.last("POST", "karts/import").body["dry_run"].toBool());
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("under a red flag the whole top is red and nothing has moved") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, wide);
    control_ready(window, 18);
    server.send_board(snapshot(18, Kind::ordinary, "red"));
    REQUIRE(until([&] { return window.desk().control()->flag() == "red"; }));
    CHECK(window.picture("race-control-red-1920"));
}

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

TEST_CASE("sign-in says what each server answers") {
    FakeServer server;
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    window.desk().sign_in()->servers()->add("127.0.0.1:1");
    REQUIRE(until([&] { return window.desk().sign_in()->servers()->rows()->valueAt(1, "status") == "ok"; }));
    REQUIRE(until([&] { return window.desk().sign_in()->servers()->rows()->valueAt(0, "status") == "lost"; }));
    CHECK(window.picture(QString("sign-in-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("flags go out on their keys, from any field") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small);
    control_ready(window, 18);
    const auto [key, flag] = GENERATE(table<Qt::Key, std::string>({{Qt::Key_F1, "green"},
                                                                   {Qt::Key_F2, "yellow"},
                                                                   {Qt::Key_F3, "red"},
                                                                   {Qt::Key_F4, "chequered"},
                                                                   {Qt::Key_F5, "slow"},
                                                                   {Qt::Key_F12, "red"}}));
    window.press(Qt::Key_M);
    window.type("hello");
    window.press(key);
    REQUIRE(until([&] { return server.count("POST", "tracks/main/events") == 1; }));
    CHECK(server.last("POST", "tracks/main/events").body["flag"].toString().toStdString() == flag);
}

TEST_CASE("a message keeps its text when the server does not take it") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.refuse_once("POST", "tracks/main/events", "bad_state", "Not now.", 409);
    DeskWindow window(server, small);
    control_ready(window, 18);
    window.press(Qt::Key_M);
    window.type("turn 5");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return window.with_text("Not now.") != nullptr; }));
    CHECK(window.find("text", "turn 5") != nullptr);
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return window.find("text", "turn 5") == nullptr; }));
    CHECK(server.last("POST", "tracks/main/events").body["text"].toString() == "turn 5");
}

TEST_CASE("rows hold their places under the pointer and take the new order when it leaves") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small);
    control_ready(window, 18);
    auto* board = window.desk().control()->board();
    auto* row = window.find("entrantId", "ent_3");
    REQUIRE(row != nullptr);
    window.hover(*row);
    REQUIRE(until([&] { return board->held(); }));
    auto swapped = snapshot(18, Kind::ordinary)["board"].toObject()["rows"].toArray();
    auto first = swapped[0].toObject(), second = swapped[1].toObject();
    first["position"] = 2;
    second["position"] = 1;
    server.send_board({{"type", "delta"}, {"seq", 41}, {"rows", QJsonArray{first, second}}});
    REQUIRE(until([&] { return board->waiting(); }));
    CHECK(board->keyAt(0) == "ent_1");
    CHECK(window.with_text("order held") != nullptr);
    window.hover(*window.with_text("Alarms"));
    REQUIRE(until([&] { return !board->waiting(); }));
    CHECK(board->keyAt(0) == "ent_2");
}

TEST_CASE("a lost line is said over the alarms, the board stays, and it comes back by itself") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small);
    control_ready(window, 18);
    server.go_away();
    REQUIRE(until([&] { return window.with_text("No line to the server") != nullptr; }));
    CHECK(window.desk().control()->board()->count() == 18);
    REQUIRE(until([&] { return window.with_text("No line to the server for 3") != nullptr; }));  // the rows fade
    CHECK(window.picture("race-control-offline-1366"));
    server.listen_again();
    REQUIRE(until([&] { return window.desk().control()->live(); }));
    CHECK(server.live_paths().last().contains("since=40"));
}

TEST_CASE("F1 on an armed session is its start signal, and where no signal is wanted it says so") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto start = GENERATE(QString("signal"), QString("first_passing"));
    auto armed = QJsonObject{{"id", "ses_2"},    {"version", 1},
                             {"name", "Heat 2"}, {"kind", "race"},
                             {"phase", "armed"}, {"rules", QJsonObject{{"start", start}, {"end", QJsonObject{}}}}};
    server.answer("GET", "sessions", {{"items", QJsonArray{armed}}});
    server.answer("POST", "sessions/ses_2/events", {{"seq", 1}, {"moved", QJsonArray()}});
    DeskWindow window(server, small);
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().control()->phase() == "armed"; }));
    CHECK(window.picture("race-control-armed-" + start));
    window.press(Qt::Key_F1);
    if (start == u"signal") {
        REQUIRE(until([&] { return server.count("POST", "sessions/ses_2/events") == 1; }));
        CHECK(server.last("POST", "sessions/ses_2/events").body["kind"].toString() == "start");
    } else {
        CHECK(until([&] { return window.with_text("No signal is needed") != nullptr; }));
        CHECK(server.count("POST", "sessions/ses_2/events") == 0);
    }
    CHECK(server.count("POST", "tracks/main/events") == 0);
}

TEST_CASE("Enter books the next free seat, and a retry after a lost line carries the same key") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("POST", "bookings", {{"ref", "ABC"}}, 201);
    DeskWindow window(server, small, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("ferr");
    REQUIRE(until([&] { return desk->found()->count() == 3; }));
    server.go_away();
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->error() != ""; }));
    CHECK(desk->query() == "ferr");
    CHECK(window.find("text", "ferr") != nullptr);
    server.listen_again();
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->placed() == "Nicolas Ferreira"; }));
    const auto asked = server.last("POST", "bookings");
    CHECK(asked.body["session"].toString() == "ses_3");
    CHECK(asked.body["seats"][0][u"customer"].toString() == "cus_1");
    CHECK(asked.body["seats"][0][u"kart"].toString() != "");
    CHECK(asked.headers["idempotency-key"].size() > 10);
}

TEST_CASE("when another desk took the last seat, what was typed stays and the next sessions are offered") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const QJsonArray others{QJsonObject{
        {"session", "ses_4"}, {"name", "Kids"}, {"planned_start_us", qint64{1'780'000'000'000'000}}, {"free", 3}}};
    server.refuse_once("POST", "bookings", "capacity_exceeded", "La session de 10:35 est complète.", 409,
                       {{"free", 0}, {"alternatives", others}});
    server.answer("POST", "bookings", {{"ref", "ABC"}}, 201);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("ferr");
    REQUIRE(until([&] { return desk->found()->count() == 3; }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->full(); }));
    CHECK(desk->query() == "ferr");
    CHECK(window.picture(QString("desk-full-%1").arg(size.width())));
    const auto first_key = server.last("POST", "bookings").headers["idempotency-key"];
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->session() == "ses_4"; }));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->placed() != ""; }));
    CHECK(server.last("POST", "bookings").headers["idempotency-key"] != first_key);
}

TEST_CASE("somebody unknown is registered from the keyboard and is then the chosen one") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("GET", "customers", {{"items", QJsonArray()}});
    server.answer("POST", "customers", {{"id", "cus_77"}, {"version", 1}}, 201);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    REQUIRE(window.enter("desk"));
    auto* desk = window.desk().front_desk();
    REQUIRE(until([&] { return desk->plan()->count() == 6; }));
    window.type("mila rey");
    REQUIRE(until([&] { return desk->searched(); }));
    CHECK(window.picture(QString("desk-nobody-%1").arg(size.width())));
    window.press(Qt::Key_N, Qt::ControlModifier);
    window.press(Qt::Key_Return);
    window.press(Qt::Key_Return);
    window.type("30/02/2012");
    window.press(Qt::Key_Tab);
    CHECK(window.with_text("Ce n’est pas une date.") != nullptr);
    CHECK(window.picture(QString("desk-register-%1").arg(size.width())));
    window.press(Qt::Key_Backtab);
    for (int i = 0; i < 10; ++i) window.press(Qt::Key_Backspace);
    window.type("28/02/2012");
    for (int i = 0; i < 3; ++i) window.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk->customer()["id"].toString() == "cus_77"; }));
    const auto asked = server.last("POST", "customers").body;
    CHECK(asked["given_name"].toString() == "mila");
    CHECK(asked["family_name"].toString() == "rey");
    CHECK(asked["birth_date"].toString() == "2012-02-28");
}

TEST_CASE("the set-up moves an entrant with Alt and an arrow, and changes a rule from its word") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("PUT", "sessions/ses_3/entrants/order", {});
    server.answer("PATCH", "sessions/ses_3",
                  {{"id", "ses_3"}, {"version", 4}, {"name", "Heat 3"}, {"kind", "race"}, {"phase", "planned"}});
    DeskWindow window(server, small);
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().control()->day()->count() == 7; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    auto* setup = window.desk().setup();
    REQUIRE(until([&] { return setup->entrants()->count() == 18 && setup->free_karts()->count() > 0; }));
    window.press(Qt::Key_Down, Qt::AltModifier);
    REQUIRE(until([&] { return server.count("PUT", "sessions/ses_3/entrants/order") == 1; }));
    const auto order = server.last("PUT", "sessions/ses_3/entrants/order");
    CHECK(order.body["ids"][0].toString() == "ent_2");
    CHECK(order.body["ids"][1].toString() == "ent_1");
    CHECK(order.headers["if-match"] == "\"3\"");
    auto* laps = window.find("text", "20 laps");
    REQUIRE(laps != nullptr);
    window.click(*laps);
    window.type("12");
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return server.count("PATCH", "sessions/ses_3") == 1; }));
    const auto rules = server.last("PATCH", "sessions/ses_3").body["rules"].toObject();
    CHECK(rules["end"]["laps"].toInt() == 12);
    CHECK(rules["end"]["time_s"].toInt() == 900);
}

TEST_CASE("a tag driven over the loop is proposed for the kart that learns") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("PUT", "transponders/7001/assignment",
                  {{"seq", 1}, {"adopted_passings", 0}, {"moved", QJsonArray()}});
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().control()->day()->count() == 7; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    auto* setup = window.desk().setup();
    REQUIRE(until([&] { return setup->karts()->count() > 0; }));
    window.press(Qt::Key_F8);
    setup->learn("kar_6");
    CHECK(window.picture(QString("setup-learning-%1").arg(size.width())));
    auto view = control_view(Kind::ordinary);
    auto unknown = view["unknown"].toArray();
    unknown.prepend(QJsonObject{
        {"transponder", 7001}, {"passings", 1}, {"first_us", 1}, {"last_us", 1}, {"last_kart", QJsonValue()}});
    view["unknown"] = unknown;
    server.send_view(view);
    REQUIRE(until([&] { return setup->learned() == "7001"; }));
    CHECK(window.picture(QString("setup-learn-%1").arg(size.width())));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return server.count("PUT", "transponders/7001/assignment") == 1; }));
    CHECK(server.last("PUT", "transponders/7001/assignment").body["kart"].toString() == "kar_6");
}

TEST_CASE("an empty centre says what to do, in race control and at the desk") {
    FakeServer server;
    server.answer("GET", "tracks",
                  {{"items", QJsonArray{QJsonObject{{"id", "main"}, {"name", "Main circuit"}, {"length_m", 650}}}}});
    server.answer("GET", "sessions", {{"items", QJsonArray()}});
    server.answer("GET", "karts", {{"items", QJsonArray()}});
    server.answer("GET", "planner/" + QDate::currentDate().toString(Qt::ISODate), {{"items", QJsonArray()}});
    const QJsonObject clock{{"elapsed_us", QJsonValue()},
                            {"remaining_us", QJsonValue()},
                            {"laps_done", 0},
                            {"laps_total", QJsonValue()},
                            {"runs", false},
                            {"as_of_ms", 0}};
    server.send_board({{"type", "snapshot"},
                       {"seq", 1},
                       {"stream", "s"},
                       {"board", QJsonObject{{"session", QJsonValue()},
                                             {"clock", clock},
                                             {"flag", "none"},
                                             {"rows", QJsonArray()},
                                             {"messages", QJsonArray()}}}});
    server.send_view({{"track", "main"}, {"current", QJsonValue()}});
    const auto page = GENERATE(QString("race-control"), QString("desk"), QString("devices"));
    DeskWindow window(server, small);
    REQUIRE(window.enter(page));
    REQUIRE(until(
        [&] { return page == "desk" ? !window.desk().front_desk()->loading() : window.desk().control()->ready(); }));
    CHECK(window.picture(page + "-empty-1366"));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("a grave alarm is heard until somebody has seen it") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("POST", "alarms/1/seen", {}, 204);
    DeskWindow window(server, small);
    QSignalSpy sounded(window.desk().sound(), &chicane::ui::models::AlarmSound::sounded);
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().sound()->ringing(); }));
    CHECK(sounded.count() >= 1);
    window.click(*window.with_text("Seen"));
    REQUIRE(until([&] { return server.count("POST", "alarms/1/seen") == 1; }));
    auto view = control_view(Kind::ordinary);
    view["alarms"] = QJsonArray();
    server.send_view(view);
    REQUIRE(until([&] { return !window.desk().sound()->ringing(); }));
}

TEST_CASE("Ctrl N makes a session on the track and opens its set-up") {
    FakeServer server;
    fill(server, Kind::ordinary);
    server.answer("POST", "sessions", {{"id", "ses_3"}, {"version", 1}}, 201);
    DeskWindow window(server, small);
    control_ready(window, 18);
    window.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(until([&] { return window.desk().setup()->entrants()->count() == 18; }));
    const auto asked = server.last("POST", "sessions");
    CHECK(asked.body["track"].toString() == "main");
    CHECK(asked.body["planned_start_us"].toInteger() > 0);
    CHECK(asked.headers["idempotency-key"] != "");
}

TEST_CASE("the set-up opened by itself takes the next planned session, and offers a new one where there is none") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const bool planned = GENERATE(true, false);
    if (!planned) server.answer("GET", "sessions", {{"items", QJsonArray()}});
    DeskWindow window(server, small);
    REQUIRE(window.enter("setup"));
    if (planned) {
        REQUIRE(until([&] { return window.desk().setup()->entrants()->count() == 18; }));
    } else {
        REQUIRE(until([&] { return window.with_text("No session is planned") != nullptr; }));
        CHECK(window.picture("setup-empty-1366"));
    }
}

// Measures, asserts no time: test_ui_screens "[measure]" prints frames a second with 100 karts, 20 changes and a move each 50 ms.
TEST_CASE("a hundred karts keep moving", "[.measure]") {
    FakeServer server;
    fill(server, Kind::ugly);
    server.send_board(snapshot(100, Kind::ugly));
    DeskWindow window(server, wide);
    REQUIRE(window.enter("race-control"));
    REQUIRE(until([&] { return window.desk().control()->board()->count() == 100; }));
    int frames = 0, sequence = 40;
    QObject::connect(&window.window(), &QQuickWindow::afterRendering, [&] { ++frames; });
    auto rows = snapshot(100, Kind::ugly)["board"].toObject()["rows"].toArray();
    QTimer race;
    QObject::connect(&race, &QTimer::timeout, [&] {
        QJsonArray changed;
        for (int i = 0; i < 20; ++i) {
            const auto at = (sequence * 7 + i) % 99;
            auto first = rows[at].toObject(), second = rows[at + 1].toObject();
            first["position"] = at + 2, second["position"] = at + 1;
            first["laps"] = first["laps"].toInt() + 1;
            rows[at] = second, rows[at + 1] = first;
            changed.append(first), changed.append(second);
        }
        server.send_board({{"type", "delta"}, {"seq", ++sequence}, {"rows", changed}});
    });
    QElapsedTimer watch;
    watch.start();
    race.start(50);
    REQUIRE(until([&] { return watch.elapsed() > 4'000; }));
    WARN("frames a second: " << frames * 1000 / watch.elapsed() << ", messages: " << sequence - 40);
    CHECK(window.desk().control()->board()->count() == 100);
}
