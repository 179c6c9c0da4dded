// Each entrant's laps: a line with plate and name, then as many laps in a line as fit.
#include <algorithm>

#include "ui/print/blocks.hpp"
#include "ui/print/column_places.hpp"

namespace chicane::ui::print {
namespace {

constexpr double name_height = 27;
constexpr double lap_height = 20;
constexpr double space_below = 8;
constexpr double number_space = 8;
constexpr double cell_space = 18;
constexpr std::size_t lines_together_max = 10;  ///< a driver of a sprint is not divided by the page's end

struct Measure {
    double number = 0;
    double time = 0;
    std::size_t in_line = 1;
    double cell = 0;
};

Measure measure(const Laps& laps, double total) {
    Measure made;
    for (const auto& entrant : laps.entrants) {
        for (const auto& lap : entrant.laps) {
            made.number = std::max(made.number, width(Type::figure_s, lap.lap));
            made.time = std::max(made.time, width(Type::figure_bold, lap.time));
        }
    }
    const double cell = made.number + number_space + made.time + mark_space + mark_side + cell_space;
    made.in_line = std::max(std::size_t{1}, static_cast<std::size_t>((total + cell_space) / cell));
    made.cell = (total + cell_space) / double(made.in_line);
    return made;
}

Strip name_line(const Laps::Entrant& entrant, double total) {
    Strip strip{name_height, {}, true};
    const double plate_wide = plate_width(entrant.plate);
    strip.items.push_back(rule(0, total, 0, 1, ink::line));
    append(strip.items, plate(entrant.plate, plate_wide / 2, 2));
    const double note = width(Type::caption, entrant.note);
    const double top = (name_height - line_height(Type::name)) / 2 + 1;
    const auto name = elided(Type::name, entrant.name, total - plate_wide - note - 2 * number_space);
    strip.items.push_back(set_text(Type::name, name, plate_wide + number_space, top));
    strip.items.push_back(set_text(Type::caption, entrant.note, total, top + 2, Side::right, ink::text_muted));
    return strip;
}

void put_lap(Items& items, const Laps::Lap& lap, const Measure& measure, double x) {
    const double top = (lap_height - line_height(Type::figure_s)) / 2;
    items.push_back(set_text(Type::figure_s, lap.lap, x + measure.number, top, Side::right, ink::text_muted));
    const double right = x + measure.number + number_space + measure.time;
    const QRgb colour = lap.best ? ink::best_overall : lap.muted ? ink::text_muted : ink::text;
    items.push_back(set_text(lap.best || !lap.mark.isEmpty() ? Type::figure_bold : Type::figure, lap.time, right, 0,
                             Side::right, colour));
    if (lap.mark.isEmpty()) return;
    const QRectF square(right + mark_space, (lap_height - mark_side) / 2, mark_side, mark_side);
    if (lap.best)
        items.push_back(Box{square, ink::best_overall, 0, ink::best_overall, 2});
    else
        items.push_back(Box{square.adjusted(0.5, 0.5, -0.5, -0.5), std::nullopt, 1, ink::text, mark_side / 2});
    items.push_back(set_text(Type::mark, lap.mark, square.center().x(),
                             square.top() + (mark_side - line_height(Type::mark)) / 2, Side::centre,
                             lap.best ? ink::surface : ink::text));
}

}  // namespace

Strips lay(const Laps& laps, double total) {
    Strips strips;
    if (!laps.title.isEmpty()) strips.rows.push_back(heading(laps.title));
    const auto sizes = measure(laps, total);
    for (const auto& entrant : laps.entrants) {
        strips.rows.push_back(name_line(entrant, total));
        const auto lines = (entrant.laps.size() + sizes.in_line - 1) / sizes.in_line;
        for (std::size_t first = 0; first < entrant.laps.size(); first += sizes.in_line) {
            Strip line{lap_height, {}, false};
            const auto end = std::min(first + sizes.in_line, entrant.laps.size());
            for (std::size_t i = first; i < end; ++i)
                put_lap(line.items, entrant.laps[i], sizes, sizes.cell * double(i - first));
            const bool last = end == entrant.laps.size();
            if (last) line.height += space_below;
            line.with_next = !last && lines <= lines_together_max;
            strips.rows.push_back(std::move(line));
        }
        if (entrant.laps.empty()) strips.rows.back().with_next = false;
    }
    return strips;
}

}  // namespace chicane::ui::print
