// See icon_paint.hpp.
#include "ui/kit/icon_paint.hpp"

#include <QPainter>

#include "ui/kit/svg_path.hpp"

namespace chicane::ui::kit {

IconPaint::IconPaint(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &IconPaint::changed, this, [this] { update(); });
}

void IconPaint::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(width() / icon_grid, height() / icon_grid);
    const auto pen = [this](double width) {
        return QPen(color_, width, Qt::SolidLine, flat_caps_ ? Qt::FlatCap : Qt::RoundCap,
                    flat_caps_ ? Qt::MiterJoin : Qt::RoundJoin);
    };
    if (!lines_.isEmpty()) painter->strokePath(svg_path(lines_), pen(stroke_));
    if (!fine_.isEmpty()) painter->strokePath(svg_path(fine_), pen(fine_stroke_));
    if (!fills_.isEmpty()) painter->fillPath(svg_path(fills_), color_);
}

}  // namespace chicane::ui::kit
