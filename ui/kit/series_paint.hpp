// Paints a series of figures as a line or as bars, with a dotted line to hold them against. What is missing is a gap, never nought.
// A painted item, because Qt's Shape does not respect a list's clip in the software renderer.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::kit {

class SeriesPaint : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList values MEMBER values_ NOTIFY changed)  ///< numbers; null: a gap
    Q_PROPERTY(double least MEMBER least_ NOTIFY changed)          ///< at the lower edge
    Q_PROPERTY(double most MEMBER most_ NOTIFY changed)            ///< at the upper edge
    Q_PROPERTY(bool bars MEMBER bars_ NOTIFY changed)
    Q_PROPERTY(double stroke MEMBER stroke_ NOTIFY changed)
    Q_PROPERTY(double mark MEMBER mark_ NOTIFY changed)  ///< the dotted line; below `least`: none
    Q_PROPERTY(
        bool markBelow MEMBER mark_below_ NOTIFY changed)  ///< what is below the line is the alarm, else what is above
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY changed)
    Q_PROPERTY(QColor alarmColor MEMBER alarm_color_ NOTIFY changed)
    Q_PROPERTY(QColor markColor MEMBER mark_color_ NOTIFY changed)
    Q_PROPERTY(QColor bandColor MEMBER band_color_ NOTIFY changed)  ///< of the good side of the line; transparent: none
    Q_PROPERTY(double end MEMBER end_ NOTIFY changed)               ///< radius of the dot at the newest value; 0: none

  public:
    explicit SeriesPaint(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    double y_of(double value) const;
    bool is_alarm(double value) const;
    void paint_mark(QPainter& painter) const;
    void paint_bars(QPainter& painter) const;
    void paint_line(QPainter& painter) const;

    QVariantList values_;
    double least_ = 0;
    double most_ = 1;
    bool bars_ = false;
    double stroke_ = 1.5;
    double mark_ = -1;
    bool mark_below_ = false;
    QColor color_;
    QColor alarm_color_;
    QColor mark_color_;
    QColor band_color_ = Qt::transparent;
    double end_ = 0;
};

}  // namespace chicane::ui::kit
