// Rule-sets, as rows: a set has versions, each valid from a day on, none ever changed. On the writer's or a reader's thread.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "centre/customers/date.hpp"
#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t rule_sets_max = 100;          ///< a centre has a dozen; beyond, a new one is refused
inline constexpr std::size_t rule_set_versions_max = 200;  ///< of one set: a change a month for sixteen years

struct RuleSetVersion {
    std::int64_t number = 1;
    std::int64_t created_at_us = 0;
    std::string created_by;
    customers::Date valid_from;
    int duration_s = 600;
    int capacity = 12;
    std::string rules;  ///< as the API writes them
    friend bool operator==(const RuleSetVersion&, const RuleSetVersion&) = default;
};

struct RuleSetRow {
    Head head;  ///< its version is the number of the newest
    std::string name;
    bool retired = false;
    std::vector<RuleSetVersion> versions;  ///< ascending; never empty

    /// The one that is valid on a day: of those whose day has come the latest, of one day the newest. Before all of them, the first.
    const RuleSetVersion& on(customers::Date day) const;
};

/// In order of their names; those that are used no more are left out.
std::vector<RuleSetRow> all_rule_sets(Connection& db);
std::optional<RuleSetRow> find_rule_set(Connection& db, std::int64_t id);
bool has_rule_sets(Connection& db);
/// Refused: too many (`capacity_exceeded`), or another set in use has the name. `version.number` is 1.
std::expected<RuleSetRow, Refusal> insert_rule_set(Connection& db, const Stamp& stamp, const std::string& name,
                                                   RuleSetVersion version);
/// One more version of the set as it was read; its name, too. Refused: it was changed meanwhile, has too many, or another has the name.
std::expected<RuleSetRow, Refusal> add_version(Connection& db, const Stamp& stamp, const RuleSetRow& read,
                                               RuleSetVersion version);
std::expected<void, Refusal> retire_rule_set(Connection& db, const Stamp& stamp, std::int64_t id, std::int64_t version);

}  // namespace chicane::centre::store
