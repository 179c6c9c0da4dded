#include "web/host/commands/simulate.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <charconv>
#include <csignal>
#include <expected>
#include <fstream>
#include <memory>
#include <ostream>

#include "decoders/link/capture_file.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/link/protocol_defaults.hpp"
#include "decoders/sim/field.hpp"
#include "decoders/sim/local_offset.hpp"
#include "decoders/sim/recording.hpp"
#include "decoders/sim/speaker.hpp"

namespace chicane::web::host {

namespace {

namespace sim = decoders::sim;

/// All that the command line asked for, checked; nothing of it is open yet.
struct Plan {
    std::string protocol;
    sim::Place place;
    double speed = 1;
    sim::TrackOptions track;
    std::optional<std::int64_t> start_us;
    std::unique_ptr<sim::Recording> recording;
};

using Error = std::unexpected<std::string>;

constexpr std::int64_t start_us_max = 4'102'444'800'000'000;  ///< the year 2100

template <class Number>
std::optional<Error> out_of_range(const char* option, Number value, Number least, Number most) {
    if (value >= least && value <= most) return std::nullopt;
    return Error(std::string(option) + ": expected " + std::to_string(least) + " to " + std::to_string(most) +
                 ", found " + std::to_string(value));
}

/// `HOST:PORT` into something that has both.
template <class Reached>
bool read_address(std::string_view text, Reached& to) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, to.port);
    to.host = text.substr(0, colon);
    return read.ec == std::errc{} && read.ptr == end;
}

/// Behind `scheme:`, which may have slashes as in a device's URI.
std::string_view behind(std::string_view scheme, std::string_view text) {
    text.remove_prefix(scheme.size());
    return text.starts_with("//") ? text.substr(2) : text;
}

std::optional<Error> read_place(const SimulateOptions& options, sim::Place& place) {
    constexpr std::string_view udp = "udp:", zmq = "zmq:", pty = "pty", pty_at = "pty:";
    const std::string_view listen = options.listen;
    if (!options.connect.empty()) {
        if (read_address(options.connect, place.emplace<sim::TcpDial>())) return std::nullopt;
        return Error("--connect: expected HOST:PORT, found \"" + options.connect + "\"");
    }
    if (listen == pty || (listen.starts_with(pty_at) && listen.size() > pty_at.size())) {
        place = sim::Terminal{std::string(listen.substr(std::min(listen.size(), pty_at.size())))};
        return std::nullopt;
    }
    if (listen.starts_with(zmq) && decoders::link::defaults_of(options.protocol).zmq_port == 0)
        return Error("--listen: " + options.protocol + " does not speak over ZeroMQ; openstint does");
    const bool good = listen.starts_with(udp)   ? read_address(behind(udp, listen), place.emplace<sim::UdpServe>())
                      : listen.starts_with(zmq) ? read_address(behind(zmq, listen), place.emplace<sim::ZmqServe>())
                                                : read_address(listen, place.emplace<sim::TcpServe>());
    if (good) return std::nullopt;
    return Error("--listen: expected HOST:PORT, udp:HOST:PORT, zmq://HOST:PORT, pty or pty:PATH, found \"" +
                 options.listen + "\"");
}

std::optional<Error> read_protocol(const std::string& word) {
    if (sim::make_voice(word)) return std::nullopt;
    std::string known;
    for (const std::string_view each : sim::voices()) known += (known.empty() ? "" : ", ") + std::string(each);
    return Error("--protocol: unknown protocol \"" + word + "\"; known: " + known);
}

std::optional<Error> read_track(const SimulateOptions& options, sim::TrackOptions& track) {
    auto faults = sim::parse_faults(options.faults);
    if (!faults) return Error("--faults: " + faults.error());
    track = {options.karts, options.laps, options.seed, options.first_kart, options.grid_s, options.lap_ms, *faults};
    if (auto error = out_of_range("--karts", track.karts, 1, sim::karts_max)) return error;
    if (auto error = out_of_range("--laps", track.laps, 0, sim::laps_max)) return error;
    if (auto error = out_of_range("--first-kart", track.first_kart, 1, sim::first_kart_max)) return error;
    if (auto error = out_of_range("--grid-s", track.grid_s, 0, sim::grid_s_max)) return error;
    return out_of_range("--lap-ms", track.lap_ms, sim::lap_ms_min, sim::lap_ms_max);
}

std::optional<Error> read_recording(const SimulateOptions& options, Plan& plan) {
    if (options.from.empty()) return std::nullopt;
    std::vector<decoders::codec::Record> passings;
    const auto read = decoders::link::read_records(options.from, options.protocol, [&](auto records) {
        for (const auto& record : records)
            if (std::holds_alternative<decoders::codec::Passing>(record)) passings.push_back(record);
    });
    if (!read) return Error("--from: " + read.error().detail);
    plan.recording = std::make_unique<sim::Recording>(passings);
    if (plan.recording->empty()) return Error("--from: " + options.from + ": no passing in it");
    return std::nullopt;
}

