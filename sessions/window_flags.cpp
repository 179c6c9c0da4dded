// What flags come to beside laps: spans, proposals, false starts, the order of a restart.
#include <algorithm>
#include <tuple>

#include "sessions/kart_penalties.hpp"
#include "sessions/window.hpp"
#include "sessions/window_parts.hpp"
#include "timing/overtakes.hpp"
#include "timing/status.hpp"

namespace chicane::sessions {

namespace {

using timing::DecoderTime;
using timing::Flag;

/// Flags of the whole track. A restart that was taken back is red.
std::optional<FlagShown> track_flag(const OfficialEvent& event) {
    if (const auto* again = std::get_if<FalseRestart>(&event.event)) return FlagShown{again->at, Flag::red};
    const auto* shown = std::get_if<FlagShown>(&event.event);
    return shown && shown->post == 0 ? std::optional(*shown) : std::nullopt;
}

/// The last start and restart before a moment.
struct Starts {
    bool red = false;
    std::optional<DecoderTime> red_at;
    std::optional<DecoderTime> restart;
};

Starts starts_before(const Officials& officials, DecoderTime at) {
    Starts found;
    for (std::size_t i = 0; i < officials.size(); ++i) {
        const auto flag = track_flag(officials[i]);
        if (!flag || flag->at > at) continue;
        if (flag->flag == Flag::red) {
            if (!found.red) found.red_at = flag->at;
            found.restart.reset();
        } else if (found.red) {
            found.restart = flag->at;
        }
        found.red = flag->flag == Flag::red;
    }
    return found;
}

bool drives_on(const timing::Row& row) {
    return row.total_us && (row.state == timing::RowState::running || row.state == timing::RowState::in_pit);
}

}  // namespace

std::vector<timing::FlagSpan> Window::Parts::flag_spans() const {
    std::vector<timing::FlagSpan> spans;
    if (ground.rules.flags.empty()) return spans;
    for (std::size_t i = 0; i < officials.size(); ++i) {
        const auto flag = track_flag(officials[i]);
        if (!flag) continue;
        if (!spans.empty()) spans.back().until = flag->at;
        const timing::FlagRule* rule = timing::rule_of(ground.rules.flags, flag->flag, flag->own);
        spans.push_back({flag->at, std::nullopt, rule ? *rule : timing::FlagRule{.flag = flag->flag}});
    }
    return spans;
}

std::vector<timing::Breach> Window::breaches(DecoderTime now) const {
    const Parts& its = *parts_;
    const auto spans = its.flag_spans();
    auto found = timing::breaches_at(its.ground.rules, its.progress.timing, its.book, now, its.teams(), spans);
    const auto add = [&](const std::vector<timing::Breach>& more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    add(timing::overtakes(its.book, its.setup.entrants.size(), spans));
    add(black_flags(its.setup, its.decisions));
    add(not_served(its.setup, its.decisions, its.book));
    std::ranges::stable_sort(found, {},
                             [](const timing::Breach& breach) { return std::tuple(breach.at, breach.entrant); });
    return found;
}

std::expected<Correction, std::string> Window::false_start(DecoderTime at) const {
    const timing::Rules& rules = parts_->ground.rules;
    const Starts starts = starts_before(parts_->officials, at);
    if (starts.red) return std::unexpected("it is red: nothing has started");
    const auto begun = starts.restart ? starts.restart : clock_started();
    if (!begun || *begun > at) return std::unexpected("nothing has started by then");
    if (!starts.restart && rules.start == timing::Start::own) return std::unexpected("each has a start of his own");
    const std::int64_t since_us = timing::us_between(*begun, at);
    if (rules.false_start_us > 0 && since_us > rules.false_start_us)
        return std::unexpected("the start was " + std::to_string(since_us / 1'000'000) +
                               " s before; it may be taken back for " +
                               std::to_string(rules.false_start_us / 1'000'000) + " s");
    if (starts.restart) return FalseRestart{*starts.restart};
    return FalseStart{at};
}

std::vector<timing::EntrantId> Window::restart_order(DecoderTime now) const {
    std::vector<timing::EntrantId> order;
    if (state(now) != timing::SessionState::suspended) return order;
    const auto red_at = starts_before(parts_->officials, now).red_at;
    const auto line = red_at ? red_line(*red_at, 0) : std::nullopt;
    const auto add_rows = [&](const Window& window) {
        for (const timing::Row& row : window.board(now).rows) {
            if (drives_on(row)) order.push_back(row.id);
        }
    };
    if (!line || parts_->progress.timing.halting) {
        add_rows(*this);  // officials have taken the line, or nobody has a lap
        return order;
    }
    Window taken(*this);
    taken.insert({std::numeric_limits<std::uint64_t>::max(), RemarkMade{RemarkKind::red_line, *line, 0, 1}});
    add_rows(taken);
    return order;
}

}  // namespace chicane::sessions
