// The look of paper: type, colours and distances, in the units of the drawing (96 to an inch; A4 is 794 by 1123).
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>

namespace chicane::ui::print {

/// desk-light of web/look/tokens.json; a test holds them against it.
namespace ink {
constexpr QRgb text = 0xff13171a;
constexpr QRgb text_muted = 0xff475159;
constexpr QRgb line = 0xffd8dde1;
constexpr QRgb line_strong = 0xff7a858d;
constexpr QRgb best_overall = 0xff6a22c4;
constexpr QRgb surface = 0xffffffff;
}  // namespace ink

/// A way to set a text: which letters, how large, in how high a line.
enum class Type {
    caption,     ///< 12, labels
    foot,        ///< 12, lighter
    small,       ///< 13, sentences
    small_bold,  ///< 13, what a sentence says
    body,        ///< 14
    name,        ///< 14, who
    heading,     ///< 14, over a block
    brand,       ///< 16
    title,       ///< 28
    figure,      ///< 14, compared figures
    figure_s,    ///< 13
    figure_bold,
    index,    ///< 12, before a foot-note
    raised,   ///< 11, a foot-note's number
    mark,     ///< 11, in a filled square
    place,    ///< 16, condensed
    plate,    ///< 14, condensed
    stamp,    ///< 20, condensed capitals
    display,  ///< 36
    hero,     ///< 64
};

QFont font(Type type);
/// A text as it is set, piece by piece: Inter swaps signs beside figures for others (10:15, +5 s, 2026-2) that no reader of a PDF knows
/// as what they are, so that a search would not find them. Apart, each stays itself.
QStringList pieces(Type type, const QString& text);
double line_height(Type type);
double width(Type type, const QString& text);
/// Below the top of its line.
double baseline(Type type);
/// Cut to a width, with an ellipsis where it was cut.
QString elided(Type type, const QString& text, double width_max);

constexpr double page_width = 794;
constexpr double page_height = 1123;
constexpr double margin_side = 48;
constexpr double margin_top = 44;
constexpr double margin_bottom = 32;
constexpr double content_width = page_width - 2 * margin_side;

}  // namespace chicane::ui::print
