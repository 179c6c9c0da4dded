// A file of every earlier version opens; a stranger's or a newer one is left alone.
#include "centre/store/migrations.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void make_with_steps(const std::string& path, std::size_t steps) {
    auto all = all_migrations();
    all.resize(steps);
    auto connection = Connection::open(path, Mode::read_write);
    REQUIRE(connection);
    REQUIRE(migrate(**connection, path, all));
    (*connection)
        ->script("INSERT INTO customers VALUES(1, 1, 0, 'x', 'Kept', 'Anna', NULL, NULL, NULL, NULL, 'fr', NULL)");
}

std::string error_of(const std::string& path) {
    const auto opened = open_centre(path);
    return opened ? "" : opened.error();
}

}  // namespace

TEST_CASE("a file of every earlier version is brought up to date, and copied before") {
    const std::size_t newest = all_migrations().size();
    REQUIRE(newest >= 9);
    for (std::size_t steps = 1; steps < newest; ++steps) {
        const Folder folder;
        make_with_steps(folder.file(), steps);
        REQUIRE(error_of(folder.file()).empty());
        auto now = StoreCase::open(folder.file());
        auto kept = now->query("SELECT family_name FROM customers");
        REQUIRE(kept.step());
        CHECK(kept.text(0) == "Kept");
        auto copy = Connection::open(folder.file() + ".before-" + std::to_string(steps), Mode::read_only);
        REQUIRE(copy);
        auto version = (*copy)->query("PRAGMA user_version");
        REQUIRE(version.step());
        CHECK(version.integer(0) == static_cast<std::int64_t>(steps));
    }
}

TEST_CASE("a file that is up to date is not copied") {
    const Folder folder;
    REQUIRE(error_of(folder.file()).empty());
    REQUIRE(error_of(folder.file()).empty());
    CHECK_FALSE(std::filesystem::exists(folder.file() + ".before-" + std::to_string(all_migrations().size())));
}

TEST_CASE("a newer file is refused in one line and not touched") {
    const Folder folder;
    make_with_steps(folder.file(), all_migrations().size());
    (*Connection::open(folder.file(), Mode::read_write))->script("PRAGMA user_version = 99");
    const auto before = bytes_of(folder.file());
    CHECK_THAT(error_of(folder.file()), Catch::Contains("made by a newer Chicane (step 99"));
    CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a stranger's database and what is none are refused and not touched") {
    const Folder folder;
    (*Connection::open(folder.file(), Mode::read_write))->script("CREATE TABLE recipes(cake TEXT)");
    const auto before = bytes_of(folder.file());
    CHECK_THAT(error_of(folder.file()), Catch::Contains("not a database of a Chicane centre"));
    CHECK(bytes_of(folder.file()) == before);
    const Folder other;
    std::ofstream(other.file())
        << "This is a letter, and longer than a hundred bytes, so that it could be a header if only it had one.";
    CHECK_THAT(error_of(other.file()), Catch::Contains("not a database"));
}

TEST_CASE("a folder that is missing is one line") {
    CHECK_THAT(error_of("/nowhere/at/all/centre.db"), Catch::Contains("/nowhere/at/all/centre.db: cannot open"));
}

TEST_CASE("a step that fails changes nothing") {
    const Folder folder;
    make_with_steps(folder.file(), 2);
    auto steps = all_migrations();
    steps.resize(2);
    steps.push_back({"0003_good", "CREATE TABLE good(id INTEGER)"});
    steps.push_back({"0004_bad", "CREATE TABLE customers(id INTEGER)"});
    auto connection = Connection::open(folder.file(), Mode::read_write);
    CHECK_FALSE(migrate(**connection, folder.file(), steps));
    auto version = (*connection)->query("PRAGMA user_version");
    REQUIRE(version.step());
    CHECK(version.integer(0) == 2);
    CHECK_THROWS((*connection)->query("SELECT * FROM good"));
}
