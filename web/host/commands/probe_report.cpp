// What a probe found, as a line of JSON or some lines for people.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "web/host/commands/probe.hpp"

namespace chicane::web::host {

namespace {

using decoders::codec::Reading;
using decoders::link::ProbeResult;
namespace json = boost::json;

std::int64_t per_minute(std::uint64_t count, std::int64_t ms) {
    constexpr std::int64_t minute_ms = 60'000;
    return ms <= 0 ? 0 : static_cast<std::int64_t>(count) * minute_ms / ms;
}

json::object object_of(const Reading& reading, std::int64_t ms) {
    json::object object{
        {"passings", reading.passings},           {"passings_per_minute", per_minute(reading.passings, ms)},
        {"statuses", reading.statuses},           {"others", reading.others},
        {"garbage_bytes", reading.garbage_bytes}, {"good_permille", reading.fit_permille()},
        {"sum_errors", reading.sum_errors()}};
    if (reading.decoder) object["decoder"] = *reading.decoder;
    if (reading.last_status.noise) object["noise"] = *reading.last_status.noise;
    if (reading.last_status.temperature_c) object["temperature_c"] = *reading.last_status.temperature_c;
    if (reading.last_status.voltage_dv) object["voltage_dv"] = *reading.last_status.voltage_dv;
    return object;
}

json::object object_of(const ProbeResult& result) {
    const auto& guess = result.guess;
    json::object object{{"uri", decoders::link::to_text(result.uri)}};
    if (guess.word.empty())
        object["protocol"] = nullptr;
    else
        object["protocol"] = guess.word;
    object["sureness"] = decoders::codec::word_of(guess.sureness);
    json::array others;
    for (const auto word : guess.alternatives()) others.emplace_back(word);
    object["alternatives"] = std::move(others);
    object["opened"] = result.opened;
    object["listened_ms"] = result.listened_ms;
    object["bytes"] = guess.bytes;
    if (!result.closed.empty()) object["closed"] = result.closed;
    if (!guess.readings.empty()) object["health"] = object_of(guess.readings.front(), result.listened_ms);
    return object;
}

void print_health(const Reading& reading, std::int64_t ms, std::ostream& out) {
    out << "    passings " << reading.passings << " (" << per_minute(reading.passings, ms) << " a minute), statuses "
        << reading.statuses << ", other records " << reading.others << '\n'
        << "    good bytes " << reading.fit_permille() / 10 << '.' << reading.fit_permille() % 10 << " %, garbage "
        << reading.garbage_bytes << " bytes, wrong sums " << reading.sum_errors() << '\n';
    if (reading.decoder) out << "    decoder " << *reading.decoder << '\n';
    if (reading.last_status.noise) out << "    noise " << *reading.last_status.noise << '\n';
    if (reading.last_status.temperature_c) out << "    temperature " << *reading.last_status.temperature_c << " C\n";
    if (reading.last_status.voltage_dv)
        out << "    voltage " << *reading.last_status.voltage_dv / 10 << '.' << *reading.last_status.voltage_dv % 10
            << " V\n";
}

}  // namespace

void print_probe(const ProbeResult& result, bool as_json, std::ostream& out) {
    if (as_json) {
        out << json::serialize(object_of(result)) << '\n';
        return;
    }
    const auto& guess = result.guess;
    out << decoders::link::to_text(result.uri) << '\n';
    if (!guess.word.empty()) {
        out << "    protocol " << guess.word << ", " << decoders::codec::word_of(guess.sureness);
        for (const auto word : guess.alternatives()) out << ", or " << word;
        out << '\n';
        print_health(guess.readings.front(), result.listened_ms, out);
    } else if (!result.opened) {
        out << "    never open\n";
    } else if (guess.bytes == 0) {
        out << "    silent: many decoders speak only when a kart passes, some only when asked (--active)\n";
    } else {
        out << "    " << guess.bytes << " bytes that no known protocol explains: is the baud right?\n";
    }
    if (!result.closed.empty()) out << "    closed: " << result.closed << '\n';
}

}  // namespace chicane::web::host
