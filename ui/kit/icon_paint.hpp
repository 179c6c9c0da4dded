// Paints one icon: lines and filled parts on a grid of 24, in one colour. A painted item, because Qt's Shape does not respect a
// list's clip in the software renderer.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::kit {

inline constexpr int icon_grid = 24;

class IconPaint : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString lines MEMBER lines_ NOTIFY changed)
    Q_PROPERTY(QString fills MEMBER fills_ NOTIFY changed)
    Q_PROPERTY(double stroke MEMBER stroke_ NOTIFY changed)
    Q_PROPERTY(QString fine MEMBER fine_ NOTIFY changed)
    Q_PROPERTY(double fineStroke MEMBER fine_stroke_ NOTIFY changed)
    Q_PROPERTY(bool flatCaps MEMBER flat_caps_ NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY changed)

  public:
    explicit IconPaint(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    QString lines_;
    QString fills_;
    QString fine_;  ///< lines of another width than the rest
    double stroke_ = 0;
    double fine_stroke_ = 0;
    bool flat_caps_ = false;
    QColor color_;
};

}  // namespace chicane::ui::kit
