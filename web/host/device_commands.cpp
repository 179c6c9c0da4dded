#include "web/host/device_commands.hpp"

#include <boost/asio/io_context.hpp>
#include <chrono>

#include "decoders/link/host_clock.hpp"
#include "web/host/local_time.hpp"

namespace chicane::web::host {
namespace {

using decoders::codec::Command;
using decoders::codec::CommandCost;
using decoders::codec::CommandKind;
using decoders::link::CommandRefusal;
using decoders::link::CommandRefusalCode;
using Phase = sessions::conductor::SessionView::Phase;

constexpr std::int64_t second_us = 1'000'000;

/// The name of the session whose passings a set clock or a cleared memory would tear; empty: none.
std::string session_of(const sessions::conductor::Conductor& conductor, const std::string& track) {
    for (const auto& session : conductor.sessions(track))
        if (session.phase == Phase::armed || session.phase == Phase::running || session.phase == Phase::finishing)
            return session.setup.name;
    return {};
}

std::unexpected<CommandRefusal> refuse(CommandRefusalCode code, std::string subject, std::string detail) {
    return std::unexpected(CommandRefusal{code, std::move(subject), std::move(detail)});
}

}  // namespace

/// As it is set now: not the time since we began, which nobody can set.
std::int64_t DeviceCommands::local_us() const {
    const std::int64_t now_us = decoders::link::host_now().us + decoders::link::host_set_ahead_us();
    return now_us + utc_offset_s(world_.timezone, now_us) * second_us;
}

void DeviceCommands::send(const std::string& track, const std::string& device, const Command& command, Told done) {
    decoders::link::Source* source = world_.source(device);
    const CommandKind* kind = source ? decoders::codec::find_command(source->protocol(), command.word) : nullptr;
    if (!kind || !kind->on_full_second) return done(send_now(track, device, command, local_us()));
    const auto [at, is_first] = waiting_.try_emplace(device, io_);
    if (!is_first) return done(refuse(CommandRefusalCode::busy, "", "another command waits for the full second"));
    at->second.expires_after(std::chrono::microseconds(second_us - local_us() % second_us));
    at->second.async_wait(
        [this, track, device, command, done = std::move(done)](const boost::system::error_code& error) {
            if (error) return;  // the centre stops
            waiting_.erase(device);
            // The second that has just begun, also where the timer was a little early.
            const std::int64_t second = (local_us() + second_us / 2) / second_us;
            done(send_now(track, device, command, second * second_us));
        });
}

std::expected<void, CommandRefusal> DeviceCommands::send_now(const std::string& track, const std::string& device,
                                                             const Command& command, std::int64_t local_us) {
    decoders::link::Source* source = world_.source(device);
    if (!source) return refuse(CommandRefusalCode::unknown_device, device, "no device " + device);
    const CommandKind* kind = decoders::codec::find_command(source->protocol(), command.word);
    if (kind && kind->cost != CommandCost::none) {
        const std::string session = session_of(world_.conductor, track);
        if (!session.empty())
            return refuse(CommandRefusalCode::session_runs, session,
                          session + " is on the track: send it once it has finished, as it would tear its laps");
        if (world_.journal.durable() < world_.conductor.last_seq())
            return refuse(CommandRefusalCode::not_kept, "",
                          "the last passings are not on disk yet: send it again in a moment");
    }
    return source->tell(command, local_us);
}

}  // namespace chicane::web::host
