// The desk at the built server: an official and a cashier at work, by keyboard alone. Each case starts a centre of its own.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "desk_window.hpp"
#include "real_centre.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::RaceControl;

namespace {

constexpr QSize small{1366, 768};
constexpr int deadline_ms = 20'000;

bool soon(const std::function<bool()>& condition) { return until(condition, deadline_ms); }

/// Waits until the first session of the demonstration's day is on the track.
void on_track(RaceControl& control) {
    REQUIRE(soon([&] { return control.phase() == "running"; }));
    REQUIRE(soon([&] { return control.board()->count() > 0; }));
}

/// What was refused, for the message of a failed test.
std::string texts(const QSignalSpy& refused) {
    QStringList all;
    for (const auto& one : refused) all.append(one.first().toString());
    return all.join(u'\n').toStdString();
}

QString newest_word(RaceControl& control) { return control.actions()->valueAt(0, "word").toString(); }

}  // namespace

TEST_CASE("a session is flagged, extended, ended and followed by the next, on keys alone") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    QSignalSpy refused(&control, &RaceControl::refused);
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    const auto first = control.planned()[u"id"].toString();

    for (const auto& [key, flag] : std::initializer_list<std::pair<Qt::Key, QString>>{
             {Qt::Key_F2, "yellow"}, {Qt::Key_F5, "slow"}, {Qt::Key_F3, "red"}, {Qt::Key_F1, "green"}}) {
        window.press(key);
        CAPTURE(flag.toStdString());
        REQUIRE(soon([&] { return control.flag() == flag; }));
    }
    REQUIRE(soon([&] { return control.board()->valueAt(0, "laps").toInt() > 0; }));

    window.press(Qt::Key_E);
    window.press(Qt::Key_Plus);
    REQUIRE(soon([&] { return newest_word(control) == "more_time"; }));
    window.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(soon([&] { return control.actions()->valueAt(0, "undone").toBool(); }));

    window.press(Qt::Key_F4);
    REQUIRE(soon([&] { return control.flag() == "chequered"; }));
    REQUIRE(soon([&] { return control.phase() == "finished"; }));
    CHECK(window.picture("real-finished-1366"));
    window.press(Qt::Key_F9);
    REQUIRE(soon([&] { return control.phase() == "armed" && control.planned()[u"id"].toString() != first; }));
    CHECK(texts(refused) == "");
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("the result of a finished session is printed on two keys") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "fr", "control");
    auto& control = *window.desk().control();
    const QTemporaryDir folder;
    QUrl opened;
    control.sheets()->set_folder(folder.path());
    control.sheets()->set_opener([&](const QUrl& file) {
        opened = file;
        return true;
    });
    QSignalSpy refused(&control, &RaceControl::refused);
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    const auto session = control.planned()[u"id"].toString();
    window.press(Qt::Key_E);
    window.press(Qt::Key_R);  // not while it runs
    CHECK_FALSE(control.sheets()->busy());
    window.press(Qt::Key_E);
    window.press(Qt::Key_F4);
    REQUIRE(soon([&] { return control.phase() == "finished"; }));

    window.press(Qt::Key_E);
    CHECK(window.picture("real-print-1366"));
    window.press(Qt::Key_R);
    REQUIRE(soon([&] { return !opened.isEmpty() || refused.count() > 0; }));
    CHECK(texts(refused) == "");
    CHECK(opened == QUrl::fromLocalFile(folder.filePath(session + "-result.pdf")));
    QFile file(opened.toLocalFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE(
    "a session is set up on keys: its name, its start by signal, a late entry, the grid, then armed and started") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    auto& setup = *window.desk().setup();
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    REQUIRE(soon([&] { return control.day()->count() == 20 && !control.next().isEmpty(); }));
    window.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(soon([&] { return setup.session()[u"phase"].toString() == "planned" && setup.karts()->count() == 8; }));
    const auto session = setup.session()[u"id"].toString();

    window.press(Qt::Key_F2);
    window.press(Qt::Key_A, Qt::ControlModifier);
    window.type("Cup final");
    window.press(Qt::Key_Return);
    window.type("23:45");
    window.press(Qt::Key_Return);
    window.type("12");
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return setup.session()[u"name"].toString() == "Cup final"; }));
    CHECK(setup.session()[u"capacity"].toInt() == 12);

    for (const auto* name : {"Ana", "Ben", "Cleo", "Dan"}) {
        window.press(Qt::Key_N);
        window.type(name);
        const auto before = setup.entrants()->count();
        window.press(Qt::Key_Return);
        REQUIRE(soon([&] { return setup.entrants()->count() == before + 1; }));
        window.press(Qt::Key_Escape);
    }
    CHECK(setup.without_kart() == 0);
    CHECK(setup.without_tag() == 0);

    // Three quick moves are three places, though each needs the version that the one before made.
    for (int i = 0; i < 3; ++i) window.press(Qt::Key_Down, Qt::AltModifier);
    REQUIRE(
        soon([&] { return centre.ask("GET", "sessions/" + session + "/entrants")[u"items"][3][u"name"] == "Ana"; }));
    CHECK(setup.error().toStdString() == "");
    CHECK(setup.entrants()->valueAt(3, "name").toString() == "Ana");

    // The desk has its own last version before the next change is made.
    REQUIRE(soon(
        [&] { return setup.session()[u"version"] == centre.ask("GET", "sessions/" + session)[u"version"].toInt(); }));
    setup.changeRules({{"start", "signal"}});
    REQUIRE(soon([&] { return setup.rules()[u"start"].toString() == "signal"; }));
    CHECK(window.picture("real-setup-1366"));
    window.press(Qt::Key_F9);
    REQUIRE(soon([&] { return window.with_text("Race 1 is running") != nullptr; }));

    window.press(Qt::Key_Left, Qt::AltModifier);
    window.press(Qt::Key_F4);
    REQUIRE(soon([&] { return control.phase() == "finished"; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    setup.load(session);
    REQUIRE(soon([&] { return setup.session()[u"phase"].toString() == "planned" && setup.entrants()->count() == 4; }));
    window.press(Qt::Key_F9);
    REQUIRE(soon([&] { return window.page() == "race-control" && control.awaits_signal(); }));
    CHECK(window.with_text("Armed: F1 gives the start signal") != nullptr);
    window.press(Qt::Key_F1);
    REQUIRE(soon([&] { return control.phase() == "running"; }));
}

TEST_CASE("a change that somebody else was before with is refused in words, and the next one works") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    auto& setup = *window.desk().setup();
    REQUIRE(window.enter("race-control", centre.password()));
    REQUIRE(soon([&] { return control.next()[u"id"].toString() != ""; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(soon([&] { return setup.session().contains(u"version"); }));
    const auto session = setup.session()[u"id"].toString();
    const auto version = setup.session()[u"version"].toInt();
    centre.ask("PATCH", "sessions/" + session, {{"name", "Other"}}, version);

    setup.changeRules({{"end", QJsonObject{{"laps", 7}}}});
    REQUIRE(soon([&] { return !setup.error().isEmpty(); }));
    CHECK(setup.error().toStdString() == "It was changed since you read it; here it is as it is now.");
    REQUIRE(soon([&] { return setup.session()[u"name"].toString() == "Other"; }));
    CHECK(window.with_text("It was changed since you read it") != nullptr);
    setup.changeRules({{"end", QJsonObject{{"laps", 7}}}});
    REQUIRE(soon([&] { return setup.rules()[u"end"][u"laps"].toInt() == 7; }));
    CHECK(setup.error().toStdString() == "");
}

TEST_CASE("a tag that nobody has is assigned in race control, and one learned by driving over the loop") {
    RealCentre centre;
    const auto karts = centre.ask("GET", "karts")[u"items"].toArray();
    REQUIRE(karts.size() == 8);
    const auto take_tag = [&](int kart) {
        const auto id = karts[kart][u"id"].toString();
        const auto version = centre.ask("GET", "karts/" + id)[u"version"].toInt();
        centre.ask("PATCH", "karts/" + id, {{"transponders", QJsonArray()}}, version);
        return id;
    };
    take_tag(2);
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    QSignalSpy applied(control.assign(), &chicane::ui::models::AssignFlow::applied);
    REQUIRE(window.enter("race-control", centre.password()));
    REQUIRE(soon([&] { return control.unknown()->count() == 1; }));
    const auto tag = control.unknown()->valueAt(0, "transponder").toString();

    window.press(Qt::Key_A);
    REQUIRE(soon([&] { return control.assign()->open() && !control.assign()->loading(); }));
    CHECK(window.picture("real-assign-1366"));
    window.press(Qt::Key_Slash);
    window.type(karts[7][u"number"].toString());  // not the one that is proposed first
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return control.assign()->previewed(); }));
    CHECK(control.assign()->adopted() > 0);
    window.press(Qt::Key_Return);
    (void)soon([&] { return applied.count() == 1 || !control.assign()->error().isEmpty(); });
    CHECK(control.assign()->error().toStdString() == "");
    REQUIRE(applied.count() == 1);
    REQUIRE(soon([&] { return control.unknown()->count() == 0; }));
    CHECK(
        centre.ask("GET", "karts/" + karts[7][u"id"].toString())[u"transponders"].toArray().contains(tag.toLongLong()));

    const auto learner = take_tag(5);
    auto& setup = *window.desk().setup();
    window.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(soon([&] { return window.page() == "setup" && setup.karts()->count() == 8; }));
    window.press(Qt::Key_F8);
    setup.learn(learner);
    REQUIRE(soon([&] { return setup.learned() != ""; }));
    const auto learned = setup.learned().toLongLong();
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return centre.ask("GET", "karts/" + learner)[u"transponders"][0].toInteger() == learned; }));
}

