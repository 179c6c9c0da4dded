#include "ui/print/strip.hpp"

#include <algorithm>

namespace chicane::ui::print {
namespace {

constexpr double plate_height = 18;
constexpr double plate_width_min = 30;
constexpr double plate_padding = 4;
constexpr double plate_line = 25;
constexpr double plate_radius = 1.3;

struct Mover {
    double dx;
    double dy;
    void operator()(Text& text) const {
        text.x += dx;
        text.y += dy;
    }
    void operator()(Box& box) const { box.rect.translate(dx, dy); }
    void operator()(Stroke& stroke) const { stroke.path.translate(dx, dy); }
    void operator()(Picture& picture) const { picture.rect.translate(dx, dy); }
};

}  // namespace

Items moved(Items items, double dx, double dy) {
    for (auto& item : items) std::visit(Mover{dx, dy}, item);
    return items;
}

void append(Items& to, Items more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Item rule(double x1, double x2, double y, double line_width, QRgb colour) {
    return Box{QRectF(x1, y, x2 - x1, line_width), colour, 0, colour, 0};
}

Text set_text(Type type, const QString& text, double x, double top, Side side, QRgb colour) {
    double left = x;
    if (side == Side::right) left -= width(type, text);
    if (side == Side::centre) left -= width(type, text) / 2;
    return {left, top + baseline(type), text, type, colour};
}

double plate_width(const QString& number) {
    return std::max(plate_width_min, width(Type::plate, number) + 2 * plate_padding);
}

Items plate(const QString& number, double x, double top, QRgb colour) {
    const double wide = plate_width(number);
    const double above = (plate_line - plate_height) / 2;
    const QRectF frame(x - wide / 2 + 0.5, top + above + 0.5, wide - 1, plate_height - 1);
    return {Box{frame, std::nullopt, 1, ink::line_strong, plate_radius},
            set_text(Type::plate, number, x, top + above, Side::centre, colour)};
}

Strip heading(const QString& title) {
    constexpr double space_below = 4;
    return {line_height(Type::heading) + space_below, {set_text(Type::heading, title, 0, 0)}, true};
}

}  // namespace chicane::ui::print
