#include "ui/print/qr.hpp"

#include <memory>
#include <qrencode.h>

namespace chicane::ui::print {

// ISO/IEC 18004 asks for four modules of quiet around the code: the sheet is white there.
Item qr_code(const QString& text, const QRectF& rect) {
    Stroke drawn;
    drawn.width = 0;  // filled
    const auto bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return drawn;
    const double module = rect.width() / code->width;
    for (int row = 0; row < code->width; ++row) {
        for (int begin = 0; begin < code->width; ++begin) {
            int end = begin;
            while (end < code->width && (code->data[row * code->width + end] & 1) != 0) ++end;
            if (end == begin) continue;
            drawn.path.addRect(rect.left() + begin * module, rect.top() + row * module, (end - begin) * module, module);
            begin = end;
        }
    }
    drawn.path.setFillRule(Qt::WindingFill);
    return drawn;
}

}  // namespace chicane::ui::print
