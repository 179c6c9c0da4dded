// Commands to decoders over HTTP: what a device understands, what must be confirmed, why one is not sent, and who sent it.
#include <catch2/catch.hpp>

#include "centre/store/store.hpp"
#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;
using chicane::decoders::link::CommandRefusal;
using chicane::decoders::link::CommandRefusalCode;

namespace {

const std::string line = "devices/line/commands", pit = "devices/pit/commands";

/// `pit`, a Chronelec decoder, and `line`, a P3 one.
struct CommandCase : CentreCase {
    CommandCase() {
        const std::string body =
            R"({"id":"pit","track":"main","uri":"udp://:2008?protocol=chronelec","role":"pit_in"})";
        REQUIRE(admin("POST", "devices", body, {key()}).status == 201);
        const std::string p3 = R"({"id":"line","track":"main","uri":"tcp://192.0.2.9?protocol=p3"})";
        REQUIRE(admin("POST", "devices", p3, {key()}).status == 201);
    }
    Answer send(const std::string& to, const std::string& body) { return admin("POST", to, body); }
};

}  // namespace

TEST_CASE_METHOD(CommandCase, "a device tells which commands it understands, what each takes and what it may cost") {
    const auto p3 = admin("GET", line);
    CHECK(p3.at("/protocol") == "p3");
    CHECK(p3.at("/items/0/command") == "clear");
    CHECK(p3.at("/items/0/cost") == "memory");
    CHECK(p3.at("/items/0/confirm") == "true");
    CHECK(p3.at("/items/1").empty());
    const auto chronelec = admin("GET", pit);
    CHECK(chronelec.at("/items/0/command") == "set_time");
    CHECK(chronelec.at("/items/0/confirm") == "false");
    CHECK(chronelec.at("/items/2/arguments/0/words/1") == "BOX");
    CHECK(chronelec.at("/items/2/arguments/1/max") == "99");
    CHECK(admin("GET", "devices/nobody/commands").status == 404);
}

TEST_CASE_METHOD(CommandCase, "a command is sent, and who sent it stands in the centre's record") {
    const auto mechanic = client("mechanic");
    const auto sent = mechanic->ask("POST", pit, R"({"command":"set_level","loop":"BOX","level":30,"confirm":true})");
    INFO(sent.body);
    CHECK(sent.status == 200);
    CHECK(sent.at("/command") == "set_level");
    CHECK(sent.at("/arguments/level") == "30");
    CHECK(told() == std::vector<std::string>{"main pit set_level"});
    auto db = chicane::centre::store::open_centre(file()).value();
    auto rows = db->query("SELECT who, after FROM audit WHERE subject = 'device_command'");
    REQUIRE(rows.step());
    CHECK(rows.text(0) == "mechanic");
    CHECK(rows.text(1) == sent.body);
    CHECK_FALSE(rows.step());
}

TEST_CASE_METHOD(CommandCase, "a command that is asked for again with its key is sent once, and answered as it was") {
    const std::string body = R"({"command":"clear","confirm":true})", once = key();
    const auto first = admin("POST", line, body, {once});
    CHECK(first.status == 200);
    const auto again = admin("POST", line, body, {once});
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(told() == std::vector<std::string>{"main line clear"});
    CHECK(admin("POST", line, body, {key()}).status == 200);
    CHECK(told().size() == 2);
}

TEST_CASE_METHOD(CommandCase, "a refused command may be asked for again with its key") {
    const std::string once = key();
    refuse_commands({CommandRefusalCode::not_kept, "", ""});
    CHECK(admin("POST", pit, R"({"command":"set_time"})", {once}).code() == "not_kept");
    refuse_commands({CommandRefusalCode::busy, "", ""});
    CHECK(admin("POST", pit, R"({"command":"set_time"})", {once}).code() == "busy");
}

