#include "ui/print/pdf.hpp"

#include <QPainter>
#include <QPdfWriter>

namespace chicane::ui::print {
namespace {

constexpr int dots_an_inch = 1200;
constexpr double units_an_inch = 96;

class Brush {
  public:
    explicit Brush(QPainter& painter) : painter_(painter) {}

    void operator()(const Text& text) const {
        if (text.text.isEmpty()) return;
        painter_.setFont(font(text.type));
        painter_.setPen(QColor::fromRgba(text.colour));
        double x = text.x;
        for (const auto& piece : pieces(text.type, text.text)) {
            painter_.drawText(QPointF(x, text.y), piece);
            x += width(text.type, piece);
        }
    }
    void operator()(const Box& box) const {
        painter_.setPen(box.stroke > 0
                            ? QPen(QColor::fromRgba(box.colour), box.stroke, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                            : QPen(Qt::NoPen));
        painter_.setBrush(box.fill ? QBrush(QColor::fromRgba(*box.fill)) : QBrush(Qt::NoBrush));
        painter_.drawRoundedRect(box.rect, box.radius, box.radius);
    }
    void operator()(const Stroke& stroke) const {
        const auto colour = QColor::fromRgba(stroke.colour);
        if (stroke.width == 0) return painter_.fillPath(stroke.path, colour);
        QPen pen(colour, stroke.width, Qt::SolidLine, stroke.flat ? Qt::FlatCap : Qt::RoundCap,
                 stroke.flat ? Qt::MiterJoin : Qt::RoundJoin);
        if (!stroke.dash.empty()) {
            pen.setDashPattern(QList<qreal>(stroke.dash.begin(), stroke.dash.end()));
            pen.setCapStyle(Qt::FlatCap);
        }
        painter_.strokePath(stroke.path, pen);
    }
    void operator()(const Picture& picture) const { painter_.drawImage(picture.rect, picture.image); }

  private:
    QPainter& painter_;
};

}  // namespace

bool write_pdf(QIODevice& out, const Document& document, const std::vector<Page>& pages) {
    QPdfWriter writer(&out);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dots_an_inch);
    writer.setTitle(document.subtitle.isEmpty() ? document.title : document.title + " · " + document.subtitle);
    writer.setCreator("chicane-print");
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    painter.scale(dots_an_inch / units_an_inch, dots_an_inch / units_an_inch);
    const Brush brush(painter);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !writer.newPage()) return false;
        for (const auto& item : pages[i]) std::visit(brush, item);
    }
    return painter.end();
}

}  // namespace chicane::ui::print
