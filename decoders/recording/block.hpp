// The bytes of a recording: a file's first eight, then blocks. A block has a mark to find it by, its length, its time span and two
// check sums, so that a reader that has lost its way finds the next one. Pure. docs/recordings.md has the table.
#pragma once

#include <array>
#include <optional>

#include "decoders/recording/entry.hpp"

namespace chicane::decoders::recording {

inline constexpr std::array<unsigned char, 8> file_magic = {0x89, 'C', 'H', 'C', 'A', 'P', '1', '\n'};
inline constexpr std::array<unsigned char, 4> block_mark = {0xA5, 'C', 'H', 'B'};
inline constexpr std::size_t block_head_bytes = 48;
inline constexpr std::size_t payload_bytes_max = 64 * 1024;            ///< a block: 20 minutes of a busy decoder
inline constexpr std::size_t entry_bytes_max = payload_bytes_max / 2;  ///< of one entry; longer ones are several
inline constexpr std::size_t entry_head_bytes_max = 1 + 5 + 10 + 10 + 5;

enum class BlockKind : std::uint8_t { facts = 1, entries = 2 };

struct BlockHead {
    std::uint8_t kind = 0;
    std::uint32_t payload_bytes = 0;
    std::uint32_t entries = 0;
    timing::HostTime first;      ///< of the first entry
    timing::HostTime last;       ///< of the last one
    std::int64_t steady_us = 0;  ///< of the first one
    std::uint32_t payload_sum = 0;
};

/// CRC-32 as in zlib, Ethernet and PNG: every language has it at hand.
std::uint32_t check_sum(std::span<const std::byte> bytes);

/// The head of a block that begins here; nothing where none does. `bytes` are at least block_head_bytes.
std::optional<BlockHead> read_head(std::span<const std::byte> bytes);

/// The entries of a block into `entries`, which point into `payload`. False: it is not what its head says.
bool read_entries(const BlockHead& head, std::span<const std::byte> payload, std::vector<Entry>& entries);

/// What a file begins with: the magic, and the facts as a block.
Bytes file_begin(const Facts& facts);

/// Collects entries and makes a block of them.
class BlockBuilder {
  public:
    bool empty() const { return head_.entries == 0; }
    bool fits(std::size_t bytes) const { return payload_.size() + entry_head_bytes_max + bytes <= payload_bytes_max; }
    /// An entry that fits.
    void add(const Entry& entry);
    Bytes build() const;
    void clear();
    /// Of what is in it so far.
    const BlockHead& head() const { return head_; }

    /// Bytes of the entries that came from a link or went there.
    std::uint64_t raw_bytes() const { return raw_bytes_; }
    /// All bytes that are missing where it is lost: these, and those whose loss it tells of.
    std::uint64_t missing_without() const { return raw_bytes_ + hole_bytes_; }

  private:
    BlockHead head_;
    Bytes payload_;
    std::int64_t last_steady_us_ = 0;
    std::uint64_t raw_bytes_ = 0;
    std::uint64_t hole_bytes_ = 0;  ///< that its entries tell of
};

}  // namespace chicane::decoders::recording
