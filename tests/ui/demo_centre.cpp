// See demo_centre.hpp.
#include "demo_centre.hpp"

#include <QDate>
#include <QDateTime>

namespace chicane::ui::test {

namespace {

const QStringList names = {"Ana Martin",       "Yanis Haddad", "Chloé Garnier", "Équipe Duval",
                           "Lucas Moreau",     "Tom Baker",    "Inès Lefèvre",  "Maximilien de La Rochefoucauld",
                           "Sophie O’Connor",  "Mehdi Benali", "Théo Marchand", "Camille Roux",
                           "Oliver Whitfield", "Nora Schmitt", "Raphaël Colin", "Baptiste Perrin",
                           "Jade Nguyen",      "Hugo Bernard"};
const QList<int> numbers = {7, 22, 31, 4, 8, 19, 3, 27, 11, 5, 16, 40, 2, 33, 25, 12, 9, 14};

qint64 today_us(int hour, int minute) {
    return QDateTime(QDate::currentDate(), QTime(hour, minute)).toMSecsSinceEpoch() * 1'000;
}
qint64 now_ms() { return QDateTime::currentMSecsSinceEpoch(); }

QString name_at(int i) { return i < names.size() ? names[i] : names[i % names.size()] + QStringLiteral(" %1").arg(i); }
QString number_at(int i) { return QString::number(i < numbers.size() ? numbers[i] : 100 + i); }

QJsonObject gap(int i, int laps, qint64 us) {
    if (i == 0) return {{"us", 0}, {"laps", 0}};
    return {{"us", laps > 0 ? QJsonValue() : QJsonValue(us)}, {"laps", laps}};
}

QJsonArray sectors(int i, bool any) {
    QJsonArray list;
    for (int sector = 1; any && sector <= 3; ++sector) {
        list.append(QJsonObject{
            {"sector", sector}, {"last_us", 14'000'000 + 500'000 * sector + 40'000 * i}, {"best_us", 14'000'000}});
    }
    return list;
}

QString state_at(int i, Kind kind) {
    if (i == 15) return QStringLiteral("in_pit");
    if (kind == Kind::ugly && i == 38) return QStringLiteral("retired");
    return QStringLiteral("running");
}

QJsonObject row(int i, Kind kind) {
    const bool none = kind == Kind::ugly && i == 39;
    const auto down = i < 12 ? 0 : kind == Kind::ugly && i > 30 ? 11 : i == 16 || i == 17 ? 1 : 0;
    const auto best = 43'765'000 + 90'000 * i;
    const bool fresh = i == 6 || i == 16;
    const auto value = [&](qint64 us) { return none ? QJsonValue() : QJsonValue(us); };
    return {{"id", QStringLiteral("ent_%1").arg(i + 1)},
            {"position", i + 1},
            {"number", number_at(i)},
            {"name", name_at(i)},
            {"transponder", kind == Kind::ugly ? 310'045'881 + i : 5'690'000 + i},
            {"laps", none ? 0 : 12 - down},
            {"last_us", value(fresh ? best : best + 256'000 + 10'000 * i)},
            {"best_us", value(best)},
            {"best_lap", none ? QJsonValue() : QJsonValue(fresh ? 12 - down : 8)},
            {"total_us", value(500'000'000 + 2'355'000 * (i % 18))},
            {"gap", none ? QJsonObject{{"us", QJsonValue()}, {"laps", QJsonValue()}} : gap(i, down, 2'355'000 * i)},
            {"interval",
             none ? QJsonObject{{"us", QJsonValue()}, {"laps", QJsonValue()}} : gap(i, 0, 1'204'000 + 31'000 * i)},
            {"sectors", sectors(i, !none)},
            {"pits", i == 16 ? 1 : 0},
            {"state", state_at(i, kind)}};
}

QJsonObject rules() {
    return {{"start", "signal"},
            {"first_crossing", "starts_lap"},
            {"rank", "laps"},
            {"min_lap_ms", 30'000},
            {"max_lap_ms", 0},
            {"pair_window_ms", 3'000},
            {"merge_window_ms", 3'000},
            {"red_lap", "counts"},
            {"red_restart", "resumes"},
            {"red_stops_clock", true},
            {"classified_percent", 0},
            {"end", QJsonObject{{"laps", 20},
                                {"time_s", 900},
                                {"plus_laps", 0},
                                {"priority", "first"},
                                {"how", "leader_first"},
                                {"grace_s", 90}}}};
}

QJsonObject session(int id, int hour, int minute, const QString& name, const QString& kind, const QString& phase,
                    int taken, int capacity) {
    return {{"id", QStringLiteral("ses_%1").arg(id)},
            {"version", 3},
            {"track", "main"},
            {"name", name},
            {"kind", kind},
            {"planned_start_us", today_us(hour, minute)},
            {"duration_s", 900},
            {"capacity", capacity},
            {"seats_taken", taken},
            {"rules", rules()},
            {"phase", phase},
            {"started_at_us", QJsonValue()},
            {"finished_at_us", QJsonValue()}};
}

QJsonArray day(Kind kind) {
    QJsonArray list{session(1, 10, 0, "Heat 1", "race", "closed", 18, 18),
                    session(2, 10, 15, "Heat 2", "race", "running", 18, 18),
                    session(3, 10, 35, "Heat 3", "race", "planned", 17, 18),
                    session(4, 10, 55, "Kids · 8 to 12 years", "practice", "planned", 9, 12),
                    session(5, 11, 15, "Dubreuil · practice", "practice", "planned", 12, 12),
                    session(6, 11, 30, "Dubreuil · qualifying", "qualifying", "planned", 12, 12),
                    session(7, 14, 0, "Endurance 2 h", "endurance", "planned", 16, 16)};
    if (kind == Kind::ugly)
        list.append(
            session(8, 16, 0, "Anniversaire de Maximilien-Alexandre et de ses amis", "practice", "planned", 40, 40));
    return list;
}

QJsonArray entrants(int count, Kind kind) {
    QJsonArray list;
    for (int i = 0; i < count; ++i) {
        const bool bare = i == count - 1;
        list.append(QJsonObject{{"id", QStringLiteral("ent_%1").arg(i + 1)},
                                {"seat", QStringLiteral("sea_%1").arg(i + 1)},
                                {"version", 1},
                                {"number", bare ? QString() : number_at(i)},
                                {"name", name_at(i)},
                                {"public_name", name_at(i)},
                                {"customer", QJsonValue()},
                                {"kart", bare ? QJsonValue() : QJsonValue(QStringLiteral("kar_%1").arg(i + 1))},
                                {"transponders", QJsonArray{}},
                                {"state", bare ? "booked" : "checked_in"},
                                {"grid", kind == Kind::ugly ? count - i : i + 1 + (i % 3 == 2 ? 1 : 0)}});
    }
    return list;
}

QJsonArray karts(int count, Kind kind) {
    QJsonArray list;
    for (int i = 0; i < count + 3; ++i) {
        const qint64 tag = kind == Kind::ugly ? 310'045'881 + i : 5'690'000 + 1373 * i;
        list.append(QJsonObject{{"id", QStringLiteral("kar_%1").arg(i + 1)},
                                {"version", 1},
                                {"number", i < count ? number_at(i) : QString::number(17 + 4 * (i - count))},
                                {"class", "13 hp"},
                                {"out_of_service", false},
                                {"transponders", i == 5 ? QJsonArray{} : QJsonArray{tag}}});
    }
    return list;
}

QJsonObject passing(int i, const QString& verdict) {
    return {{"seq", 5000 - i},
            {"time_us", (now_ms() - 700 * i) * 1'000},
            {"device", "sf"},
            {"role", "finish"},
            {"transponder", 5'690'000 + i},
            {"entrant", QStringLiteral("ent_%1").arg(i + 1)},
            {"number", number_at(11 - i % 11)},
            {"name", name_at(11 - i % 11)},
            {"verdict", verdict},
            {"lap_us", verdict == u"counted" ? QJsonValue(45'477'000 + 31'000 * i) : QJsonValue()},
            {"strength", 42 - i},
            {"hits", 30}};
}

QJsonObject device(const QString& id, const QString& role, const QString& state) {
    return {{"id", id},
            {"track", "main"},
            {"uri", "tcp://192.0.2.10:5403?protocol=p3"},
            {"role", role},
            {"state", state},
            {"last_byte_us", now_ms() * 1'000},
            {"noise", 31},
            {"passings", 4211},
            {"garbage", 0},
            {"gaps_found", 2},
            {"gaps_recovered", 2},
            {"gaps_lost", 0},
            {"decoder", 268'307},
            {"voltage_dv", 118},
            {"temperature_c", 23},
            {"clock_offset_us", -214'000}};
}

QJsonObject action(int i, const QString& word, const QString& subject) {
    return {{"seq", 900 - i},     {"at_us", (now_ms() - 40'000 * i) * 1'000},
            {"by", "control"},    {"word", word},
            {"subject", subject}, {"undone", i == 2},
            {"undoable", i < 5}};
}

QJsonObject alarm(int id, const QString& kind, bool grave, const QString& subject, int value) {
    return {{"id", id},
            {"kind", kind},
            {"grave", grave},
            {"seen", false},
            {"since_us", now_ms() * 1'000},
            {"until_us", QJsonValue()},
            {"subject", subject},
            {"value", value}};
}

QJsonArray customers() {
    return {QJsonObject{{"id", "cus_1"},
                        {"version", 1},
                        {"family_name", "Ferreira"},
                        {"given_name", "Nicolas"},
                        {"birth_date", "1992-03-12"},
                        {"phone", "06 55 21 07 34"},
                        {"email", "n.ferreira@example.org"},
                        {"locale", "fr"},
                        {"public_results", "given"}},
            QJsonObject{{"id", "cus_2"},
                        {"version", 1},
                        {"family_name", "Ferrand"},
                        {"given_name", "Inès"},
                        {"birth_date", "2012-07-30"},
                        {"phone", "06 18 44 92 07"},
                        {"email", ""},
                        {"locale", "fr"},
                        {"public_results", QJsonValue()}},
            QJsonObject{{"id", "cus_3"},
                        {"version", 1},
                        {"family_name", "Ferreira"},
                        {"given_name", "Stéphane"},
                        {"birth_date", QJsonValue()},
                        {"phone", ""},
                        {"email", "stephane@example.org"},
                        {"locale", "fr"},
                        {"public_results", "refused"}}};
}

QJsonObject list_of(const QJsonArray& items) { return {{"items", items}}; }

}  // namespace

QJsonObject snapshot(int karts, Kind kind, const QString& flag) {
    QJsonArray rows;
    for (int i = 0; i < karts; ++i) rows.append(row(i, kind));
    const QJsonObject clock{{"elapsed_us", 541'000'000}, {"remaining_us", 462'000'000}, {"laps_done", 12},
                            {"laps_total", 20},          {"runs", flag != u"red"},      {"as_of_ms", now_ms()}};
    const QJsonObject head{
        {"id", "ses_2"},
        {"name", kind == Kind::ugly ? "Heat 2 · Anniversaire de Maximilien-Alexandre" : "Heat 2 · Senior 13 hp"},
        {"kind", "race"},
        {"rank", "laps"},
        {"state", flag == u"red" ? "suspended" : "running"}};
    const QJsonArray messages{
        QJsonObject{{"id", 2},
                    {"at_ms", now_ms() - 60'000},
                    {"kind", "info"},
                    {"number", QJsonValue()},
                    {"text", "Track limits in turn 5"}},
        QJsonObject{
            {"id", 1}, {"at_ms", now_ms() - 480'000}, {"kind", "flag"}, {"number", QJsonValue()}, {"text", flag}}};
    return {{"type", "snapshot"},
            {"seq", 40},
            {"stream", "s1"},
            {"board",
             QJsonObject{{"session", head}, {"clock", clock}, {"flag", flag}, {"rows", rows}, {"messages", messages}}}};
}

QJsonObject control_view(Kind kind) {
    QJsonArray strip;
    for (int i = 0; i < 12; ++i)
        strip.append(passing(i, i == 5 ? "second_transponder" : i == 7 ? "below_min_lap" : "counted"));
    QJsonArray alarms{alarm(2, "suspicious_lap", false, "14", 0), alarm(1, "decoder_silent", true, "s1", 42)};
    if (kind == Kind::ugly)
        alarms = {alarm(1, "decoder_lost", true, "sf", 0), alarm(2, "journal_late", true, "", 2400),
                  alarm(3, "passings_lost", false, "sf", 118)};
    const QJsonArray devices{device("sf", "finish", kind == Kind::ugly ? "down" : "up"), device("pit", "pit_in", "up"),
                             device("s1", "sector", "silent")};
    const qint64 tag = kind == Kind::ugly ? 310'045'999 : 8'101'234;
    const QJsonArray unknown{QJsonObject{{"transponder", tag},
                                         {"passings", 3},
                                         {"first_us", (now_ms() - 90'000) * 1'000},
                                         {"last_us", now_ms() * 1'000},
                                         {"last_kart", "21"}}};
    const QJsonArray actions{action(0, "flag_green", ""), action(1, "flag_yellow", ""), action(2, "message", "Turn 5"),
                             action(3, "assign", "kart 16"), action(4, "start", "Heat 2")};
    return {{"track", "main"},    {"current", "ses_2"},
            {"strip", strip},     {"unknown", unknown},
            {"actions", actions}, {"alarms", alarms},
            {"devices", devices}, {"journal_lag_ms", kind == Kind::ugly ? 2400 : 12},
            {"viewers", 143}};
}

void fill(FakeServer& server, Kind kind) {
    const int karts_count = kind == Kind::ugly ? 40 : 18;
    const auto get = QStringLiteral("GET");
    QJsonArray tracks{QJsonObject{
        {"id", "main"}, {"name", "Main circuit"}, {"length_m", 650}, {"min_lap_ms", 15'000}, {"session", "ses_2"}}};
    if (kind == Kind::ugly)
        tracks.append(QJsonObject{
            {"id", "kids"}, {"name", "Kids"}, {"length_m", 220}, {"min_lap_ms", 10'000}, {"session", QJsonValue()}});
    const auto sessions = day(kind);
    server.answer(get, "tracks", list_of(tracks));
    server.answer(get, "sessions", list_of(sessions));
    QJsonArray plan;
    for (const auto& value : sessions) {
        auto item = value.toObject();
        const auto id = item[u"id"].toString();
        server.answer(get, "sessions/" + id, item);
        server.answer(get, "sessions/" + id + "/entrants", list_of(entrants(karts_count, kind)));
        item[u"seats"] =
            id == u"ses_3" || kind == Kind::ugly ? entrants(item[u"seats_taken"].toInt(), kind) : QJsonArray();
        plan.append(item);
    }
    server.answer(get, "planner/" + QDate::currentDate().toString(Qt::ISODate), list_of(plan));
    server.answer(get, "karts", list_of(karts(karts_count, kind)));
    server.answer(get, "customers", list_of(customers()));
    server.answer(get, "devices", list_of(control_view(kind)[u"devices"].toArray()));
    server.answer("POST", "tracks/main/events", {{"seq", 901}, {"moved", QJsonArray()}});
    server.send_board(snapshot(karts_count, kind));
    server.send_view(control_view(kind));
}

}  // namespace chicane::ui::test
