// Places by lap. Lines are told apart by their dashes and by the plates at both ends, so that a copy in black says as much.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/print/blocks.hpp"

namespace chicane::ui::print {
namespace {

constexpr double plate_room = 44;
constexpr double axis_room = 24;
constexpr double top_room = 24;
constexpr double step_max = 34;
constexpr double chart_height_max = 780;
constexpr int lines_strong = 3;  ///< who is on the podium is drawn strong
constexpr double dot_radius = 2;
constexpr double dots_apart_min = 12;
constexpr double label_apart_min = 26;
constexpr double plate_line = 25;  ///< the line that a plate is in the middle of
constexpr double plate_apart_min = 19;

const std::array<std::vector<double>, 5> dashes{{{}, {6, 2}, {2, 2}, {8, 2, 2, 2}, {1, 2}}};

struct Scale {
    double left = 0;
    double right = 0;
    double step_x = 0;
    double step_y = 0;
    int last_x = 0;
    int places = 0;

    double x(std::size_t index) const { return left + step_x * double(index); }
    double y(int place) const { return top_room + step_y * (double(place) - 0.5); }
    double height() const { return top_room + step_y * double(places) + axis_room; }
};

Scale scale_of(const Chart& chart, double total) {
    Scale scale;
    scale.left = axis_room + plate_room;
    scale.right = total - plate_room;
    std::size_t longest = 2;
    for (const auto& line : chart.lines) {
        longest = std::max(longest, line.places.size());
        for (const int place : line.places) scale.places = std::max(scale.places, place);
    }
    scale.places = std::max(scale.places, static_cast<int>(chart.lines.size()));
    scale.step_x = (scale.right - scale.left) / double(longest - 1);
    scale.step_y = std::min(step_max, (chart_height_max - top_room - axis_room) / std::max(1, scale.places));
    scale.last_x = static_cast<int>(longest) - 1;
    return scale;
}

/// 1, 2, 5, 10, 20 …: as many as can be read.
int every(double apart, double apart_min) {
    for (int ten = 1; ten < 1'000'000; ten *= 10) {
        for (const int step : {ten, 2 * ten, 5 * ten})
            if (apart * step >= apart_min) return step;
    }
    return 1'000'000;
}

void put_axes(Items& items, const Chart& chart, const Scale& scale) {
    const double bottom = top_room + scale.step_y * scale.places;
    const int step = every(scale.step_x, label_apart_min);
    for (int i = 0; i <= scale.last_x; ++i) {
        const int lap = i + chart.first_x;
        if (lap % step != 0 && i != 0) continue;
        const double x = scale.x(std::size_t(i));
        items.push_back(rule(x - 0.25, x + 0.25, top_room, bottom - top_room, ink::line));
        items.push_back(set_text(Type::figure_s, QString::number(lap), x, bottom + 4, Side::centre, ink::text_muted));
    }
    const int step_places = every(scale.step_y, line_height(Type::figure_s) - 4);
    for (int place = 1; place <= scale.places; ++place) {
        if (place != 1 && place % step_places != 0) continue;
        const double top = scale.y(place) - line_height(Type::figure_s) / 2;
        items.push_back(set_text(Type::figure_s, QString::number(place), 16, top, Side::right, ink::text_muted));
    }
}

Stroke path_of(const Chart::Line& line, const Scale& scale, std::size_t order) {
    Stroke stroke;
    stroke.width = order < lines_strong ? 2 : 1.2;
    stroke.dash = dashes[order % dashes.size()];
    stroke.colour = order < lines_strong ? ink::text : ink::text_muted;
    for (std::size_t i = 0; i < line.places.size(); ++i) {
        const QPointF point(scale.x(i), scale.y(line.places[i]));
        if (i == 0)
            stroke.path.moveTo(point);
        else
            stroke.path.lineTo(point);
    }
    return stroke;
}

/// On white: the lines of others pass behind it. Where places are closer than plates are high, the number alone.
void put_plate(Items& items, const QString& number, double x, double y, const Scale& scale) {
    if (scale.step_y < plate_apart_min) {
        items.push_back(set_text(Type::mark, number, x, y - line_height(Type::mark) / 2, Side::centre));
        return;
    }
    auto drawn = plate(number, x, y - plate_line / 2);
    std::get<Box>(drawn.front()).fill = ink::surface;
    append(items, std::move(drawn));
}

void put_line(Items& items, const Chart::Line& line, const Scale& scale, std::size_t order) {
    if (line.places.empty()) return;
    const auto stroke = path_of(line, scale, order);
    items.push_back(stroke);
    for (std::size_t i = 0; scale.step_x >= dots_apart_min && i < line.places.size(); ++i) {
        const QPointF at(scale.x(i), scale.y(line.places[i]));
        items.push_back(Box{QRectF(at.x() - dot_radius, at.y() - dot_radius, 2 * dot_radius, 2 * dot_radius),
                            stroke.colour, 0, stroke.colour, dot_radius});
    }
}

/// At both ends; a line that ends early has its plate there.
void put_plates(Items& items, const Chart::Line& line, const Scale& scale) {
    if (line.places.empty()) return;
    const double first = scale.y(line.places.front());
    const double last = scale.y(line.places.back());
    put_plate(items, line.plate, scale.left - plate_room / 2 + 4, first, scale);
    put_plate(items, line.plate, scale.x(line.places.size() - 1) + plate_room / 2 - 2, last, scale);
}

}  // namespace

Strips lay(const Chart& chart, double total) {
    Strips strips;
    if (!chart.title.isEmpty()) strips.rows.push_back(heading(chart.title));
    if (chart.lines.empty()) return strips;
    const auto scale = scale_of(chart, total);
    Strip strip{scale.height() + line_height(Type::caption), {}, false};
    put_axes(strip.items, chart, scale);
    for (std::size_t i = chart.lines.size(); i-- > 0;) put_line(strip.items, chart.lines[i], scale, i);
    for (const auto& line : chart.lines) put_plates(strip.items, line, scale);
    strip.items.push_back(set_text(Type::caption, chart.y_label, 0, 0, Side::left, ink::text_muted));
    strip.items.push_back(
        set_text(Type::caption, chart.x_label, scale.right, scale.height(), Side::right, ink::text_muted));
    strips.rows.push_back(std::move(strip));
    return strips;
}

}  // namespace chicane::ui::print
