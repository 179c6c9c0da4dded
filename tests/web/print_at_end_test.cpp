// When a session prints itself, and where its sheets go.
#include "web/host/print_at_end.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace chicane;
using namespace chicane::web::host;

namespace {

timing::Board board(const std::string& session, timing::SessionState state) {
    timing::Board made;
    made.session = timing::SessionHead{session, "Heat", timing::Kind::race, timing::Ranking::laps, state};
    return made;
}

}  // namespace

TEST_CASE("a session is over once, on its own track, and open practice never is") {
    EndWatch watch;
    using State = timing::SessionState;
    CHECK_FALSE(watch.ended("main", {}));
    CHECK_FALSE(watch.ended("main", board("ses_1", State::running)));
    CHECK(watch.ended("main", board("ses_1", State::finished)) == "ses_1");
    CHECK_FALSE(watch.ended("main", board("ses_1", State::finished)));
    CHECK(watch.ended("kids", board("ses_2", State::finished)) == "ses_2");
    CHECK_FALSE(watch.ended("main", board("ses_1", State::finished)));
    CHECK_FALSE(watch.ended("main", board("open_main_3", State::finished)));
    CHECK(watch.ended("main", board("ses_3", State::finished)) == "ses_3");
}

TEST_CASE("a sheet is kept whole under its session's name, and a folder that cannot be written is said") {
    std::string folder = (std::filesystem::temp_directory_path() / "chicane-prints-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    CHECK(keep_print(folder, "ses_1", web::sheets::Kind::lap_times, "first") == "ses_1-lap_times.pdf");
    CHECK(keep_print(folder, "ses_1", web::sheets::Kind::lap_times, "second") == "ses_1-lap_times.pdf");
    std::ifstream file(folder + "/prints/ses_1-lap_times.pdf");
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == "second");
    CHECK(std::distance(std::filesystem::directory_iterator(folder + "/prints"), {}) == 1);
    CHECK(keep_print("/dev/null", "ses_1", web::sheets::Kind::result, "x").error() ==
          "/dev/null/prints/ses_1-result.pdf.part cannot be written");
    std::filesystem::remove_all(folder);
}
