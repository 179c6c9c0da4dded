// Writes the feed's messages with every field and every word in them, for the web client's tests, which hold them against
// web/schema/board.schema.json ("web: vitest"). They land in CHICANE_GOLDEN, or in golden/ of the build.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "web/feed/board_json.hpp"

using namespace chicane::timing;
using namespace chicane::web::feed;

namespace {

std::filesystem::path golden_folder() {
    const char* given = std::getenv("CHICANE_GOLDEN");
    return given ? given : std::filesystem::path(CHICANE_BIN_DIR).parent_path() / "golden";
}

Row full_row(std::uint32_t id, RowState state) {
    Row row;
    row.id = EntrantId{id};
    row.position = static_cast<std::int32_t>(id);
    row.number = std::to_string(id);
    row.name = "Zo\u00eb \"Z\" O\u2019Connor";
    row.transponder = TransponderId{310'045'881};
    row.laps = 12;
    row.last_us = 44'021'499;
    row.best_us = 43'765'001;
    row.best_lap = 7;
    row.total_us = 531'000'000;
    row.average_us = 44'250'000;
    row.gap = {1'204'000, 0};
    row.interval = {std::nullopt, 2};
    row.sectors = {{1, 13'800'000, 13'700'000}, {2, std::nullopt, std::nullopt}};
    row.pits = 3;
    row.state = state;
    return row;
}

/// Each row state once, and a row of which nothing is known yet.
std::vector<Row> all_rows() {
    std::vector<Row> rows;
    std::uint32_t id = 0;
    for (const RowState state : {RowState::running, RowState::in_pit, RowState::finished, RowState::retired,
                                 RowState::dns, RowState::dnf, RowState::dsq, RowState::dnq, RowState::guest})
        rows.push_back(full_row(++id, state));
    rows.emplace_back();
    rows.back().id = EntrantId{1'000'000'001};
    rows.back().position = static_cast<std::int32_t>(++id);
    return rows;
}

Board board_of(Kind kind, Ranking rank, SessionState state, Flag flag) {
    Board board;
    board.session = SessionHead{"ses_12", "Heat 2", kind, rank, state};
    board.clock = {438'000'000, 462'000'000, 12, 20, true, 1'781'000'000'000};
    board.flag = flag;
    board.rows = all_rows();
    for (const MessageKind message : {MessageKind::info, MessageKind::flag, MessageKind::warning, MessageKind::penalty})
        board.messages.push_back({board.messages.size() + 1, 1'781'000'000'000, message, "7", "track limits"});
    board.messages.back().number.reset();
    return board;
}

/// An own flag with all its effects, yellow posts, and a flag to one kart.
Board flags_told() {
    Board board = board_of(Kind::race, Ranking::laps, SessionState::running, Flag::slow);
    board.show = {"Code 60", {2, 32}, std::uint8_t{1}, Lights::yellow, PitLane::closed};
    board.rows.front().flag = KartFlag::black_orange;
    return board;
}

/// Boards that between them use each word of session and flag.
std::vector<Board> boards() {
    return {Board{},
            board_of(Kind::practice, Ranking::best_lap, SessionState::waiting, Flag::none),
            board_of(Kind::qualifying, Ranking::average_lap, SessionState::running, Flag::green),
            board_of(Kind::race, Ranking::laps, SessionState::finishing, Flag::yellow),
            board_of(Kind::endurance, Ranking::total_time, SessionState::suspended, Flag::slow),
            board_of(Kind::race, Ranking::laps, SessionState::finished, Flag::red),
            board_of(Kind::race, Ranking::laps, SessionState::running, Flag::last_lap),
            board_of(Kind::race, Ranking::laps, SessionState::finishing, Flag::chequered),
            flags_told()};
}

}  // namespace

TEST_CASE("messages with every field and word are written for the client to check") {
    std::filesystem::create_directories(golden_folder());
    std::ofstream file(golden_folder() / "feed_boards.jsonl");
    std::uint64_t seq = 0;
    Board before;
    Clock told;
    for (const Board& board : boards()) {
        file << snapshot_message(board, board.clock, seq, "s1") << '\n';
        if (const auto delta = delta_message(before, board, told, ++seq)) file << *delta << '\n';
        before = board;
    }
    if (const auto emptied = delta_message(before, Board{}, told, ++seq)) file << *emptied << '\n';
    file.close();
    REQUIRE(file.good());
    CHECK(std::filesystem::file_size(golden_folder() / "feed_boards.jsonl") > 10'000);
}
