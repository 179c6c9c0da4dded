// What layout makes: strips, as wide as the page and never divided, of things to draw. A block is a list of strips, which are poured
// into pages; the head of a block is drawn again on each page that it reaches.
#pragma once

#include <QImage>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

#include "ui/print/ink.hpp"

namespace chicane::ui::print {

struct Text {
    double x = 0;
    double y = 0;  ///< baseline
    QString text;
    Type type = Type::body;
    QRgb colour = ink::text;
};

struct Box {
    QRectF rect;
    std::optional<QRgb> fill;
    double stroke = 0;
    QRgb colour = ink::text;
    double radius = 0;
};

/// `dash`: lengths of ink and gap in widths of the line; none: unbroken.
struct Stroke {
    QPainterPath path;
    double width = 1;
    QRgb colour = ink::text;
    std::vector<double> dash;
    bool flat = false;
};

struct Picture {
    QRectF rect;
    QImage image;
};

using Item = std::variant<Text, Box, Stroke, Picture>;
using Items = std::vector<Item>;

struct Strip {
    double height = 0;
    Items items;             ///< from the strip's top left
    bool with_next = false;  ///< a title does not stand alone at the foot of a page
};

struct Strips {
    std::optional<Strip> head;
    std::vector<Strip> rows;
    double space_before = 0;
};

Items moved(Items items, double dx, double dy);
void append(Items& to, Items more);
Item rule(double x1, double x2, double y, double width, QRgb colour);

enum class Side { left, centre, right };
/// A text in the line that begins at `top`; `x` is its left end, middle or right end.
Text set_text(Type type, const QString& text, double x, double top, Side side = Side::left, QRgb colour = ink::text);

/// The number of a kart, outlined, centred at `x` in a line of 25 that begins at `top`.
Items plate(const QString& number, double x, double top, QRgb colour = ink::text);
double plate_width(const QString& number);

/// The title over a block.
Strip heading(const QString& title);

}  // namespace chicane::ui::print
