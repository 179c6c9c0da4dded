#include "web/host/commands/replay.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <variant>

#include "decoders/link/capture_file.hpp"
#include "sessions/window.hpp"
#include "timing/limits.hpp"
#include "web/host/commands/result_json.hpp"
#include "web/host/commands/session_spec.hpp"

namespace chicane::web::host {

void Replay::feed(std::span<const decoders::codec::Record> records) {
    for (const decoders::codec::Record& record : records) {
        const auto* passing = std::get_if<decoders::codec::Passing>(&record);
        if (!passing) continue;
        const sessions::RawPassing raw{
            {passing->time_us}, passing->transponder, {passing->decoder.value_or(0)}, passing->number.value_or(0)};
        if (came_.size() < timing::passings_max) {
            came_.push_back({raw, passing->number});
        } else {
            ++left_out_;
        }
    }
}

std::expected<void, std::string> Replay::decide(sessions::Window& window) const {
    const auto sequence = [&](std::uint64_t place) { return came_.size() + place; };
    for (std::size_t i = 0; i < spec_.decisions.size(); ++i) {
        const SpecDecision& decision = spec_.decisions[i];
        const auto refuse = [&](const std::string& why) {
            return std::unexpected("decision " + std::to_string(i) + ": " + why);
        };
        if (decision.kind == SpecDecision::Kind::undo) {
            if (decision.undone >= i) return refuse("undoes a decision that is not before it");
            window.remove(sequence(decision.undone));
            continue;
        }
        auto event = resolve(decision, window);
        if (!event) return refuse(event.error());
        event->sequence = sequence(i);
        if (auto* given = std::get_if<transponders::Assignment>(&event->what)) given->sequence = event->sequence;
        window.insert(*event);
    }
    return {};
}

std::expected<sessions::Result, std::string> Replay::result() const {
    // In order of time, so that a file in any order costs what one in order does. The place in the file is the sequence: the
    // last thing that the order of crossing looks at.
    std::vector<std::size_t> places(came_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, {}, [&](std::size_t place) { return came_[place].raw.time; });
    sessions::Window window(spec_.setup, spec_.tags);
    for (const std::size_t place : places) window.insert(place, came_[place].raw);
    if (const auto decided = decide(window); !decided) return std::unexpected(decided.error());
    sessions::Result result = window.result(window.newest());
    for (std::size_t i = 0; i < result.passings.size(); ++i) {
        // What a decision added has no number of a decoder's.
        result.passings[i].number = i < came_.size() ? came_[i].number : std::nullopt;
    }
    return result;
}

int replay(const ReplayOptions& options, std::ostream& out, std::ostream& err) {
    const auto refuse = [&](const std::string& detail) {
        err << "chicane replay: " << detail << '\n';
        return 2;
    };
    const auto protocol = decoders::link::protocol_of(options.file, options.protocol);
    if (!protocol) return refuse(protocol.error().detail);
    auto spec = read_session_spec(options.session);
    if (!spec) return refuse(spec.error());
    Replay run(std::move(*spec));
    const auto read = decoders::link::read_records(options.file, *protocol, [&](auto records) { run.feed(records); });
    if (!read) return refuse(read.error().detail);
    if (const std::string gaps = decoders::link::gaps_text(*read); !gaps.empty())
        err << "chicane replay: " << options.file << ": " << gaps << '\n';
    if (run.left_out() > 0) {
        err << "chicane replay: " << options.file << ": " << run.left_out() << " passings beyond "
            << timing::passings_max << " are left out\n";
    }
    const auto result = run.result();
    if (!result) return refuse(options.session + ": " + result.error());
    out << result_json(*result) << '\n';
    out.flush();
    if (out) return 0;
    err << "chicane replay: standard output: cannot be written to its end\n";
    return 1;
}

}  // namespace chicane::web::host
