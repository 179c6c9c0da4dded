// The whole: a document as pages.
#pragma once

#include "ui/print/document.hpp"
#include "ui/print/pages.hpp"

namespace chicane::ui::print {

/// Empty: more pages than anybody prints (limits.hpp).
std::vector<Page> pages_of(const Document& document, const QImage& logo);

}  // namespace chicane::ui::print