TEST_CASE("a crossing that no tag told of is given to a driver, and taken back, on keys alone") {
    RealCentre centre;
    // Of a loop that no decoder hears, so that no tag explains it.
    REQUIRE(
        centre.ask("POST", "devices",
                   {{"id", "cell"}, {"track", "main"}, {"uri", "manual:"}, {"role", "sector"}, {"sector", 1}})[u"id"] ==
        "cell");
    DeskWindow window(centre.url(), small, "fr", "control");
    auto& control = *window.desk().control();
    auto& assign = *control.assign();
    QSignalSpy applied(&assign, &chicane::ui::models::AssignFlow::applied);
    QSignalSpy refused(&control, &RaceControl::refused);
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    REQUIRE(soon([&] { return control.board()->valueAt(0, "laps").toInt() > 0; }));
    const auto number = control.board()->valueAt(0, "number").toString();
    centre.ask("POST", "devices/cell/passings");
    REQUIRE(soon([&] { return control.unclaimed()->shown()["kind"].toString() == "crossing"; }));
    const auto seq = control.unclaimed()->shown()["id"].toString();

    window.press(Qt::Key_A);
    REQUIRE(soon([&] { return assign.open() && !assign.loading(); }));
    CHECK(assign.error().toStdString() == "");
    window.press(Qt::Key_Slash);
    window.type(number);
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return assign.previewed(); }));
    CHECK(window.picture("real-assign-crossing-1366"));
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return applied.count() == 1 || !assign.error().isEmpty(); }));
    CHECK(assign.error().toStdString() == "");
    REQUIRE(soon([&] { return control.unclaimed()->count() == 0; }));
    CHECK(window.with_text("Défaire") != nullptr);

    window.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(soon([&] { return control.unclaimed()->shown()["id"].toString() == seq; }));
    CHECK(texts(refused) == "");
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE(
    "a cashier registers a driver, places him with a kart, gives another a kart and frees a seat, on keys alone") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "desk");
    auto& desk = *window.desk().front_desk();
    REQUIRE(window.enter("desk", centre.password()));
    REQUIRE(soon([&] { return desk.plan()->count() > 0 && desk.karts()->count() > 0; }));
    const auto taken = desk.chosen_session()[u"seats_taken"].toInt();
    window.type("mila rey");
    REQUIRE(soon([&] { return desk.searched(); }));
    window.press(Qt::Key_Return);
    for (int i = 0; i < 2; ++i) window.press(Qt::Key_Return);
    window.type("28/02/1992");
    for (int i = 0; i < 3; ++i) window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return desk.customer()[u"family_name"].toString() == "rey"; }));
    window.press(Qt::Key_Tab);
    const auto kart = desk.kart_number();
    CHECK(window.picture("real-desk-1366"));
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return desk.placed() == "mila rey"; }));
    REQUIRE(soon([&] { return desk.chosen_session()[u"seats_taken"].toInt() == taken + 1; }));
    CHECK(desk.seats()->valueAt(taken, "kart").toString() == kart);

    // The seat before has no kart yet.
    window.press(Qt::Key_Right, Qt::AltModifier);
    for (int i = 0; i < taken; ++i) window.press(Qt::Key_Up);
    REQUIRE(desk.seats()->valueAt(0, "kart").toString() == "");
    window.press(Qt::Key_Right);
    const auto given = desk.kart_number();
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return desk.seats()->valueAt(0, "kart").toString() == given; }));
    CHECK(window.picture("real-desk-seats-1366"));
    window.press(Qt::Key_Delete);
    REQUIRE(soon([&] { return desk.chosen_session()[u"seats_taken"].toInt() == taken; }));
    window.press(Qt::Key_Escape);
    window.type("le");
    REQUIRE(soon([&] { return desk.found()->count() > 0; }));
    CHECK(desk.error().toStdString() == "");
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("a wrong password is said beside the field and may be tried again") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "fr", "control");
    window.type("nonsense");
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return window.with_text("Nom ou mot de passe incorrect.") != nullptr; }));
    CHECK(window.page() == "sign-in");
    CHECK(window.picture("sign-in-wrong-1366"));
    CHECK(window.enter("race-control", centre.password()));
}

