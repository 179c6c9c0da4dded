// Finding a decoder before it is set up: which protocol speaks at a place, the serial ports of the server, a scan of its network. One
// look at a time, and never where a source listens: many decoders talk to one at a time.
#include <algorithm>
#include <span>

#include "decoders/link/device_uri.hpp"
#include "decoders/link/probe.hpp"
#include "decoders/link/same_place.hpp"
#include "decoders/link/scan.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/probe_json.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

namespace link = decoders::link;
using centre::staff::Right;
using http::Method;

constexpr std::size_t uri_letters_max = 300;
constexpr std::size_t network_letters_max = 18;  ///< of 255.255.255.255/32
constexpr std::size_t ports_max = 16;
constexpr std::int64_t port_max = 65'535;
/// A /24: what a scan has the time for before its asker must have an answer.
constexpr std::uint32_t hosts_max = 254;

http::Response probe_runs(const Call& call) {
    return problem(call, 503, "busy",
                   {"Another place is being looked at; try again in half a minute.",
                    "Une autre recherche est en cours ; réessayez dans une demi-minute."});
}

http::Response in_use(const Call& call, const std::string& device) {
    return problem(call, 409, "in_use",
                   {device + " has it; look at its last bytes.", device + " l’utilise ; voyez ses derniers octets."},
                   "\"device\":\"" + device + "\"");
}

/// The source that listens there; empty: none. `ports`: what is plugged in.
std::string holder_of(const Service& service, const link::DeviceUri& place, std::span<const link::SerialPort> ports) {
    for (const auto& device : service.devices_now()) {
        const auto uri = link::parse_device_uri(device.uri);
        if (uri && link::same_place(*uri, place, ports)) return device.id;
    }
    return "";
}

/// What can be listened at; no file of the server is, whoever may set up a loop.
void refuse_no_place(Body& body, const link::DeviceUri& uri) {
    if (std::holds_alternative<link::FileTarget>(uri.target))
        body.fault("uri", {"A file is read by chicane probe, on the server.",
                           "Un fichier se lit avec chicane probe, sur le serveur."});
    if (std::holds_alternative<link::SimTarget>(uri.target) || std::holds_alternative<link::ManualTarget>(uri.target))
        body.fault("uri", {"Nothing is connected there.", "Rien n’est branché là."});
}

/// What is asked must be known before it is said to a decoder.
void refuse_nothing_said(Body& body, const link::DeviceUri& uri) {
    if (uri.protocol.empty())
        body.fault("active", {"Say which protocol to speak, e.g. ?protocol=p3.",
                              "Dites quel protocole parler, par exemple ?protocol=p3."});
    else if (link::said_by_probe(uri.protocol).empty())
        body.fault("active",
                   {uri.protocol + " has nothing that could be asked.", uri.protocol + " n’a rien à demander."});
}

void probe(Service& service, const CallPtr& call, const http::Reply& reply) {
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::string text;
    bool active = false;
    body->require("uri");
    body->text("uri", text, uri_letters_max);
    body->boolean("active", active);
    const auto uri = link::parse_probe_uri(text);
    if (!uri)
        body->fault("uri", {uri.error().detail, "Adresse non comprise : " + uri.error().detail});
    else
        refuse_no_place(*body, *uri);
    if (uri && active) refuse_nothing_said(*body, *uri);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    std::vector<link::SerialPort> ports;
    if (std::holds_alternative<link::SerialTarget>(uri->target)) ports = service.ports().probes.serial_ports();
    const std::string device = holder_of(service, *uri, ports);
    if (!device.empty()) return reply(in_use(*call, device));
    const auto heard = [reply](const link::ProbeResult& result) { reply(ok(probe_json(result))); };
    if (!service.ports().probes.probe(*uri, active, heard)) reply(probe_runs(*call));
}

void list_ports(Service& service, const CallPtr&, const http::Reply& reply) {
    std::vector<std::string> each;
    const auto ports = service.ports().probes.serial_ports();
    for (const link::SerialPort& port : ports) {
        link::DeviceUri place;
        place.target = link::SerialTarget{.place = port.path, .rts = {}, .dtr = {}};
        each.push_back(port_json(port, holder_of(service, place, ports)));
    }
    reply(items(each));
}

std::vector<link::TcpTarget> places_of_sources(const Service& service) {
    std::vector<link::TcpTarget> places;
    for (const auto& device : service.devices_now()) {
        const auto uri = link::parse_device_uri(device.uri);
        if (!uri) continue;
        if (const auto* tcp = std::get_if<link::TcpTarget>(&uri->target)) places.push_back(*tcp);
        if (const auto* zmq = std::get_if<link::ZmqTarget>(&uri->target)) places.push_back({zmq->host, zmq->port});
    }
    return places;
}

std::string scan_json(const ProbePorts::Found& found, bool whole) {
    std::string json = "{\"items\":[";
    for (const auto& each : found) json += (&each == found.data() ? "" : ",") + scanned_json(each);
    return json + "],\"whole\":" + (whole ? "true" : "false") + "}";
}

void scan(Service& service, const CallPtr& call, const http::Reply& reply) {
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::string text;
    std::vector<std::int64_t> given;
    body->require("network");
    body->text("network", text, network_letters_max);
    body->integers("ports", given, 1, port_max, ports_max);
    const auto network = link::parse_network(text);
    if (!network || network->hosts > hosts_max)
        body->fault("network", {"A network of IPv4 with a prefix from 24 to 32, e.g. 192.0.2.0/24.",
                                "Un réseau IPv4 de préfixe 24 à 32, par exemple 192.0.2.0/24."});
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    std::vector<std::uint16_t> ports(given.begin(), given.end());
    if (ports.empty()) ports = link::decoder_ports();
    const auto scanned = [reply](const ProbePorts::Found& found, bool whole) { reply(ok(scan_json(found, whole))); };
    if (!service.ports().probes.scan(*network, std::move(ports), places_of_sources(service), scanned))
        reply(probe_runs(*call));
}

}  // namespace

void add_probe_routes(Routes& routes, Service& service) {
    const auto add = [&](Method method, const std::string& path, auto handler) {
        routes.add(
            method, path, Right::set_up_devices,
            [&service, handler](const CallPtr& call, const http::Reply& reply) { handler(service, call, reply); });
    };
    add(Method::post, "/devices/probe", probe);
    add(Method::get, "/devices/ports", list_ports);
    add(Method::post, "/devices/scan", scan);
}

}  // namespace chicane::web::api
