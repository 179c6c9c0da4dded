// A code that a phone reads from paper: libqrencode's modules as one path, so that no seam shows between them.
#pragma once

#include "ui/print/strip.hpp"

namespace chicane::ui::print {

Item qr_code(const QString& text, const QRectF& rect);

}  // namespace chicane::ui::print
