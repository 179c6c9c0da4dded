// Passings that people tell of, over HTTP.
#include <catch2/catch.hpp>
#include <set>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

const std::string strip = "tracks/main/passings";

/// `hand`, a device of people, stands behind the decoder `sf`.
struct HandCase : CentreCase {
    HandCase() {
        REQUIRE(admin("POST", "devices", R"({"id":"hand","track":"main","uri":"manual:?protocol=manual"})", {key()})
                    .status == 201);
    }
    Answer tell(const std::string& body = "", const std::string& device = "hand") {
        return admin("POST", "devices/" + device + "/passings", body, {key()});
    }
    std::set<std::string> tags() {
        std::set<std::string> seen;
        for (int i = 0;; ++i) {
            const std::string tag = admin("GET", strip).at("/items/" + std::to_string(i) + "/transponder");
            if (tag.empty()) return seen;
            seen.insert(tag);
        }
    }
    std::string crossing(int at, const std::string& what) {
        return admin("GET", "tracks/main/control").at("/crossings/" + std::to_string(at) + "/" + what);
    }
};

}  // namespace

TEST_CASE_METHOD(HandCase, "a passing is told of a transponder, of a kart, or of nobody yet") {
    const std::string kart = make_kart("14", "5691251");
    const auto by_tag = tell(R"({"transponder":8101234})");
    INFO(by_tag.body);
    CHECK(by_tag.status == 201);
    CHECK(by_tag.at("/transponder") == "8101234");
    CHECK(by_tag.at("/kart") == "null");
    CHECK(by_tag.at("/at_us") == std::to_string(start_us));
    CHECK(tell(R"({"kart":")" + kart + "\"}").at("/kart") == kart);
    CHECK(tags() == std::set<std::string>{"8101234", "5691251"});
    CHECK(admin("GET", strip).at("/items/0/device") == "hand");
    CHECK(admin("GET", strip).at("/items/0/manual") == "true");
    const auto nobody = tell();
    CHECK(nobody.status == 201);
    CHECK(crossing(0, "seq") == nobody.at("/seq"));
    CHECK(admin("GET", "devices/hand").at("/passings") == "3");
}

TEST_CASE_METHOD(HandCase, "a passing is told of an entrant of the session that runs, and nobody's is given to one") {
    const std::string session = make_session(4, R"(,"kind":"race","rules":{"start":"signal"})"),
                      path = "sessions/" + session;
    const std::string kart = make_kart("14", "5691251");
    const auto joined = admin("POST", path + "/entrants", R"({"name":"Anna","kart":")" + kart + "\"}", {key()});
    INFO(joined.body);
    REQUIRE(joined.status == 201);
    const std::string entrant = joined.at("/id");
    REQUIRE(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    REQUIRE(admin("POST", path + "/events", R"({"kind":"start"})").status == 200);
    const auto told = tell(R"({"entrant":")" + entrant + "\"}");
    INFO(told.body);
    CHECK(told.status == 201);
    CHECK(told.at("/entrant") == entrant);
    CHECK(admin("GET", strip).at("/items/0/entrant") == entrant);
    set_now_us(start_us + 40'000'000);
    const auto nobody = tell();
    REQUIRE(admin("POST", path + "/events",
                  R"({"kind":"assign_crossing","crossing":)" + nobody.at("/seq") + R"(,"entrant":")" + entrant + "\"}")
                .status == 200);
    CHECK(admin("GET", strip).at("/items/0/time_us") == std::to_string(start_us + 40'000'000));
    CHECK(crossing(0, "seq").empty());
}

