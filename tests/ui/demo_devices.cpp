// See demo_devices.hpp.
#include "demo_devices.hpp"

#include <QDateTime>
#include <cmath>

namespace chicane::ui::test {

namespace {

constexpr qint64 minute_us = 60'000'000;
constexpr qint64 slot_us = 10 * minute_us;

qint64 now_us() { return QDateTime::currentMSecsSinceEpoch() * 1'000; }

/// A wave that looks like a day and is the same in each run.
int wave(int i, int middle, int swing) {
    return middle + static_cast<int>(std::lround(swing * std::sin(i * 0.7) + swing * 0.6 * std::sin(i * 0.23 + 1)));
}

QJsonObject history(int noise, int loud_from, int loud_to, int loud, const QJsonArray& lost) {
    QJsonArray minutes;
    const auto begin = now_us() / minute_us * minute_us - 74 * minute_us;
    for (int i = 0; i <= 74; ++i) {
        const bool is_loud = i >= loud_from && i < loud_to;
        minutes.append(QJsonObject{{"begin_us", begin + i * minute_us},
                                   {"noise", wave(i, is_loud ? loud : noise, 2)},
                                   {"voltage_dv", 118},
                                   {"temperature_c", 23}});
    }
    return {{"step_s", 60}, {"minutes", minutes}, {"lost", lost}};
}

struct DemoTag {
    QString kart;
    qint64 tag;
    int hits;
    int strength;
    int falls_from;  ///< slot; -1: it does not
    QString battery;
};

QJsonObject tag(const DemoTag& demo, bool weak, int least) {
    QJsonArray slots_of_tag;
    const auto begin = now_us() / slot_us * slot_us - 23 * slot_us;
    for (int i = 0; i <= 23; ++i) {
        if (i >= 9 && i < 12) continue;  // between two heats nobody drives
        const bool falls = demo.falls_from >= 0 && i >= demo.falls_from;
        const int full = demo.falls_from >= 0 ? 40 : demo.hits;
        const int hits = falls ? full - (full - demo.hits) * (i - demo.falls_from + 1) / (24 - demo.falls_from) : full;
        slots_of_tag.append(QJsonObject{{"begin_us", begin + i * slot_us},
                                        {"passings", 12},
                                        {"hits", wave(i + static_cast<int>(demo.tag % 7), hits, 1)},
                                        {"strength", wave(i, demo.strength + (hits - demo.hits) * 2, 2)}});
    }
    return {{"transponder", demo.tag},
            {"kart", demo.kart.isEmpty() ? QJsonValue() : QJsonValue(demo.kart)},
            {"passings", 240},
            {"last_us", now_us()},
            {"hits", demo.hits},
            {"hits_least", least},
            {"strength", demo.strength},
            {"battery", demo.battery.isEmpty() ? QJsonValue() : QJsonValue(demo.battery)},
            {"weak", weak},
            {"falls_since_us", demo.falls_from >= 0 ? QJsonValue(begin + demo.falls_from * slot_us) : QJsonValue()},
            {"slots", slots_of_tag}};
}

QJsonObject tags(Kind kind) {
    const qint64 base = kind == Kind::ugly ? 305'000'000 : 0;
    const QList<DemoTag> demo{
        {"9", 5'707'849, 11, 62, 8, "low"},   {"12", 5'711'968, 19, 74, 15, "low"}, {"11", 5'702'357, 31, 88, -1, ""},
        {"27", 5'045'881, 34, 101, -1, "ok"}, {"25", 5'713'341, 36, 104, -1, ""},   {"33", 5'710'595, 38, 109, -1, ""},
        {"16", 5'706'476, 39, 108, -1, ""},   {"8", 5'695'492, 40, 118, -1, "ok"},  {"7", 5'690'000, 41, 124, -1, ""},
        {"22", 5'691'373, 42, 119, -1, ""},   {"40", 5'705'103, 42, 121, -1, ""},   {"", 8'101'234, 43, 117, -1, ""},
        {"104", 5'705'900, 43, 122, -1, ""},  {"31", 5'692'000, 44, 126, -1, ""}};
    QJsonArray items;
    for (int i = 0; i < demo.size(); ++i) {
        auto one = demo[i];
        one.tag += base;
        items.append(tag(one, i < 2, i == 2 ? 12 : one.hits - 4));
    }
    return {{"slot_s", 600},        {"good_hits", 40},     {"weak_hits", 20},
            {"good_strength", 110}, {"weak_strength", 55}, {"items", items}};
}

/// Of a loop that one kart was walked over, or none.
QJsonObject tags_of_kart_7(bool any) {
    QJsonArray items;
    if (any) items.append(tag({"7", 5'690'000, 43, 122, -1, ""}, false, 41));
    return {{"slot_s", 600}, {"items", items}};
}

QJsonObject record(qint64 ago_ms, const QString& type, const QJsonObject& facts, const QString& hex) {
    QJsonObject made{{"at_us", now_us() - ago_ms * 1'000}, {"type", type}, {"hex", hex}, {"text", QJsonValue()}};
    for (const auto* key :
         {"number", "transponder", "strength", "hits", "noise", "temperature_c", "voltage_dv", "reason"})
        made[key] = facts.contains(key) ? facts[key] : QJsonValue();
    return made;
}

QJsonObject bytes(bool in_setup, bool walked_over) {
    const QString passing =
        "8e 02 33 00 38 f0 00 00 01 00 01 04 f7 a0 00 00 03 04 8d af 0d 57 00 04 08 50 7f 4d 5c 91 53 06 00 05 02 79 "
        "00 06 "
        "02 2a 00 08 02 00 00 81 04 13 18 04 00 8f";
    const auto pass = [&](qint64 ago_ms, int number, qint64 tag, int hits, int strength) {
        return record(ago_ms, "passing",
                      {{"number", number}, {"transponder", tag}, {"hits", hits}, {"strength", strength}}, passing);
    };
    const auto status =
        record(in_setup && !walked_over ? 2'000 : 400, "status",
               {{"noise", in_setup ? 36 : 31}, {"temperature_c", 23}, {"voltage_dv", 118}},
               "8e 02 1f 00 3d 9c 00 00 02 00 01 02 1f 00 07 02 17 00 0c 01 76 06 01 00 81 04 13 18 04 00 8f");
    if (in_setup && !walked_over) return {{"protocol", "p3"}, {"items", QJsonArray{status}}};
    if (in_setup)
        return {{"protocol", "p3"},
                {"items", QJsonArray{status, pass(200, 3, 5'690'000, 43, 122), pass(300, 2, 5'690'000, 41, 119),
                                     pass(400, 1, 5'690'000, 44, 126)}}};
    return {{"protocol", "p3"},
            {"items", QJsonArray{pass(0, 41'207, 5'705'103, 42, 121), status, pass(930, 41'206, 5'706'476, 39, 108),
                                 record(1'100, "garbage", {{"reason", "crc"}}, "8e 02 33 00 00 00 00 00 01 00 8f"),
                                 pass(1'200, 41'205, 5'690'000, 44, 112), pass(1'300, 41'204, 8'101'234, 43, 117)}}};
}

QJsonArray sources_of(Loops loops, Kind kind) {
    const bool lost = loops == Loops::lost, noisy = loops == Loops::noisy;
    const QString backup = kind == Kind::ugly ? "sf-backup-behind-the-pit-building" : "sf-backup";
    QJsonArray all{
        source(
            "sf", "finish",
            {{"fixed", true}, {"place", "main"}, {"noise", noisy ? 52 : 31}, {"gaps_found", 3}, {"gaps_recovered", 3}}),
        source(backup, "finish",
               {{"fixed", true},
                {"place", "backup"},
                {"uri", "serial:///dev/serial/by-id/usb-FTDI_AQ01KV7T?baud=9600&protocol=p98"},
                {"decoder", 20},
                {"noise", 28},
                {"voltage_dv", QJsonValue()},
                {"temperature_c", QJsonValue()},
                {"clock_offset_us", 3'806'000},
                {"clock_drift_ppm", -6.2}}),
        source("pit", "finish_in_pit",
               {{"uri", "serial:///dev/ttyUSB1?baud=19200&protocol=chronelec"},
                {"decoder", QJsonValue()},
                {"noise", 36},
                {"voltage_dv", 121},
                {"temperature_c", QJsonValue()},
                {"clock_offset_us", 52'000}}),
        source("s2", "sector",
               {{"sector", 2}, {"noise", 33}, {"gaps_found", 2}, {"gaps_recovered", 2}, {"garbage", 4}}),
        source("s1", "sector",
               {{"sector", 1},
                {"state", lost ? "silent" : "up"},
                {"noise", lost || noisy ? 46 : 34},
                {"voltage_dv", lost ? 111 : 117},
                {"voltage_low", lost},
                {"temperature_c", 31},
                {"gaps_found", lost ? 5 : 1},
                {"gaps_recovered", 1},
                {"gaps_lost", lost ? 4 : 0},
                {"garbage", 18},
                {"last_byte_us", now_us() - (lost ? 42'000'000 : 1'000'000)}})};
    if (loops == Loops::in_setup || loops == Loops::walked_over)
        all.append(
            source("pit_out", "pit_out", {{"test", true}, {"noise", 61}, {"decoder", 268'330}, {"passings", 0}}));
    all.append(source("keyboard", "finish",
                      {{"uri", "manual:?protocol=manual"},
                       {"test", true},
                       {"decoder", QJsonValue()},
                       {"noise", QJsonValue()},
                       {"voltage_dv", QJsonValue()},
                       {"temperature_c", QJsonValue()},
                       {"clock_offset_us", QJsonValue()},
                       {"clock_drift_ppm", QJsonValue()},
                       {"last_byte_us", QJsonValue()},
                       {"passings", 0}}));
    return all;
}

QJsonArray alarms_of(Loops loops) {
    const auto alarm = [](int id, const QString& kind, bool grave, const QString& subject, int value) {
        return QJsonObject{{"id", id},           {"kind", kind},         {"grave", grave},
                           {"seen", false},      {"since_us", now_us()}, {"until_us", QJsonValue()},
                           {"subject", subject}, {"value", value}};
    };
    QJsonArray alarms{alarm(2, "tag_battery_low", false, "5707849", 0), alarm(3, "tag_weak", false, "5711968", 0)};
    if (loops == Loops::lost)
        alarms = {alarm(1, "decoder_silent", true, "s1", 42), alarm(4, "passings_lost", true, "s1 40118–40121", 4),
                  alarm(2, "tag_battery_low", false, "5707849", 0)};
    return alarms;
}

}  // namespace

QJsonObject source(const QString& id, const QString& role, const QJsonObject& more) {
    QJsonObject made{{"id", id},
                     {"track", "main"},
                     {"uri", "tcp://192.168.10.21:5403?protocol=p3"},
                     {"role", role},
                     {"sector", 0},
                     {"fixed", false},
                     {"test", false},
                     {"place", QJsonValue()},
                     {"loops", QJsonArray()},
                     {"state", "up"},
                     {"why_down", QJsonValue()},
                     {"complaint", QJsonValue()},
                     {"last_byte_us", now_us() - 400'000},
                     {"decoder", 268'307},
                     {"noise", 31},
                     {"temperature_c", 23},
                     {"voltage_dv", 118},
                     {"voltage_low", false},
                     {"clock_offset_us", -214'000},
                     {"clock_drift_ppm", 1.8},
                     {"passings", 1284},
                     {"duplicates", 0},
                     {"crc_errors", 1},
                     {"garbage", 1},
                     {"gaps_found", 0},
                     {"gaps_recovered", 0},
                     {"gaps_lost", 0}};
    for (auto at = more.begin(); at != more.end(); ++at) made[at.key()] = at.value();
    return made;
}

namespace {

QJsonObject argument(const char* name, const char* kind, const QJsonObject& more = {}) {
    QJsonObject made{{"name", name},        {"kind", kind},          {"min", QJsonValue()},
                     {"max", QJsonValue()}, {"bytes", QJsonValue()}, {"words", QJsonArray()}};
    for (auto each = more.begin(); each != more.end(); ++each) made[each.key()] = each.value();
    return made;
}

QJsonObject command(const char* word, const char* cost, bool confirm, const QJsonArray& arguments = {}) {
    return {{"command", word}, {"cost", cost}, {"confirm", confirm}, {"arguments", arguments}};
}

/// As the server tells them of its Chronelec decoder, of a P3 one, and of people.
QJsonObject commands_of(const QString& id) {
    const QJsonArray level{argument("loop", "word", {{"words", QJsonArray{"STA", "BOX"}}}),
                           argument("level", "integer", {{"min", 0}, {"max", 99}})};
    const QJsonArray config{argument("config", "bytes", {{"bytes", 27}})};
    const QJsonArray address{argument("address", "address"), argument("mask", "address"),
                             argument("gateway", "address"), argument("host", "address")};
    if (id == u"pit")
        return {{"protocol", "chronelec"},
                {"items", QJsonArray{command("set_time", "clock", false), command("set_date", "clock", false),
                                     command("set_level", "level", true, level), command("repeat", "none", false),
                                     command("start", "clock", false), command("stop", "hearing", true),
                                     command("set_config", "reach", true, config),
                                     command("set_address", "reach", true, address)}}};
    if (id == u"keyboard") return {{"protocol", ""}, {"items", QJsonArray()}};
    return {{"protocol", "p3"}, {"items", QJsonArray{command("clear", "memory", true)}}};
}

}  // namespace

void fill_devices(FakeServer& server, Loops loops, Kind kind) {
    const auto get = QStringLiteral("GET");
    const auto sources = sources_of(loops, kind);
    auto view = control_view(kind);
    view[u"devices"] = sources;
    view[u"alarms"] = alarms_of(loops);
    const QJsonArray lost{QJsonObject{{"at_us", now_us() - 30 * minute_us}, {"from", 40'118}, {"until", 40'121}}};
    for (const auto& value : sources) {
        const auto id = value[u"id"].toString();
        auto one = value.toObject();
        one[u"version"] = value[u"fixed"].toBool() ? QJsonValue() : QJsonValue(3);
        const auto noise = value[u"noise"];
        const bool silent = loops == Loops::lost && id == u"s1", loud = loops == Loops::noisy && id == u"sf";
        server.answer(get, "devices/" + id, one);
        server.answer("PATCH", "devices/" + id, one);
        server.answer("DELETE", "devices/" + id, {}, 204);
        server.answer(get, "devices/" + id + "/history",
                      noise.isNull() ? QJsonObject{{"step_s", 60}, {"minutes", QJsonArray()}, {"lost", QJsonArray()}}
                                     : history(loud ? 33 : noise.toInt(),
                                               loud     ? 48
                                               : silent ? 40
                                                        : 20,
                                               loud || silent ? 75 : 24, loud ? 54 : 45, silent ? lost : QJsonArray()));
        server.answer(get, "devices/" + id + "/tags",
                      id == u"keyboard" || id == u"pit_out" ? tags_of_kart_7(id == u"pit_out") : tags(kind));
        server.answer(get, "devices/" + id + "/bytes",
                      id == u"keyboard" ? QJsonObject{{"items", QJsonArray()}}
                                        : bytes(id == u"pit_out", loops == Loops::walked_over));
        server.answer(get, "devices/" + id + "/commands", commands_of(id));
    }
    server.answer("POST", "devices", source("pit_out", "pit_out", {{"test", true}, {"version", 1}}), 201);
    server.send_view(view);
}

}  // namespace chicane::ui::test
