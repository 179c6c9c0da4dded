// Karts and tags over HTTP.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

TEST_CASE_METHOD(CentreCase, "a kart is made, changed by its version, and removed") {
    const auto made = admin("POST", "karts", R"({"number":"14","class":"adult","transponders":[5691251]})", {key()});
    REQUIRE(made.status == 201);
    const std::string path = "karts/" + made.at("/id");
    CHECK(admin("GET", path).at("/transponders") == "[5691251]");
    CHECK(admin("GET", path).at("/last_seen_us") == "null");
    CHECK(admin("POST", "karts", R"({"number":"14"})", {key()}).code() == "number_taken");
    const auto changed = admin("PATCH", path, R"({"out_of_service":true,"transponders":[42]})", {"If-Match: \"1\""});
    CHECK(changed.status == 200);
    CHECK(changed.at("/version") == "2");
    CHECK(admin("GET", path).at("/out_of_service") == "true");
    CHECK(admin("GET", path).at("/transponders") == "[42]");
    CHECK(admin("GET", "transponders/5691251").at("/kart") == "null");
    const auto late = admin("PATCH", path, R"({"class":"junior"})", {"If-Match: \"1\""});
    CHECK(late.status == 412);
    CHECK(late.at("/current/class") == "adult");
    CHECK(admin("DELETE", path, "", {"If-Match: \"2\""}).status == 204);
    CHECK(admin("GET", path).status == 404);
}

TEST_CASE_METHOD(CentreCase, "a refused change leaves the version, so that the form can be mended and sent again") {
    make_kart("14");
    const std::string path = "karts/" + make_kart("15");
    CHECK(admin("PATCH", path, R"({"number":"14"})", {"If-Match: \"1\""}).code() == "number_taken");
    CHECK(admin("PATCH", path, R"({"number":"16"})", {"If-Match: \"1\""}).status == 200);
}

TEST_CASE_METHOD(CentreCase, "a sync transponder is given to no kart, and the kart is not made") {
    const auto refused = admin("POST", "karts", R"({"number":"14","transponders":[9999]})", {key()});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "sync_transponder");
    CHECK(refused.at("/detail") ==
          "transponder 9999 is the sync transponder of track main: give another, or change sync_transponder in "
          "chicane.toml");
    const std::string path = "karts/" + make_kart("14");
    CHECK(admin("PATCH", path, R"({"transponders":[42,9999]})", {"If-Match: \"1\""}).code() == "sync_transponder");
    CHECK(admin("GET", path).at("/transponders").find("9999") == std::string::npos);
}

TEST_CASE_METHOD(CentreCase, "the same key makes one kart") {
    const std::string same = key();
    const auto first = admin("POST", "karts", R"({"number":"14"})", {same});
    CHECK(admin("POST", "karts", R"({"number":"14"})", {same}).body == first.body);
    CHECK(admin("GET", "karts").at("/items/1").empty());
}

TEST_CASE_METHOD(CentreCase, "a list of karts says what it would do, then does it") {
    make_kart("1", "11");
    make_kart("2", "12");
    const std::string rows =
        R"("rows":[{"number":"1","transponders":[11]},{"number":"2","class":"junior","transponders":[12]},)"
        R"({"number":"3","transponders":[13]},{"number":"3"},{"number":"4","transponders":[13]}])";
    const auto check = [](const Answer& answer) {
        std::string results;
        for (int i = 0; i < 5; ++i) results += answer.at("/items/" + std::to_string(i) + "/result") + " ";
        CHECK(results == "same changed new refused refused ");
        CHECK(answer.at("/items/3/row") == "4");
        CHECK(answer.at("/items/3/reason") == "the number stands in the list twice");
    };
    check(admin("POST", "karts/import", "{" + rows + R"(,"dry_run":true})"));
    CHECK(admin("GET", "karts").at("/items/2").empty());
    check(admin("POST", "karts/import", "{" + rows + "}"));
    const auto karts = admin("GET", "karts");
    CHECK(karts.at("/items/1/class") == "junior");
    CHECK(karts.at("/items/1/version") == "2");
    CHECK(karts.at("/items/2/transponders") == "[13]");
    CHECK(karts.at("/items/3").empty());
}

TEST_CASE_METHOD(CentreCase,
                 "a list with a sync transponder says in which line, before and after, and all other lines are taken") {
    const std::string rows = R"("rows":[{"number":"1","transponders":[11]},{"number":"2","transponders":[12,9999]},)"
                             R"({"number":"3","transponders":[13]}])";
    for (const char* dry_run : {R"(,"dry_run":true})", "}"}) {
        const auto answer = admin("POST", "karts/import", "{" + rows + dry_run);
        CHECK(answer.at("/items/0/result") == "new");
        CHECK(answer.at("/items/1/row") == "2");
        CHECK(answer.at("/items/1/result") == "refused");
        CHECK(answer.at("/items/1/reason") == "transponder 9999 is the sync transponder of track main");
        CHECK(answer.at("/items/2/result") == "new");
    }
    CHECK(admin("GET", "karts").at("/items/0/transponders") == "[11]");
    CHECK(admin("GET", "karts").at("/items/1/transponders") == "[13]");
    CHECK(admin("GET", "karts").at("/items/2").empty());
}

TEST_CASE_METHOD(CentreCase, "a list exchanges the transponders of two karts") {
    make_kart("1", "11");
    make_kart("2", "12");
    REQUIRE(admin("POST", "karts/import",
                  R"({"rows":[{"number":"1","transponders":[12]},{"number":"2","transponders":[11]}]})")
                .status == 200);
    CHECK(admin("GET", "karts").at("/items/0/transponders") == "[12]");
    CHECK(admin("GET", "karts").at("/items/1/transponders") == "[11]");
}

