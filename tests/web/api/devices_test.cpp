// Devices over HTTP: health, the day, the last bytes; adding, replacing, testing and removing while all runs.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

constexpr const char* pit = R"({"id":"pit","track":"main","uri":"tcp://192.0.2.9:5403?protocol=p3","role":"pit_in"})";

}  // namespace

TEST_CASE_METHOD(CentreCase, "a device is added, put at another address, tested and removed while the server runs") {
    const auto made = admin("POST", "devices", pit, {key()});
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(made.at("/version") == "1");
    CHECK(made.at("/fixed") == "false");
    CHECK(admin("GET", "devices").at("/items/1/id") == "pit");
    const auto moved = admin("PATCH", "devices/pit", R"({"uri":"tcp://192.0.2.10:5403?protocol=p3","test":true})",
                             {"If-Match: \"1\""});
    CHECK(moved.at("/version") == "2");
    const auto now = admin("GET", "devices/pit");
    CHECK(now.at("/uri") == "tcp://192.0.2.10:5403?protocol=p3");
    CHECK(now.at("/role") == "pit_in");
    CHECK(now.at("/test") == "true");
    CHECK(now.at("/version") == "2");
    const auto late = admin("PATCH", "devices/pit", R"({"test":false})", {"If-Match: \"1\""});
    CHECK(late.status == 412);
    CHECK(late.at("/current/version") == "2");
    CHECK(admin("PATCH", "devices/pit", R"({"test":false})").code() == "key_missing");
    CHECK(admin("DELETE", "devices/pit", "", {"If-Match: \"1\""}).status == 412);
    CHECK(admin("DELETE", "devices/pit", "", {"If-Match: \"2\""}).status == 204);
    CHECK(admin("GET", "devices/pit").status == 404);
    CHECK(admin("DELETE", "devices/pit", "", {"If-Match: \"2\""}).status == 404);
}

TEST_CASE_METHOD(CentreCase, "what stands in chicane.toml is not edited, its test mode alone is set") {
    CHECK(admin("GET", "devices/sf").at("/fixed") == "true");
    CHECK(admin("GET", "devices/sf").at("/version") == "null");
    CHECK(admin("PATCH", "devices/sf", R"({"uri":"sim:?protocol=p3"})", {"If-Match: \"1\""}).code() == "fixed");
    CHECK(admin("PATCH", "devices/sf", R"({"role":"pit_in"})").code() == "fixed");
    CHECK(admin("DELETE", "devices/sf", "", {"If-Match: \"1\""}).code() == "fixed");
    CHECK(admin("PATCH", "devices/sf", R"({"test":true})").at("/test") == "true");
    CHECK(admin("GET", "devices/sf").at("/test") == "true");
    CHECK(admin("PATCH", "devices/sf", R"({"test":false})").status == 200);
    CHECK(admin("GET", "devices/sf").at("/test") == "false");
}

TEST_CASE_METHOD(CentreCase,
                 "an id that is there already is refused, whoever has it, and the same key adds one device") {
    const std::string same = key();
    const auto first = admin("POST", "devices", pit, {same});
    REQUIRE(first.status == 201);
    CHECK(admin("POST", "devices", pit, {same}).body == first.body);
    CHECK(admin("POST", "devices", pit, {key()}).code() == "name_taken");
    const std::string sf = R"({"id":"sf","track":"main","uri":"sim:?protocol=p3"})";
    CHECK(admin("POST", "devices", sf, {key()}).code() == "name_taken");
    CHECK(admin("GET", "devices").at("/items/2").empty());
}

TEST_CASE_METHOD(CentreCase, "the same key sent again changes nothing of a device that was changed since") {
    const std::string same = key();
    const std::string tested = R"({"id":"pit","track":"main","uri":"sim:?protocol=p3","test":true})";
    REQUIRE(admin("POST", "devices", tested, {same}).status == 201);
    REQUIRE(admin("PATCH", "devices/pit", R"({"test":false})", {"If-Match: \"1\""}).status == 200);
    CHECK(admin("POST", "devices", tested, {same}).status == 201);
    CHECK(admin("GET", "devices/pit").at("/test") == "false");
}

