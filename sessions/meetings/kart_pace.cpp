#include "sessions/meetings/kart_pace.hpp"

#include <algorithm>
#include <map>

namespace chicane::sessions::meetings {

std::vector<KartPace> paces(std::span<const KartForm> forms, std::int32_t laps_min) {
    std::map<KartClass, std::vector<std::int64_t>> rated;
    for (const KartForm& form : forms)
        if (form.laps >= laps_min) rated[form.kart_class].push_back(form.rated_ms);
    for (auto& [kart_class, values] : rated) std::sort(values.begin(), values.end());
    std::vector<KartPace> made;
    for (const KartForm& form : forms) {
        std::int64_t pace_ms = 0;
        if (form.laps >= laps_min) {
            const auto& values = rated[form.kart_class];
            pace_ms = form.rated_ms - values[(values.size() - 1) / 2];
        }
        made.push_back({form.id, pace_ms});
    }
    return made;
}

}  // namespace chicane::sessions::meetings
