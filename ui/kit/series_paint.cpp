// See series_paint.hpp.
#include "ui/kit/series_paint.hpp"

#include <QPainter>
#include <algorithm>

namespace chicane::ui::kit {

namespace {

constexpr double bar_share = 0.8;  ///< of its step; the rest is the gap to the next

}  // namespace

SeriesPaint::SeriesPaint(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &SeriesPaint::changed, this, [this] { update(); });
}

double SeriesPaint::y_of(double value) const {
    const double span = std::max(most_ - least_, 1e-9);
    return height() * (1 - std::clamp((value - least_) / span, 0.0, 1.0));
}

bool SeriesPaint::is_alarm(double value) const {
    return mark_ >= least_ && (mark_below_ ? value < mark_ : value > mark_);
}

void SeriesPaint::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    paint_mark(*painter);
    bars_ ? paint_bars(*painter) : paint_line(*painter);
}

void SeriesPaint::paint_mark(QPainter& painter) const {
    if (mark_ < least_) return;
    const double y = y_of(mark_);
    if (band_color_.alpha() > 0) painter.fillRect(QRectF(0, y, width(), height() - y), band_color_);
    QPen pen(mark_color_, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(0, y), QPointF(width(), y));
}

void SeriesPaint::paint_bars(QPainter& painter) const {
    const double step = width() / static_cast<double>(std::max<qsizetype>(values_.size(), 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype i = 0; i < values_.size(); ++i) {
        if (values_[i].isNull()) continue;
        const double value = values_[i].toDouble(), y = y_of(value);
        painter.fillRect(QRectF(static_cast<double>(i) * step, y, std::max(1.0, step * bar_share), height() - y),
                         is_alarm(value) ? alarm_color_ : color_);
    }
}

void SeriesPaint::paint_line(QPainter& painter) const {
    const double step = (width() - 2 * end_) / static_cast<double>(std::max<qsizetype>(values_.size() - 1, 1));
    const QColor ink =
        !values_.isEmpty() && !values_.last().isNull() && is_alarm(values_.last().toDouble()) ? alarm_color_ : color_;
    painter.setPen(QPen(ink, stroke_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF run;
    const auto draw = [&] {
        if (run.size() == 1) painter.drawPoint(run.first());
        if (run.size() > 1) painter.drawPolyline(run);
        run.clear();
    };
    for (qsizetype i = 0; i < values_.size(); ++i) {
        if (values_[i].isNull())
            draw();
        else
            run.append(QPointF(static_cast<double>(i) * step + end_, y_of(values_[i].toDouble())));
    }
    const QPointF last = run.isEmpty() ? QPointF() : run.last();
    draw();
    if (end_ <= 0 || last.isNull()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(last, end_, end_);
}

}  // namespace chicane::ui::kit
