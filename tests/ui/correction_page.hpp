// Race control with a kart chosen and a server that previews corrections of it.
#pragma once

#include <QDateTime>
#include <memory>

#include "race_page.hpp"

namespace chicane::ui::test {

inline const QString session_events = QStringLiteral("sessions/ses_2/events");
inline const QString track_events = QStringLiteral("tracks/main/events");

inline QJsonObject standing(int position, int laps, const QJsonValue& gap_us, const QJsonValue& gap_laps,
                            qint64 best_us = 44'663'000, const QString& state = "running") {
    return {{"position", position}, {"laps", laps},         {"best_us", best_us}, {"total_us", 541'000'000.0},
            {"gap_us", gap_us},     {"gap_laps", gap_laps}, {"state", state}};
}

inline QJsonObject row_changed(const QString& entrant, const QString& number, const QJsonObject& before,
                               const QJsonObject& after) {
    return {{"entrant", entrant}, {"number", number}, {"before", before}, {"after", after}};
}

/// Kart 14 goes from place 18 to 8, and who was there goes back.
inline QJsonObject climbs() {
    const QStringList back = {"27", "11", "5", "16", "40", "2", "33", "25", "12", "9"};
    QJsonArray moved{QJsonObject{{"number", "14"}, {"from", 18}, {"to", 8}}};
    QJsonArray changed{row_changed("ent_18", "14", standing(18, 11, {}, 1), standing(8, 12, 13'815'000, {}))};
    for (int i = 0; i < back.size(); ++i) {
        moved.append(QJsonObject{{"number", back[i]}, {"from", 8 + i}, {"to", 9 + i}});
        changed.append(row_changed(QStringLiteral("ent_%1").arg(8 + i), back[i], standing(8 + i, 12, 14'321'000, {}),
                                   standing(9 + i, 12, 14'321'000, {})));
    }
    return {{"seq", 0}, {"moved", moved}, {"changed", changed}};
}

/// Passings of a kart, newest first: lap 8 took twice its time, the crossing before lap 4 was one too many.
inline QJsonArray laps_of_kart(int laps = 11) {
    QJsonArray list;
    const auto now_us = QDateTime::currentMSecsSinceEpoch() * qint64{1'000};
    for (int lap = laps; lap >= 0; --lap) {
        const bool is_long = lap == 8, is_short = lap == 4;
        const qint64 lap_us = is_long ? 89'356'000 : is_short ? 21'204'000 : 44'900'000 + 40'000 * lap;
        list.append(QJsonObject{{"seq", 4'000 + lap},
                                {"time_us", now_us - (laps - lap) * qint64{45'000'000}},
                                {"device", "sf"},
                                {"role", "finish"},
                                {"transponder", 5'690'017},
                                {"verdict", lap == 0 ? "starts_lap" : "counted"},
                                {"lap", lap == 0 ? QJsonValue() : QJsonValue(lap)},
                                {"lap_us", lap == 0 ? QJsonValue() : QJsonValue(lap_us)},
                                {"manual", false},
                                {"doubt", is_long    ? QJsonValue("too_long")
                                          : is_short ? QJsonValue("too_short")
                                                     : QJsonValue()},
                                {"parts", is_long ? 2 : 1},
                                {"remarks", QJsonArray()}});
    }
    return list;
}

struct Correcting {
    Correcting(QSize size, const QString& language = QStringLiteral("fr"), Kind kind = Kind::ordinary) {
        fill(server, kind);
        server.answer("GET", "sessions/ses_2/entrants/ent_18/passings", {{"items", laps_of_kart()}});
        server.answer("POST", session_events, climbs());
        window = std::make_unique<DeskWindow>(server, size, language);
        control_ready(*window, kind == Kind::ugly ? 40 : 18);
        for (int i = 0; i < 18; ++i) window->press(Qt::Key_Down);
    }
    models::Correction& correction() { return *window->desk().control()->correction(); }
    models::EntrantLaps& laps() { return *window->desk().control()->laps(); }
    bool previewed() {
        return until([&] { return correction().previewed(); });
    }
    /// Presses Enter and waits until the correction is done; what was sent.
    QJsonObject done() {
        window->press(Qt::Key_Return);
        if (!until([&] { return !correction().open(); })) return {};
        const auto sent = server.last("POST", session_events);
        return sent.path.contains("dry_run") ? QJsonObject() : sent.body;
    }
    std::string warnings() const { return window->qml_warnings().join('\n').toStdString(); }

    FakeServer server;
    std::unique_ptr<DeskWindow> window;
};

}  // namespace chicane::ui::test
