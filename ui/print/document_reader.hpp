// JSON -> Document. What does not fit is one fault, which says where (a JSON pointer) and what was expected.
#pragma once

#include <QByteArray>

#include "ui/print/document.hpp"
#include "ui/print/fields.hpp"

namespace chicane::ui::print {

Document read_document(const QByteArray& json, Fault& fault);

}  // namespace chicane::ui::print
