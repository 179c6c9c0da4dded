// Race control driven for real: keys and clicks in, requests at the server and pictures out. Each case needs only itself.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>
#include <catch2/catch.hpp>

#include "race_page.hpp"

using namespace chicane::ui::test;

TEST_CASE("race control shows an ordinary race at both sizes") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size);
    control_ready(window, 18);
    CHECK(window.picture(QString("race-control-%1").arg(size.width())));
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

TEST_CASE("race control stays whole with a hundred karts, whose last row is reached by keys") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, "fr");
    control_ready(window, 18);
    server.send_board(snapshot(100, Kind::ordinary));
    auto& board = *window.desk().control()->board();
    REQUIRE(until([&] { return board.count() == 100; }));
    CHECK(window.picture(QString("race-control-hundred-%1").arg(size.width())));
    for (int i = 0; i < 100; ++i) window.press(Qt::Key_Down);
    CHECK(window.with_text(board.valueAt(99, "number").toString()) != nullptr);
    CHECK(window.picture(QString("race-control-hundred-end-%1").arg(size.width())));
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

TEST_CASE("under a red flag the whole top is red and nothing has moved") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, wide);
    control_ready(window, 18);
    server.send_board(snapshot(18, Kind::ordinary, "red"));
    REQUIRE(until([&] { return window.desk().control()->flag() == "red"; }));
    CHECK(window.picture("race-control-red-1920"));
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
                                                                   {Qt::Key_F5, "slow"}}));
    window.press(Qt::Key_M);
    window.type("hello");
    window.press(key);
    REQUIRE(until([&] { return server.count("POST", "tracks/main/events") == 1; }));
    CHECK(server.last("POST", "tracks/main/events").body["flag"].toString().toStdString() == flag);
}

TEST_CASE("F12 calls the emergency from any field, and Shift F12 releases it") {
    FakeServer server;
    fill(server, Kind::ordinary);
    DeskWindow window(server, small);
    control_ready(window, 18);
    const auto sent = [&] { return server.last("POST", "tracks/main/events").body["kind"].toString().toStdString(); };
    window.press(Qt::Key_M);
    window.type("hello");
    window.press(Qt::Key_F12);
    REQUIRE(until([&] { return server.count("POST", "tracks/main/events") == 1; }));
    CHECK(sent() == "emergency");
    window.press(Qt::Key_F12, Qt::ShiftModifier);
    REQUIRE(until([&] { return server.count("POST", "tracks/main/events") == 2; }));
    CHECK(sent() == "release");
}

TEST_CASE("while the emergency holds the block says which karts go on and which say nothing") {
    FakeServer server;
    fill(server, Kind::ordinary);
    const auto size = GENERATE(wide, small);
    const auto* language = size == wide ? "fr" : "en";
    DeskWindow window(server, size, language);
    control_ready(window, 18);
    server.send_board(snapshot(18, Kind::ordinary, "red"));
    auto view = control_view(Kind::ordinary);
    QJsonArray karts;
    for (int i = 0; i < 12; ++i)
        karts.append(QJsonObject{{"kart", QString("kar_%1").arg(i)},
                                 {"number", QString::number(i + 1)},
                                 {"commanded", "stop"},
                                 {"expected", i != 11},
                                 {"actual", i == 3  ? QJsonValue("slow")
                                            : i > 9 ? QJsonValue()
                                                    : QJsonValue("stop")}});
    view["emergency"] = QJsonObject{{"since_us", qint64{1'795'608'000'000'000}}, {"by", "control"}};
    view["outputs"] = QJsonObject{
        {"lights", QJsonObject{{"commanded", "red"}, {"actual", "red"}}}, {"limits_karts", true}, {"karts", karts}};
    window.desk().control()->takeView(view);
    auto& outputs = *window.desk().control()->outputs();
    CHECK(outputs.emergency());
    CHECK(outputs.standing() == 9);
    CHECK(outputs.not_standing().toStdString() == "4");
    CHECK(outputs.unknown().toStdString() == "11");
    CHECK(window.picture(QString("race-control-emergency-%1").arg(size.width())));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
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
