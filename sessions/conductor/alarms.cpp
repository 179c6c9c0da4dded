#include "sessions/conductor/alarms.hpp"

#include <algorithm>
#include <utility>

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
    add({++last_id_, kind, grave, false, now, {}, subject, value});
    return true;
}

void Alarms::tell(AlarmKind kind, const std::string& subject, std::int64_t value, bool grave, timing::HostTime now) {
    // One that is seen and over is gone, so what is found still waits to be seen.
    std::erase_if(alarms_, [&](const Alarm& alarm) { return alarm.kind == kind && alarm.subject == subject; });
    add({++last_id_, kind, grave, false, now, now, subject, value});
}

void Alarms::add(Alarm alarm) {
    if (alarms_.size() >= alarms_max) {
        const auto over = std::find_if(alarms_.rbegin(), alarms_.rend(), [](const Alarm& each) { return each.until; });
        alarms_.erase(over == alarms_.rend() ? alarms_.end() - 1 : std::next(over).base());
    }
    alarms_.insert(alarms_.begin(), std::move(alarm));
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
