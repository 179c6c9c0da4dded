// What stands around the blocks of a sheet: head, facts, signatures, foot.
#pragma once

#include "ui/print/document.hpp"
#include "ui/print/strip.hpp"

namespace chicane::ui::print {

/// Mark and name of the centre in a line of `height`.
Items brand(const Document& document, const QImage& logo, double height);
/// Of the first page, with the facts.
Strip masthead(const Document& document, const QImage& logo);
/// Of the pages that follow.
Strip masthead_again(const Document& document, const QImage& logo);
/// The code and the lines to sign on; without either nothing.
Strip closing(const Document& document, double width);
Items footer(const Document& document, std::size_t page, std::size_t pages);

constexpr double footer_height = 25;

}  // namespace chicane::ui::print
