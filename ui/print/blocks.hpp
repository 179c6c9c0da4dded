// Layout: a block as strips of a given width. Each kind has its file.
#pragma once

#include "ui/print/document.hpp"
#include "ui/print/strip.hpp"

namespace chicane::ui::print {

Strips lay(const Table& table, double width);
Strips lay(const Notes& notes, double width);
Strips lay(const Laps& laps, double width);
Strips lay(const Chart& chart, double width);
Strips lay(const Grid& grid, double width);
Strips lay(const Beside& beside, double width);
Strips lay(const Block& block, double width);

/// The lines of a sentence, broken at blanks.
Strip lay_sentence(const Sentence& sentence, double x, double width);

}  // namespace chicane::ui::print
