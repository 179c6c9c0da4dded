// The devices that screens set up: where each is heard and which loop it is. On the writer's thread, or for reading on any.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"
#include "sessions/conductor/device_loop.hpp"
#include "timing/passing.hpp"

namespace chicane::centre::store {

struct DeviceRow {
    Head head = {};
    std::string name;  ///< its id on the wire and in the journal
    std::string track;
    std::string uri;
    timing::LoopRole role = timing::LoopRole::finish;
    std::int32_t sector = 0;
    bool test = false;                                        ///< in test mode
    std::vector<sessions::conductor::DeviceLoop> loops = {};  ///< those inside it that have a role of their own
    friend bool operator==(const DeviceRow&, const DeviceRow&) = default;
};

/// In the order in which they were set up.
std::vector<DeviceRow> all_devices(Connection& db);
/// The same for whoever has a connection of his own: nothing where the disk refuses.
std::optional<std::vector<DeviceRow>> read_devices(Connection& db);
std::optional<DeviceRow> find_device(Connection& db, const std::string& name);
/// Refused: the name is taken.
std::expected<DeviceRow, Refusal> insert_device(Connection& db, const Stamp& stamp, DeviceRow row);
/// `row.head.version` is the version that was read.
std::expected<DeviceRow, Refusal> update_device(Connection& db, const Stamp& stamp, DeviceRow row);
std::expected<void, Refusal> delete_device(Connection& db, const Stamp& stamp, const std::string& name,
                                           std::int64_t version);

}  // namespace chicane::centre::store
