#include "centre/store/devices_table.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "centre/store/audit.hpp"
#include "timing/words.hpp"

namespace chicane::centre::store {
namespace {

constexpr std::string_view columns =
    "id, version, created_at_us, created_by, name, track, uri, role, sector, test, loops";

using sessions::conductor::DeviceLoop;

std::string text_of(const std::vector<DeviceLoop>& loops) {
    std::string text;
    for (const DeviceLoop& loop : loops)
        text += std::string(timing::word(loop.role)) + " " + std::to_string(loop.sector) + " " + loop.name + "\n";
    return text;
}

std::string_view cut(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto head = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return head;
}

std::vector<DeviceLoop> loops_of(std::string_view text) {
    std::vector<DeviceLoop> loops;
    while (!text.empty()) {
        std::string_view line = cut(text, '\n');
        DeviceLoop loop;
        loop.role = timing::from_word<timing::LoopRole>(cut(line, ' ')).value_or(timing::LoopRole::finish);
        const std::string_view sector = cut(line, ' ');
        std::from_chars(sector.data(), sector.data() + sector.size(), loop.sector);
        loop.name = line;
        loops.push_back(std::move(loop));
    }
    return loops;
}

DeviceRow row_of(const Rows& rows) {
    DeviceRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    row.name = rows.text(4);
    row.track = rows.text(5);
    row.uri = rows.text(6);
    row.role = timing::from_word<timing::LoopRole>(rows.text(7)).value_or(timing::LoopRole::finish);
    row.sector = static_cast<std::int32_t>(rows.integer(8));
    row.test = rows.integer(9) != 0;
    row.loops = loops_of(rows.text(10));
    return row;
}

std::expected<DeviceRow, Refusal> of_version(Connection& db, const std::string& name, std::int64_t version) {
    auto row = find_device(db, name);
    if (!row) return std::unexpected(Refusal{RefusalCode::not_found, name});
    if (row->head.version != version) return std::unexpected(Refusal{RefusalCode::version_mismatch, name});
    return *row;
}

}  // namespace

std::vector<DeviceRow> all_devices(Connection& db) {
    std::vector<DeviceRow> all;
    auto rows = db.query("SELECT " + std::string(columns) + " FROM devices ORDER BY id");
    while (rows.step()) all.push_back(row_of(rows));
    return all;
}

std::optional<std::vector<DeviceRow>> read_devices(Connection& db) {
    try {
        return all_devices(db);
    } catch (const SqlFault&) {
        return std::nullopt;
    }
}

std::optional<DeviceRow> find_device(Connection& db, const std::string& name) {
    auto rows = db.query("SELECT " + std::string(columns) + " FROM devices WHERE name = ?", name);
    return rows.step() ? std::optional(row_of(rows)) : std::nullopt;
}

std::expected<DeviceRow, Refusal> insert_device(Connection& db, const Stamp& stamp, DeviceRow row) {
    if (find_device(db, row.name)) return std::unexpected(Refusal{RefusalCode::name_taken, row.name});
    db.execute(
        "INSERT INTO devices(version, created_at_us, created_by, name, track, uri, role, sector, test, loops) "
        "VALUES(1,?,?,?,?,?,?,?,?,?)",
        stamp.now_us, stamp.who, row.name, row.track, row.uri, std::string(timing::word(row.role)),
        std::int64_t{row.sector}, std::int64_t{row.test}, text_of(row.loops));
    row.head = {db.last_id(), 1, stamp.now_us, stamp.who};
    audit_new(db, "devices", row.head.id, stamp);
    return row;
}

std::expected<DeviceRow, Refusal> update_device(Connection& db, const Stamp& stamp, DeviceRow row) {
    const auto before = of_version(db, row.name, row.head.version);
    if (!before) return std::unexpected(before.error());
    row.head = before->head;
    ++row.head.version;
    const Audit audit(db, "devices", row.head.id);
    db.execute("UPDATE devices SET version = ?, uri = ?, role = ?, sector = ?, test = ?, loops = ? WHERE id = ?",
               row.head.version, row.uri, std::string(timing::word(row.role)), std::int64_t{row.sector},
               std::int64_t{row.test}, text_of(row.loops), row.head.id);
    audit.write(stamp);
    return row;
}

std::expected<void, Refusal> delete_device(Connection& db, const Stamp& stamp, const std::string& name,
                                           std::int64_t version) {
    const auto before = of_version(db, name, version);
    if (!before) return std::unexpected(before.error());
    const Audit audit(db, "devices", before->head.id);
    db.execute("DELETE FROM devices WHERE id = ?", before->head.id);
    audit.write(stamp);
    return {};
}

}  // namespace chicane::centre::store
