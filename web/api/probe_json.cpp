#include "web/api/probe_json.hpp"

#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

using decoders::codec::Reading;
using decoders::codec::Sureness;
using decoders::link::ProbeResult;
using decoders::link::usb_text;
using feed::JsonText;

std::int64_t per_minute(std::uint64_t count, std::int64_t ms) {
    constexpr std::int64_t minute_ms = 60'000;
    return ms <= 0 ? 0 : static_cast<std::int64_t>(count) * minute_ms / ms;
}

void write_health(JsonText& json, const Reading& reading, std::int64_t listened_ms) {
    const auto count = [&](std::string_view key, std::uint64_t value) {
        json.key(key).integer(static_cast<std::int64_t>(value));
    };
    json.begin_object();
    count("passings", reading.passings);
    json.key("passings_per_minute").integer(per_minute(reading.passings, listened_ms));
    count("statuses", reading.statuses);
    count("others", reading.others);
    count("garbage_bytes", reading.garbage_bytes);
    json.key("good_permille").integer(reading.fit_permille());
    count("sum_errors", reading.sum_errors());
    json.key("decoder").maybe(reading.decoder).key("noise").maybe(reading.last_status.noise);
    json.key("temperature_c").maybe(reading.last_status.temperature_c);
    json.key("voltage_dv").maybe(reading.last_status.voltage_dv).end_object();
}

/// Leaves the object open.
JsonText begun(const ProbeResult& result) {
    JsonText json;
    json.begin_object().key("uri").text(decoders::link::to_text(result.uri)).key("protocol");
    json.text_or_null(result.guess.word);
    json.key("certain").boolean(result.guess.sureness == Sureness::certain);
    return json;
}

}  // namespace

std::string probe_json(const ProbeResult& result) {
    const auto& guess = result.guess;
    JsonText json = begun(result);
    json.key("sureness").text(decoders::codec::word_of(guess.sureness)).key("alternatives").begin_array();
    for (const auto word : guess.alternatives()) json.text(word);
    json.end_array().key("opened").boolean(result.opened).key("listened_ms").integer(result.listened_ms);
    json.key("bytes").integer(static_cast<std::int64_t>(guess.bytes)).key("closed");
    json.text_or_null(result.closed);
    json.key("health");
    guess.readings.empty() ? void(json.null()) : write_health(json, guess.readings.front(), result.listened_ms);
    return json.end_object().take();
}

std::string scanned_json(const ProbeResult& result) { return begun(result).end_object().take(); }

std::string port_json(const decoders::link::SerialPort& port, const std::string& device) {
    const bool named = port.usb && !port.product.empty();
    JsonText json;
    json.begin_object().key("uri").text(decoders::link::uri_of(port)).key("name");
    json.text(named ? port.product : port.path).key("path").text(port.path).key("usb");
    json.text_or_null(port.usb ? usb_text(port.usb->vendor) + ":" + usb_text(port.usb->product) : "");
    json.key("serial");
    json.text_or_null(port.usb ? port.usb->serial : "");
    json.key("maker");
    json.text_or_null(port.maker);
    json.key("guess").text(decoders::link::guess_of(port)).key("device");
    json.text_or_null(device);
    return json.end_object().take();
}

}  // namespace chicane::web::api
