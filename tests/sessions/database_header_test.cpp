// Whose file a database is, told by its first bytes: what is not ours is refused before SQLite touches it.
#include "sessions/journal/database_header.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "sessions/journal/database_snapshot.hpp"

using namespace chicane::sessions::journal;

namespace {

constexpr std::array<std::string_view, 2> steps{"CREATE TABLE a (x INTEGER)", "CREATE TABLE b (x INTEGER)"};
const DatabaseKind ours{"journal", 0x1234, steps};
const DatabaseKind older{"journal", 0x1234, std::span(steps).first(1)};
const DatabaseKind other{"centre", 0x4321, steps};

struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "chicane.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("a database of ours, an empty file and no file may be opened") {
    const Folder folder;
    CHECK_FALSE(refused_by_header(folder.file("none.db"), ours));
    std::ofstream(folder.file("empty.db")).flush();
    CHECK_FALSE(refused_by_header(folder.file("empty.db"), ours));
    REQUIRE(open_database(folder.file("a.db"), older).has_value());
    CHECK_FALSE(refused_by_header(folder.file("a.db"), older));
    CHECK_FALSE(refused_by_header(folder.file("a.db"), ours));
}

TEST_CASE("a database that is being made, and was killed before its first step, may be opened") {
    const Folder folder;
    SQLite::Database(folder.file("a.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA journal_mode=WAL");
    CHECK(std::filesystem::file_size(folder.file("a.db")) > 0);
    CHECK_FALSE(refused_by_header(folder.file("a.db"), ours));
}

TEST_CASE("another program's database, another of ours, a newer one and no database are refused, each in its words") {
    const Folder folder;
    REQUIRE(open_database(folder.file("a.db"), ours).has_value());
    CHECK(refused_by_header(folder.file("a.db"), other)->find("is no centre of Chicane") != std::string::npos);
    CHECK(refused_by_header(folder.file("a.db"), older)->find("newer Chicane (version 2, this one knows 1)") !=
          std::string::npos);
    SQLite::Database(folder.file("b.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
    CHECK(refused_by_header(folder.file("b.db"), ours)->find("another program's database") != std::string::npos);
    std::ofstream(folder.file("c.db")) << "a letter to a friend";
    CHECK(refused_by_header(folder.file("c.db"), ours)->find("no database at all") != std::string::npos);
    std::filesystem::create_directory(folder.file("d.db"));
    CHECK(refused_by_header(folder.file("d.db"), ours)->find("is no file") != std::string::npos);
}

TEST_CASE("a snapshot shows its moment, whatever is written before it is copied") {
    const Folder folder;
    auto database = open_database(folder.file("a.db"), ours);
    REQUIRE(database.has_value());
    (*database)->exec("INSERT INTO a VALUES (1)");
    auto snapshot = DatabaseSnapshot::open(folder.file("a.db"), ours);
    REQUIRE(snapshot.has_value());
    (*database)->exec("INSERT INTO a VALUES (2)");
    REQUIRE(snapshot->copy_to(folder.file("copy.db")).has_value());
    CHECK_FALSE(integrity_fault(folder.file("copy.db"), ours));
    auto copy = open_for_reading(folder.file("copy.db"), ours);
    REQUIRE(copy.has_value());
    CHECK((*copy)->execAndGet("SELECT group_concat(x) FROM a").getString() == "1");
    CHECK_FALSE(snapshot->copy_to(folder.file("copy.db")).has_value());
}