TEST_CASE_METHOD(HandCase,
                 "of a crossing without a tag it is told who could have crossed, and in words why one is refused") {
    const std::string session = make_session(4, R"(,"kind":"race","rules":{"start":"signal"})"),
                      path = "sessions/" + session;
    const auto enter = [&](const std::string& name, const std::string& number, const std::string& tags) {
        return admin("POST", path + "/entrants",
                     R"({"name":")" + name + R"(","number":")" + number + R"(","transponders":[)" + tags + "]}",
                     {key()})
            .at("/id");
    };
    const std::string anna = enter("Anna", "14", "4711"), ben = enter("Ben", "7", "4712"),
                      carl = enter("Carl", "9", "");
    REQUIRE(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    REQUIRE(admin("POST", path + "/events", R"({"kind":"start"})").status == 200);
    const auto at_s = [&](int time_s) { set_now_us(start_us + time_s * std::int64_t{1'000'000}); };
    const auto crossed = [&](const std::string& who, int time_s) {
        at_s(time_s);
        REQUIRE(tell(R"({"entrant":")" + who + "\"}").status == 201);
    };
    for (const int lap : {0, 1, 2, 4}) crossed(anna, 10 + 40 * lap);
    for (const int lap : {0, 1, 2, 3}) crossed(ben, 15 + 40 * lap);
    at_s(180);
    REQUIRE(tell(R"({"at_us":)" + std::to_string(start_us + 131'000'000) + "}").status == 201);
    CHECK(crossing(0, "session") == session);

    const std::string one = "tracks/main/crossings/" + crossing(0, "seq") + "/candidates";
    const auto could = admin("GET", one);
    CHECK(could.at("/items/0/entrant") == anna);
    CHECK(could.at("/items/0/reason") == "passing_missing");
    CHECK(could.at("/items/0/detail") == "41.0 s after the last one");
    CHECK(could.at("/items/1").empty());
    CHECK(admin("GET", one, "", {"Accept-Language: fr"}).at("/items/0/detail") == "41.0 s après le précédent");
    CHECK(admin("GET", "tracks/main/crossings/999/candidates").code() == "not_found");

    const auto give = [&](const std::string& to, const std::string& query = "") {
        return admin("POST", path + "/events" + query,
                     R"({"kind":"assign_crossing","crossing":)" + crossing(0, "seq") + R"(,"entrant":")" + to + "\"}",
                     {"Accept-Language: fr"});
    };
    CHECK(give(carl).at("/detail") == "Sans transpondeur, il ne peut pas être compté.");
    CHECK(give(anna, "?dry_run=1").at("/moved/0/number") == "14");
    CHECK_FALSE(crossing(0, "seq").empty());
    const std::string seq = crossing(0, "seq");
    CHECK(give(anna).status == 200);
    CHECK(crossing(0, "seq").empty());
    CHECK(admin("POST", path + "/events",
                R"({"kind":"assign_crossing","crossing":)" + seq + R"(,"entrant":")" + ben + "\"}",
                {"Accept-Language: fr"})
              .at("/detail") == "Ce passage n’attend plus : on a déjà dit à qui il est.");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"undo"})").status == 200);
    CHECK(crossing(0, "seq") == seq);
}

TEST_CASE_METHOD(HandCase,
                 "at a loop in a sector it is told who passed none in that lap, and at the pit who is inside") {
    const std::string session = make_session(4, R"(,"kind":"race","rules":{"start":"signal"})"),
                      path = "sessions/" + session;
    const auto device = [&](const std::string& id, const std::string& role) {
        const std::string body =
            R"({"id":")" + id + R"(","track":"main","uri":"manual:?protocol=manual",)" + role + "}";
        REQUIRE(admin("POST", "devices", body, {key()}).status == 201);
    };
    device("s1", R"("role":"sector","sector":1)");
    device("in", R"("role":"pit_in")");
    device("out", R"("role":"pit_out")");
    const auto enter = [&](const std::string& name, const std::string& number, const std::string& tags) {
        return admin("POST", path + "/entrants",
                     R"({"name":")" + name + R"(","number":")" + number + R"(","transponders":[)" + tags + "]}",
                     {key()})
            .at("/id");
    };
    const std::string anna = enter("Anna", "14", "4711"), ben = enter("Ben", "7", "4712");
    REQUIRE(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    REQUIRE(admin("POST", path + "/events", R"({"kind":"start"})").status == 200);
    const auto tell_at = [&](int time_s, const std::string& who, const std::string& where) {
        set_now_us(start_us + time_s * std::int64_t{1'000'000});
        const auto told = tell(who.empty() ? "{}" : R"({"entrant":")" + who + "\"}", where);
        INFO(told.body);
        REQUIRE(told.status == 201);
    };
    const auto could = [&] { return admin("GET", "tracks/main/crossings/" + crossing(0, "seq") + "/candidates"); };
    tell_at(10, anna, "hand");
    tell_at(12, ben, "hand");
    tell_at(25, anna, "s1");
    tell_at(27, ben, "s1");
    tell_at(50, anna, "hand");
    tell_at(52, ben, "hand");
    tell_at(64, ben, "s1");
    tell_at(66, "", "s1");
    CHECK(could().at("/items/0/entrant") == anna);
    CHECK(could().at("/items/0/reason") == "passing_missing");
    CHECK(could().at("/items/1").empty());
    tell_at(70, ben, "in");
    tell_at(100, "", "out");
    CHECK(could().at("/items/0/entrant") == ben);
    CHECK(could().at("/items/0/reason") == "in_pit");
    CHECK(could().at("/items/0/detail") == "in the pit for 30.0 s");
    CHECK(could().at("/items/1").empty());
}

