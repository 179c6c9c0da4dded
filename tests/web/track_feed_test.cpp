// The live feed: a snapshot plus its deltas is the next snapshot, each viewer gets every message, and a slow one a fresh snapshot.
#include "web/feed/track_feed.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "web/feed/board_json.hpp"

using namespace chicane;
using namespace chicane::web::feed;
namespace json = boost::json;

namespace {

/// A viewer whose write is in flight for as long as the test says.
class FakeViewer : public web::http::Viewer {
  public:
    bool busy() const override { return stuck; }
    void send(web::http::SharedFrame frames) override {
        std::string_view rest = *frames;
        while (!rest.empty()) rest.remove_prefix(take_one(rest));
    }
    void close() override { closed = true; }

    std::vector<json::object> messages;
    bool stuck = false;
    bool closed = false;

  private:
    std::size_t take_one(std::string_view bytes) {
        const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
        std::size_t length = at(1), head = 2;
        if (length == 126) length = at(2) << 8 | at(3), head = 4;
        messages.push_back(json::parse(bytes.substr(head, length)).as_object());
        return head + length;
    }
};

timing::Board board_with(std::vector<std::pair<std::uint32_t, std::int32_t>> laps) {
    timing::Board board;
    board.session =
        timing::SessionHead{"ses_1", "Heat", timing::Kind::race, timing::Ranking::laps, timing::SessionState::running};
    std::int32_t position = 0;
    for (const auto& [id, done] : laps) {
        timing::Row row;
        row.id = timing::EntrantId{id};
        row.position = ++position;
        row.number = std::to_string(id);
        row.laps = done;
        board.rows.push_back(row);
    }
    return board;
}

void publish(TrackFeed& feed, timing::Board board) { feed.publish(std::make_shared<timing::Board>(std::move(board))); }

std::string type_of(const json::object& message) { return std::string(message.at("type").as_string()); }

}  // namespace

TEST_CASE("a viewer gets a snapshot first and then only what changed") {
    TrackFeed feed("s");
    publish(feed, board_with({{1, 1}, {2, 1}}));
    auto viewer = std::make_shared<FakeViewer>();
    feed.join(viewer, {});
    publish(feed, board_with({{1, 1}, {2, 2}}));
    REQUIRE(viewer->messages.size() == 2);
    CHECK(type_of(viewer->messages[0]) == "snapshot");
    CHECK(viewer->messages[0].at("stream") == "s");
    const auto& delta = viewer->messages[1];
    CHECK(delta.at("seq").as_int64() == viewer->messages[0].at("seq").as_int64() + 1);
    REQUIRE(delta.at("rows").as_array().size() == 1);
    CHECK(delta.at("rows").at(0).at("id") == "ent_2");
    CHECK_FALSE(delta.contains("session"));
    CHECK_FALSE(delta.contains("clock"));
}

TEST_CASE("a row that leaves is named by its id") {
    TrackFeed feed("s");
    publish(feed, board_with({{1, 1}, {2, 1}}));
    auto viewer = std::make_shared<FakeViewer>();
    feed.join(viewer, {});
    publish(feed, board_with({{1, 1}}));
    CHECK(viewer->messages.back().at("removed") == json::array{"ent_2"});
}

