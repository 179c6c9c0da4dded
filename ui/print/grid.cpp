// A starting grid as it stands on the track: columns staggered by half a row, pole at the top left.
#include "ui/print/blocks.hpp"

namespace chicane::ui::print {
namespace {

constexpr double slot_height = 46;
constexpr double stagger = 18;
constexpr double space = 24;
constexpr double below = 12;
constexpr double padding = 12;
constexpr double place_width = 34;

void put_slot(Items& items, const Grid::Slot& slot, double x, double y, double wide) {
    items.push_back(Box{QRectF(x + 0.5, y + 0.5, wide - 1, slot_height - 1), std::nullopt, 1, ink::line_strong, 2});
    items.push_back(rule(x, x + wide, y, 3, ink::text));
    const double middle = y + slot_height / 2 + 1;
    items.push_back(set_text(Type::place, slot.place, x + padding, middle - line_height(Type::place) / 2));
    const double plate_wide = plate_width(slot.plate);
    const double plate_left = x + padding + place_width;
    append(items, plate(slot.plate, plate_left + plate_wide / 2, middle - 12.5));
    const double left = plate_left + plate_wide + padding;
    const double note = slot.note.isEmpty() ? 0 : width(Type::figure, slot.note) + padding;
    const auto name = elided(Type::name, slot.name, x + wide - padding - note - left);
    items.push_back(set_text(Type::name, name, left, middle - line_height(Type::name) / 2));
    items.push_back(set_text(Type::figure, slot.note, x + wide - padding, middle - line_height(Type::figure) / 2,
                             Side::right, ink::text_muted));
}

}  // namespace

Strips lay(const Grid& grid, double total) {
    Strips strips;
    if (!grid.title.isEmpty()) strips.rows.push_back(heading(grid.title));
    const auto columns = static_cast<std::size_t>(grid.columns);
    const double wide = (total - space * double(columns - 1)) / double(columns);
    for (std::size_t first = 0; first < grid.places.size(); first += columns) {
        Strip row{slot_height + stagger * double(columns - 1) + below, {}, false};
        for (std::size_t i = first; i < std::min(first + columns, grid.places.size()); ++i) {
            const auto column = double(i - first);
            put_slot(row.items, grid.places[i], (wide + space) * column, stagger * column, wide);
        }
        strips.rows.push_back(std::move(row));
    }
    return strips;
}

}  // namespace chicane::ui::print
