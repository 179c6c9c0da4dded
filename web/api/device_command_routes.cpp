// Commands that an operator sends to a decoder: what it understands, and the one that he means. Who it was is kept in the centre's record.
#include <algorithm>
#include <span>

#include "centre/store/audit.hpp"
#include "decoders/codec/commands.hpp"
#include "decoders/link/device_uri.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/device_command_refusal.hpp"
#include "web/api/routes.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

namespace codec = decoders::codec;
using centre::staff::Right;
using centre::store::Connection;
using feed::JsonText;
using http::Method;
using sessions::conductor::DeviceHealth;

constexpr std::size_t argument_letters_max = 200;

/// Empty: nothing that it speaks is known, or nobody could be told.
std::string protocol_of(const DeviceHealth& device) {
    const auto uri = decoders::link::parse_device_uri(device.uri);
    if (!uri || std::holds_alternative<decoders::link::FileTarget>(uri->target) ||
        std::holds_alternative<decoders::link::ManualTarget>(uri->target))
        return {};
    return uri->protocol;
}

std::optional<DeviceHealth> device_of(const Service& service, const std::string& id) {
    for (const DeviceHealth& device : service.devices_now())
        if (device.id == id) return device;
    return std::nullopt;
}

void write_argument(JsonText& json, const codec::Argument& argument) {
    const bool is_integer = argument.kind == codec::ArgumentKind::integer;
    const bool is_bytes = argument.kind == codec::ArgumentKind::bytes;
    const auto number = [](bool has, std::int64_t value) { return has ? std::optional(value) : std::nullopt; };
    json.begin_object().key("name").text(argument.name).key("kind").text(codec::word(argument.kind));
    json.key("min").maybe(number(is_integer, argument.min)).key("max").maybe(number(is_integer, argument.max));
    json.key("bytes").maybe(number(is_bytes, argument.min)).key("words").begin_array();
    for (const std::string_view word : argument.words) json.text(word);
    json.end_array().end_object();
}

std::string commands_json(const std::string& protocol) {
    JsonText json;
    json.begin_object().key("protocol").text(protocol).key("items").begin_array();
    for (const codec::CommandKind& kind : codec::commands_of(protocol)) {
        json.begin_object().key("command").text(codec::word(kind.word)).key("cost").text(codec::word(kind.cost));
        json.key("confirm").boolean(codec::needs_confirm(kind.cost)).key("arguments").begin_array();
        for (const codec::Argument& argument : kind.arguments) write_argument(json, argument);
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

void list(const Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto device = device_of(service, call->param("id"));
    reply(device ? ok(commands_json(protocol_of(*device))) : not_found(*call, call->param("id")));
}

/// As its kind has it; what is missing or strange is told in the body's faults.
void read_argument(Body& body, const codec::Argument& argument, codec::Arguments& into) {
    body.require(argument.name);
    if (!body.has(argument.name)) return;
    codec::ArgumentValue& value = into[std::string(argument.name)];
    if (argument.kind == codec::ArgumentKind::integer) {
        std::int64_t number = argument.min;
        body.integer(argument.name, number, argument.min, argument.max);
        value = number;
    } else if (argument.kind == codec::ArgumentKind::word) {
        value = std::string(argument.words[body.word_index(argument.name, argument.words).value_or(0)]);
    } else {
        std::string text;
        body.text(argument.name, text, argument_letters_max);
        value = std::move(text);
    }
}

/// What only the protocol can judge: addresses, bytes.
std::string expected_in_french(std::span<const codec::Argument> arguments, std::string_view name) {
    const auto argument = std::ranges::find(arguments, name, &codec::Argument::name);
    if (argument == arguments.end()) return "Valeur non comprise.";
    if (argument->kind == codec::ArgumentKind::address) return "Donnez une adresse comme 192.0.2.20.";
    if (argument->kind == codec::ArgumentKind::bytes)
        return "Donnez " + std::to_string(argument->min) + " octets en " + std::to_string(2 * argument->min) +
               " chiffres hexadécimaux.";
    return "Valeur non comprise.";
}

struct Wish {
    codec::Command command;
    bool confirmed = false;
    codec::CommandCost cost = codec::CommandCost::none;
};

std::expected<Wish, http::Response> read_wish(const Call& call, const std::string& protocol) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    Wish wish;
    std::vector<std::string_view> known;
    const auto kinds = codec::commands_of(protocol);
    for (const codec::CommandKind& kind : kinds) known.push_back(codec::word(kind.word));
    body->require("command");
    body->boolean("confirm", wish.confirmed);
    if (const auto index = body->word_index("command", known)) {
        wish.command.word = kinds[*index].word;
        wish.cost = kinds[*index].cost;
        for (const codec::Argument& argument : kinds[*index].arguments)
            read_argument(*body, argument, wish.command.arguments);
    }
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    if (const auto bytes = codec::command_bytes(protocol, wish.command, call.now_us); !bytes) {
        const codec::CommandKind& kind = *codec::find_command(protocol, wish.command.word);
        const std::string& argument = bytes.error().argument;
        body->fault(argument, {bytes.error().detail, expected_in_french(kind.arguments, argument)});
        return std::unexpected(*body->refusal(call));
    }
    return wish;
}

std::string sent_json(const std::string& device, const codec::Command& command, std::int64_t at_us) {
    JsonText json;
    json.begin_object().key("device").text(device).key("command").text(codec::word(command.word));
    json.key("arguments").begin_object();
    for (const auto& [name, value] : command.arguments) {
        json.key(name);
        if (const auto* number = std::get_if<std::int64_t>(&value)) json.integer(*number);
        if (const auto* text = std::get_if<std::string>(&value)) json.text(*text);
    }
    return json.end_object().key("at_us").integer(at_us).end_object().take();
}

/// Sent first and recorded then: what stands in the record did happen.
void tell(Service& service, const CallPtr& call, const http::Reply& reply, const DeviceHealth& device,
          const codec::Command& command) {
    const auto told = [&service, call, reply, command](const auto& outcome) {
        if (!outcome) return reply(command_refused(*call, outcome.error()));
        const std::string sent = sent_json(call->param("id"), command, service.ports().now_us());
        service.write(call, reply, [call, sent](Connection& db) {
            centre::store::audit_deed(db, "device_command", sent, call->stamp());
            return ok(sent);
        });
    };
    if (!service.ports().devices.tell(device.track, device.id, command, told)) reply(busy(*call));
}

/// With an Idempotency-Key it is told once, however often it is asked for.
void send(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto device = device_of(service, call->param("id"));
    if (!device) return reply(not_found(*call, call->param("id")));
    const auto wish = read_wish(*call, protocol_of(*device));
    if (!wish) return reply(wish.error());
    if (codec::needs_confirm(wish->cost) && !wish->confirmed) return reply(to_confirm(*call, wish->cost));
    if (call->request.header("idempotency-key").empty()) return tell(service, call, reply, *device, wish->command);
    service.unless_answered(call, reply,
                            [&service, call, device = *device, command = wish->command](const http::Reply& last) {
                                tell(service, call, last, device, command);
                            });
}

}  // namespace

void add_device_command_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/devices/{id}/commands", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, "/devices/{id}/commands", Right::set_up_devices,
               [&service](const CallPtr& call, const http::Reply& reply) { send(service, call, reply); });
}

}  // namespace chicane::web::api