TEST_CASE("nothing changed is no message, and a clock that only ticked on is nothing") {
    TrackFeed feed("s");
    auto board = board_with({{1, 1}});
    board.clock = {1'000'000, 9'000'000, 1, 10, true, 1'000};
    publish(feed, board);
    const auto seq = feed.seq();
    board.clock.elapsed_us = 3'000'000;
    board.clock.remaining_us = 7'000'000;
    board.clock.as_of_ms = 3'000;
    publish(feed, board);
    CHECK(feed.seq() == seq);
    board.clock.runs = false;
    publish(feed, board);
    CHECK(feed.seq() == seq + 1);
}

TEST_CASE("the clock of a snapshot is the one that viewers were told, and it never drifts from the board's") {
    constexpr std::int64_t late_us = 30'000,
                           behind_us_max = 50'000;  // each board says 30 ms more than the clock ticked
    TrackFeed feed("s");
    auto viewer = std::make_shared<FakeViewer>();
    feed.join(viewer, {});
    json::value told;
    for (std::int32_t lap = 1; lap <= 20; ++lap) {
        auto board = board_with({{1, lap}});
        board.clock = {lap * (1'000'000 + late_us), std::nullopt, 1, std::nullopt, true, lap * 1'000};
        publish(feed, board);
        if (viewer->messages.back().contains("clock")) told = viewer->messages.back().at("clock");
        const auto ticked_us =
            told.at("elapsed_us").as_int64() + (lap * 1'000 - told.at("as_of_ms").as_int64()) * 1'000;
        CHECK(*board.clock.elapsed_us - ticked_us <= behind_us_max);
        CHECK(json::parse(feed.snapshot()).at("board").at("clock") == told);
    }
}

TEST_CASE("a viewer whose write is in flight gathers what comes and gets each message once") {
    TrackFeed feed("s");
    auto viewer = std::make_shared<FakeViewer>();
    feed.join(viewer, {});
    viewer->stuck = true;
    for (std::int32_t lap = 1; lap <= 5; ++lap) publish(feed, board_with({{1, lap}}));
    CHECK(viewer->messages.size() == 1);
    viewer->stuck = false;
    viewer->on_drained();
    REQUIRE(viewer->messages.size() == 6);
    for (std::size_t i = 1; i < 6; ++i) {
        CHECK(type_of(viewer->messages[i]) == "delta");
        CHECK(viewer->messages[i].at("seq").as_int64() ==
              viewer->messages[0].at("seq").as_int64() + static_cast<std::int64_t>(i));
    }
}

TEST_CASE("a viewer too far behind gets a fresh snapshot, and the others do not notice") {
    TrackFeed feed("s");
    auto slow = std::make_shared<FakeViewer>(), quick = std::make_shared<FakeViewer>();
    feed.join(slow, {});
    feed.join(quick, {});
    slow->stuck = true;
    const auto many = static_cast<std::int32_t>(messages_kept) + 1;
    for (std::int32_t lap = 1; lap <= many; ++lap) publish(feed, board_with({{1, lap}}));
    slow->stuck = false;
    slow->on_drained();
    CHECK(type_of(slow->messages.back()) == "snapshot");
    CHECK(slow->messages.back().at("seq").as_int64() == quick->messages.back().at("seq").as_int64());
    CHECK(quick->messages.size() == static_cast<std::size_t>(many) + 1);
    CHECK(feed.snapshots_for_slow() == 1);
}

TEST_CASE("who comes back to the same stream gets what was missed, to another a snapshot") {
    TrackFeed feed("s");
    for (std::int32_t lap = 1; lap <= 3; ++lap) publish(feed, board_with({{1, lap}}));
    auto same = std::make_shared<FakeViewer>(), other = std::make_shared<FakeViewer>(),
         early = std::make_shared<FakeViewer>();
    feed.join(same, TrackFeed::Resume{"s", 1});
    feed.join(other, TrackFeed::Resume{"before the restart", 1});
    feed.join(early, TrackFeed::Resume{"s", 99});
    REQUIRE(same->messages.size() == 2);
    CHECK(same->messages.front().at("seq").as_int64() == 2);
    CHECK(type_of(other->messages.front()) == "snapshot");
    CHECK(type_of(early->messages.front()) == "snapshot");
}

TEST_CASE("a client that asks for a snapshot gets one, and all else that it says is ignored") {
    TrackFeed feed("s");
    auto viewer = std::make_shared<FakeViewer>();
    feed.join(viewer, {});
    viewer->on_text("hello");
    CHECK(viewer->messages.size() == 1);
    viewer->on_text(R"({"type":"snapshot"})");
    CHECK(viewer->messages.size() == 2);
}

TEST_CASE("what does not exist is null in a row") {
    timing::Board board = board_with({{7, 0}});
    const auto row = json::parse(snapshot_message(board, board.clock, 1, "s")).at("board").at("rows").at(0);
    for (const char* field : {"transponder", "last_us", "best_us", "best_lap", "total_us"})
        CHECK(row.at(field).is_null());
    CHECK(row.at("gap").at("us").is_null());
    CHECK(row.at("state") == "running");
}
