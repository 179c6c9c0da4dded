// Guesses at passwords are counted by account and by address: after a few, one waits. Bounded in memory, whatever arrives. Pure: now
// is passed in. On the web thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace chicane::web::api {

inline constexpr int guesses_of_account_max = 10;  ///< a person who has forgotten; a guesser gets nowhere
inline constexpr int guesses_of_peer_max = 30;     ///< several desks behind one address
inline constexpr std::int64_t guess_window_us = 300'000'000;
inline constexpr std::size_t guessers_max = 4'096;  ///< beyond, the older half is forgotten

class RateLimit {
  public:
    explicit RateLimit(int guesses_max) : guesses_max_(guesses_max) {}

    /// Counts a guess; or the seconds to wait.
    int guess(const std::string& who, std::int64_t now_us);
    /// It was right: it was no guess.
    void forgive(const std::string& who);
    std::size_t counted() const { return counts_.size(); }

  private:
    struct Count {
        int guesses = 0;
        std::int64_t since_us = 0;
    };
    void make_room(std::int64_t now_us);
    int guesses_max_;
    std::map<std::string, Count> counts_;
};

}  // namespace chicane::web::api
