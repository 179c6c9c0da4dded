// What race control must know: raised once, shown until it is seen and over. Bounded: the oldest that are over go first. Plain
// value.
#pragma once

#include <string>
#include <vector>

#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t alarms_max = 50;  ///< more than anybody reads; beyond, the oldest that is over goes

class Alarms {
  public:
    /// Raised anew only where none of that kind and subject still holds; else its value is renewed. True: something changed.
    bool raise(AlarmKind kind, const std::string& subject, std::int64_t value, bool grave, timing::HostTime now);
    /// Of what has happened and cannot end: over as it is told, shown until it is seen. Told again before that it is renewed.
    void tell(AlarmKind kind, const std::string& subject, std::int64_t value, bool grave, timing::HostTime now);
    bool clear(AlarmKind kind, const std::string& subject, timing::HostTime now);
    /// A grave one holds, or does not.
    bool set(AlarmKind kind, const std::string& subject, bool holds, timing::HostTime now, std::int64_t value = 0);
    /// One of that kind for each subject, and for no other: raised while it is there.
    void keep(AlarmKind kind, const std::vector<std::string>& subjects, timing::HostTime now);
    bool see(std::uint64_t id);
    /// Newest first.
    const std::vector<Alarm>& all() const { return alarms_; }

  private:
    void add(Alarm alarm);

    std::vector<Alarm> alarms_;
    std::uint64_t last_id_ = 0;
};

}  // namespace chicane::sessions::conductor
