// Tags that nobody has and that an official said to be nobody's in a session: they are not asked about any more in it. Bounded: the
// oldest word goes, and its tag is asked about again. Plain value.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>

#include "timing/ids.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t dismissed_max = 200;  ///< a day of strangers; nobody dismisses a field one by one

class DismissedTags {
  public:
    void add(std::uint64_t by, std::string session, timing::TransponderId tag) {
        if (words_.size() >= dismissed_max) words_.pop_front();
        words_.push_back({by, std::move(session), tag});
    }
    /// That entry was taken back.
    void take_back(std::uint64_t by) {
        std::erase_if(words_, [&](const Word& word) { return word.by == by; });
    }
    bool contains(const std::string& session, timing::TransponderId tag) const {
        return std::ranges::any_of(words_,
                                   [&](const Word& word) { return word.tag == tag && word.session == session; });
    }

  private:
    struct Word {
        std::uint64_t by = 0;
        std::string session;
        timing::TransponderId tag;
    };
    std::deque<Word> words_;  ///< in order of the log
};

}  // namespace chicane::sessions::conductor
