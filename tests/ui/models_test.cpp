// View models without a window: JSON of the API in, rows and texts out. The cases are what a screen may rely on.
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "ui/models/board_model.hpp"
#include "ui/models/control_rows.hpp"
#include "ui/models/desk_rows.hpp"
#include "ui/models/feed_socket.hpp"
#include "ui/models/fleet_file.hpp"
#include "ui/models/formats.hpp"
#include "ui/models/server_list.hpp"
#include "ui/models/server_time.hpp"
#include "ui/models/session_clock.hpp"
#include "ui/models/setup_rows.hpp"
#include "ui/models/tag_rows.hpp"

using namespace chicane::ui::models;

namespace {

std::string text(const QString& value) { return value.toStdString(); }

KeyedRow keyed(const QString& key, int value = 0) { return {key, {value}}; }

QString order_of(const KeyedListModel& model) {
    QString order;
    for (const auto& row : model.rows()) order += row.key;
    return order;
}

QJsonObject row(const QString& id, int position, qint64 best_us, qint64 last_us, int laps, int best_lap) {
    return {{"id", id},           {"position", position}, {"number", id},
            {"name", id},         {"laps", laps},         {"last_us", last_us},
            {"best_us", best_us}, {"best_lap", best_lap}, {"total_us", laps * 45'000'000},
            {"state", "running"}};
}

QJsonObject snapshot(int seq, const QJsonArray& rows) {
    return {
        {"type", "snapshot"},
        {"seq", seq},
        {"stream", "s"},
        {"board",
         QJsonObject{{"session", QJsonObject{{"id", "ses_1"}, {"kind", "race"}}}, {"flag", "green"}, {"rows", rows}}}};
}

}  // namespace

