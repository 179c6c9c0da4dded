#include "ui/print/column_places.hpp"

#include <algorithm>
#include <numeric>

#include "ui/print/strip.hpp"

namespace chicane::ui::print {
namespace {

constexpr double space = 12;  ///< between columns
constexpr double space_before_name = 8;
constexpr double flexible_width_min = 90;

/// A column of marks keeps the slot also where it is empty, so that digits stay in line.
bool has_marks(const Table& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        std::size_t at = 0;
        for (const auto& cell : row.cells) {
            if (at == column && !cell.mark.isEmpty()) return true;
            at += std::size_t(cell.span);
        }
        return false;
    });
}

double wanted(const Cell& cell, Style style) {
    if (style == Style::plate) return plate_width(cell.text);
    const double below = cell.below.isEmpty() ? 0 : width(Type::foot, cell.below);
    const double note = cell.note.isEmpty() ? 0 : note_space + width(Type::raised, cell.note);
    return std::max(width(type_of(style), cell.text) + note, below);
}

double space_before(const Table& table, std::size_t column) {
    if (column == 0) return 0;
    return table.columns[column].style == Style::name ? space_before_name : space;
}

/// What each column asks for.
std::vector<double> wanted_widths(const Table& table) {
    std::vector<double> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        widths.push_back(width(Type::caption, table.columns[i].head) +
                         (has_marks(table, i) ? mark_side + mark_space : 0));
    for (const auto& row : table.rows) {
        std::size_t at = 0;
        for (const auto& cell : row.cells) {
            const double mark = cell.span == 1 && has_marks(table, at) ? mark_side + mark_space : 0;
            if (cell.span == 1) widths[at] = std::max(widths[at], wanted(cell, table.columns[at].style) + mark);
            at += std::size_t(cell.span);
        }
    }
    return widths;
}

/// Gives the room that is left to names and sentences, or takes what is missing from them.
void share(const Table& table, std::vector<double>& widths, double room) {
    std::vector<std::size_t> flexible;
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (is_flexible(table.columns[i].style)) flexible.push_back(i);
    if (flexible.empty()) {
        for (std::size_t i = 1; room > 0 && i < widths.size(); ++i) widths[i] += room / double(widths.size() - 1);
        return;
    }
    if (room >= 0) {
        for (const auto i : flexible) widths[i] += room / double(flexible.size());
        return;
    }
    // The widest give way first, down to the next; nobody below what shows a name at all.
    for (double missing = -room; missing > 0.5;) {
        const auto widest = *std::max_element(flexible.begin(), flexible.end(),
                                              [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
        if (widths[widest] <= flexible_width_min) return;
        const double step = std::min({missing, 4.0, widths[widest] - flexible_width_min});
        widths[widest] -= step;
        missing -= step;
    }
}

}  // namespace

bool is_left(Style style) { return style == Style::place || style == Style::name || style == Style::words; }
bool is_flexible(Style style) { return style == Style::name || style == Style::words; }

Type type_of(Style style) {
    switch (style) {
        case Style::place:
            return Type::place;
        case Style::plate:
            return Type::plate;
        case Style::name:
            return Type::name;
        case Style::words:
            return Type::small;
        case Style::figure:
            return Type::figure;
        case Style::quiet:
            return Type::figure_s;
        case Style::strong:
            return Type::figure_bold;
    }
    return Type::body;
}

std::vector<ColumnPlace> column_places(const Table& table, double total) {
    auto widths = wanted_widths(table);
    double used = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (std::size_t i = 0; i < widths.size(); ++i) used += space_before(table, i);
    share(table, widths, total - used);
    std::vector<ColumnPlace> made;
    double x = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        x += space_before(table, i);
        made.push_back({x, x + widths[i], has_marks(table, i) ? mark_side + mark_space : 0});
        x += widths[i];
    }
    return made;
}

}  // namespace chicane::ui::print
