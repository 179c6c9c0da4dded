#include "ui/print/certificate.hpp"

#include <algorithm>
#include <tuple>

#include "ui/print/masthead.hpp"

namespace chicane::ui::print {
namespace {

constexpr double frame_side = 32;
constexpr double frame_bottom = page_height - margin_bottom - footer_height - 12;
constexpr double middle = page_width / 2;
constexpr double brand_top = 110;
constexpr double logo_height = 44;
constexpr double facts_top = 690;
constexpr double fact_height = 46;
constexpr double facts_width = 420;

Type fitting(const QString& text, double room) {
    return width(Type::display, text) <= room ? Type::display
           : width(Type::title, text) <= room ? Type::title
                                              : Type::brand;
}

/// Right edge of what was drawn, to centre it.
double right_of(const Items& items) {
    double right = 0;
    for (const auto& item : items) {
        if (const auto* text = std::get_if<Text>(&item))
            right = std::max(right, text->x + width(text->type, text->text));
    }
    return right;
}

void put_facts(Items& items, const std::vector<Fact>& facts) {
    double y = facts_top;
    const double left = middle - facts_width / 2;
    for (const auto& fact : facts) {
        items.push_back(rule(left, left + facts_width, y, 1, ink::line));
        items.push_back(set_text(Type::brand, fact.label, left, y + 12, Side::left, ink::text_muted));
        items.push_back(set_text(Type::brand, fact.value, left + facts_width, y + 12, Side::right));
        y += fact_height;
    }
    if (!facts.empty()) items.push_back(rule(left, left + facts_width, y, 1, ink::line));
}

}  // namespace

Items certificate(const Document& document, const Certificate& made, const QImage& logo) {
    Items items;
    const double room = page_width - 2 * (frame_side + margin_side);
    for (const auto& [inset, line, colour] : {std::tuple{0.0, 2.0, ink::text}, {6.0, 1.0, ink::line_strong}}) {
        const double side = frame_side + inset;
        const QRectF rect(side, side, page_width - 2 * side, frame_bottom - frame_side - 2 * inset);
        items.push_back(Box{rect, std::nullopt, line, colour, 0});
    }
    const auto head = brand(document, logo, logo_height);
    append(items, moved(head, middle - right_of(head) / 2, brand_top));
    const auto put = [&](Type type, const QString& text, double top, QRgb colour = ink::text) {
        items.push_back(set_text(type, elided(type, text, room), middle, top, Side::centre, colour));
    };
    put(Type::display, made.word, 210);
    put(Type::brand, document.title, 264);
    put(Type::body, document.subtitle, 290, ink::text_muted);
    put(fitting(made.name, room), made.name, 372);
    if (!made.plate.isEmpty()) append(items, plate(made.plate, middle, 424));
    if (!made.place.isEmpty()) {
        put(Type::hero, made.place, 490);
        put(Type::brand, made.place_note, 566, ink::text_muted);
    }
    put(Type::brand, made.occasion, 620);
    put_facts(items, made.facts);
    return items;
}

}  // namespace chicane::ui::print
