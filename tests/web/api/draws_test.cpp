// Heats of a race meeting over HTTP: what is drawn, with its measure, and what follows from results.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

TEST_CASE_METHOD(CentreCase, "balanced heats come with their measure, and the same seed gives the same heats") {
    const std::string ask = R"({"kind":"random","people":12,"places":4,"heats_each":3,"seed":7})";
    const auto drawn = admin("POST", "draws", ask);
    INFO(drawn.body);
    REQUIRE(drawn.status == 200);
    CHECK(drawn.at("/rounds/2/heats/2/people/3") != "");
    CHECK(drawn.at("/rounds/3").empty());
    CHECK(std::stoi(drawn.at("/balance/met_permille")) > 800);
    CHECK(admin("POST", "draws", ask).body == drawn.body);
    CHECK(admin("POST", "draws", R"({"kind":"random","people":12})").code() == "invalid");
}

TEST_CASE_METHOD(CentreCase, "groups meet in pairs, a ladder changes neighbours, an elimination ends in one final") {
    const auto groups = admin("POST", "draws", R"({"kind":"groups","people":8,"places":4,"groups":4})");
    CHECK(groups.at("/rounds/0/heats/5/people/3") != "");
    CHECK(groups.at("/rounds/0/heats/6").empty());
    CHECK(admin("POST", "draws", R"({"kind":"groups","people":9,"places":4,"groups":4})").code() == "bad_plan");
    const std::string results = R"("results":[{"people":[1,2,3,4]},{"people":[5,6,7,8]}])";
    const auto ladder = admin("POST", "draws", R"({"kind":"ladder","count":1,)" + results + "}");
    CHECK(ladder.at("/rounds/0/heats/0/people") == "[1,2,3,5]");
    CHECK(ladder.at("/rounds/0/heats/1/people") == "[4,6,7,8]");
    const auto final = admin("POST", "draws", R"({"kind":"elimination","places":4,"count":2,)" + results + "}");
    CHECK(final.at("/rounds/0/heats/0/people") == "[1,5,2,6]");
    CHECK(final.at("/rounds/0/heats/1").empty());
    CHECK(final.at("/out") == "[3,7,4,8]");
    const auto twice = admin("POST", "draws", R"({"kind":"ladder","results":[{"people":[1,2]},{"people":[2]}]})");
    CHECK(twice.code() == "invalid");
}
