#include "ui/print/masthead.hpp"

#include <algorithm>

#include "ui/print/qr.hpp"

namespace chicane::ui::print {
namespace {

constexpr double brand_height = 30;
constexpr double brand_space = 8;
constexpr double logo_width_max = 160;
constexpr double stamp_padding = 12;
constexpr double stamp_height = 65;
constexpr double icon_side = 20;
constexpr double qr_side = 104;
constexpr double signature_height = 60;
constexpr double space = 24;
constexpr double closing_space = 12;
constexpr double fact_space_min = 8;
constexpr double fact_space_max = 64;

/// web/look/icons/chicane-mark.svg, on a grid of 24.
Items house_mark(double x, double y, double side) {
    const double unit = side / 24;
    const auto at = [&](double px, double py) { return QPointF(x + px * unit, y + py * unit); };
    Stroke bold{{}, 3.5 * unit, ink::text, {}, true};
    bold.path.moveTo(at(2, 17.5));
    for (const auto& [px, py] : {std::pair{8.2, 17.5}, {15.8, 6.5}, {22.0, 6.5}}) bold.path.lineTo(at(px, py));
    Stroke fine{{}, 2 * unit, ink::text, {}, true};
    fine.path.moveTo(at(2, 10.5));
    fine.path.lineTo(at(5.2, 10.5));
    fine.path.moveTo(at(18.8, 13.5));
    fine.path.lineTo(at(22, 13.5));
    return {bold, fine};
}

/// web/look/icons: clock where time still runs, check where it is over.
Stroke stamp_icon(bool official, double x, double y, QRgb colour) {
    const double unit = icon_side / 24;
    Stroke icon{{}, 1.75 * unit, colour, {}, false};
    const auto at = [&](double px, double py) { return QPointF(x + px * unit, y + py * unit); };
    if (official) {
        icon.path.moveTo(at(5, 12.5));
        icon.path.lineTo(at(10, 17.5));
        icon.path.lineTo(at(19, 7));
        return icon;
    }
    icon.path.addEllipse(at(12, 12), 9 * unit, 9 * unit);
    icon.path.moveTo(at(12, 6.5));
    icon.path.lineTo(at(12, 12));
    icon.path.lineTo(at(15.5, 14));
    return icon;
}

double stamp_width(const Stamp& stamp) {
    const double word = icon_side + brand_space + width(Type::stamp, stamp.word.toUpper());
    const QString note = stamp.time.isEmpty() ? stamp.note : stamp.note + QChar(u' ');
    const double below = width(Type::small, note) + width(Type::figure_bold, stamp.time);
    return std::max(word, below) + 2 * stamp_padding;
}

/// A frame while it may change, filled once it is official.
Items stamp_box(const Stamp& stamp, double right) {
    const double wide = stamp_width(stamp);
    const double left = right - wide;
    const QRgb colour = stamp.official ? ink::surface : ink::text;
    const bool has_note = !stamp.note.isEmpty() || !stamp.time.isEmpty();
    const double high = has_note ? stamp_height : stamp_height - line_height(Type::small) - 2;
    Items items;
    if (stamp.official)
        items.push_back(Box{QRectF(left, 0, wide, high), ink::text, 0, ink::text, 0});
    else
        items.push_back(Box{QRectF(left + 1, 1, wide - 2, high - 2), std::nullopt, 2, ink::text, 0});
    const double top = 10;
    items.push_back(stamp_icon(stamp.official, left + stamp_padding, top + 3, colour));
    items.push_back(set_text(Type::stamp, stamp.word.toUpper(), left + stamp_padding + icon_side + brand_space, top,
                             Side::left, colour));
    if (!has_note) return items;
    const double below = top + line_height(Type::stamp);
    const QString note = stamp.time.isEmpty() ? stamp.note : stamp.note + QChar(u' ');
    const auto words = set_text(Type::small, note, left + stamp_padding, below, Side::left, colour);
    items.push_back(words);
    auto time = set_text(Type::figure_bold, stamp.time, words.x + width(Type::small, note), below, Side::left, colour);
    time.y = words.y;
    items.push_back(time);
    return items;
}

/// First at the left edge, last at the right, the rest with equal room between them.
Items facts_line(const std::vector<Fact>& facts, double top) {
    std::vector<double> widths;
    double used = 0;
    for (const auto& fact : facts) {
        widths.push_back(std::max(width(Type::caption, fact.label), width(Type::name, fact.value)));
        used += widths.back();
    }
    const double gap = facts.size() < 2 ? 0
                                        : std::clamp((content_width - used) / double(facts.size() - 1), fact_space_min,
                                                     fact_space_max);
    const double squeeze = std::min(1.0, (content_width - fact_space_min * double(facts.size())) / std::max(1.0, used));
    Items items;
    double x = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const double room = squeeze < 1 ? widths[i] * squeeze : widths[i];
        items.push_back(
            set_text(Type::caption, elided(Type::caption, facts[i].label, room), x, top, Side::left, ink::text_muted));
        items.push_back(set_text(Type::name, elided(Type::name, facts[i].value, room), x, top + 16));
        x += room + gap;
    }
    return items;
}

}  // namespace

