// The pages: read once, answered from memory, never from a path that a request made up.
#include "web/http/static_files.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace chicane::web::http;

namespace {

/// A built client in a folder that goes with the test, and a secret beside it.
class Client {
  public:
    Client() {
        std::string name = (std::filesystem::temp_directory_path() / "chicane.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        folder_ = name;
        std::filesystem::create_directories(folder_ / "web/assets");
        write("web/index.html", "<title>page</title>");
        write("web/assets/index-1a2b.js", "go()");
        write("secret.toml", "secret");
    }
    ~Client() { std::filesystem::remove_all(folder_); }

    StaticFiles files() const { return StaticFiles::read((folder_ / "web").string()).value(); }

  private:
    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
    std::filesystem::path folder_;
};

Response answer(const StaticFiles& files, std::string path, Method method = Method::get, std::string etag = {}) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    if (!etag.empty()) request.headers["if-none-match"] = std::move(etag);
    return files.answer(request);
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& [each, value] : response.headers)
        if (each == name) return value;
    return {};
}

}  // namespace

TEST_CASE("a path that looks like a page is the page, one that looks like a file must be there") {
    const auto files = Client().files();
    for (const char* page : {"/", "/live/main", "/index.html"})
        CHECK(answer(files, page).body == "<title>page</title>");
    for (const char* none :
         {"/nothing.js", "/api/v1/nothing", "/secret.toml", "/../secret.toml", "/assets/../../secret.toml"})
        CHECK(answer(files, none).status == 404);
}

TEST_CASE("a page is read, nothing else is done with it") {
    const auto files = Client().files();
    CHECK(answer(files, "/", Method::head).status == 200);
    for (const Method method : {Method::post, Method::put, Method::patch, Method::del}) {
        const Response refused = answer(files, "/", method);
        CHECK(refused.status == 405);
        CHECK(header(refused, "Allow") == "GET, HEAD");
    }
}

TEST_CASE("a file with a hash in its name is kept for ever, a page is asked for again and not sent twice") {
    const auto files = Client().files();
    const Response script = answer(files, "/assets/index-1a2b.js"), page = answer(files, "/");
    CHECK(header(script, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(script.content_type == "text/javascript; charset=utf-8");
    CHECK(header(page, "Cache-Control") == "no-cache");
    const Response again = answer(files, "/", Method::get, header(page, "ETag"));
    CHECK(again.status == 304);
    CHECK(again.body.empty());
}
