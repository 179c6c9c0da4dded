// web/schema/openapi.json against the running API: the same routes, the same roles, and answers that have every field it requires
// and none that it does not know.
#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "centre/staff/role.hpp"
#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;
namespace json = boost::json;
namespace staff = chicane::centre::staff;

namespace {

/// Served by web/host; tests/acceptance holds them against the program.
const std::set<std::string> of_the_host = {"GET /api/v1/health", "GET /api/v1/tracks", "GET /api/v1/tracks/{id}",
                                           "GET /api/v1/tracks/{id}/board"};

const json::value& schema() {
    static const json::value read = [] {
        std::ifstream file(CHICANE_SOURCE_DIR "/web/schema/openapi.json");
        std::stringstream text;
        text << file.rdbuf();
        return json::parse(text.str());
    }();
    return read;
}

std::string upper(std::string_view word) {
    std::string text(word);
    for (char& c : text) c = static_cast<char>(std::toupper(c));
    return text;
}

/// `GET /api/v1/me` → its roles as the schema tells them.
std::map<std::string, std::set<std::string>> described() {
    std::map<std::string, std::set<std::string>> all;
    for (const auto& [path, methods] : schema().at("paths").as_object()) {
        for (const auto& [method, operation] : methods.as_object()) {
            if (operation.as_object().contains("x-live")) continue;
            auto& roles = all[upper(std::string_view(method)) + " " + std::string(path)];
            for (const auto& role : operation.at("x-who").as_array()) roles.emplace(role.as_string());
        }
    }
    return all;
}

std::set<std::string> roles_of(const CentreCase::RouteFacts& route) {
    if (route.access == 0) return {"anyone"};
    if (route.access == 1) return {"any"};
    std::set<std::string> roles;
    for (const staff::Role role : staff::all_roles())
        if (staff::may({role}, static_cast<staff::Right>(route.right))) roles.emplace(staff::word(role));
    if (roles.size() == staff::all_roles().size()) return {"any"};
    return roles;
}

const json::object& resolved(const json::value& given) {
    const json::value* found = &given;
    while (const json::value* name = found->as_object().if_contains("$ref")) {
        const std::string pointer(std::string_view(name->as_string()).substr(1));
        found = &schema().at_pointer(pointer);
    }
    return found->as_object();
}

bool is_of_type(const json::value& value, std::string_view type) {
    return (type == "null" && value.is_null()) || (type == "string" && value.is_string()) ||
           (type == "integer" && value.is_int64()) || (type == "number" && value.is_number()) ||
           (type == "boolean" && value.is_bool()) || (type == "object" && value.is_object()) ||
           (type == "array" && value.is_array());
}

bool is_of_types(const json::value& value, const json::value& types) {
    if (types.is_string()) return is_of_type(value, types.as_string());
    for (const auto& type : types.as_array())
        if (is_of_type(value, type.as_string())) return true;
    return false;
}

/// What a value breaks of a schema, each with where.
void check(const json::value& value, const json::value& given, const std::string& where, std::string& faults) {
    const json::object& wanted = resolved(given);
    if (const auto* types = wanted.if_contains("type"); types && !is_of_types(value, *types)) {
        faults += where + " is " + json::serialize(value) + "; ";
        return;
    }
    if (const auto* words = wanted.if_contains("enum")) {
        bool known = false;
        for (const auto& word : words->as_array()) known = known || word == value;
        if (!known) faults += where + " is no word: " + json::serialize(value) + "; ";
    }
    if (value.is_array() && wanted.contains("items"))
        for (const auto& each : value.as_array()) check(each, wanted.at("items"), where + "[]", faults);
    if (!value.is_object() || !wanted.contains("properties")) return;
    const json::object& properties = wanted.at("properties").as_object();
    for (const auto& [key, each] : value.as_object()) {
        const auto* property = properties.if_contains(key);
        if (!property)
            faults += where + "." + std::string(key) + " is not described; ";
        else
            check(each, *property, where + "." + std::string(key), faults);
    }
    if (const auto* required = wanted.if_contains("required"))
        for (const auto& key : required->as_array())
            if (!value.as_object().contains(key.as_string()))
                faults += where + "." + std::string(key.as_string()) + " is missing; ";
}

/// What an answer breaks of its route's description.
std::string faults_of(const Answer& answer, const std::string& method, const std::string& path) {
    const auto& responses = schema().at("paths").at("/api/v1" + path).at(method).at("responses").as_object();
    const auto* response = responses.if_contains(std::to_string(answer.status));
    if (!response) return "status " + std::to_string(answer.status) + " is not described: " + answer.body;
    const auto* content = response->as_object().if_contains("content");
    if (!content) return answer.body.empty() ? "" : "a body where none is described";
    std::string faults;
    check(json::parse(answer.body), content->as_object().begin()->value().at("schema"), path, faults);
    return faults;
}

}  // namespace

