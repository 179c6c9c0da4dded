#include <charconv>

#include "decoders/link/device_uri.hpp"

namespace chicane::decoders::link {

namespace {

std::string decimal_of(double number) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::string text_of(const UsbPort& port) {
    std::string text = "usb:" + usb_text(port.vendor) + ":" + usb_text(port.product);
    if (!port.serial.empty()) text += ":" + port.serial;
    return text;
}

std::string faults_of(const sim::FaultShares& faults) {
    constexpr double million = 1e6;
    std::string text;
    for (std::size_t kind = 1; kind < sim::fault_kinds; ++kind) {
        if (faults.ppm[kind] == 0) continue;
        if (!text.empty()) text += ',';
        text += sim::word_of(static_cast<sim::Fault>(kind));
        text += '=';
        text += decimal_of(faults.ppm[kind] / million);
    }
    return text;
}

/// The place; options go behind `query`, each with its `&`.
struct Writer {
    std::string& query;

    void option(std::string_view key, std::string_view value) const {
        query += '&';
        query += key;
        query += '=';
        query += value;
    }
    void line(std::string_view key, const std::optional<bool>& state) const {
        if (state) option(key, *state ? "on" : "off");
    }

    std::string operator()(const TcpTarget& target) const {
        return "tcp://" + to_text(Endpoint{target.host, target.port});
    }
    std::string operator()(const TcpListenTarget& target) const {
        return "tcp-listen://" + to_text(Endpoint{target.host, target.port});
    }
    std::string operator()(const UdpTarget& target) const {
        if (target.peer) option("peer", to_text(*target.peer));
        return "udp://" + to_text(Endpoint{target.host, target.port});
    }
    std::string operator()(const SerialTarget& target) const {
        if (target.baud != 0) option("baud", std::to_string(target.baud));
        line("rts", target.rts);
        line("dtr", target.dtr);
        const auto* path = std::get_if<std::string>(&target.place);
        return "serial://" + (path ? *path : text_of(std::get<UsbPort>(target.place)));
    }
    std::string operator()(const ZmqTarget& target) const {
        return "zmq://" + to_text(Endpoint{target.host, target.port});
    }
    std::string operator()(const FileTarget& target) const { return "file:" + target.path; }
    std::string operator()(const SimTarget& target) const {
        const sim::TrackOptions& track = target.track;
        option("karts", std::to_string(track.karts));
        option("laps", std::to_string(track.laps));
        option("seed", std::to_string(track.seed));
        option("first_kart", std::to_string(track.first_kart));
        option("grid_s", std::to_string(track.grid_s));
        option("lap_ms", std::to_string(track.lap_ms));
        if (track.backup != 0) option("backup", std::to_string(track.backup));
        if (const std::string faults = faults_of(track.faults); !faults.empty()) option("faults", faults);
        return "sim:";
    }
    std::string operator()(const ManualTarget&) const { return "manual:"; }
};

}  // namespace

std::string usb_text(std::uint16_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {digits[number >> 12], digits[number >> 8 & 15], digits[number >> 4 & 15], digits[number & 15]};
}

std::string to_text(const Endpoint& endpoint) {
    const bool v6 = endpoint.host.find(':') != std::string::npos;
    const std::string host = v6 ? "[" + endpoint.host + "]" : endpoint.host;
    return host + ":" + std::to_string(endpoint.port);
}

std::string to_text(const DeviceUri& uri) {
    std::string query;
    if (!uri.protocol.empty()) query += "&protocol=" + uri.protocol;
    if (uri.speed != 1) query += "&speed=" + decimal_of(uri.speed);
    std::string text = std::visit(Writer{query}, uri.target);
    if (!query.empty()) query.front() = '?';
    return text + query;
}

}  // namespace chicane::decoders::link
