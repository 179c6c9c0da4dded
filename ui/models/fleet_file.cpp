// See fleet_file.hpp.
#include "ui/models/fleet_file.hpp"

#include <QJsonObject>
#include <QStringList>
#include <algorithm>

namespace chicane::ui::models {

namespace {

QChar separator_of(const QString& text) {
    for (const QChar candidate : {QChar(u';'), QChar(u'\t')}) {
        if (text.contains(candidate)) return candidate;
    }
    return u',';
}

QString cell(const QString& text) {
    auto value = text.trimmed();
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"')) value = value.mid(1, value.size() - 2);
    return value.trimmed();
}

bool has_digit(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

// Tags may stand in columns of their own, or several in one, apart by blanks or slashes.
FleetFile::Fault read_tags(const QStringList& cells, QJsonArray& tags) {
    for (qsizetype i = 2; i < cells.size(); ++i) {
        const auto parts = cell(cells[i]).replace(u'/', u' ').split(u' ', Qt::SkipEmptyParts);
        for (const auto& part : parts) {
            bool ok = false;
            const auto number = part.toLongLong(&ok);
            if (!ok || number <= 0) return FleetFile::Fault::bad_transponder;
            if (tags.size() == transponders_a_kart_max) return FleetFile::Fault::too_many;
            tags.append(number);
        }
    }
    return FleetFile::Fault::none;
}

}  // namespace

FleetFile read_fleet(const QString& text) {
    FleetFile file;
    const auto separator = separator_of(text);
    const auto lines = text.split(u'\n');
    const auto stop = [&](int line, FleetFile::Fault fault) {
        file.bad_line = line + 1;
        file.bad_text = lines[line].trimmed();
        file.fault = fault;
        return file;
    };
    for (int i = 0; i < lines.size(); ++i) {
        const auto line = lines[i].trimmed();
        if (line.isEmpty()) continue;
        const auto cells = line.split(separator);
        const auto number = cell(cells.first());
        if (i == 0 && !has_digit(number)) continue;
        if (number.isEmpty()) return stop(i, FleetFile::Fault::no_number);
        if (file.rows.size() == fleet_rows_max) return stop(i, FleetFile::Fault::too_many);
        QJsonArray tags;
        if (const auto fault = read_tags(cells, tags); fault != FleetFile::Fault::none) return stop(i, fault);
        file.rows.append(QJsonObject{{"number", number}, {"class", cell(cells.value(1))}, {"transponders", tags}});
    }
    return file;
}

}  // namespace chicane::ui::models