TEST_CASE_METHOD(CentreCase,
                 "a device that race control is too busy for is not kept, and is taken when it is sent again") {
    const std::string same = key();
    let_timing_be_busy(true);
    CHECK(admin("POST", "devices", pit, {same}).status == 503);
    CHECK(admin("GET", "devices/pit").status == 404);
    let_timing_be_busy(false);
    CHECK(admin("POST", "devices", pit, {same}).status == 201);
    CHECK(admin("GET", "devices/pit").at("/version") == "1");
}

TEST_CASE_METHOD(CentreCase, "what is wrong with a device is said key by key, and no file of the server is opened") {
    const auto code = [&](const std::string& body) { return admin("POST", "devices", body, {key()}).code(); };
    CHECK(code(R"({"id":"x","track":"main"})") == "invalid");
    CHECK(code(R"({"id":"X!","track":"main","uri":"sim:?protocol=p3"})") == "invalid");
    CHECK(code(R"({"id":"x","track":"main","uri":"sim:?protocol=p4"})") == "invalid");
    CHECK(code(R"({"id":"x","track":"main","uri":"file:/etc/hostname?protocol=p3"})") == "invalid");
    CHECK(code(R"({"id":"x","track":"main","uri":"sim:?protocol=p3","role":"sector"})") == "invalid");
    CHECK(code(R"({"id":"x","track":"main","uri":"sim:?protocol=p3","colour":"red"})") == "invalid");
    CHECK(code(R"({"id":"x","track":"moon","uri":"sim:?protocol=p3"})") == "not_found");
    CHECK(admin("POST", "devices", R"({"id":"x","track":"main","uri":"sim:?protocol=p3"})").code() == "key_missing");
    CHECK(admin("GET", "devices").at("/items/1").empty());
}

TEST_CASE_METHOD(CentreCase,
                 "a device says which loops inside it have a role of their own, and a change tells them whole") {
    const auto made = admin("POST", "devices",
                            R"({"id":"protime","track":"main","uri":"sim:?protocol=chronelec","test":true,
                                "loops":[{"name":"BOX","role":"pit_in"},{"name":"2","role":"sector","sector":2}]})",
                            {key()});
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(made.at("/loops/1/sector") == "2");
    CHECK(admin("PATCH", "devices/protime", R"({"test":false})", {"If-Match: \"1\""}).at("/loops/0/name") == "BOX");
    CHECK(admin("GET", "devices/protime").at("/loops/0/role") == "pit_in");
    const auto fewer = R"({"loops":[{"name":"BOX","role":"pit_out"}]})";
    REQUIRE(admin("PATCH", "devices/protime", fewer, {"If-Match: \"2\""}).status == 200);
    CHECK(admin("GET", "devices/protime").at("/loops/0/role") == "pit_out");
    CHECK(admin("GET", "devices/protime").at("/loops/1").empty());
    CHECK(admin("PATCH", "devices/sf", fewer).code() == "fixed");
}

TEST_CASE_METHOD(CentreCase, "what is wrong with a loop inside a device is said by its place in the list") {
    const auto pointer = [&](const std::string& loops) {
        const std::string body = R"({"id":"x","track":"main","uri":"sim:?protocol=p3","loops":)" + loops + "}";
        return admin("POST", "devices", body, {key()}).at("/errors/0/pointer");
    };
    CHECK(pointer(R"([{"name":"A","role":"finish"},{"name":"A","role":"pit_in"}])") == "/loops/1/name");
    CHECK(pointer(R"([{"name":"A"}])") == "/loops/0/role");
    CHECK(pointer(R"([{"name":" ","role":"finish"}])") == "/loops/0/name");
    CHECK(pointer(R"([{"name":"A","role":"sector"}])") == "/loops/0/sector");
    CHECK(pointer(R"([{"name":"A","role":"moon"}])") == "/loops/0/role");
    CHECK(pointer(R"([{"name":"A","role":"finish","colour":"red"}])") == "/loops/0/colour");
    CHECK(pointer(R"("BOX")") == "/loops");
}

