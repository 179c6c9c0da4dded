// A table: its head, its rows, and what stands around a figure.
#include <algorithm>

#include "ui/print/blocks.hpp"
#include "ui/print/column_places.hpp"

namespace chicane::ui::print {
namespace {

constexpr double head_height = 24;
constexpr double row_height = 25;
constexpr double row_height_lean = 24;  ///< of a small table, without a head
constexpr double row_height_of_two = 38;
constexpr double note_rise = 5;

/// Of one table: its columns, and how high a row is.
struct Places {
    std::vector<ColumnPlace> columns;
    double row = row_height;
};

Strip head(const Table& table, const Places& places, double total) {
    Strip strip{head_height, {}, true};
    const double top = (head_height - line_height(Type::caption)) / 2;
    for (std::size_t i = 0; i < places.columns.size(); ++i) {
        const auto& column = table.columns[i];
        const auto& place = places.columns[i];
        const Side side = column.style == Style::plate ? Side::centre
                          : is_left(column.style)      ? Side::left
                                                       : Side::right;
        const double x = side == Side::centre ? (place.left + place.right) / 2
                         : side == Side::left ? place.left
                                              : place.right - place.mark;
        strip.items.push_back(set_text(Type::caption, column.head, x, top, side, ink::text_muted));
    }
    strip.items.push_back(rule(0, total, head_height - 1, 1, ink::text));
    return strip;
}

void put_mark(Items& items, const QString& mark, double right, double height) {
    const QRectF square(right - mark_side, (height - mark_side) / 2, mark_side, mark_side);
    items.push_back(Box{square, ink::best_overall, 0, ink::best_overall, 2});
    const double top = square.top() + (mark_side - line_height(Type::mark)) / 2;
    items.push_back(set_text(Type::mark, mark, square.center().x(), top, Side::centre, ink::surface));
}

void put_note(Items& items, const QString& note, double x, double height, QRgb colour) {
    if (note.isEmpty()) return;
    const double top = (height - line_height(Type::raised)) / 2 - note_rise;
    items.push_back(set_text(Type::raised, note, x + note_space, top, Side::left, colour));
}

/// One line of words or figures, and what stands around it.
void put_line(Items& items, const Cell& cell, Style style, const ColumnPlace& place, double height, QRgb colour) {
    const Type type = cell.best ? Type::figure_bold : type_of(style);
    const double room = place.right - place.left - place.mark;
    const double note = cell.note.isEmpty() ? 0 : note_space + width(Type::raised, cell.note);
    const QString text = is_flexible(style) ? elided(type, cell.text, room - note) : cell.text;
    const double both = line_height(type) + line_height(Type::caption);
    const double top = cell.below.isEmpty() ? (height - line_height(type)) / 2 : (height - both) / 2 + 1;
    if (is_left(style)) {
        const auto set = set_text(type, text, place.left, top, Side::left, colour);
        put_note(items, cell.note, set.x + width(type, text), height, colour);
        items.push_back(set);
        if (!cell.below.isEmpty())
            items.push_back(set_text(Type::foot, elided(Type::foot, cell.below, room), place.left,
                                     top + line_height(type) - 2, Side::left, ink::text_muted));
    } else {
        items.push_back(
            set_text(type, text, place.right - place.mark, top, Side::right, cell.best ? ink::best_overall : colour));
    }
    if (!cell.mark.isEmpty()) put_mark(items, cell.mark, place.right, height);
}

QRgb colour_of(const Row& row, Style style) { return row.muted || style == Style::quiet ? ink::text_muted : ink::text; }

/// The lines that a row's longest sentence needs.
double height_of(const Table& table, const Row& row, const Places& places) {
    double height = places.row;
    std::size_t at = 0;
    for (const auto& cell : row.cells) {
        const auto& place = places.columns[at];
        if (!cell.below.isEmpty()) height = std::max(height, row_height_of_two);
        if (table.columns[at].style == Style::words && cell.span == 1 && cell.below.isEmpty()) {
            const auto lines = lay_sentence({{cell.text, Run::Look::plain}}, 0, place.right - place.left);
            height = std::max(height, lines.height + places.row - line_height(Type::small));
        }
        at += std::size_t(cell.span);
    }
    return height;
}

/// In a row of several lines everything but the sentence stands on the first.
void put_cell(Items& items, const Table& table, const Row& row, const Cell& cell, std::size_t at, const Places& places,
              double height) {
    const auto style = table.columns[at].style;
    const auto& last = places.columns[at + std::size_t(cell.span) - 1];
    const ColumnPlace place{places.columns[at].left, last.right, last.mark};
    const double line = height == row_height_of_two ? height : places.row;
    if (cell.span > 1) {  // words instead of figures, at the end of their room
        const double top = (line - line_height(Type::small)) / 2;
        items.push_back(set_text(Type::small, cell.text, place.right - place.mark, top, Side::right, ink::text_muted));
    } else if (style == Style::plate) {
        if (!cell.text.isEmpty())
            append(items, plate(cell.text, (place.left + place.right) / 2, (line - row_height) / 2,
                                row.muted ? ink::text_muted : ink::text));
    } else if (style == Style::words && cell.below.isEmpty()) {
        const auto lines = lay_sentence({{cell.text, Run::Look::plain}}, 0, place.right - place.left);
        append(items, moved(lines.items, place.left, (places.row - line_height(Type::small)) / 2));
    } else {
        put_line(items, cell, style, place, line, colour_of(row, style));
    }
}

Strip lay_row(const Table& table, const Row& row, const Places& places, double total) {
    Strip strip;
    strip.height = height_of(table, row, places);
    std::size_t at = 0;
    for (const auto& cell : row.cells) {
        put_cell(strip.items, table, row, cell, at, places, strip.height);
        at += std::size_t(cell.span);
    }
    strip.items.push_back(rule(0, total, places.row < row_height ? 0 : strip.height - 1, 1, ink::line));
    return strip;
}

}  // namespace

Strips lay(const Table& table, double total) {
    Strips strips;
    const bool headed = std::any_of(table.columns.begin(), table.columns.end(),
                                    [](const Column& column) { return !column.head.isEmpty(); });
    const Places where{column_places(table, total), headed ? row_height : row_height_lean};
    if (headed) strips.head = head(table, where, total);
    if (!table.title.isEmpty()) strips.rows.push_back(heading(table.title));
    if (table.rows.empty() && !table.empty.isEmpty()) {
        const double top = (row_height - line_height(Type::small)) / 2;
        strips.rows.push_back(
            {row_height, {set_text(Type::small, table.empty, 0, top, Side::left, ink::text_muted)}, false});
    }
    for (const auto& row : table.rows) strips.rows.push_back(lay_row(table, row, where, total));
    return strips;
}

}  // namespace chicane::ui::print
