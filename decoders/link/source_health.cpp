#include "decoders/link/source_health.hpp"

#include <algorithm>
#include <utility>

namespace chicane::decoders::link {

void note_status(SourceHealth& health, const codec::Status& status, timing::HostTime now) {
    health.last_status_at = now;
    if (status.decoder) health.decoder = status.decoder;
    codec::note(health.last_status, status);
    const auto known = std::ranges::find(health.loop_statuses, status.loop, &codec::Status::loop);
    if (known != health.loop_statuses.end()) {
        codec::note(*known, status);
    } else if (health.loop_statuses.size() < loop_statuses_max) {
        health.loop_statuses.push_back(status);
    }
}

void note_garbage(SourceHealth& health, const codec::Garbage& garbage) {
    ++health.garbage_records;
    health.garbage_bytes += garbage.bytes;
    using codec::GarbageReason;
    if (garbage.reason == GarbageReason::crc || garbage.reason == GarbageReason::checksum) ++health.crc_errors;
}

void note_complaint(SourceHealth& health, const codec::DeviceError& error) {
    std::string words = std::to_string(error.code);
    if (!error.description.empty()) words += ": " + error.description;
    words.resize(std::min(words.size(), complaint_max));
    std::ranges::replace_if(words, [](char c) { return c < ' ' || c > '~'; }, '?');
    health.complaint = std::move(words);
}

void note_battery(SourceHealth& health, const codec::Passing& passing, timing::HostTime now) {
    if (!passing.battery || passing.trigger) return;
    auto& tags = health.batteries;
    std::erase_if(tags, [&](const TagBattery& tag) { return tag.transponder == passing.transponder; });
    if (*passing.battery == codec::Battery::ok) return;
    if (tags.size() >= battery_tags_max) tags.pop_back();
    tags.insert(tags.begin(), {passing.transponder, *passing.battery, now});
}

}  // namespace chicane::decoders::link
