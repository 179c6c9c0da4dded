// Devices set up by screens while the server runs: added, put at another address, tested, removed. They lie in the store, and are told to
// race control and the sources once they are on disk. What stands in chicane.toml is not edited here; its test mode alone may be set,
// and ends with the server.
#include "centre/store/devices_table.hpp"
#include "decoders/link/device_uri.hpp"
#include "timing/words.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/device_json.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using centre::store::DeviceRow;
using http::Method;
using sessions::conductor::DeviceHealth;
using sessions::conductor::DeviceLoop;
using sessions::conductor::DeviceOptions;
using timing::LoopRole;

constexpr std::size_t id_letters_max = 32;
constexpr std::size_t uri_letters_max = 300;

/// As in chicane.toml: ids stand in URLs and file names.
bool is_id(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

void read_uri(Body& body, std::string& uri) {
    body.text("uri", uri, uri_letters_max);
    if (!body.has("uri")) return;
    const auto parsed = decoders::link::parse_device_uri(uri);
    if (!parsed) return body.fault("uri", {parsed.error().detail, "Adresse non comprise : " + parsed.error().detail});
    // Whoever may set up a loop may not thereby read the server's files through its last bytes.
    if (uri.starts_with("file:"))
        body.fault("uri", {"A file stands in chicane.toml.", "Un fichier se met dans chicane.toml."});
}

void read_loop(Body& body, LoopRole& role, std::int32_t& sector) {
    body.word("role", role);
    body.integer("sector", sector, 0, sessions::conductor::sectors_max);
    if (role != LoopRole::sector) sector = 0;
    if (!sessions::conductor::is_sector_of(role, sector))
        body.fault("sector",
                   {"A sector's loop has its number, from 1.", "Une boucle de secteur porte son numéro, dès 1."});
}

/// The loops inside a device that have a role of their own; the list is told whole.
void read_loops(Body& body, std::vector<DeviceLoop>& into) {
    if (!body.has("loops")) return;
    std::vector<DeviceLoop> loops;
    auto objects = body.objects("loops", sessions::conductor::device_loops_max);
    for (Body& object : objects) {
        DeviceLoop& loop = loops.emplace_back();
        for (const char* key : {"name", "role"}) object.require(key);
        object.text("name", loop.name, sessions::conductor::loop_name_letters_max);
        if (object.has("name") && loop.name.empty())
            object.fault("name", {"The decoder's own word for it.", "Le mot du décodeur pour elle."});
        read_loop(object, loop.role, loop.sector);
    }
    if (const auto at = sessions::conductor::first_of_a_taken_name(loops); at < loops.size())
        objects[at].fault("name", {"Two loops have this name.", "Deux boucles portent ce nom."});
    into = std::move(loops);
}

/// Address, loops and test mode, as far as the body has them.
void read_place(Body& body, DeviceRow& row) {
    read_uri(body, row.uri);
    read_loop(body, row.role, row.sector);
    read_loops(body, row.loops);
    body.boolean("test", row.test);
}

DeviceOptions options_of(const DeviceRow& row) {
    const auto uri = decoders::link::parse_device_uri(row.uri);
    return {row.name, row.uri, row.role, row.sector, uri ? uri->speed : 1, false, row.test, row.loops};
}

/// As it will be seen in a moment.
std::string row_json(const DeviceRow& row) {
    DeviceHealth device;
    device.id = row.name;
    device.track = row.track;
    device.uri = row.uri;
    device.role = row.role;
    device.sector = row.sector;
    device.test = row.test;
    device.loops = row.loops;
    return device_with_version(device, row.head.version);
}

http::Response id_taken(const Call& call, const std::string& id) {
    return problem(call, 409, "name_taken",
                   {"There is a device " + id + " already.", "Une source s’appelle déjà " + id + "."});
}

http::Response is_fixed(const Call& call, const std::string& id) {
    return problem(
        call, 409, "fixed",
        {id + " stands in chicane.toml and is changed there.", id + " est dans chicane.toml et se change là."});
}

/// What race control has under the path's id.
void with_device(Service& service, const CallPtr& call, const http::Reply& reply,
                 std::function<void(const DeviceOptions&)> then) {
    service.ask(call, reply,
                [&service, call, reply, then = std::move(then)](sessions::conductor::Conductor& conductor) {
                    service.ports().post([call, reply, then, found = conductor.device(call->param("id"))] {
                        found ? then(*found) : reply(not_found(*call, call->param("id")));
                    });
                });
}

/// Tells race control and the sources what the store holds now.
void put(Service& service, const CallPtr& call, const std::string& track, const DeviceOptions& options,
         std::function<void(std::optional<http::Response>)> then) {
    const bool taken = service.ports().devices.put(track, options, call->stamp().who, [call, then](const auto& done) {
        done ? then({}) : then(refused(*call, done.error()));
    });
    if (!taken) then(busy(*call));
}

/// Of a device that race control did not take. Past the call's key: its answer is the one that is taken back.
void take_back(Service& service, const CallPtr& call, const http::Reply& reply, const std::string& name,
               const http::Response& refusal) {
    const auto work = [call, name](Connection& db) {
        constexpr std::int64_t fresh = 1;
        return centre::store::delete_device(db, call->stamp(), name, fresh) ? centre::store::Verdict::keep
                                                                            : centre::store::Verdict::undo;
    };
    const auto done = [&service, call, reply, refusal](centre::store::Ending) {
        service.refuse_written(call, reply, refusal);
    };
    if (!service.ports().store.write(work, done)) reply(busy(*call));
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    DeviceRow row;
    for (const char* key : {"id", "track", "uri"}) body->require(key);
    body->text("id", row.name, id_letters_max);
    if (body->has("id") && !is_id(row.name))
        body->fault("id", {"Letters a-z, digits, - and _ only.", "Seulement a-z, chiffres, - et _."});
    if (row.name == "ports")  // GET /devices/ports lists those of the server
        body->fault("id", {"Call it otherwise: ports is another thing.", "Choisissez un autre nom que ports."});
    body->text("track", row.track, id_letters_max);
    read_place(*body, row);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    if (!service.track(row.track)) return reply(not_found(*call, row.track));
    service.ask(call, reply, [&service, call, reply, row](sessions::conductor::Conductor& conductor) {
        service.ports().post([&service, call, reply, row, fixed = conductor.device(row.name)] {
            if (fixed && fixed->fixed) return reply(id_taken(*call, row.name));
            const auto work = [call, row](Connection& db) {
                const auto made = centre::store::insert_device(db, call->stamp(), row);
                return made ? created(row_json(*made)) : id_taken(*call, row.name);
            };
            service.write(call, reply, work, [&service, call, reply, row](const http::Response& answer) {
                // The key's answer of before: the device may be another since, and in no test mode.
                if (is_replayed(answer)) return reply(answer);
                put(service, call, row.track, options_of(row),
                    [&service, call, reply, row, answer](std::optional<http::Response> refusal) {
                        if (!refusal) return reply(answer);
                        take_back(service, call, reply, row.name, *refusal);
                    });
            });
        });
    });
}

/// Test mode of a device that stands in chicane.toml.
void test_fixed(Service& service, const CallPtr& call, const http::Reply& reply, DeviceOptions options) {
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    for (const char* key : {"uri", "role", "sector", "loops"})
        if (body->has(key)) return reply(is_fixed(*call, options.id));
    body->boolean("test", options.test);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    for (const DeviceHealth& device : service.devices_now()) {
        if (device.id != options.id) continue;
        DeviceHealth shown = device;
        shown.test = options.test;
        return put(service, call, device.track, options, [reply, shown](std::optional<http::Response> refusal) {
            reply(refusal ? std::move(*refusal) : ok(device_with_version(shown, {})));
        });
    }
    reply(not_found(*call, options.id));
}

/// A change that race control did not take: the store has it as before, at a version of its own.
void put_back(Service& service, const CallPtr& call, const http::Reply& reply, DeviceRow before,
              const http::Response& refusal) {
    ++before.head.version;
    const auto work = [call, before](Connection& db) {
        return centre::store::update_device(db, call->stamp(), before) ? centre::store::Verdict::keep
                                                                       : centre::store::Verdict::undo;
    };
    const auto done = [reply, refusal](centre::store::Ending) { reply(refusal); };
    if (!service.ports().store.write(work, done)) reply(busy(*call));
}

void change_kept(Service& service, const CallPtr& call, const http::Reply& reply, const std::string& id) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    auto before = std::make_shared<DeviceRow>(), changed = std::make_shared<DeviceRow>();
    const auto work = [call, id, before, changed, version](Connection& db) {
        auto row = centre::store::find_device(db, id);
        if (!row) return not_found(*call, id);
        if (row->head.version != *version.number) return version_mismatch(*call, row_json(*row));
        *before = *row;
        auto body = Body::of(*call);
        if (!body) return body.error();
        read_place(*body, *row);
        if (auto refused = body->refusal(*call)) return std::move(*refused);
        const auto kept = centre::store::update_device(db, call->stamp(), *row);
        if (!kept) return refused(*call, kept.error());
        *changed = *kept;
        return ok(row_json(*kept));
    };
    service.write(call, reply, work, [&service, call, reply, before, changed](const http::Response& answer) {
        put(service, call, changed->track, options_of(*changed),
            [&service, call, reply, before, answer](std::optional<http::Response> refusal) {
                if (!refusal) return reply(answer);
                put_back(service, call, reply, *before, *refusal);
            });
    });
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    with_device(service, call, reply, [&service, call, reply](const DeviceOptions& device) {
        device.fixed ? test_fixed(service, call, reply, device) : change_kept(service, call, reply, device.id);
    });
}

