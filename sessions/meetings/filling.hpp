// Filling heats: which session each seat drives in. Families and groups together, told people where they were, sessions even and few. Hard rules
// hold always; the rest has a price, and the prices are settings. Pure: the number of moves is bounded, not the time, and the same input and seed
// give the same heats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sessions/meetings/karts.hpp"
#include "sessions/meetings/limits.hpp"

namespace chicane::sessions::meetings {

struct FillSeat {
    std::uint32_t id = 0;      ///< of the seat; lower ones first where all else is equal
    timing::EntrantId person;  ///< who may have several seats
    std::uint32_t family = 0;  ///< 0: none
    std::uint32_t group = 0;   ///< 0: none
    KartClass kart_class = 0;
    std::int32_t age = 18;
    std::int32_t rating = 1500;
    std::int32_t weight_kg = 70;
    std::optional<std::size_t> pinned;  ///< session; by hand, or because it is staged
    std::optional<std::size_t> told;    ///< session that he knows of
    std::optional<std::size_t> asked;   ///< the earliest session that he wished
};

/// In order of start.
struct FillSession {
    std::size_t capacity = 0;
    std::int64_t start_min = 0;
    std::int64_t end_min = 0;
    std::vector<KartClass> classes{0};
    bool mixes_classes = false;
    bool is_family = false;  ///< children and adults together
    bool is_closed = false;  ///< staged, running, over: who is in is pinned, nobody is added
};

struct FillWish {
    std::size_t left;  ///< seats, by their place in the list
    std::size_t right;
    bool together;  ///< else apart
};

struct FillGuard {
    std::size_t child;  ///< seats; while the child drives, the guardian does not
    std::size_t guardian;
};

struct FillWeights {
    std::int64_t family =
        10'000;  ///< a member away from his family's heat; adjacent is near enough when a hard rule parts them
    std::int64_t group_gap =
        2'000;                    ///< a place between the first and the last session of a group in a session without it
    std::int64_t opened = 1'500;  ///< a session that nobody was pinned in
    std::int64_t wish = 500;
    std::int64_t told = 300;
    std::int64_t imbalance = 100;  ///< Σ (size − ⌊n/h⌋)² over the sessions opened here
    std::int64_t rest = 50;        ///< somebody with less than two sessions between his
    std::int64_t rating = 20;      ///< 100 points of spread in a session
    std::int64_t later = 5;        ///< person and minute
    std::int64_t weight = 1;       ///< kg of spread over 30 in a session
};

struct FillAsk {
    std::vector<FillSeat> seats;
    std::vector<FillSession> sessions;
    std::vector<FillWish> wishes;
    std::vector<FillGuard> guards;
    FillWeights weights;
    std::int32_t child_age = 13;    ///< below: not with adults, but in a family session
    std::size_t rest_sessions = 1;  ///< between two sessions of a person
    std::int64_t moves = filling_moves_max;
    std::uint64_t seed = 0;
};

enum class Unplaced : std::uint8_t {
    no_class,  ///< no open session has his kart class
    full,      ///< all that have are full
    parted,    ///< there is room, but not by age, rest, guardian or mixed classes
    refused,   ///< the pinned session is not there or breaks a hard rule, or the ask is beyond the limits
};

struct Filled {
    std::vector<std::optional<std::size_t>> session;  ///< of each seat
    struct Out {
        std::size_t seat;
        Unplaced why;
        friend bool operator==(const Out&, const Out&) = default;
    };
    std::vector<Out> unplaced;
    std::int64_t cost = 0;   ///< of who is placed
    std::int64_t moves = 0;  ///< weighed
};

/// Beyond `people_max` seats or `runs_max` sessions nothing is placed and all are `refused`.
Filled fill_heats(const FillAsk& ask);

}  // namespace chicane::sessions::meetings