TEST_CASE_METHOD(CentreCase, "a list that is more than the fleet holds says which lines have no place") {
    for (int half = 0; half < 2; ++half) {
        std::string rows;
        for (int i = 1; i <= 499; ++i)
            rows += (i > 1 ? "," : "") + std::string(R"({"number":")") + std::to_string(1000 * half + i) + "\"}";
        REQUIRE(admin("POST", "karts/import", R"({"rows":[)" + rows + "]}").status == 200);
    }
    const auto full =
        admin("POST", "karts/import",
              R"({"rows":[{"number":"a"},{"number":"b"},{"number":"c"},{"number":"1","class":"junior"}]})");
    CHECK(full.at("/items/1/result") == "new");
    CHECK(full.at("/items/2/result") == "refused");
    CHECK(full.at("/items/3/result") == "changed");
}

TEST_CASE_METHOD(CentreCase, "five hundred karts come in one list") {
    std::string rows;
    for (int i = 1; i <= 500; ++i)
        rows += (i > 1 ? "," : "") + std::string(R"({"number":")") + std::to_string(i) + R"(","transponders":[)" +
                std::to_string(1000 + i) + "]}";
    CHECK(admin("POST", "karts/import", R"({"rows":[)" + rows + "]}").status == 200);
    CHECK(admin("GET", "karts").at("/items/499/transponders") == "[1500]");
}

TEST_CASE_METHOD(CentreCase, "a kart that race control did not take was not made, however often its key comes") {
    for (int half = 0; half < 2; ++half) {
        std::string rows;
        for (int i = 1; i <= 500; ++i)
            rows += (i > 1 ? "," : "") + std::string(R"({"number":")") + std::to_string(1000 * half + i) + "\"}";
        REQUIRE(admin("POST", "karts/import", R"({"rows":[)" + rows + "]}").status == 200);
    }
    const std::string same = key();
    for (int time = 0; time < 2; ++time)
        CHECK(admin("POST", "karts", R"({"number":"X"})", {same}).code() == "too_many");
    const auto gone = admin("GET", "karts").at("/items/0/id");
    REQUIRE(admin("DELETE", "karts/" + gone, "", {"If-Match: \"1\""}).status == 204);
    CHECK(admin("POST", "karts", R"({"number":"X"})", {same}).status == 201);
}

TEST_CASE_METHOD(CentreCase, "a tag is given to a kart or an entrant, and taken") {
    const auto kart = make_kart("14");
    const auto assign = [&](const std::string& body) { return admin("PUT", "transponders/77/assignment", body); };
    CHECK(admin("PUT", "transponders/77/assignment?dry_run=1", R"({"kart":")" + kart + "\"}").status == 200);
    CHECK(admin("GET", "transponders/77").status == 404);
    const auto given = assign(R"({"kart":")" + kart + R"(","session":null,"entrant":null,"from_us":null})");
    CHECK(given.status == 200);
    CHECK(given.at("/adopted_passings") == "0");
    CHECK(admin("GET", "transponders/77").at("/kart") == kart);
    CHECK(assign(R"({"kart":null})").status == 200);
    CHECK(admin("GET", "transponders/77").at("/kart") == "null");
    CHECK(assign(R"({"kart":"kar_99"})").status == 404);
    CHECK(assign(R"({"entrant":"ent_1"})").code() == "invalid");
    CHECK(assign(R"({"kart":")" + kart + R"(","session":"ses_1","entrant":"ent_1"})").code() == "invalid");
}

TEST_CASE_METHOD(CentreCase, "an unknown tag's candidates are those whose own tag is silent, and those without") {
    const auto session = make_session(4);
    const std::string path = "sessions/" + session + "/entrants";
    const auto tagged = make_kart("14", "5691251");
    const auto bare = make_kart("15");
    REQUIRE(admin("POST", path, R"({"name":"Bare","kart":")" + bare + "\"}", {key()}).status == 201);
    REQUIRE(admin("POST", path, R"({"name":"Tagged","kart":")" + tagged + "\"}", {key()}).status == 201);
    REQUIRE(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})").status == 200);
    const auto found = admin("GET", "transponders/99/candidates?track=main");
    CHECK(found.at("/items/0/name") == "Tagged");
    CHECK(found.at("/items/0/reason") == "own_tag_silent");
    CHECK(found.at("/items/1/name") == "Bare");
    CHECK(found.at("/items/1/reason") == "grid_place");
    CHECK(found.at("/items/1/kart") == bare);
}

TEST_CASE_METHOD(CentreCase, "devices and the track's control view are there for whoever is signed in") {
    const auto viewer = client("viewer");
    CHECK(viewer->ask("GET", "devices").at("/items/0/id") == "sf");
    CHECK(viewer->ask("GET", "devices/sf").at("/state") == "connecting");
    CHECK(viewer->ask("GET", "tracks/main/control").at("/track") == "main");
    CHECK(viewer->ask("GET", "tracks/main/passings?limit=5").at("/items") == "[]");
    CHECK(viewer->ask("GET", "tracks/moon/control").status == 404);
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"message","text":"Hello","number":null})").status == 200);
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"undo"})").status == 200);
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"flag","flag":"yellow"})").code() == "bad_state");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"flag","flag":"pink"})").code() == "invalid");
    CHECK(admin("POST", "alarms/1/seen").status == 204);
}
