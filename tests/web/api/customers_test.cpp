// Customers over HTTP.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

TEST_CASE_METHOD(CentreCase, "a customer is registered, found from two letters, and corrected") {
    const auto made =
        admin("POST", "customers",
              R"({"family_name":"Žižek","given_name":"Élodie","phone":"+33 6 12 34 56 78","email":"e@example.org"})",
              {key()});
    REQUIRE(made.status == 201);
    CHECK(made.at("/phone") == "+33612345678");
    CHECK(made.at("/birth_date") == "null");
    CHECK(made.at("/public_results") == "null");
    for (const char* query : {"ziz", "ELO", "5678", "06%2012", "e@ex"})
        CHECK(admin("GET", "customers?q=" + std::string(query)).at("/items/0/id") == made.at("/id"));
    CHECK(admin("GET", "customers?q=z").at("/items") == "[]");
    CHECK(admin("GET", "search?q=ziz").at("/items/0/label") == "Élodie Žižek");
    const std::string path = "customers/" + made.at("/id");
    const auto changed = admin("PATCH", path, R"({"birth_date":"2001-02-03","public_results":"given","email":null})",
                               {"If-Match: \"1\""});
    CHECK(changed.at("/birth_date") == "2001-02-03");
    CHECK(changed.at("/email") == "null");
    CHECK(admin("PATCH", path, R"({"birth_date":null})", {"If-Match: \"2\""}).at("/birth_date") == "null");
    CHECK(admin("PATCH", path, R"({"nickname":"x"})", {"If-Match: \"1\""}).status == 412);
}

TEST_CASE_METHOD(CentreCase, "a form's faults come together, in the reader's language") {
    const auto refused =
        admin("POST", "customers",
              R"({"given_name":"A","birth_date":"31.12.1999","phone":"0612","email":"x","public_results":"yes"})",
              {key(), "Accept-Language: fr-FR,fr;q=0.9"});
    CHECK(refused.status == 422);
    std::string faults;
    for (int i = 0; !refused.at("/errors/" + std::to_string(i)).empty(); ++i)
        faults += refused.at("/errors/" + std::to_string(i) + "/pointer") + " ";
    CHECK(faults == "/birth_date /public_results /family_name /email /phone ");
    CHECK(refused.at("/errors/2/detail") == "manque");
}

TEST_CASE_METHOD(CentreCase, "a field is told once what it should be, and its own limit") {
    const auto refused = admin("POST", "customers",
                               R"({"given_name":5,"family_name":"B","nickname":"twenty letters and more"})", {key()});
    CHECK(refused.at("/errors/0/pointer") == "/given_name");
    CHECK(refused.at("/errors/0/detail") == "a text of at most 60 letters was expected");
    CHECK(refused.at("/errors/1/detail") == "a text of at most 20 letters was expected");
    CHECK(refused.at("/errors/2").empty());
    const auto strange = admin("POST", "customers", R"({"given_name":"A","family_name":"B","a/b~c":1})", {key()});
    CHECK(strange.at("/errors/0/pointer") == "/a~1b~0c");
}

TEST_CASE_METHOD(CentreCase, "nobody is looked for by more than a name is long") {
    CHECK(admin("GET", "customers?q=" + std::string(5'000, 'a')).at("/items") == "[]");
}

TEST_CASE_METHOD(CentreCase, "a name that may no more be shown leaves the board of the session that runs") {
    const auto driver = admin("POST", "customers", R"({"family_name":"Besson","given_name":"Inès"})", {key()});
    const auto kart = make_kart("14"), session = make_session(3, R"(,"rules":{"start":"signal"})");
    const std::string path = "sessions/" + session;
    REQUIRE(admin("POST", path + "/entrants", R"({"customer":")" + driver.at("/id") + R"(","kart":")" + kart + "\"}",
                  {key()})
                .status == 201);
    REQUIRE(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    REQUIRE(admin("POST", path + "/events", R"({"kind":"start"})").status == 200);
    const auto shown = [&] { return client("")->ask("GET", path + "/result").at("/classification/0/name"); };
    CHECK(shown() == "Inès B.");
    REQUIRE(admin("PATCH", "customers/" + driver.at("/id"), R"({"public_results":"refused"})", {"If-Match: \"1\""})
                .status == 200);
    CHECK(shown() == "Kart 14");
}

TEST_CASE_METHOD(CentreCase, "a name turns no line of the board") {
    for (const char* turned : {"A\\u202eB", "A\\u2028B", "A\\u2066B", "A\\u0007B"})
        CHECK(admin("POST", "customers", R"({"family_name":"F","given_name":")" + std::string(turned) + "\"}", {key()})
                  .at("/errors/0/pointer") == "/given_name");
    CHECK(admin("POST", "customers", R"({"family_name":"F","given_name":"A\u200d\u2019B"})", {key()}).status == 201);
}
