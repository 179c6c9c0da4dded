// A certificate: a page of its own for one driver.
#pragma once

#include "ui/print/document.hpp"
#include "ui/print/strip.hpp"

namespace chicane::ui::print {

Items certificate(const Document& document, const Certificate& certificate, const QImage& logo);

}  // namespace chicane::ui::print
