// See tag_rows.hpp.
#include "ui/models/tag_rows.hpp"

#include <algorithm>

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

const QByteArrayList tag_roles = {"tag",  "kart",    "hits",     "strength",   "hitBars",  "strengthLine",
                                  "weak", "battery", "passings", "fallsSince", "hitsLeast"};
const QByteArrayList byte_roles = {"at",    "type",        "number",  "tag",    "kart", "hits", "strength",
                                   "noise", "temperature", "voltage", "reason", "hex",  "text", "unknown"};

namespace {

QString figure(const QJsonValue& value) {
    const auto number = whole(value);
    return number ? QString::number(*number) : no_value;
}

QString decivolt(const QJsonValue& value) {
    const auto number = whole(value);
    return number ? QString::number(static_cast<double>(*number) / 10, 'f', 1) : no_value;
}

/// A slot's figure in its place on the axis.
QVariantList on_axis(const QJsonArray& slots_of_tag, const QString& key, const Axis& axis) {
    QVariantList values(axis.count, QVariant::fromValue(nullptr));
    for (const auto& slot : slots_of_tag) {
        const auto at = (slot[u"begin_us"].toInteger() - axis.from_us) / std::max<qint64>(axis.step_us, 1);
        if (at >= 0 && at < axis.count) values[at] = whole_or_null(slot[key]);
    }
    return values;
}

QString csv_field(const QJsonValue& value) {
    return value.isNull() || value.isUndefined() ? QString() : value.toVariant().toString();
}

}  // namespace

Axis axis_of_tags(const QJsonObject& tags, qint64 now_us) {
    Axis axis;
    axis.step_us = std::max<qint64>(tags[u"slot_s"].toInteger(600), 1) * 1'000'000;
    axis.until_us = (now_us / axis.step_us + 1) * axis.step_us;
    qint64 first_us = axis.until_us;
    for (const auto& tag : tags[u"items"].toArray())
        for (const auto& slot : tag[u"slots"].toArray())
            first_us = std::min(first_us, static_cast<qint64>(slot[u"begin_us"].toInteger()));
    const auto bars = (axis.until_us - first_us) / axis.step_us;
    axis.count = static_cast<qsizetype>(std::clamp<qint64>(bars, strength_bars_min, strength_bars_max));
    axis.from_us = axis.until_us - axis.count * axis.step_us;
    return axis;
}

QList<KeyedRow> tag_rows(const QJsonObject& tags, const Axis& axis) {
    QList<KeyedRow> rows;
    for (const auto& value : tags[u"items"].toArray()) {
        const auto slots_of_tag = value[u"slots"].toArray();
        const auto falls = whole(value[u"falls_since_us"]);
        rows.append({figure(value[u"transponder"]),
                     {figure(value[u"transponder"]), value[u"kart"].toString(), figure(value[u"hits"]),
                      figure(value[u"strength"]), on_axis(slots_of_tag, QStringLiteral("hits"), axis),
                      on_axis(slots_of_tag, QStringLiteral("strength"), axis), value[u"weak"].toBool(),
                      value[u"battery"].toString(), value[u"passings"].toInt(), falls ? hour_text(*falls) : QString(),
                      figure(value[u"hits_least"])}});
    }
    return rows;
}

QString tags_csv(const QJsonObject& tags) {
    static const QStringList columns{"kart",       "transponder", "passings", "hits",
                                     "hits_least", "strength",    "battery",  "weak"};
    QStringList lines{columns.join(u';')};
    for (const auto& value : tags[u"items"].toArray()) {
        QStringList fields;
        for (const auto& column : columns) fields.append(csv_field(value[column]));
        lines.append(fields.join(u';'));
    }
    return lines.join(u'\n') + u'\n';
}

QList<KeyedRow> byte_rows(const QJsonArray& records, const QHash<qint64, QString>& karts) {
    QList<KeyedRow> rows;
    QHash<QString, int> told;
    for (const auto& value : records) {
        // Several records of one read share its time: the key counts them.
        const auto at_us = value[u"at_us"].toInteger();
        const auto moment = QString::number(at_us) + u'/' + value[u"hex"].toString();
        const auto key = moment + u'/' + QString::number(told[moment]++);
        const auto tag = value[u"transponder"].toInteger();
        const bool passing = value[u"type"] == QLatin1String("passing");
        rows.append({key,
                     {moment_text_ms(at_us), value[u"type"].toString(), figure(value[u"number"]),
                      figure(value[u"transponder"]), karts.value(tag), figure(value[u"hits"]),
                      figure(value[u"strength"]), figure(value[u"noise"]), figure(value[u"temperature_c"]),
                      decivolt(value[u"voltage_dv"]), value[u"reason"].toString(), value[u"hex"].toString(),
                      value[u"text"].toString(), passing && !karts.isEmpty() && !karts.contains(tag)}});
    }
    return rows;
}

QVariantList noise_line(const QJsonObject& history, qint64 from_us, qint64 until_us) {
    QVariantList values(line_points, QVariant::fromValue(nullptr));
    const auto step_us = std::max<qint64>((until_us - from_us) / line_points, 1);
    for (const auto& minute : history[u"minutes"].toArray()) {
        const auto noise = whole(minute[u"noise"]);
        const auto at = (minute[u"begin_us"].toInteger() - from_us) / step_us;
        if (!noise || at < 0 || at >= line_points) continue;
        if (values[at].isNull() || values[at].toInt() < *noise) values[at] = static_cast<int>(*noise);
    }
    // A status a minute is an unbroken line, also where an hour has more points than minutes.
    const auto reach = static_cast<qsizetype>(120'000'000 / step_us);
    for (qsizetype i = 0, last = -1; i < line_points; ++i) {
        if (values[i].isNull()) continue;
        if (last >= 0 && i - last <= reach)
            for (auto between = last + 1; between < i; ++between) values[between] = values[last];
        last = i;
    }
    return values;
}

qint64 noise_begin(const QJsonObject& history, qint64 now_us) {
    const auto minutes = history[u"minutes"].toArray();
    const auto hour_ago = now_us - noise_span_min_us;
    return minutes.isEmpty() ? hour_ago
                             : std::min(hour_ago, static_cast<qint64>(minutes.first()[u"begin_us"].toInteger()));
}

QVariantMap loudest(const QJsonObject& history) {
    QVariantMap most;
    for (const auto& minute : history[u"minutes"].toArray()) {
        const auto noise = whole(minute[u"noise"]);
        if (noise && (most.isEmpty() || *noise > most[QStringLiteral("noise")].toInt()))
            most = {{"noise", static_cast<int>(*noise)},
                    {"atUs", static_cast<double>(minute[u"begin_us"].toInteger())}};
    }
    return most;
}

QVariantList lost_rows(const QJsonObject& history) {
    QVariantList rows;
    for (const auto& value : history[u"lost"].toArray()) {
        const auto from = value[u"from"].toInteger(), until = value[u"until"].toInteger();
        const auto range = from == until ? QString::number(from) : QStringLiteral("%1–%2").arg(from).arg(until);
        rows.append(QVariantMap{{"at", moment_text(value[u"at_us"].toInteger())},
                                {"range", range},
                                {"count", static_cast<int>(until - from + 1)}});
    }
    return rows;
}

QHash<qint64, QString> karts_of(const QJsonObject& tags) {
    QHash<qint64, QString> karts;
    for (const auto& value : tags[u"items"].toArray())
        if (!value[u"kart"].toString().isEmpty())
            karts.insert(value[u"transponder"].toInteger(), value[u"kart"].toString());
    return karts;
}

}  // namespace chicane::ui::models