std::expected<Plan, std::string> read_plan(const SimulateOptions& options) {
    Plan plan;
    if (auto error = read_protocol(options.protocol)) return *error;
    if (auto error = read_place(options, plan.place)) return *error;
    if (!(options.speed > 0 && options.speed <= decoders::link::speed_max))
        return Error("--speed: expected a number above 0 and up to 1000");
    if (auto error = read_track(options, plan.track)) return *error;
    if (auto error = out_of_range("--start-us", options.start_us.value_or(0), std::int64_t{0}, start_us_max))
        return *error;
    if (auto error = read_recording(options, plan)) return *error;
    plan.protocol = options.protocol;
    plan.speed = options.speed;
    plan.start_us = options.start_us;
    return plan;
}

std::string truth_line(const sim::Truth& truth) {
    std::string line = "{\"number\":";
    line += truth.number ? std::to_string(*truth.number) : "null";
    line += ",\"transponder\":" + std::to_string(truth.transponder.value);
    line += ",\"time_us\":" + std::to_string(truth.time_us);
    if (truth.clock_us != truth.time_us) line += ",\"clock_us\":" + std::to_string(truth.clock_us);
    line += ",\"kart\":" + (truth.kart ? std::to_string(truth.kart) : "null");
    line += ",\"fault\":";
    const std::string_view word = sim::word_of(truth.fault);
    line += word.empty() ? "null" : '"' + std::string(word) + '"';
    return line + "}\n";
}

/// The decoder of the plan, its clock beginning now.
std::unique_ptr<sim::Decoder> make_decoder(Plan& plan, std::ofstream& truth) {
    sim::DecoderOptions decoder;
    decoder.protocol = plan.protocol;
    decoder.seed = plan.track.seed;
    decoder.faults = plan.track.faults;
    if (truth.is_open()) decoder.truth = [&truth](const sim::Truth& line) { truth << truth_line(line) << std::flush; };
    if (plan.recording) {
        decoder.decoder = plan.recording->decoder();
        decoder.first_number = plan.recording->first_number();
        decoder.start_us = plan.recording->first_time_us() - plan.track.grid_s * 1'000'000LL;
        return std::make_unique<sim::Decoder>(std::move(plan.recording), std::move(decoder));
    }
    decoder.decoder = sim::decoder_id(plan.track.seed);
    decoder.start_us = plan.start_us.value_or(decoders::link::host_now().us);
    decoder.local_offset_us = sim::local_offset_us(decoder.start_us);
    auto field = std::make_unique<sim::Field>(plan.track, decoder.start_us);
    return std::make_unique<sim::Decoder>(std::move(field), std::move(decoder));
}

/// What a centre has to be told to hear it.
std::string device_uri(const Plan& plan, const std::string& place) {
    constexpr const char* schemes[] = {"tcp://", "tcp-listen://", "udp://", "serial://", "zmq://"};
    std::string uri = schemes[plan.place.index()] + place + "?protocol=" + plan.protocol;
    if (plan.speed == 1) return uri;
    char speed[32];
    const auto written = std::to_chars(std::begin(speed), std::end(speed), plan.speed);
    return uri + "&speed=" + std::string(std::begin(speed), written.ptr);
}

}  // namespace

int simulate(const SimulateOptions& options, std::ostream& out, std::ostream& err) {
    auto plan = read_plan(options);
    if (!plan) {
        err << "chicane simulate: " << plan.error() << '\n';
        return 2;
    }
    boost::asio::io_context io(1);
    std::ofstream truth;
    sim::SpeakerOptions speaking;
    speaking.place = plan->place;
    speaking.speed = plan->speed;
    speaking.make_decoder = [&] { return make_decoder(*plan, truth); };
    speaking.finished = [&] { out << "done" << std::endl; };
    sim::Speaker speaker(io, std::move(speaking));
    const auto place = speaker.start();
    if (!place) {
        err << "chicane simulate: " << (options.connect.empty() ? "--listen: " : "--connect: ") << place.error()
            << '\n';
        return 2;
    }
    if (!options.truth.empty()) {
        truth.open(options.truth, std::ios::trunc);
        if (!truth) {
            err << "chicane simulate: --truth: " << options.truth << ": cannot be written\n";
            return 2;
        }
    }
    boost::asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code&, int) { io.stop(); });
    err << "in chicane.toml: uri = \"" << device_uri(*plan, *place) << "\"\n";
    out << "listening " << *place << std::endl;
    io.run();
    return 0;
}

}  // namespace chicane::web::host
