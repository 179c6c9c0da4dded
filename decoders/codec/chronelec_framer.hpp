// Finds Chronelec's frames in any cut of a stream: <passing>, [status] and +++configuration, whose bytes may be any. What lies between
// them is garbage, but for line ends and the zeros that fill: they belong to the frame before.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec::chronelec {

inline constexpr std::size_t text_bytes_max = 64;    ///< a passing has 38, a status 23; garbage grows no further
inline constexpr std::size_t config_bytes_min = 51;  ///< with its begin: up to the firmware; none of them ends it
inline constexpr std::size_t config_bytes_max = 128;

enum class FrameKind { passing, status, config };

/// Valid during the call that hands it over.
struct Frame {
    FrameKind kind{};
    std::string_view body;       ///< without begin and end
    std::size_t wire_bytes = 0;  ///< with them
};

class FrameSink {
  public:
    virtual ~FrameSink() = default;
    virtual void on_frame(const Frame& frame) = 0;
    virtual void on_garbage(const Garbage& garbage) = 0;
};

class Framer {
  public:
    void feed(std::string_view bytes, FrameSink& sink);
    void finish(FrameSink& sink);
    std::size_t pending() const { return outside_ + frame_.size(); }

  private:
    enum class Within { nothing, passing, status, plus, config };

    void take(char byte, FrameSink& sink);
    void take_outside(char byte, FrameSink& sink);
    void take_text(char byte, FrameSink& sink);
    void take_plus(char byte, FrameSink& sink);
    void take_config(char byte, FrameSink& sink);
    void begin(Within within, char byte, FrameSink& sink);
    void end(FrameKind kind, std::size_t begin_bytes, std::size_t end_bytes, FrameSink& sink);
    void give_up(GarbageReason reason, FrameSink& sink);

    Within within_ = Within::nothing;
    std::string frame_;        ///< from its begin on
    std::size_t outside_ = 0;  ///< bytes since the last frame's end
};

}  // namespace chicane::decoders::codec::chronelec
