#include "ui/print/sheet.hpp"

#include "ui/print/blocks.hpp"
#include "ui/print/certificate.hpp"
#include "ui/print/masthead.hpp"

namespace chicane::ui::print {
namespace {

constexpr double closing_bottom = page_height - margin_bottom - footer_height - 10;
constexpr double inside_frame = 24;

/// The line to sign on stands inside the frame.
Items signed_certificate(const Document& document, const Certificate& made, const QImage& logo) {
    auto items = certificate(document, made, logo);
    const auto lines = closing(document, content_width - 2 * inside_frame);
    append(items, moved(lines.items, margin_side + inside_frame, closing_bottom - lines.height - inside_frame));
    return items;
}

}  // namespace

std::vector<Page> pages_of(const Document& document, const QImage& logo) {
    const bool is_sheet = document.certificates.empty();
    Pages pages(is_sheet ? masthead(document, logo) : Strip{}, masthead_again(document, logo), closing_bottom);
    for (const auto& made : document.certificates) pages.whole(signed_certificate(document, made, logo));
    for (const auto& block : document.blocks) pages.pour(lay(block, content_width));
    if (is_sheet) pages.close(closing(document, content_width));
    if (pages.too_many()) return {};
    auto all = pages.take();
    for (std::size_t i = 0; i < all.size(); ++i) append(all[i], footer(document, i + 1, all.size()));
    return all;
}

}  // namespace chicane::ui::print