void remove(Service& service, const CallPtr& call, const http::Reply& reply) {
    with_device(service, call, reply, [&service, call, reply](const DeviceOptions& device) {
        if (device.fixed) return reply(is_fixed(*call, device.id));
        const Version version = version_of(*call);
        if (!version.number) return reply(*version.refusal);
        const auto work = [call, id = device.id, version](Connection& db) {
            // Gone from the store while race control was busy: the retry goes on from there.
            if (!centre::store::find_device(db, id)) return no_content();
            const auto gone = centre::store::delete_device(db, call->stamp(), id, *version.number);
            return gone ? no_content() : refused(*call, gone.error());
        };
        service.write(call, reply, work, [&service, call, reply, id = device.id](const http::Response& answer) {
            const auto then = [call, reply, answer](const auto& done) {
                reply(done ? answer : refused(*call, done.error()));
            };
            if (!service.ports().devices.remove(id, then)) reply(busy(*call));
        });
    });
}

}  // namespace

void add_device_setup_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/devices", Right::set_up_devices,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::patch, "/devices/{id}", Right::set_up_devices,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::del, "/devices/{id}", Right::set_up_devices,
               [&service](const CallPtr& call, const http::Reply& reply) { remove(service, call, reply); });
}

}  // namespace chicane::web::api