TEST_CASE_METHOD(CentreCase, "every route is in the schema with its roles, and nothing else is") {
    auto left = described();
    for (const auto& route : routes()) {
        const std::string name = route.method + " " + route.pattern;
        INFO(name);
        REQUIRE(left.contains(name));
        CHECK(left.at(name) == roles_of(route));
        left.erase(name);
    }
    std::set<std::string> names;
    for (const auto& [name, roles] : left) names.insert(name);
    CHECK(names == of_the_host);
}

TEST_CASE_METHOD(CentreCase, "answers have every field that the schema requires, and no other") {
    const auto holds = [&](const Answer& answer, const std::string& method, const std::string& path) {
        INFO(method << " " << path << " " << answer.body);
        CHECK(faults_of(answer, method, path) == "");
    };
    const auto session = make_session(2, R"(,"kind":"race","rules":{"start":"signal"})");
    const auto kart = make_kart("14", "5691251");
    const std::string entrants = "sessions/" + session + "/entrants";
    const auto customer =
        admin("POST", "customers", R"({"family_name":"A","given_name":"B","birth_date":"2001-02-03"})", {key()});
    holds(customer, "post", "/customers");
    holds(admin("GET", "customers?q=a%20b"), "get", "/customers");
    holds(admin("GET", "search?q=a%20b"), "get", "/search");
    holds(admin("POST", "customers", R"({"x":1})", {key()}), "post", "/customers");
    holds(admin("GET", "sessions/" + session), "get", "/sessions/{id}");
    const auto entrant = admin("POST", entrants, R"({"name":"A","kart":")" + kart + "\"}", {key()});
    holds(entrant, "post", "/sessions/{id}/entrants");
    holds(admin("GET", entrants), "get", "/sessions/{id}/entrants");
    holds(admin("DELETE", entrants + "/" + entrant.at("/id"), "", {"If-Match: \"9\""}), "delete",
          "/sessions/{id}/entrants/{entrant}");
    const auto booking =
        admin("POST", "bookings", R"({"session":")" + session + R"(","seats":[{"label":"Guest 1"}]})", {key()});
    holds(booking, "post", "/bookings");
    holds(admin("POST", "bookings", R"({"session":")" + session + R"(","seats":[{"label":"Guest 2"}]})", {key()}),
          "post", "/bookings");
    holds(admin("GET", "bookings?session=" + session), "get", "/bookings");
    holds(admin("POST", "bookings/" + booking.at("/ref") + "/cancel"), "post", "/bookings/{ref}/cancel");
    const auto hold = admin("POST", "holds", R"({"session":")" + session + R"("})", {key()});
    holds(hold, "post", "/holds");
    holds(admin("DELETE", "holds/" + hold.at("/id")), "delete", "/holds/{id}");
    holds(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})"), "post", "/sessions/{id}/events");
    holds(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})"), "post", "/sessions/{id}/events");
    holds(admin("POST", "tracks/main/events", R"({"kind":"flag","flag":"green"})"), "post", "/tracks/{id}/events");
    holds(admin("GET", "sessions/" + session + "/events"), "get", "/sessions/{id}/events");
    holds(admin("GET", "sessions/" + session + "/result"), "get", "/sessions/{id}/result");
    holds(client("")->ask("GET", "sessions/" + session + "/result"), "get", "/sessions/{id}/result");
    holds(admin("GET", "planner/2026-11-25"), "get", "/planner/{date}");
    holds(admin("GET", "sessions"), "get", "/sessions");
    holds(admin("GET", "karts"), "get", "/karts");
    holds(admin("POST", "karts/import", R"({"rows":[{"number":"1"},{"number":"1"}],"dry_run":true})"), "post",
          "/karts/import");
    holds(admin("GET", "transponders"), "get", "/transponders");
    holds(admin("GET", "transponders/9/candidates"), "get", "/transponders/{number}/candidates");
    holds(admin("PUT", "transponders/9/assignment", R"({"kart":")" + kart + "\"}"), "put",
          "/transponders/{number}/assignment");
    holds(admin("GET", "devices"), "get", "/devices");
    for (int lap = 0; lap < 6; ++lap) pass(5691251, 40);
    holds(admin("GET", "devices/sf/tags"), "get", "/devices/{id}/tags");
    holds(admin("GET", "devices/sf/history"), "get", "/devices/{id}/history");
    holds(admin("GET", "devices/sf/bytes"), "get", "/devices/{id}/bytes");
    holds(admin("POST", "devices", R"({"id":"pit","track":"main","uri":"sim:?protocol=p3","role":"pit_in"})", {key()}),
          "post", "/devices");
    const std::string commands = "/devices/{id}/commands", clear = R"({"command":"clear","confirm":true})";
    holds(admin("GET", "devices/pit/commands"), "get", commands);
    holds(admin("POST", "devices/pit/commands", clear), "post", commands);
    holds(admin("POST", "devices/pit/commands", R"({"command":"clear"})"), "post", commands);
    holds(admin("POST", "devices/pit/commands", R"({"command":"dance"})"), "post", commands);
    holds(admin("PATCH", "devices/pit", R"({"test":true})", {"If-Match: \"1\""}), "patch", "/devices/{id}");
    holds(admin("PATCH", "devices/pit", R"({"test":true})", {"If-Match: \"1\""}), "patch", "/devices/{id}");
    holds(admin("GET", "devices/pit"), "get", "/devices/{id}");
    holds(admin("DELETE", "devices/pit", "", {"If-Match: \"2\""}), "delete", "/devices/{id}");
    REQUIRE(admin("POST", "devices", R"({"id":"hand","track":"main","uri":"manual:"})", {key()}).status == 201);
    holds(admin("POST", "devices/hand/passings", R"({"transponder":9})", {key()}), "post", "/devices/{id}/passings");
    holds(admin("POST", "devices/hand/passings", "{}", {key()}), "post", "/devices/{id}/passings");
    holds(admin("POST", "devices/sf/passings", "{}", {key()}), "post", "/devices/{id}/passings");
    holds(admin("DELETE", "devices/sf"), "delete", "/devices/{id}");
    const std::string nobody = R"({"uri":"tcp://127.0.0.1:1"})";
    holds(admin("POST", "devices/probe", nobody), "post", "/devices/probe");
    holds(admin("POST", "devices/probe", R"({"uri":"sim:"})"), "post", "/devices/probe");
    holds(admin("POST", "devices/scan", R"({"network":"127.0.0.1/32","ports":[1]})"), "post", "/devices/scan");
    holds(admin("GET", "devices/ports"), "get", "/devices/ports");
    holds(admin("GET", "tracks/main/control"), "get", "/tracks/{id}/control");
    const std::string day =
        R"({"track":"main","name":"Day","start_us":1795608000000000,"minutes":90,"karts":4,"entries":[{"name":"A"},{"name":"B"},{"name":"C"}]})";
    const auto meeting = admin("POST", "meetings", day, {key()});
    holds(meeting, "post", "/meetings");
    const std::string meeting_path = "meetings/" + meeting.at("/id");
    holds(admin("GET", "meetings"), "get", "/meetings");
    holds(admin("POST", "meetings/preview", R"({"people":9,"karts":4,"minutes":90})"), "post", "/meetings/preview");
    holds(admin("POST", "meetings/preview", R"({"people":9,"karts":4,"minutes":9})"), "post", "/meetings/preview");
    holds(admin("GET", meeting_path), "get", "/meetings/{id}");
    holds(admin("PATCH", meeting_path, "{}", {"If-Match: \"1\""}), "patch", "/meetings/{id}");
    holds(admin("POST", meeting_path + "/draw"), "post", "/meetings/{id}/draw");
    holds(admin("POST", meeting_path + "/tell"), "post", "/meetings/{id}/tell");
    holds(admin("POST", meeting_path + "/entries", R"({"entries":[{"name":"D"}]})", {key()}), "post",
          "/meetings/{id}/entries");
    holds(admin("PATCH", meeting_path + "/entries/" + meeting.at("/entries/0/id"), R"({"withdrawn":true})",
                {"If-Match: \"1\""}),
          "patch", "/meetings/{id}/entries/{entry}");
    const auto counted = admin("GET", meeting_path + "/points");
    holds(counted, "get", "/meetings/{id}/points");
    holds(admin("PUT", meeting_path + "/points", R"({"tables":[{"kind":"final","by_place_hundredths":[100]}]})",
                {"If-Match: \"" + counted.at("/version") + "\""}),
          "put", "/meetings/{id}/points");
    holds(admin("GET", meeting_path + "/standings"), "get", "/meetings/{id}/standings");
    holds(admin("GET", "standings?championship=x"), "get", "/standings");
    holds(admin("POST", "draws", R"({"kind":"random","people":9,"places":3,"heats_each":2})"), "post", "/draws");
    holds(admin("POST", "draws", R"({"kind":"groups","people":9,"places":3})"), "post", "/draws");
    holds(admin("GET", "ratings?track=main"), "get", "/ratings");
    holds(admin("GET", "records?track=main"), "get", "/records");
    holds(admin("GET", "records?track=main&period=x"), "get", "/records");
    holds(admin("GET", "me"), "get", "/me");
    holds(admin("GET", "staff"), "get", "/staff");
    holds(client("viewer")->ask("GET", "staff"), "get", "/staff");
    holds(client("")->ask("GET", "staff"), "get", "/staff");
    holds(client("")->ask("POST", "login", R"({"user":"a","password":"b"})"), "post", "/login");
}
