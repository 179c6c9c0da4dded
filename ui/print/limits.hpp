// What a document may hold. Beyond it the program refuses: it runs on the machine that keeps the time.
#pragma once

namespace chicane::ui::print {

/// Laps of 24 hours of 60 teams are 90,000 cells of 40 bytes.
constexpr int document_bytes_max = 16 << 20;
constexpr int pages_max = 500;
constexpr int blocks_max = 64;
constexpr int beside_max = 3;
constexpr int facts_max = 8;
constexpr int columns_max = 20;
constexpr int rows_max = 10'000;
constexpr int entrants_max = 1000;  ///< as many rows as a board may have
constexpr int laps_max = 5000;      ///< of an entrant: 48 hours of half-minute laps
constexpr int runs_max = 64;
constexpr int signatures_max = 3;
constexpr int text_letters_max = 500;
/// What fits a code that a phone reads from paper.
constexpr int qr_letters_max = 300;
constexpr int logo_bytes_max = 4 << 20;
constexpr int logo_side_max = 4096;

}  // namespace chicane::ui::print
