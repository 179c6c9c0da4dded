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
