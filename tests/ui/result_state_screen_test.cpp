// Whether a result is still provisional, until when it may be protested, and that race control says when it is official.
#include <QDateTime>
#include <catch2/catch.hpp>

#include "race_page.hpp"

using namespace chicane::ui::test;

namespace {

QJsonObject heat(const QString& phase, int minutes_ago) {
    const auto at_us = (QDateTime::currentMSecsSinceEpoch() - minutes_ago * qint64{60'000}) * 1'000;
    return {{"id", "ses_2"},
            {"version", 1},
            {"name", "Heat 2"},
            {"kind", "race"},
            {"phase", phase},
            {"finished_at_us", at_us},
            {"rules", QJsonObject{{"end", QJsonObject{}}}}};
}

/// On a track with this protest period; 0: none is set.
void plan(FakeServer& server, const QJsonObject& session, int protest_min) {
    fill(server, Kind::ordinary);
    QJsonObject track{
        {"id", "main"}, {"name", "Main circuit"}, {"length_m", 650}, {"min_lap_ms", 15'000}, {"session", "ses_2"}};
    if (protest_min > 0) track["protest_min"] = protest_min;
    server.answer("GET", "tracks", {{"items", QJsonArray{track}}});
    server.answer("GET", "sessions", {{"items", QJsonArray{session}}});
}

}  // namespace

TEST_CASE("a finished result is provisional while it may be protested and after, and official once it was said") {
    FakeServer server;
    const auto [ago, period, official, text] =
        GENERATE(table<int, int, bool, std::string>({{1, 30, false, "Résultat provisoire, réclamations jusqu’à"},
                                                     {31, 30, false, "Résultat provisoire, réclamations closes"},
                                                     {31, 0, false, "Résultat provisoire · "},
                                                     {31, 30, true, "Résultat officiel depuis"}}));
    auto session = heat("finished", ago);
    if (official) session["official_at_us"] = session["finished_at_us"];
    plan(server, session, period);
    DeskWindow window(server, small, "fr");
    control_ready(window, 18);
    CHECK(until([&] { return window.with_text(QString::fromStdString(text)) != nullptr; }));
    if (ago == 1) CHECK(window.picture("race-control-provisional-fr-1366"));
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}

TEST_CASE("E and V say that the last result is official, also of a session that is closed, and nothing else is sent") {
    const auto language = GENERATE(QString("en"), QString("fr"));
    FakeServer server;
    plan(server, heat(language == "en" ? "finished" : "closed", 31), 30);
    server.answer("POST", "sessions/ses_2/events", {{"seq", 900}, {"moved", QJsonArray()}});
    DeskWindow window(server, small, language);
    control_ready(window, 18);
    window.press(Qt::Key_E);
    REQUIRE(until([&] { return window.with_text("Heat 2") != nullptr; }));
    CHECK(window.picture("race-control-official-" + language + "-1366"));
    window.press(Qt::Key_V);
    REQUIRE(until([&] { return server.count("POST", "sessions/ses_2/events") == 1; }));
    CHECK(server.last("POST", "sessions/ses_2/events").body == QJsonObject{{"kind", "official"}});
    CHECK(window.qml_warnings().join('\n').toStdString() == "");
}