TEST_CASE_METHOD(CentreCase, "loops beyond the track's last are refused, and the device stays as it was") {
    std::string loops;
    for (int i = 0; i < 32; ++i)
        loops += (i ? "," : "") + std::string(R"({"name":")") + std::to_string(i) + R"(","role":"pit_in"})";
    const auto reader = [&](const std::string& id, const std::string& inside) {
        const std::string body =
            R"({"id":")" + id + R"(","track":"main","uri":"sim:?protocol=p3","loops":[)" + inside + "]}";
        return admin("POST", "devices", body, {key()});
    };
    REQUIRE(reader("one", loops).status == 201);
    REQUIRE(reader("two", R"({"name":"A","role":"pit_out"})").status == 201);
    CHECK(admin("PATCH", "devices/two", R"({"loops":[)" + loops + "]}", {"If-Match: \"1\""}).code() == "too_many");
    const auto now = admin("GET", "devices/two");
    CHECK(now.at("/loops/0/name") == "A");
    CHECK(now.at("/loops/1").empty());
    CHECK(admin("PATCH", "devices/two", R"({"loops":[]})", {"If-Match: \"" + now.at("/version") + "\""}).status == 200);
}

TEST_CASE_METHOD(CentreCase, "a device beyond the last place is not kept either") {
    for (int i = 1; i < 32; ++i) {
        const std::string body = R"({"id":"d)" + std::to_string(i) + R"(","track":"main","uri":"sim:?protocol=p3"})";
        REQUIRE(admin("POST", "devices", body, {key()}).status == 201);
    }
    const std::string same = key();
    CHECK(admin("POST", "devices", pit, {same}).code() == "too_many");
    REQUIRE(admin("DELETE", "devices/d7", "", {"If-Match: \"1\""}).status == 204);
    CHECK(admin("POST", "devices", pit, {same}).status == 201);
}

TEST_CASE_METHOD(CentreCase, "the day of a device: its tags with their karts, weakest first, and its noise") {
    make_kart("9", "103");
    for (int lap = 0; lap < 8; ++lap)
        for (std::uint64_t tag = 101; tag <= 106; ++tag) pass(tag, tag == 103 ? 11 : 42);
    const auto viewer = client("viewer");
    const auto tags = viewer->ask("GET", "devices/sf/tags");
    CHECK(tags.at("/good_hits") == "42");
    CHECK(tags.at("/weak_hits") == "21");
    CHECK(tags.at("/items/0/transponder") == "103");
    CHECK(tags.at("/items/0/kart") == "9");
    CHECK(tags.at("/items/0/weak") == "true");
    CHECK(tags.at("/items/0/slots/0/hits") == "11");
    CHECK(tags.at("/items/1/kart") == "null");
    CHECK(tags.at("/items/1/weak") == "false");
    CHECK(viewer->ask("GET", "devices/sf/history").at("/minutes/0/noise") == "31");
    CHECK(viewer->ask("GET", "devices/moon/tags").status == 404);
    CHECK(viewer->ask("GET", "devices/moon/history").status == 404);
}

TEST_CASE_METHOD(CentreCase, "the last bytes are told record by record, newest first, with what they say") {
    const auto bytes = client("viewer")->ask("GET", "devices/sf/bytes");
    CHECK(bytes.at("/protocol") == "p3");
    CHECK(bytes.at("/items/0/type") == "status");
    CHECK(bytes.at("/items/0/noise") == "31");
    CHECK(bytes.at("/items/0/voltage_dv") == "118");
    CHECK(bytes.at("/items/1/type") == "passing");
    CHECK(bytes.at("/items/1/number") == "41207");
    CHECK(bytes.at("/items/1/hits") == "42");
    CHECK(bytes.at("/items/1/hex").starts_with("8e "));
    CHECK(bytes.at("/items/1/hex").ends_with(" 8f"));
    CHECK(bytes.at("/items/1/text") == "null");
    CHECK(client("viewer")->ask("GET", "devices/moon/bytes").status == 404);
}