TEST_CASE("a lap time is cut off, never rounded") {
    CHECK(text(lap_text(43'812'999)) == "43.812");
    CHECK(text(lap_text(62'345'000)) == "1:02.345");
    CHECK(text(lap_text(3'723'456'000)) == "1:02:03.456");
    CHECK(text(lap_text(std::nullopt)) == "—");
    CHECK(text(sector_text(16'199'999)) == "16.1");
}

TEST_CASE("a gap is a time or whole laps, the leader has a dash") {
    CHECK(text(gap_text(1'204'999, 0)) == "+1.204");
    CHECK(text(gap_text(0, 0)) == "—");
    CHECK(text(gap_text(std::nullopt, std::nullopt)) == "—");
    CHECK(text(gap_text(std::nullopt, 3)).starts_with("3 "));
}

TEST_CASE("age is exact while it is short and coarse when it is long") {
    CHECK(text(age_text(450)) == "0.4\u00a0s");
    CHECK(text(age_text(10'900)) == "10\u00a0s");
    CHECK(text(age_text(130'000)) == "2\u00a0min");
    CHECK(text(clock_text(4'360'000'000)) == "1:12:40");
    CHECK(text(clock_text(-5)) == "00:00");
}

TEST_CASE("a board is the snapshot plus its deltas, a missed one is said and changes nothing") {
    LiveBoard board;
    CHECK(board.take({{"type", "delta"}, {"seq", 1}}) == LiveBoard::Taken::gap);
    REQUIRE(board.take(snapshot(7, {row("a", 1, 1, 1, 1, 1), row("b", 2, 1, 1, 1, 1)})) == LiveBoard::Taken::yes);
    auto a = row("a", 2, 1, 1, 1, 1), b = row("b", 1, 1, 1, 2, 1);
    CHECK(board.take({{"type", "delta"}, {"seq", 9}, {"rows", QJsonArray{a, b}}}) == LiveBoard::Taken::gap);
    CHECK(board.rows()[0]["id"].toString() == "a");
    CHECK(board.take({{"type", "delta"}, {"seq", 8}, {"rows", QJsonArray{a, b}}}) == LiveBoard::Taken::yes);
    CHECK(board.rows()[0]["id"].toString() == "b");
    CHECK(board.take({{"type", "delta"}, {"seq", 8}, {"flag", "red"}}) == LiveBoard::Taken::ignored);
    CHECK(board.flag() == "green");
    CHECK(board.take({{"type", "delta"}, {"seq", 9}, {"removed", QJsonArray{"b"}}, {"session", QJsonValue()}}) ==
          LiveBoard::Taken::yes);
    CHECK(board.rows().size() == 1);
    CHECK(board.session().isEmpty());
}

TEST_CASE("a list changes by the fewest moves and says only the roles that changed") {
    KeyedListModel model({"value"});
    model.set_rows({keyed("a"), keyed("b"), keyed("c")});
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved), changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved);
    model.set_rows({keyed("c"), keyed("a"), keyed("b", 5)});
    CHECK(order_of(model) == "cab");
    CHECK(moved.count() == 1);
    CHECK(changed.count() == 1);
    model.set_rows({keyed("c"), keyed("d"), keyed("b", 5)});
    CHECK(order_of(model) == "cdb");
    CHECK(inserted.count() == 1);
    CHECK(removed.count() == 1);
    CHECK(model.valueAt(2, "value").toInt() == 5);
}

TEST_CASE("any two lists lead from one to the other") {
    KeyedListModel model({"value"});
    unsigned seed = 20'26;
    const auto next = [&] { return seed = seed * 1'664'525 + 1'013'904'223; };
    for (int round = 0; round < 200; ++round) {
        QList<KeyedRow> rows;
        QString expected;
        for (char key = 'a'; key <= 'h'; ++key) {
            if (next() >> 30 == 0) continue;
            rows.insert(rows.isEmpty() ? 0 : static_cast<int>((next() >> 16) % static_cast<unsigned>(rows.size())),
                        keyed(QString(QChar(key)), round));
        }
        for (const auto& wanted : rows) expected += wanted.key;
        model.set_rows(rows);
        REQUIRE(order_of(model) == expected);
    }
}

TEST_CASE("of two rows with one key a list shows the first, and any order of them is safe") {
    KeyedListModel model({"value"});
    model.set_rows({keyed("a"), keyed("b"), keyed("c")});
    model.set_rows({keyed("c", 1), keyed("a"), keyed("c", 2), keyed("b"), keyed("a")});
    CHECK(order_of(model) == "cab");
    CHECK(model.valueAt(0, "value").toInt() == 1);
}

TEST_CASE("records of one read that are alike are rows of their own, whatever came between them") {
    const QJsonObject line{{"at_us", 1'000}, {"type", "passing"}, {"hex", "41 0d"}};
    const QJsonObject other{{"at_us", 1'000}, {"type", "status"}, {"hex", "42 0d"}};
    KeyedListModel model(chicane::ui::models::byte_roles);
    model.set_rows(chicane::ui::models::byte_rows({line, other, line}, {}));
    CHECK(model.count() == 3);
}

TEST_CASE("a held order keeps every place, takes new values and new rows, and lets go to the latest order") {
    KeyedListModel model({"value"});
    model.set_rows({keyed("a"), keyed("b")});
    model.set_held(true);
    model.set_rows({keyed("c"), keyed("b", 2), keyed("a", 1)});
    CHECK(order_of(model) == "abc");
    CHECK(model.valueAt(0, "value").toInt() == 1);
    CHECK(model.waiting());
    model.set_held(false);
    CHECK(order_of(model) == "cba");
    CHECK_FALSE(model.waiting());
}

TEST_CASE("purple is one row only, green is a last lap that is the own best, at the moment it is set") {
    const QList<QJsonObject> rows{row("a", 1, 43'800'900, 44'000'000, 5, 3), row("b", 2, 43'800'100, 43'800'100, 5, 5),
                                  row("c", 3, 44'000'000, 44'000'000, 5, 5)};
    CHECK(text(best_of_all(rows)) == "a");
    CHECK(text(last_mark(rows[0], "a")) == "");
    CHECK(text(last_mark(rows[1], "a")) == "G");
    CHECK(text(last_mark(rows[1], "b")) == "P");
    CHECK(text(last_mark(row("d", 4, 44'000'000, 44'000'000, 6, 5), "a")) == "");
}

TEST_CASE("the board says full names, places gained since the grid, and when a kart crossed last") {
    LiveBoard board;
    board.take(
        snapshot(1, {row("ent_1", 1, 44'000'000, 44'000'000, 3, 3), row("ent_2", 2, 45'000'000, 45'000'000, 3, 3)}));
    BoardModel model;
    model.show(board, 1'000'000);
    CHECK(model.valueAt(0, "name").toString() == "ent_1");
    CHECK(model.valueAt(0, "crossedAtMs").toDouble() == 0);
    model.set_entrants({QJsonObject{{"id", "ent_1"}, {"name", "Maximilien de La Rochefoucauld"}, {"grid", 4}}});
    CHECK(model.valueAt(0, "name").toString() == "Maximilien de La Rochefoucauld");
    CHECK(model.valueAt(0, "gained").toInt() == 3);
    board.take({{"type", "delta"}, {"seq", 2}, {"rows", QJsonArray{row("ent_1", 1, 43'000'000, 43'000'000, 4, 4)}}});
    model.show(board, 1'044'000);
    CHECK(model.valueAt(0, "crossings").toInt() == 1);
    CHECK(model.valueAt(0, "crossedAtMs").toDouble() == 1'044'000);
    CHECK(model.valueAt(0, "medianMs").toDouble() == 44'000);
    model.set_preview({QJsonObject{{"number", "ent_2"}, {"from", 2}, {"to", 1}}});
    CHECK(model.valueAt(1, "moveTo").toInt() == 1);
}

TEST_CASE("the clock counts down to the second that has begun and stands when it does not run") {
    SessionClock clock;
    clock.set_reading({{"elapsed_us", 60'000'000},
                       {"remaining_us", 180'000'000},
                       {"laps_done", 2},
                       {"laps_total", 20},
                       {"runs", true},
                       {"as_of_ms", 1'000}});
    clock.tick(1'500);
    CHECK(text(clock.text()) == "03:00");
    CHECK_FALSE(clock.last_minutes());
    clock.tick(62'000);
    CHECK(text(clock.text()) == "01:59");
    CHECK(clock.last_minutes());
    clock.set_reading(
        {{"elapsed_us", 60'000'000}, {"remaining_us", 180'000'000}, {"runs", false}, {"as_of_ms", 1'000}});
    clock.tick(500'000);
    CHECK(text(clock.text()) == "03:00");
    clock.set_reading({{"elapsed_us", QJsonValue()}, {"remaining_us", QJsonValue()}, {"runs", false}});
    CHECK(text(clock.text()) == "—");
}

TEST_CASE("the server's time is learned from deltas, the quickest of them counts") {
    ServerTime time;
    CHECK(time.here_ms(1'000) == 1'000);
    time.seen_in_delta(100'000, 130'080);  // the desk is 30 s ahead, the way took 80 ms
    CHECK(time.here_ms(100'000) == 130'080);
    time.seen_in_delta(101'000, 131'010);
    CHECK(time.here_ms(101'000) == 131'010);
    time.seen_in_delta(102'000, 132'500);
    CHECK(time.here_ms(102'000) == 132'010);
    time.seen_in_snapshot(50'000, 133'000);  // an old clock tells nothing
    CHECK(time.here_ms(102'000) == 132'010);
}

TEST_CASE("a desk whose clock is wrong shows the crossing when it was") {
    LiveBoard board;
    auto message = snapshot(1, {row("ent_1", 1, 44'000'000, 44'000'000, 3, 3)});
    auto inner = message[u"board"].toObject();
    inner[u"clock"] = QJsonObject{{"elapsed_us", 140'000'000}, {"as_of_ms", 1'000'000}, {"runs", true}};
    message[u"board"] = inner;
    board.take(message);
    ServerTime time;
    time.seen_in_delta(1'000'000, 1'030'000);
    BoardModel model;
    model.show(board, 1'031'000, time);
    CHECK(model.valueAt(0, "crossedAtMs").toDouble() == 1'025'000);
}

TEST_CASE("an action and a refusal name the session, not its id") {
    const QJsonArray sessions{QJsonObject{{"id", "ses_1"}, {"name", "Race 1"}},
                              QJsonObject{{"id", "ses_12"}, {"name", "Race 12"}}};
    const auto actions = named_actions(
        {QJsonObject{{"word", "arm"}, {"subject", "ses_12"}}, QJsonObject{{"word", "arm"}, {"subject", "ses_7"}},
         QJsonObject{{"word", "message"}, {"subject", "Track limits"}}},
        sessions);
    CHECK(text(actions[0][u"subject"].toString()) == "Race 12");
    CHECK(text(actions[1][u"subject"].toString()) == "");
    CHECK(text(actions[2][u"subject"].toString()) == "Track limits");
    CHECK(text(with_names("ses_12 is running", sessions)) == "Race 12 is running");
    CHECK(text(with_names("ses_3 is running", sessions)) == "ses_3 is running");
    CHECK(text(with_names("There is none.", sessions)) == "There is none.");
}

TEST_CASE("a source tells what it knows, and a dash is not nought") {
    const auto rows = device_rows({QJsonObject{{"id", "sf"},
                                               {"uri", "tcp://192.0.2.10:5403?protocol=p3"},
                                               {"voltage_dv", 118},
                                               {"clock_offset_us", -214'000},
                                               {"noise", QJsonValue()},
                                               {"gaps_lost", 2}}});
    KeyedListModel model(device_roles);
    model.set_rows(rows);
    CHECK(text(model.valueAt(0, "protocol").toString()) == "p3");
    CHECK(text(model.valueAt(0, "voltage").toString()) == "11.8");
    CHECK(text(model.valueAt(0, "offset").toString()) == "−0.214");
    CHECK(text(model.valueAt(0, "noise").toString()) == "—");
    CHECK(text(model.valueAt(0, "temperature").toString()) == "—");
    CHECK(model.valueAt(0, "gapsLost").toDouble() == 2);
    CHECK(model.valueAt(0, "lastByteMs").toDouble() == 0);
    CHECK(text(model.valueAt(0, "drift").toString()) == "—");
}

TEST_CASE("whether a source is a backup and its battery low is shown as the server says") {
    KeyedListModel model(device_roles);
    model.set_rows(
        device_rows({QJsonObject{{"id", "a"}, {"place", "backup"}, {"voltage_dv", 118}, {"voltage_low", true}},
                     QJsonObject{{"id", "b"}, {"voltage_dv", 111}, {"voltage_low", false}},
                     QJsonObject{{"id", "c"}, {"clock_drift_ppm", -6.24}}}));
    CHECK(text(model.valueAt(0, "place").toString()) == "backup");
    CHECK(text(model.valueAt(1, "place").toString()) == "");
    CHECK(model.valueAt(0, "voltageLow").toBool());
    CHECK_FALSE(model.valueAt(1, "voltageLow").toBool());
    CHECK(text(model.valueAt(2, "drift").toString()) == "−6.2");
}

TEST_CASE("a tag's bars stand where their time is, and a time without a passing is a gap") {
    constexpr qint64 slot_us = 600'000'000, now_us = 100 * slot_us + 1;
    const auto slot = [](qint64 at, int hits) {
        return QJsonObject{{"begin_us", at * slot_us}, {"passings", 4}, {"hits", hits}, {"strength", QJsonValue()}};
    };
    const QJsonObject tags{{"slot_s", 600},
                           {"items", QJsonArray{QJsonObject{{"transponder", 7},
                                                            {"kart", "9"},
                                                            {"hits", 11},
                                                            {"weak", true},
                                                            {"slots", QJsonArray{slot(80, 40), slot(100, 11)}}}}}};
    const auto axis = axis_of_tags(tags, now_us);
    CHECK(axis.count == 21);
    KeyedListModel model(tag_roles);
    model.set_rows(tag_rows(tags, axis));
    const auto bars = model.valueAt(0, "hitBars").toList();
    REQUIRE(bars.size() == 21);
    CHECK(bars.first().toInt() == 40);
    CHECK(bars[10].isNull());
    CHECK(bars.last().toInt() == 11);
    CHECK(text(model.valueAt(0, "strength").toString()) == "—");
    CHECK(axis_of_tags({}, now_us).count == strength_bars_min);
    CHECK(text(tags_csv(tags)) == "kart;transponder;passings;hits;hits_least;strength;battery;weak\n9;7;;11;;;;true\n");
}

TEST_CASE("noise is the loudest of its step, and what was not said is a gap") {
    constexpr qint64 minute_us = 60'000'000;
    QJsonArray minutes;
    for (const int at : {0, 1, 40, 41})
        minutes.append(QJsonObject{{"begin_us", at * minute_us}, {"noise", at == 40 ? 52 : 30}});
    const QJsonObject history{{"minutes", minutes}};
    const auto line = noise_line(history, 0, 48 * minute_us);
    REQUIRE(line.size() == line_points);
    CHECK(line[0].toInt() == 30);
    CHECK(line[1].toInt() == 30);
    CHECK(line[40].isNull());
    CHECK(line[80].toInt() == 52);
    CHECK(loudest(history)["noise"] == 52);
    CHECK(loudest({}).isEmpty());
}

TEST_CASE("the strip is filtered: all, of nobody, and what did not count") {
    const QJsonArray strip{QJsonObject{{"seq", 3}, {"verdict", "counted"}},
                           QJsonObject{{"seq", 2}, {"verdict", "unknown_transponder"}},
                           QJsonObject{{"seq", 1}, {"verdict", "below_min_lap"}}};
    CHECK(passing_rows(strip, PassingFilter::all).size() == 3);
    CHECK(passing_rows(strip, PassingFilter::unknown)[0].key == "2");
    CHECK(passing_rows(strip, PassingFilter::not_counted)[0].key == "1");
}

TEST_CASE("a device of people is known by its address, with or without its protocol, and its passings are marked") {
    const QJsonArray devices{QJsonObject{{"id", "sf"}, {"uri", "tcp://192.0.2.10:5403?protocol=p3"}},
                             QJsonObject{{"id", "hand"}, {"uri", "manual:"}},
                             QJsonObject{{"id", "other"}, {"uri", "manual:?protocol=manual"}}};
    CHECK(text(manual_device_of(devices)) == "hand");
    CHECK(text(manual_device_of({devices[0]})) == "");
    CHECK(text(manual_device_of({devices[2]})) == "other");
    KeyedListModel sources(device_roles);
    sources.set_rows(device_rows(devices));
    CHECK(text(sources.valueAt(1, "protocol").toString()) == "manual");
    KeyedListModel passings(passing_roles);
    passings.set_rows(passing_rows(
        {QJsonObject{{"seq", 2}, {"manual", true}}, QJsonObject{{"seq", 1}, {"manual", false}}}, PassingFilter::all));
    CHECK(passings.valueAt(0, "manual").toBool());
    CHECK_FALSE(passings.valueAt(1, "manual").toBool());
}

TEST_CASE("alarms stay until seen, grave ones first, a seen one stays while it holds") {
    const auto alarm = [](int id, bool grave, bool seen, bool over) {
        return QJsonObject{
            {"id", id}, {"grave", grave}, {"seen", seen}, {"until_us", over ? QJsonValue(1) : QJsonValue()}};
    };
    const auto rows = alarm_rows({alarm(1, false, false, true), alarm(2, true, true, false),
                                  alarm(3, true, false, false), alarm(4, true, true, true)});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].key == "3");
    CHECK(rows[1].key == "1");
    CHECK(rows[2].key == "2");
    CHECK(must_be_heard({alarm(3, true, false, false)}));
    CHECK_FALSE(must_be_heard({alarm(3, true, true, false), alarm(1, false, false, false)}));
}

TEST_CASE("undo names the newest action that can be taken back") {
    const QJsonArray actions{QJsonObject{{"word", "message"}, {"undone", true}, {"undoable", true}},
                             QJsonObject{{"word", "abort"}, {"undoable", false}},
                             QJsonObject{{"word", "flag_red"}, {"undoable", true}}};
    CHECK(undoable_action(actions)["word"].toString() == "flag_red");
    CHECK(undoable_action({}).isEmpty());
}

TEST_CASE("a fleet is read with comma, semicolon or tab, with a heading or without") {
    const auto fleet = read_fleet("number;class;tag 1;tag 2\n7;13 hp;5691251;5691252\n\n22;13 hp;\n");
    REQUIRE(fleet.fault == FleetFile::Fault::none);
    REQUIRE(fleet.rows.size() == 2);
    CHECK(fleet.rows[0][u"transponders"].toArray().size() == 2);
    CHECK(fleet.rows[1][u"number"].toString() == "22");
    CHECK(read_fleet("7,13 hp,5691251/5691252").rows[0][u"transponders"].toArray().size() == 2);
    CHECK(read_fleet("7\t\"13 hp\"\t310045881").rows[0][u"class"].toString() == "13 hp");
}

TEST_CASE("a fleet that is wrong names its line") {
    const auto fleet = read_fleet("7;a;1\n8;a;x12\n");
    CHECK(fleet.fault == FleetFile::Fault::bad_transponder);
    CHECK(fleet.bad_line == 2);
    CHECK(read_fleet("7;a\n;b").fault == FleetFile::Fault::no_number);
    CHECK(read_fleet("7;a;1;2;3;4;5").fault == FleetFile::Fault::too_many);
    QString many;
    for (int i = 0; i <= fleet_rows_max; ++i) many += QString::number(i + 1) + ";a\n";
    CHECK(read_fleet(many).bad_line == fleet_rows_max + 1);
}

TEST_CASE("an entrant without a tag of his own has that of his kart") {
    const QJsonArray karts{QJsonObject{{"id", "kar_1"}, {"number", "7"}, {"transponders", QJsonArray{310'045'881}}},
                           QJsonObject{{"id", "kar_2"}, {"number", "9"}},
                           QJsonObject{{"id", "kar_3"}, {"number", "11"}, {"out_of_service", true}}};
    const QJsonArray entrants{QJsonObject{{"id", "ent_1"}, {"kart", "kar_1"}}};
    const auto rows = entrant_rows(entrants, karts);
    CHECK(rows[0].values[2].toString() == "7");
    CHECK(rows[0].values[4].toString() == "310045881");
    REQUIRE(free_kart_rows(karts, entrants).size() == 1);
    CHECK(free_kart_rows(karts, entrants)[0].key == "kar_2");
}

TEST_CASE("seats are filled up to the capacity, cancelled ones are free again") {
    const QJsonArray seats{QJsonObject{{"seat", "sea_1"}, {"name", "Ana"}, {"state", "booked"}},
                           QJsonObject{{"seat", "sea_2"}, {"state", "cancelled"}}};
    const auto rows = seat_rows({{"capacity", 3}, {"seats", seats}});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].key == "sea_1");
    CHECK(rows[1].values[4].toString() == "free");
}

TEST_CASE("what is over is folded away but for the chosen one, and the desk begins where there is room") {
    const auto session = [](const char* id, const char* phase, int taken) {
        return QJsonObject{{"id", id}, {"phase", phase}, {"seats_taken", taken}, {"capacity", 4}};
    };
    const QJsonArray day{session("a", "closed", 4), session("b", "cancelled", 0), session("c", "running", 2),
                         session("d", "planned", 4), session("e", "planned", 3)};
    CHECK(past_sessions(day).size() == 2);
    CHECK(coming_sessions(day, "e").size() == 3);
    CHECK(coming_sessions(day, "a").size() == 4);
    CHECK(text(next_with_room(day)[u"id"].toString()) == "e");
    CHECK(text(next_with_room({session("d", "planned", 4)})[u"id"].toString()) == "d");
    CHECK(next_with_room({session("a", "closed", 0)}).isEmpty());
}

TEST_CASE("the part of a name that was searched for is marked") {
    const QJsonArray found{
        QJsonObject{{"id", "cus_1"}, {"given_name", "Nicolas"}, {"family_name", "Ferreira"}, {"phone", "06"}}};
    const auto rows = customer_rows(found, " ferr ");
    CHECK(rows[0].values[2].toInt() == 8);
    CHECK(rows[0].values[3].toInt() == 4);
    CHECK(customer_rows(found, "06")[0].values[2].toInt() == -1);
    CHECK(customer_rows(found, "")[0].values[2].toInt() == -1);
}

TEST_CASE("a planned start is typed as a time of its day") {
    const auto noon_us = QDateTime(QDate(2026, 6, 6), QTime(12, 0)).toMSecsSinceEpoch() * 1'000;
    const auto hour_us = qint64{3'600} * 1'000'000;
    CHECK(start_us("14:30", noon_us) == noon_us + 5 * hour_us / 2);
    CHECK(start_us(" 9h05 ", noon_us) == noon_us - 2 * hour_us - 55 * hour_us / 60);
    CHECK(start_us("1430", noon_us) == start_us("14:30", noon_us));
    CHECK_FALSE(start_us("24:10", noon_us));
    CHECK_FALSE(start_us("soon", noon_us));
}

TEST_CASE("a birth date is typed day first, and refused where there is no such day") {
    CHECK(text(iso_date("31/12/1990")) == "1990-12-31");
    CHECK(text(iso_date(" 1.2.2012 ")) == "2012-02-01");
    CHECK(text(iso_date("30/02/2012")) == "");
    CHECK(text(iso_date("2012-02-28")) == "");
    CHECK(text(iso_date("")) == "");
}

TEST_CASE("a server's address is completed, and refused where it is none") {
    CHECK(server_url("192.168.10.5").toString() == "http://192.168.10.5:8080");
    CHECK(server_url("192.168.10.5:9000").toString() == "http://192.168.10.5:9000");
    CHECK(server_url("https://centre.example").toString() == "https://centre.example");
    CHECK(server_url("").isEmpty());
    CHECK(server_url("not an address").isEmpty());
    CHECK(server_url("ftp://centre.example").isEmpty());
}

TEST_CASE("the wait before a new try grows to its bound and is spread by chance") {
    CHECK(retry_wait_ms(0, 0) == retry_wait_first_ms / 2);
    CHECK(retry_wait_ms(0, 1) == retry_wait_first_ms);
    CHECK(retry_wait_ms(3, 1) > retry_wait_ms(2, 1));
    CHECK(retry_wait_ms(1'000'000, 1) == retry_wait_max_ms);
}
