// Wiclax' generic protocol of acquisition, which any device can speak: lines that end with CR. Who speaks it is told to read, and may be
// asked for its clock, or for all passings between two times. decoders.md §3.9 [S].
#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "decoders/codec/line_codec.hpp"
#include "decoders/codec/rewinding.hpp"

namespace chicane::decoders::codec {

class Wiclax final : public LineCodec, public Rewinding {
  public:
    void resume(std::int64_t newest_us) override;
    /// Asks for what passed since the newest that came, on an earlier connection; then lets it read: what it does already goes on.
    Bytes greet() override;
    Bytes ask_clock() const override;
    bool told_again(const Passing& passing) const override;

  private:
    void note(const Passing& passing, bool again);

    void read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) override;

    std::optional<std::int64_t> newest_us_ = {};  ///< that two in a row have shown, so that no damaged date stands
    std::optional<std::int64_t> before_us_ = {};  ///< of the one that came last
    bool set_back_ = false;                       ///< its clock was, and does not yet show what it showed before
    using Told = std::pair<timing::TransponderId, std::int64_t>;
    std::deque<Told> again_ = {};  ///< the last that came because they were asked for
};

namespace wiclax {

Bytes stop_command();
/// Local times, from 1970.
Bytes time_command(std::int64_t time_us);
/// All passings between two times once more.
Bytes rewind_request(std::int64_t from_us, std::int64_t until_us);

struct Span {
    std::int64_t from_us = 0;
    std::int64_t until_us = 0;
};
/// What a host asks for, of a line without its end; absent: it is no such request.
std::optional<Span> read_rewind(std::string_view line);

/// Its time is cut to milliseconds. `again`: for it was asked.
Bytes encode(const Passing& passing, bool again = false);

}  // namespace wiclax

}  // namespace chicane::decoders::codec
