// The last bytes of a device, as they came, for whoever looks at the wire: a loop that is set up, a protocol that is not understood.
// Keeping them costs a copy; they are read again, with a codec of their own, only when somebody looks. Bounded.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t traffic_bytes_max = 8 * 1024;  ///< some 150 passings of P3: more than a screen shows
inline constexpr std::size_t traffic_pieces_max = 256;      ///< a byte at a time would cost more than its bytes

struct TrafficPiece {
    timing::HostTime at;
    codec::Bytes bytes;
};

class Traffic {
  public:
    void note(std::span<const std::byte> bytes, timing::HostTime now);
    /// Oldest first.
    const std::deque<TrafficPiece>& pieces() const { return pieces_; }
    /// Something older was let go: the first bytes may be the end of a record.
    bool is_cut() const { return cut_; }

  private:
    std::deque<TrafficPiece> pieces_;
    std::size_t bytes_ = 0;
    bool cut_ = false;
};

/// A record with the bytes that it was made of, and when the last of them came.
struct HeardRecord {
    timing::HostTime at;
    codec::Record record;
    codec::Bytes bytes;
};

/// The traffic record by record, oldest first; what is unfinished at the end has not come. Where it is cut, what stands before the first
/// record that is none is left out. A protocol that nobody knows gives nothing.
std::vector<HeardRecord> read_traffic(const Traffic& traffic, std::string_view protocol);

}  // namespace chicane::decoders::link
