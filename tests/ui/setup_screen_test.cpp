// The set-up of a session: entrants, grid, rules, the fleet file, a kart that learns its tag.
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "race_page.hpp"

using namespace chicane::ui::test;

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

namespace {

/// A rule-set as the API tells it, with two versions where `second` holds.
QJsonObject rule_set(int id, const QString& name, const QString& kind, bool second = false) {
    const QJsonObject end{{"laps", 12},          {"time_s", 900},         {"plus_laps", 0},
                          {"priority", "first"}, {"how", "leader_first"}, {"grace_s", 180}};
    const QJsonObject rules{{"start", "signal"},        {"first_crossing", "starts_lap"},
                            {"rank", "laps"},           {"min_lap_ms", 15000},
                            {"max_lap_ms", 0},          {"red_lap", "counts"},
                            {"red_restart", "resumes"}, {"red_stops_clock", true},
                            {"classified_percent", 0},  {"end", end}};
    const auto version = [&](int number, const QString& from) {
        return QJsonObject{{"number", number},  {"valid_from", from}, {"created_at_us", 1}, {"created_by", "admin"},
                           {"duration_s", 900}, {"capacity", 20},     {"kind", kind},       {"rules", rules}};
    };
    QJsonArray versions{version(1, "2026-01-01")};
    if (second) versions.append(version(2, "2026-11-01"));
    auto set = versions.last().toObject();
    set["id"] = QString("rul_%1").arg(id);
    set["version"] = versions.size();
    set["name"] = name;
    set["retired"] = false;
    set["versions"] = versions;
    return set;
}

/// The set-up of the next session with the rule-sets open.
void open_rule_sets(DeskWindow& window) {
    control_ready(window, 18);
    REQUIRE(until([&] { return window.desk().control()->day()->count() == 7; }));
    window.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(until([&] { return window.desk().setup()->entrants()->count() == 18; }));
    window.press(Qt::Key_F7);
    REQUIRE(until([&] { return window.desk().rule_sets()->items()->count() == 3; }));
}

void fill_rule_sets(FakeServer& server) {
    fill(server, Kind::ordinary);
    server.answer("GET", "rule-sets",
                  {{"items", QJsonArray{rule_set(1, "Course loisir", "race", true), rule_set(2, "Enfants", "practice"),
                                        rule_set(3, "Sprint du championnat régional", "race")}}});
    server.answer("GET", "rule-sets/rul_1", rule_set(1, "Course loisir", "race", true));
    server.answer("GET", "rule-sets/rul_2", rule_set(2, "Enfants", "practice"));
    server.answer("GET", "rule-sets/rul_3", rule_set(3, "Sprint du championnat régional", "race"));
}

}  // namespace

TEST_CASE("F7 shows the rule-sets in words, and Enter takes one for the session") {
    FakeServer server;
    fill_rule_sets(server);
    server.answer("PATCH", "sessions/ses_3", {{"id", "ses_3"}, {"version", 4}});
    const auto size = GENERATE(wide, small);
    DeskWindow window(server, size, size == wide ? "fr" : "en");
    open_rule_sets(window);
    REQUIRE(until([&] { return window.desk().rule_sets()->draft()["id"] == "rul_1"; }));
    window.press(Qt::Key_Down);
    REQUIRE(until([&] { return window.desk().rule_sets()->draft()["name"] == "Enfants"; }));
    window.press(Qt::Key_Up);
    REQUIRE(until([&] { return window.desk().rule_sets()->draft()["name"] == "Course loisir"; }));
    CHECK(window.picture(QString("rule-sets-%1").arg(size.width())));
    window.press(Qt::Key_Return);
    REQUIRE(until([&] { return server.count("PATCH", "sessions/ses_3") == 1; }));
    CHECK(server.last("PATCH", "sessions/ses_3").body["rule_set"].toString() == "rul_1");
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("a rule of a set that is changed is kept as its next version, and a refusal leaves what was typed") {
    FakeServer server;
    fill_rule_sets(server);
    server.refuse_once("PATCH", "rule-sets/rul_1", "bad_setup", "/rules/end/laps is wrong", 422);
    server.answer("PATCH", "rule-sets/rul_1", rule_set(1, "Course loisir", "race", true));
    DeskWindow window(server, small);
    open_rule_sets(window);
    auto& sets = *window.desk().rule_sets();
    REQUIRE(until([&] { return sets.draft()["id"] == "rul_1"; }));
    sets.changeRules({{"end", QJsonObject{{"laps", 15}}}});
    CHECK(sets.dirty());
    window.press(Qt::Key_F7);
    window.press(Qt::Key_F7);
    REQUIRE(until([&] { return server.count("GET", "rule-sets") == 2; }));
    sets.choose("rul_2");  // an arrow at the list
    CHECK(sets.draft()["id"] == "rul_1");
    CHECK_FALSE(sets.error().isEmpty());
    auto* keep = window.with_text("Keep as version 3");
    REQUIRE(keep != nullptr);
    window.click(*keep);
    REQUIRE(until([&] { return sets.error().contains("/rules/end/laps"); }));
    CHECK(sets.draft()["rules"].toObject()["end"].toObject()["laps"].toInt() == 15);
    CHECK(window.picture("rule-sets-refused-1366"));
    window.click(*keep);
    REQUIRE(until([&] { return server.count("PATCH", "rule-sets/rul_1") == 2 && !sets.dirty(); }));
    const auto sent = server.last("PATCH", "rule-sets/rul_1");
    CHECK(sent.headers["if-match"] == "\"2\"");
    CHECK(sent.body["rules"].toObject()["end"].toObject()["laps"].toInt() == 15);
    CHECK(sent.body["rules"].toObject()["start"] == "signal");
    CHECK_FALSE(sent.body.contains("valid_from"));
}

TEST_CASE("a new rule-set begins with the rules of the session") {
    FakeServer server;
    fill_rule_sets(server);
    server.answer("POST", "rule-sets", rule_set(3, "Heat 3", "race"), 201);
    DeskWindow window(server, small);
    open_rule_sets(window);
    auto* fresh = window.with_text("New, from this session");
    REQUIRE(fresh != nullptr);
    window.click(*fresh);
    auto& sets = *window.desk().rule_sets();
    CHECK(sets.draft()["rules"] == window.desk().setup()->rules());
    auto* keep = window.with_text("Keep as a new rule-set");
    REQUIRE(keep != nullptr);
    window.click(*keep);
    REQUIRE(until([&] { return server.count("POST", "rule-sets") == 1; }));
    CHECK(server.last("POST", "rule-sets").body["name"].toString() == "Heat 3");
    CHECK_FALSE(server.last("POST", "rule-sets").headers["idempotency-key"].isEmpty());
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