TEST_CASE_METHOD(CommandCase, "what may cost passings is sent only by who says that he means it, and he is told what") {
    const auto asked = admin("POST", line, R"({"command":"clear"})", {"Accept-Language: fr"});
    CHECK(asked.status == 409);
    CHECK(asked.code() == "confirm_needed");
    CHECK(asked.at("/cost") == "memory");
    CHECK(asked.at("/detail").starts_with("Les passages qu’il garde sont perdus pour de bon."));
    CHECK(told().empty());
    CHECK(send(line, R"({"command":"clear","confirm":true})").status == 200);
    CHECK(send(pit, R"({"command":"set_time"})").status == 200);
    CHECK(told() == std::vector<std::string>{"main line clear", "main pit set_time"});
}

TEST_CASE_METHOD(CommandCase, "a command or an argument that the protocol lacks is refused with its pointer") {
    const auto pointer = [&](const std::string& to, const std::string& body) {
        const auto answer = send(to, body);
        CHECK(answer.status == 422);
        CHECK(answer.code() == "invalid");
        return answer.at("/errors/0/pointer");
    };
    CHECK(pointer(line, R"({"command":"set_time"})") == "/command");
    CHECK(pointer(line, R"({"confirm":true})") == "/command");
    CHECK(pointer(line, R"({"command":"clear","confirm":true,"level":1})") == "/level");
    CHECK(pointer(pit, R"({"command":"set_level","confirm":true,"loop":"STA"})") == "/level");
    CHECK(pointer(pit, R"({"command":"set_level","confirm":true,"loop":"STA","level":100})") == "/level");
    CHECK(pointer(pit, R"({"command":"set_level","confirm":true,"loop":"B01","level":10})") == "/loop");
    CHECK(pointer(pit, R"({"command":"set_config","confirm":true,"config":"00"})") == "/config");
    CHECK(pointer(pit, R"({"command":"set_address","confirm":true,"address":"192.0.2","mask":"255.255.255.0",)"
                       R"("gateway":"0.0.0.0","host":"192.0.2.1"})") == "/address");
    CHECK(told().empty());
    const auto french =
        admin("POST", pit, R"({"command":"set_config","confirm":true,"config":"00"})", {"Accept-Language: fr"});
    CHECK(french.at("/errors/0/detail") == "Donnez 27 octets en 54 chiffres hexadécimaux.");
}

TEST_CASE_METHOD(CommandCase, "a refusal of the track is told as it is, in both languages, and nothing is recorded") {
    refuse_commands({CommandRefusalCode::session_runs, "Heat 2", "Heat 2 is on the track: send it later"});
    const auto english = send(pit, R"({"command":"set_time"})");
    CHECK(english.status == 409);
    CHECK(english.code() == "session_runs");
    CHECK(english.at("/detail") == "Heat 2 is on the track: send it later");
    CHECK(admin("POST", pit, R"({"command":"set_time"})", {"Accept-Language: fr"})
              .at("/detail")
              .starts_with("Heat 2 est en piste"));
    for (const auto& [code, word] :
         {std::pair{CommandRefusalCode::not_connected, "not_connected"},
          std::pair{CommandRefusalCode::not_fetched, "not_fetched"},
          std::pair{CommandRefusalCode::not_kept, "not_kept"}, std::pair{CommandRefusalCode::busy, "busy"}}) {
        refuse_commands({code, "", ""});
        CHECK(send(pit, R"({"command":"set_time"})").code() == word);
    }
    auto db = chicane::centre::store::open_centre(file()).value();
    CHECK_FALSE(db->query("SELECT 1 FROM audit WHERE subject = 'device_command'").step());
}

TEST_CASE_METHOD(CentreCase, "people and recordings take no commands") {
    REQUIRE(admin("POST", "devices", R"({"id":"hand","track":"main","uri":"manual:"})", {key()}).status == 201);
    const auto people = admin("GET", "devices/hand/commands");
    CHECK(people.at("/protocol").empty());
    CHECK(people.at("/items/0").empty());
    CHECK(admin("POST", "devices/hand/commands", R"({"command":"clear","confirm":true})").status == 422);
}