TEST_CASE_METHOD(HandCase, "a crossing and a tag are said to be nobody's, with a reason, and an undo asks again") {
    const std::string events = "tracks/main/events";
    REQUIRE(tell().status == 201);
    const std::string seq = crossing(0, "seq");
    const auto dismiss = [&](const std::string& what, const std::string& why) {
        return admin("POST", events, R"({"kind":"dismiss",)" + what + R"(,"why":")" + why + "\"}");
    };
    CHECK(admin("POST", events, R"({"kind":"dismiss","crossing":)" + seq + "}").at("/errors/0/pointer") == "/why");
    CHECK(admin("POST", events, R"({"kind":"dismiss","why":"a marshal"})").at("/errors/0/pointer") == "/crossing");
    CHECK(dismiss(R"("crossing":1,"transponder":2)", "both").at("/errors/0/pointer") == "/transponder");
    CHECK(dismiss("\"crossing\":" + seq, "a marshal").status == 200);
    CHECK(crossing(0, "seq").empty());
    const auto control = admin("GET", "tracks/main/control");
    CHECK(control.at("/actions/0/word") == "dismiss_crossing");
    CHECK(control.at("/actions/0/subject") == "a marshal");
    CHECK(control.at("/actions/0/by") == "admin");
    CHECK(dismiss("\"crossing\":" + seq, "a marshal").code() == "bad_state");
    CHECK(admin("POST", events, R"({"kind":"undo"})").status == 200);
    CHECK(crossing(0, "seq") == seq);

    const auto unknown = [&] { return admin("GET", "tracks/main/control").at("/unknown/0/transponder"); };
    REQUIRE(tell(R"({"transponder":8101234})").status == 201);
    REQUIRE(unknown() == "8101234");
    CHECK(dismiss(R"("transponder":8101234)", "the safety car").status == 200);
    CHECK(unknown().empty());
    CHECK(dismiss(R"("transponder":8101234)", "the safety car").code() == "bad_state");
    CHECK(admin("POST", events, R"({"kind":"undo"})").status == 200);
    CHECK(unknown() == "8101234");
}

TEST_CASE_METHOD(HandCase, "a crossing of no session's time is of none") {
    const std::string session = make_session(4, R"(,"kind":"race","rules":{"start":"signal"})");
    REQUIRE(tell().status == 201);
    CHECK(crossing(0, "session") == "null");
}

TEST_CASE_METHOD(HandCase, "a passing of an earlier time is told with it, and one a moment ahead is of now") {
    const std::string at_us = std::to_string(start_us - 1'000'000);
    CHECK(tell(R"({"transponder":9,"at_us":)" + at_us + "}").at("/at_us") == at_us);
    CHECK(admin("GET", strip).at("/items/0/time_us") == at_us);
    const std::string ahead_us = std::to_string(start_us + 900'000);
    CHECK(tell(R"({"transponder":9,"at_us":)" + ahead_us + "}").at("/at_us") == std::to_string(start_us));
}

TEST_CASE_METHOD(HandCase, "the same key tells one passing, however often it is sent") {
    const std::string once = key(), path = "devices/hand/passings";
    const auto first = admin("POST", path, R"({"transponder":9})", {once});
    const auto again = admin("POST", path, R"({"transponder":9})", {once});
    CHECK(first.status == 201);
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
    CHECK(again.headers.at("idempotent-replayed") == "true");
    CHECK(admin("GET", strip).at("/items/1").empty());
    CHECK(admin("POST", path, R"({"transponder":10})", {once}).code() == "idempotency_mismatch");
    CHECK(admin("POST", path, R"({"transponder":9})").code() == "key_missing");
    const std::string refused = key();
    CHECK(admin("POST", path, R"({"kart":"kar_1"})", {refused}).status == 404);
    make_kart("14", "5691251");
    CHECK(admin("POST", path, R"({"kart":"kar_1"})", {refused}).status == 201);
}

TEST_CASE_METHOD(HandCase, "race control tells of passings, the desk and the mechanic do not") {
    const auto status = [&](const std::string& role) {
        return client(role)->ask("POST", "devices/hand/passings", R"({"transponder":9})", {key()}).status;
    };
    CHECK(status("race_control") == 201);
    CHECK(status("cashier") == 403);
    CHECK(status("mechanic") == 403);
    CHECK(status("") == 401);
}

TEST_CASE_METHOD(HandCase, "a passing that cannot be is refused, and nothing is kept of it") {
    make_kart("14");
    CHECK(tell("{}", "none").code() == "not_found");
    CHECK(tell("{}", "sf").code() == "bad_state");
    CHECK(tell(R"({"kart":"kar_1"})").code() == "bad_state");
    CHECK(tell(R"({"kart":"kar_99"})").code() == "not_found");
    CHECK(tell(R"({"entrant":"ent_1"})").code() == "not_found");
    CHECK(tell(R"({"transponder":0})").code() == "invalid");
    CHECK(tell(R"({"transponder":9,"kart":"kar_1"})").code() == "invalid");
    CHECK(tell(R"({"at_us":)" + std::to_string(start_us + 1'000'001) + "}").code() == "invalid");
    CHECK(tell(R"({"number":"7"})").code() == "invalid");
    CHECK(tell("{").code() == "syntax");
    CHECK(admin("GET", strip).at("/items/0").empty());
    CHECK(crossing(0, "seq").empty());
}
