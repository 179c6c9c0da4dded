// See board_model.hpp.
#include "ui/models/board_model.hpp"

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

namespace {

constexpr int sectors_shown = 3;

std::optional<std::int64_t> sector_us(const QJsonObject& row, int sector) {
    for (const auto& value : row[u"sectors"].toArray()) {
        if (value[u"sector"].toInt() == sector) return whole(value[u"last_us"]);
    }
    return std::nullopt;
}

QString gap_of(const QJsonValue& gap) { return gap_text(whole(gap[u"us"]), small_whole(gap[u"laps"])); }

// total_us runs on the session's clock only where there is one clock for all.
bool one_clock(const QJsonObject& session) {
    return session[u"kind"] == QLatin1String("race") || session[u"kind"] == QLatin1String("endurance");
}

}  // namespace

QString best_of_all(const QList<QJsonObject>& rows) {
    std::optional<std::int64_t> best_ms;
    QString id;
    for (const auto& row : rows) {
        const auto best_us = whole(row[u"best_us"]);
        if (!best_us || (best_ms && *best_us / 1'000 >= *best_ms)) continue;
        best_ms = *best_us / 1'000;
        id = row[u"id"].toString();
    }
    return id;
}

QString last_mark(const QJsonObject& row, const QString& best_id) {
    const auto last_us = whole(row[u"last_us"]);
    if (!last_us || last_us != whole(row[u"best_us"]) || row[u"best_lap"] != row[u"laps"]) return {};
    return row[u"id"].toString() == best_id ? QStringLiteral("P") : QStringLiteral("G");
}

BoardModel::BoardModel(QObject* parent)
    : KeyedListModel({"entrantId", "position", "number",  "name",      "transponder", "laps",    "last",     "lastMark",
                      "best",      "bestMark", "sector1", "sector2",   "sector3",     "gap",     "interval", "pits",
                      "status",    "gained",   "moveTo",  "crossings", "crossedAtMs", "medianMs"},
                     parent) {}

void BoardModel::show(const LiveBoard& board, std::int64_t now_ms, const ServerTime& time) {
    const auto session = board.session()[u"id"].toString();
    if (session != session_ || board.stream() != stream_) {
        crossings_.forget_all();
        session_ = session;
        stream_ = board.stream();
    }
    board_ = board;
    watch(now_ms, time);
    refresh();
}

void BoardModel::clear() {
    board_.clear();
    crossings_.forget_all();
    refresh();
}

void BoardModel::set_entrants(const QJsonArray& entrants) {
    entrants_.clear();
    for (const auto& value : entrants) {
        entrants_.insert(value[u"id"].toString(), {value[u"name"].toString(), value[u"grid"].toInt()});
    }
    refresh();
}

void BoardModel::set_preview(const QJsonArray& moved) {
    preview_.clear();
    for (const auto& value : moved) preview_.insert(value[u"number"].toString(), value[u"to"].toInt());
    refresh();
}

QHash<QString, QString> BoardModel::numbers() const {
    QHash<QString, QString> numbers;
    for (const auto& row : board_.rows()) numbers.insert(row[u"id"].toString(), row[u"number"].toString());
    return numbers;
}

void BoardModel::refresh() {
    const auto best_id = best_of_all(board_.rows());
    QList<KeyedRow> rows;
    rows.reserve(board_.rows().size());
    for (const auto& row : board_.rows()) rows.append({row[u"id"].toString(), values_of(row, best_id)});
    set_rows(std::move(rows));
}

void BoardModel::watch(std::int64_t now_ms, const ServerTime& time) {
    const auto elapsed_us = whole(board_.clock()[u"elapsed_us"]);
    const auto as_of_ms = time.here_ms(board_.clock()[u"as_of_ms"].toInteger());
    for (const auto& row : board_.rows()) {
        std::optional<std::int64_t> estimate_ms;
        const auto total_us = whole(row[u"total_us"]);
        if (elapsed_us && total_us && one_clock(board_.session())) {
            estimate_ms = as_of_ms - (*elapsed_us - *total_us) / 1'000;
        }
        crossings_.look(row, now_ms, estimate_ms);
    }
}

QVariantList BoardModel::values_of(const QJsonObject& row, const QString& best_id) const {
    const auto id = row[u"id"].toString();
    const auto number = row[u"number"].toString();
    const auto position = row[u"position"].toInt();
    const auto entered = entrants_.value(id);
    const auto crossed = crossings_.crossed_at_ms(id);
    const auto median = crossings_.median_us(id);
    const auto transponder = whole(row[u"transponder"]);
    QVariantList values{id,
                        position,
                        number,
                        entered.name.isEmpty() ? row[u"name"].toString() : entered.name,
                        transponder ? QString::number(*transponder) : QString(),
                        row[u"laps"].toInt(),
                        lap_text(whole(row[u"last_us"])),
                        last_mark(row, best_id),
                        lap_text(whole(row[u"best_us"])),
                        id == best_id ? QStringLiteral("P") : QString()};
    for (int sector = 1; sector <= sectors_shown; ++sector) values.append(sector_text(sector_us(row, sector)));
    values.append({gap_of(row[u"gap"]), gap_of(row[u"interval"]), row[u"pits"].toInt(), row[u"state"].toString(),
                   one_clock(board_.session()) && entered.grid > 0 ? entered.grid - position : 0,
                   preview_.value(number, 0), crossings_.crossings(id), crossed ? static_cast<double>(*crossed) : 0.0,
                   median ? static_cast<double>(*median / 1'000) : 0.0});
    return values;
}

}  // namespace chicane::ui::models
