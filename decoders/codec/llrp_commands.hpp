// What a client tells a reader so that it speaks. The reading order (ROSpec) asks every antenna for Gen2 tags, without an end, and for
// a report of each reading at once. Power, mode and session stay as the reader's owner has set them.
#pragma once

#include "decoders/codec/llrp_message.hpp"

namespace chicane::decoders::codec::llrp {

inline constexpr std::uint32_t keepalive_every_ms = 2'000;
/// Ours, told from those of other programs. Another order needs another number.
inline constexpr std::uint32_t ro_spec = 0x4B415254;
inline constexpr std::uint32_t every_ro_spec = 0;

/// Antennas, maker, model, firmware.
Bytes get_capabilities();
/// Keepalives, and events of the reading order and of exceptions. Resets nothing.
Bytes set_reader_config();
/// Lets go what it held back while nobody was connected; it has no answer.
Bytes enable_events_and_reports();
/// Asks for what it has read and not reported.
Bytes get_report();
Bytes add_ro_spec();
Bytes enable_ro_spec();
Bytes start_ro_spec();
Bytes delete_ro_spec(std::uint32_t id);
Bytes keepalive_ack(std::uint32_t id);

}  // namespace chicane::decoders::codec::llrp
