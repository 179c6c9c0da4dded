// The lists of a SPEC that belong to the rule-set: `[[flag]]`, `[[penalty_value]]`. docs/replay.md.
#pragma once

#include "timing/rules.hpp"
#include "web/host/toml_table.hpp"

namespace chicane::web::host {

timing::FlagRule read_flag_rule(TomlTable& table);
timing::PenaltyValue read_penalty_value(TomlTable& table);
/// `time_ms` or `count`, as the penalty is measured.
std::int64_t read_amount(TomlTable& table, timing::Penalty penalty);

}  // namespace chicane::web::host