Items brand(const Document& document, const QImage& logo, double height) {
    Items items;
    double x = 0;
    if (logo.isNull()) {
        items = house_mark(0, 0, height);
        x = height + brand_space;
    } else {
        const double wide = std::min(logo_width_max, height * logo.width() / std::max(1, logo.height()));
        const double high = wide * logo.height() / std::max(1, logo.width());
        items.push_back(Picture{QRectF(0, (height - high) / 2, wide, high), logo});
        x = wide + brand_space;
    }
    items.push_back(set_text(Type::brand, document.centre, x, (height - line_height(Type::brand)) / 2));
    return items;
}

Strip masthead(const Document& document, const QImage& logo) {
    Strip strip;
    const double stamped = document.stamp ? stamp_width(*document.stamp) + space : 0;
    strip.items = brand(document, logo, brand_height);
    double y = brand_height + 8;
    const auto title = elided(Type::title, document.title, content_width - stamped);
    strip.items.push_back(set_text(Type::title, title, 0, y));
    y += line_height(Type::title);
    if (!document.subtitle.isEmpty()) {
        const auto words = elided(Type::body, document.subtitle, content_width - stamped);
        strip.items.push_back(set_text(Type::body, words, 0, y, Side::left, ink::text_muted));
        y += line_height(Type::body);
    }
    if (document.stamp) append(strip.items, stamp_box(*document.stamp, content_width));
    y += 12;
    strip.items.push_back(rule(0, content_width, y, 2, ink::text));
    y += 10;
    if (!document.facts.empty()) {
        append(strip.items, facts_line(document.facts, y));
        y += 44;
    }
    strip.height = y;
    return strip;
}

Strip masthead_again(const Document& document, const QImage& logo) {
    constexpr double small_brand = 22;
    Strip strip;
    strip.items = brand(document, logo, small_brand);
    QString words = document.title;
    if (document.stamp) words += QStringLiteral(" · ") + document.stamp->word;
    const double left = content_width / 2;
    strip.items.push_back(set_text(Type::small, elided(Type::small, words, content_width - left), content_width, 2,
                                   Side::right, ink::text_muted));
    strip.items.push_back(rule(0, content_width, small_brand + 8, 2, ink::text));
    strip.height = small_brand + 18;
    return strip;
}

Strip closing(const Document& document, double width) {
    Strip strip;
    if (document.qr.isEmpty() && document.signatures.empty()) return strip;
    const double top_of_lines = document.qr.isEmpty() ? 0 : qr_side - signature_height;
    double x = 0;
    if (!document.qr.isEmpty()) {
        strip.items.push_back(qr_code(document.qr, QRectF(0, closing_space, qr_side, qr_side)));
        x = qr_side + space;
    }
    const double count = double(std::max<std::size_t>(1, document.signatures.size()));
    const double wide = (width - x - space * (count - 1)) / count;
    for (const auto& signature : document.signatures) {
        const double y = closing_space + top_of_lines;
        strip.items.push_back(rule(x, x + wide, y, 1, ink::text));
        auto who = set_text(Type::small, signature.who, x, y + 5);
        strip.items.push_back(std::move(who));
        strip.items.push_back(set_text(Type::small, signature.note, x, y + 23, Side::left, ink::text_muted));
        x += wide + space;
    }
    strip.height = closing_space + top_of_lines + signature_height;
    return strip;
}

Items footer(const Document& document, std::size_t page, std::size_t pages) {
    const double top = page_height - margin_bottom - footer_height;
    const auto of =
        document.language == Language::fr ? QStringLiteral("Page %1 sur %2") : QStringLiteral("Page %1 of %2");
    const auto text = [&](const QString& words, double x, Side side) {
        return set_text(Type::foot, words, margin_side + x, top + 8, side, ink::text_muted);
    };
    Items items{rule(margin_side, margin_side + content_width, top, 1, ink::line)};
    items.push_back(text(elided(Type::caption, document.address, content_width / 3), 0, Side::left));
    items.push_back(text(document.version, content_width / 2, Side::centre));
    items.push_back(text(of.arg(page).arg(pages), content_width, Side::right));
    return items;
}

}  // namespace chicane::ui::print
