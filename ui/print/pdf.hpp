// Pages -> PDF: A4, fonts embedded, text that can be searched and copied.
#pragma once

#include <QIODevice>

#include "ui/print/document.hpp"
#include "ui/print/pages.hpp"

namespace chicane::ui::print {

bool write_pdf(QIODevice& out, const Document& document, const std::vector<Page>& pages);

}  // namespace chicane::ui::print
