// The steps of journal.db, from migrations/*.sql; the source is made by CMake.
#pragma once

#include <span>
#include <string_view>

namespace chicane::sessions::journal {

extern const std::span<const std::string_view> migrations;

}  // namespace chicane::sessions::journal
