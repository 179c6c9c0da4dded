#include "sessions/conductor/alarms.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {
namespace {

bool is_done(const Alarm& alarm) { return alarm.seen && alarm.until; }

auto holding(std::vector<Alarm>& alarms, AlarmKind kind, const std::string& subject) {
    return std::ranges::find_if(
        alarms, [&](const Alarm& alarm) { return alarm.kind == kind && alarm.subject == subject && !alarm.until; });
}

}  // namespace

bool Alarms::raise(AlarmKind kind, const std::string& subject, std::int64_t value, bool grave, timing::HostTime now) {
    if (const auto known = holding(alarms_, kind, subject); known != alarms_.end()) {
        const bool other = known->value != value;
        known->value = value;
        return other;
    }
    if (alarms_.size() >= alarms_max) {
        const auto done = std::find_if(alarms_.rbegin(), alarms_.rend(), is_done);
        alarms_.erase(done == alarms_.rend() ? alarms_.end() - 1 : std::next(done).base());
    }
    alarms_.insert(alarms_.begin(), Alarm{++last_id_, kind, grave, false, now, {}, subject, value});
    return true;
}

bool Alarms::clear(AlarmKind kind, const std::string& subject, timing::HostTime now) {
    const auto known = holding(alarms_, kind, subject);
    if (known == alarms_.end()) return false;
    known->until = now;
    std::erase_if(alarms_, is_done);
    return true;
}

bool Alarms::set(AlarmKind kind, const std::string& subject, bool holds, timing::HostTime now, std::int64_t value) {
    return holds ? raise(kind, subject, value, true, now) : clear(kind, subject, now);
}

void Alarms::keep(AlarmKind kind, const std::vector<std::string>& subjects, timing::HostTime now) {
    for (const std::string& subject : subjects) raise(kind, subject, 0, false, now);
    for (Alarm& alarm : alarms_) {
        if (alarm.kind != kind || alarm.until) continue;
        if (std::ranges::find(subjects, alarm.subject) == subjects.end()) alarm.until = now;
    }
    std::erase_if(alarms_, is_done);
}

bool Alarms::see(std::uint64_t id) {
    const auto known = std::ranges::find(alarms_, id, &Alarm::id);
    if (known == alarms_.end()) return false;
    known->seen = true;
    std::erase_if(alarms_, is_done);
    return true;
}

}  // namespace chicane::sessions::conductor
