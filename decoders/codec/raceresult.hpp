// RACE RESULT decoders: lines of fields between semicolons, on a connection that we open. The codec agrees on a protocol, asks for pushed
// passings, and fetches what the decoder counts beyond what was heard. Tags are names of letters and digits. decoders.md §3.7 [S].
#pragma once

#include <optional>

#include "decoders/codec/fetching.hpp"
#include "decoders/codec/line_codec.hpp"

namespace chicane::decoders::codec {

class RaceResult final : public LineCodec, public Fetching {
  public:
    /// Asks which protocols it speaks; the next steps follow its answers. What was heard on an earlier connection is known still,
    /// so that what came meanwhile is fetched.
    Bytes greet() override;
    Bytes take_replies() override;
    /// Once a protocol is agreed: before that, answers may be as short as those of the oldest, which name neither loop nor decoder.
    bool ready() const override { return agreed_; }
    /// Until they have come, or several counts brought none of them.
    bool owes() const override;
    /// Its clock, and how many passings it holds: what is asked regularly finds those that were not pushed.
    Bytes ask_clock() const override;
    Bytes ask_again(std::uint32_t from, std::uint32_t until) const override;

  private:
    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;
    void read_answer(std::span<const std::string_view> fields, std::size_t wire_bytes, std::vector<Record>& records);
    void count(std::span<const std::string_view> fields);
    void heard(std::uint32_t number);
    void fetch();
    bool has_more() const { return (heard_ && held_ > *heard_) || before_first_ > 0; }

    Bytes replies_;
    bool agreed_ = false;                      ///< with this connection, on a protocol
    std::optional<std::uint32_t> file_ = {};   ///< numbers begin anew with each
    std::optional<std::uint32_t> heard_ = {};  ///< the highest number that came, or that was there when we came
    bool any_came_ = false;                    ///< passings, since we began to listen
    bool counted_ = false;                     ///< a count has come
    std::uint32_t held_ = 0;                   ///< so many the decoder has
    std::uint32_t fetched_until_ = 0;          ///< of the fetch that runs
    std::uint32_t before_first_ = 0;           ///< so many of those before the first that came are still to come
    int counts_in_vain_ = 0;                   ///< that have come since the last passing that was fetched
};

namespace raceresult {

/// Commands that begin a new file of passings: by an operator only, never by themselves. Local time, from 1970.
Bytes time_command(std::int64_t time_us);
Bytes start_command();
Bytes stop_command();

/// A line of 20 fields: pushed, or as an answer.
Bytes encode(const Passing& passing, bool pushed);

}  // namespace raceresult

}  // namespace chicane::decoders::codec
