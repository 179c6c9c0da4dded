#include "ui/print/block_reader.hpp"

#include <numeric>

#include "ui/print/limits.hpp"

namespace chicane::ui::print {
namespace {

const QStringList styles{"figure", "place", "plate", "name",
                         "words",  "quiet", "strong"};  // the first where none is told

Style style_of(const QString& word) {
    static constexpr Style in_order[] = {Style::figure, Style::place, Style::plate, Style::name,
                                         Style::words,  Style::quiet, Style::strong};
    const auto index = styles.indexOf(word);
    return index < 0 ? Style::figure : in_order[index];
}

Cell read_cell(const QJsonValue& value, const QString& where, Fault& fault) {
    Cell cell;
    if (value.isString()) {
        cell.text = text_of(value, where, fault);
        return cell;
    }
    Fields fields(value, where, fault);
    cell.text = fields.text("text", true);
    cell.below = fields.text("below");
    cell.note = fields.text("note");
    cell.mark = fields.text("mark");
    cell.best = fields.flag("best");
    cell.span = fields.integer("span", 1, 1, columns_max);
    fields.nothing_else();
    return cell;
}

Row read_row(const QJsonValue& value, const QString& where, const Table& table, Fault& fault) {
    Fields fields(value, where, fault);
    Row row;
    row.muted = fields.flag("muted");
    fields.list(
        "cells", columns_max,
        [&](const QJsonValue& cell, const QString& at) { row.cells.push_back(read_cell(cell, at, fault)); }, true);
    fields.nothing_else();
    const auto taken = std::accumulate(row.cells.begin(), row.cells.end(), std::size_t{0},
                                       [](std::size_t sum, const Cell& c) { return sum + std::size_t(c.span); });
    if (taken != table.columns.size())
        fault.say(where + "/cells", QStringLiteral("%1 for %2 columns").arg(taken).arg(table.columns.size()));
    return row;
}

Table read_table(Fields& fields) {
    Table table;
    table.title = fields.text("title");
    table.empty = fields.text("empty");
    fields.list(
        "columns", columns_max,
        [&](const QJsonValue& value, const QString& where) {
            Fields column(value, where, fields.fault());
            table.columns.push_back({column.text("head"), style_of(column.word("style", styles, false))});
            column.nothing_else();
        },
        true);
    if (table.columns.empty()) fields.fault().say(fields.below("columns"), QStringLiteral("there is none"));
    fields.list(
        "rows", rows_max,
        [&](const QJsonValue& value, const QString& where) {
            table.rows.push_back(read_row(value, where, table, fields.fault()));
        },
        true);
    return table;
}

/// A text, or a list of texts and `{"bold": …}`, `{"raised": …}`.
Sentence read_sentence(Fields& parent, const char* key) {
    Sentence sentence;
    if (const auto value = parent.value(key); !value.isArray()) {
        sentence.push_back({parent.text(key, true), Run::Look::plain});
        return sentence;
    }
    parent.list(key, runs_max, [&](const QJsonValue& value, const QString& where) {
        if (value.isString()) return sentence.push_back({text_of(value, where, parent.fault()), Run::Look::plain});
        Fields fields(value, where, parent.fault());
        if (fields.has("raised"))
            sentence.push_back({fields.text("raised"), Run::Look::raised});
        else
            sentence.push_back({fields.text("bold", true), Run::Look::bold});
        fields.nothing_else();
    });
    return sentence;
}

Notes read_notes(Fields& fields) {
    Notes notes;
    notes.title = fields.text("title");
    fields.list(
        "items", rows_max,
        [&](const QJsonValue& value, const QString& where) {
            Fields item(value, where, fields.fault());
            notes.items.push_back({item.text("mark"), read_sentence(item, "text")});
            item.nothing_else();
        },
        true);
    return notes;
}

Laps::Lap read_lap(const QJsonValue& value, const QString& where, Fault& fault) {
    Fields fields(value, where, fault);
    Laps::Lap lap{fields.text("lap", true), fields.text("time", true), fields.flag("best"), fields.text("mark"),
                  fields.flag("muted")};
    fields.nothing_else();
    return lap;
}

Laps read_laps(Fields& fields) {
    Laps laps;
    laps.title = fields.text("title");
    fields.list(
        "entrants", entrants_max,
        [&](const QJsonValue& value, const QString& where) {
            Fields entrant(value, where, fields.fault());
            Laps::Entrant made{entrant.text("plate", true), entrant.text("name", true), entrant.text("note"), {}};
            entrant.list(
                "laps", laps_max,
                [&](const QJsonValue& lap, const QString& at) {
                    made.laps.push_back(read_lap(lap, at, fields.fault()));
                },
                true);
            entrant.nothing_else();
            laps.entrants.push_back(std::move(made));
        },
        true);
    return laps;
}

Chart::Line read_line(const QJsonValue& value, const QString& where, Fault& fault) {
    Fields fields(value, where, fault);
    Chart::Line line{fields.text("plate", true), fields.text("name"), {}};
    fields.list(
        "places", laps_max + 1,
        [&](const QJsonValue& place, const QString& at) {
            const int number = place.toInt(0);
            if (number < 1 || number > entrants_max)
                fault.say(at, QStringLiteral("expected a whole number from 1 to %1").arg(entrants_max));
            line.places.push_back(number);
        },
        true);
    fields.nothing_else();
    return line;
}

Chart read_chart(Fields& fields) {
    Chart chart;
    chart.title = fields.text("title");
    chart.x_label = fields.text("x_label");
    chart.y_label = fields.text("y_label");
    chart.first_x = fields.integer("first_x", 0, 0, 1);
    fields.list(
        "lines", entrants_max,
        [&](const QJsonValue& value, const QString& where) {
            chart.lines.push_back(read_line(value, where, fields.fault()));
        },
        true);
    return chart;
}

Grid read_grid(Fields& fields) {
    Grid grid;
    grid.title = fields.text("title");
    grid.columns = fields.integer("columns", 2, 1, 3);
    fields.list(
        "slots", entrants_max,
        [&](const QJsonValue& value, const QString& where) {
            Fields slot(value, where, fields.fault());
            grid.places.push_back(
                {slot.text("place", true), slot.text("plate", true), slot.text("name", true), slot.text("note")});
            slot.nothing_else();
        },
        true);
    return grid;
}

Block read_block(const QJsonValue& value, const QString& where, Fault& fault, bool inside) {
    Fields fields(value, where, fault);
    QStringList types{"table", "notes", "laps", "chart", "grid"};
    if (!inside) types.append("beside");
    const auto type = fields.word("type", types, true);
    Block block;
    if (type == u"notes")
        block = read_notes(fields);
    else if (type == u"laps")
        block = read_laps(fields);
    else if (type == u"chart")
        block = read_chart(fields);
    else if (type == u"grid")
        block = read_grid(fields);
    else if (type == u"beside") {
        Beside beside;
        fields.list(
            "parts", beside_max,
            [&](const QJsonValue& part, const QString& at) {
                beside.parts.push_back(read_block(part, at, fault, true));
            },
            true);
        block = std::move(beside);
    } else
        block = read_table(fields);
    fields.nothing_else();
    return block;
}

}  // namespace

std::vector<Block> read_blocks(Fields& parent, const char* key, int count_max) {
    std::vector<Block> blocks;
    parent.list(
        key, count_max,
        [&](const QJsonValue& value, const QString& where) {
            blocks.push_back(read_block(value, where, parent.fault(), false));
        },
        true);
    return blocks;
}

}  // namespace chicane::ui::print
