// What `chicane decode --protocol raw` prints of a capture whose protocol nobody has described: docs/describe-a-protocol.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decoders/describe/cut.hpp"
#include "decoders/link/capture_file.hpp"

namespace chicane::web::host {

/// A line that was quiet for so long had sent a whole message: at 1,200 baud a byte takes 8 ms.
inline constexpr std::int64_t pause_us_min = 20'000;

/// The begin of a capture, as far as it is described, and how long it is. Of a link that serves several, the first stream.
struct RawCapture {
    decoders::codec::Bytes bytes;
    std::vector<std::size_t> pauses;  ///< where something begins after a pause
    std::size_t whole_bytes = 0;

    void take(const decoders::link::CapturePiece& piece);

  private:
    void pause();

    std::optional<std::uint32_t> stream_;
    std::optional<std::int64_t> last_us_;
};

/// Lines of JSON: the capture, what its frames share, and each frame.
std::string description_lines(const RawCapture& capture);

}  // namespace chicane::web::host
