// The blocks of a sheet out of JSON.
#pragma once

#include <vector>

#include "ui/print/document.hpp"
#include "ui/print/fields.hpp"

namespace chicane::ui::print {

std::vector<Block> read_blocks(Fields& parent, const char* key, int count_max);

}  // namespace chicane::ui::print
