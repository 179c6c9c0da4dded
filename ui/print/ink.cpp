#include "ui/print/ink.hpp"

#include <QFontMetricsF>
#include <algorithm>
#include <vector>

namespace chicane::ui::print {
namespace {

enum class Family { words, figures, condensed };

struct Set {
    Family family;
    int size;
    int line;
    QFont::Weight weight;
};

Set set_of(Type type) {
    switch (type) {
        case Type::caption:
            return {Family::words, 12, 16, QFont::Medium};
        case Type::foot:
            return {Family::words, 12, 16, QFont::Normal};
        case Type::index:
            return {Family::figures, 12, 18, QFont::Medium};
        case Type::small:
            return {Family::words, 13, 18, QFont::Normal};
        case Type::small_bold:
            return {Family::words, 13, 18, QFont::DemiBold};
        case Type::body:
            return {Family::words, 14, 20, QFont::Normal};
        case Type::name:
            return {Family::words, 14, 20, QFont::Medium};
        case Type::heading:
            return {Family::words, 14, 20, QFont::DemiBold};
        case Type::brand:
            return {Family::words, 16, 22, QFont::DemiBold};
        case Type::title:
            return {Family::words, 28, 34, QFont::DemiBold};
        case Type::figure:
            return {Family::figures, 14, 20, QFont::Normal};
        case Type::figure_s:
            return {Family::figures, 13, 18, QFont::Normal};
        case Type::figure_bold:
            return {Family::figures, 14, 20, QFont::Medium};
        case Type::raised:
            return {Family::figures, 11, 14, QFont::Medium};
        case Type::mark:
            return {Family::words, 11, 14, QFont::Bold};
        case Type::place:
            return {Family::condensed, 16, 22, QFont::Bold};
        case Type::plate:
            return {Family::condensed, 14, 18, QFont::Bold};
        case Type::stamp:
            return {Family::condensed, 20, 26, QFont::Bold};
        case Type::display:
            return {Family::words, 36, 42, QFont::DemiBold};
        case Type::hero:
            return {Family::condensed, 64, 70, QFont::Bold};
    }
    return {};
}

QStringList families(Family family) {
    switch (family) {
        case Family::words:
            return {"Inter", "Roboto", "DejaVu Sans"};
        case Family::figures:
            return {"Roboto", "DejaVu Sans"};
        case Family::condensed:
            return {"Roboto Condensed", "Roboto", "DejaVu Sans Condensed", "DejaVu Sans"};
    }
    return {};
}

QFont made_font(Type type) {
    const auto set = set_of(type);
    QFont made;
    made.setFamilies(families(set.family));
    made.setPixelSize(set.size);
    made.setWeight(set.weight);
    made.setHintingPreference(QFont::PreferNoHinting);  // paper has no pixels: letters stand where the design puts them
    return made;
}

enum class Sort { words, digits, sign };

/// What joins with what stands beside it (surrogates, accents that stand alone) counts as words.
Sort sort_of(QChar c) {
    if (c.isDigit()) return Sort::digits;
    return c.isPunct() || c.isSymbol() ? Sort::sign : Sort::words;
}

}  // namespace

namespace {

/// Made once: a sheet of 24 hours measures some 100,000 texts.
struct Letters {
    QFont font;
    QFontMetricsF metrics;
};

const Letters& letters(Type type) {
    static const auto all = [] {
        std::vector<Letters> made;
        for (int i = 0; i <= static_cast<int>(Type::hero); ++i) {
            const auto each = made_font(static_cast<Type>(i));
            made.push_back({each, QFontMetricsF(each)});
        }
        return made;
    }();
    return all[static_cast<std::size_t>(type)];
}

}  // namespace

QFont font(Type type) { return letters(type).font; }

double line_height(Type type) { return set_of(type).line; }

QStringList pieces(Type type, const QString& text) {
    if (set_of(type).family != Family::words) return {text};
    QStringList all;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        if (i < text.size() && sort_of(text[i - 1]) == sort_of(text[i]) && sort_of(text[i]) != Sort::sign) continue;
        all.append(text.mid(begin, i - begin));
        begin = i;
    }
    return all;
}

double width(Type type, const QString& text) {
    const auto& metrics = letters(type).metrics;
    double sum = 0;
    for (const auto& piece : pieces(type, text)) sum += metrics.horizontalAdvance(piece);
    return sum;
}

double baseline(Type type) {
    const auto& metrics = letters(type).metrics;
    return (line_height(type) - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
}

QString elided(Type type, const QString& text, double width_max) {
    const auto& metrics = letters(type).metrics;
    if (width(type, text) <= width_max) return text;
    const double pieced = width(type, text) - metrics.horizontalAdvance(text);
    return metrics.elidedText(text, Qt::ElideRight, width_max - std::max(0.0, pieced));
}

}  // namespace chicane::ui::print