TEST_CASE("a server that dies is said to be lost, and the desk goes on by itself when it is back") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    centre.kill();
    REQUIRE(soon([&] { return window.with_text("No line to the server") != nullptr; }));
    const auto rows = control.board()->count();
    window.press(Qt::Key_F2);
    REQUIRE(soon([&] { return window.with_text(centre.url().authority() + " does not answer") != nullptr; }));
    centre.start_again();
    REQUIRE(soon([&] { return control.live(); }));
    CHECK(control.board()->count() >= rows);
    window.press(Qt::Key_F2);
    REQUIRE(soon([&] { return control.flag() == "yellow"; }));
}

TEST_CASE("a sign-in that is over is asked for at the side, and what was typed stays") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "desk");
    auto& desk = *window.desk().front_desk();
    REQUIRE(window.enter("desk", centre.password()));
    REQUIRE(soon([&] { return desk.plan()->count() > 0; }));
    window.press(Qt::Key_N, Qt::ControlModifier);
    window.type("Zelda");
    window.press(Qt::Key_Return);
    window.type("Quist");
    centre.kill();
    centre.start_again(true);
    for (int i = 0; i < 4; ++i) window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return window.with_text("Sign in again") != nullptr; }));
    CHECK(window.page() == "desk");
    CHECK(window.find("text", "Zelda") != nullptr);
    CHECK(window.picture("real-sign-in-again-1366"));
    window.type("wrong");
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return window.with_text("Name or password is wrong.") != nullptr; }));
    window.type(centre.password());
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return window.with_text("Sign in again") == nullptr; }));
    CHECK(window.find("text", "Zelda") != nullptr);
    CHECK(window.find("text", "Quist") != nullptr);
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return desk.customer()[u"given_name"].toString() == "Zelda"; }));
}

TEST_CASE("race control whose sign-in is over keeps its board and asks for the password by itself") {
    RealCentre centre;
    DeskWindow window(centre.url(), small, "en", "control");
    auto& control = *window.desk().control();
    REQUIRE(window.enter("race-control", centre.password()));
    on_track(control);
    centre.kill();
    centre.start_again(true);
    REQUIRE(soon([&] { return window.with_text("Sign in again") != nullptr; }));
    CHECK(control.board()->count() > 0);
    window.press(Qt::Key_F3);
    CHECK(window.picture("real-control-again-1366"));
    window.type(centre.password());
    window.press(Qt::Key_Return);
    REQUIRE(soon([&] { return control.live() && window.with_text("Sign in again") == nullptr; }));
    window.press(Qt::Key_F3);
    REQUIRE(soon([&] { return control.flag() == "red"; }));
}
