// Where the columns of a table stand: each as wide as what is in it, names and sentences share the rest.
#pragma once

#include <vector>

#include "ui/print/document.hpp"
#include "ui/print/ink.hpp"

namespace chicane::ui::print {

struct ColumnPlace {
    double left = 0;
    double right = 0;
    double mark = 0;  ///< kept free at the right, so that digits stay in line
};

std::vector<ColumnPlace> column_places(const Table& table, double total);

bool is_left(Style style);
bool is_flexible(Style style);
Type type_of(Style style);

constexpr double mark_side = 15;
constexpr double mark_space = 4;
constexpr double note_space = 3;

}  // namespace chicane::ui::print
