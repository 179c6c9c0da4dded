#include "decoders/recording/block.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <cstring>

namespace chicane::decoders::recording {

namespace {

constexpr std::size_t payload_sum_at = 40, head_sum_at = 44;

template <class Number>
void put(Bytes& to, Number number) {
    const auto value = static_cast<std::uint64_t>(number);
    for (std::size_t i = 0; i < sizeof(Number); ++i) to.push_back(static_cast<std::byte>(value >> (8 * i)));
}

template <class Number>
Number number_at(std::span<const std::byte> bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) value |= std::to_integer<std::uint64_t>(bytes[at + i]) << (8 * i);
    return static_cast<Number>(value);
}

/// Seven bits a byte, the lowest first; the top bit says that more come.
void put_varint(Bytes& to, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) to.push_back(static_cast<std::byte>(value | 0x80));
    to.push_back(static_cast<std::byte>(value));
}

/// Small numbers of either sign stay small: 0, -1, 1, -2 are 0, 1, 2, 3. Differences wrap, so no pair of times overflows.
void put_difference(Bytes& to, std::uint64_t difference) {
    put_varint(to, (difference << 1) ^ (0 - (difference >> 63)));
}

class Walk {
  public:
    explicit Walk(std::span<const std::byte> bytes) : rest_(bytes) {}

    bool done() const { return rest_.empty(); }
    bool byte(std::uint8_t& to) {
        if (rest_.empty()) return false;
        to = std::to_integer<std::uint8_t>(rest_.front());
        rest_ = rest_.subspan(1);
        return true;
    }
    bool varint(std::uint64_t& to) {
        to = 0;
        std::uint8_t next = 0x80;
        for (unsigned shift = 0; next & 0x80; shift += 7) {
            if (shift > 63 || !byte(next)) return false;
            to |= static_cast<std::uint64_t>(next & 0x7F) << shift;
        }
        return true;
    }
    bool difference(std::uint64_t& to) {
        if (!varint(to)) return false;
        to = (to >> 1) ^ (0 - (to & 1));
        return true;
    }
    bool bytes(std::uint64_t count, std::span<const std::byte>& to) {
        if (count > rest_.size()) return false;
        to = rest_.first(count);
        rest_ = rest_.subspan(count);
        return true;
    }

  private:
    std::span<const std::byte> rest_;
};

std::uint64_t between(std::int64_t earlier, std::int64_t later) {
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

std::int64_t moved(std::int64_t from, std::uint64_t by) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + by);
}

Bytes block_of(const BlockHead& head, std::span<const std::byte> payload) {
    Bytes block;
    block.reserve(block_head_bytes + payload.size());
    for (const unsigned char byte : block_mark) block.push_back(static_cast<std::byte>(byte));
    put(block, static_cast<std::uint32_t>(head.kind));
    put(block, static_cast<std::uint32_t>(payload.size()));
    put(block, head.entries);
    put(block, head.first.us);
    put(block, head.last.us);
    put(block, head.steady_us);
    put(block, check_sum(payload));
    put(block, check_sum(block));
    block.insert(block.end(), payload.begin(), payload.end());
    return block;
}

}  // namespace

std::uint32_t check_sum(std::span<const std::byte> bytes) {
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

std::optional<BlockHead> read_head(std::span<const std::byte> bytes) {
    if (std::memcmp(bytes.data(), block_mark.data(), block_mark.size()) != 0) return std::nullopt;
    if (number_at<std::uint32_t>(bytes, head_sum_at) != check_sum(bytes.first(head_sum_at))) return std::nullopt;
    BlockHead head;
    head.kind = std::to_integer<std::uint8_t>(bytes[4]);
    head.payload_bytes = number_at<std::uint32_t>(bytes, 8);
    head.entries = number_at<std::uint32_t>(bytes, 12);
    head.first.us = number_at<std::int64_t>(bytes, 16);
    head.last.us = number_at<std::int64_t>(bytes, 24);
    head.steady_us = number_at<std::int64_t>(bytes, 32);
    head.payload_sum = number_at<std::uint32_t>(bytes, payload_sum_at);
    if (head.payload_bytes > payload_bytes_max) return std::nullopt;
    return head;
}

bool read_entries(const BlockHead& head, std::span<const std::byte> payload, std::vector<Entry>& entries) {
    Walk walk(payload);
    timing::HostTime at = head.first;
    std::int64_t steady_us = head.steady_us;
    for (std::uint32_t i = 0; i < head.entries; ++i) {
        std::uint8_t kind = 0;
        std::uint64_t peer = 0, wall = 0, apart = 0, length = 0;
        Entry entry;
        if (!walk.byte(kind) || !walk.varint(peer) || !walk.difference(wall) || !walk.difference(apart) ||
            !walk.varint(length) || !walk.bytes(length, entry.bytes) || peer > UINT32_MAX)
            return false;
        at.us = moved(at.us, wall);
        steady_us = moved(steady_us, wall + apart);
        entry.kind = static_cast<EntryKind>(kind);
        entry.peer = static_cast<std::uint32_t>(peer);
        entry.at = at;
        entry.steady_us = steady_us;
        entries.push_back(entry);
    }
    return walk.done() && at == head.last;
}

Bytes file_begin(const Facts& facts) {
    BlockHead head;
    head.kind = static_cast<std::uint8_t>(BlockKind::facts);
    head.first = head.last = facts.started;
    head.steady_us = facts.steady_us;
    const std::string json = facts_json(facts);
    const Bytes block = block_of(head, bytes_of(json).first(std::min(json.size(), payload_bytes_max)));
    Bytes begin;
    for (const unsigned char byte : file_magic) begin.push_back(static_cast<std::byte>(byte));
    begin.insert(begin.end(), block.begin(), block.end());
    return begin;
}

void BlockBuilder::add(const Entry& entry) {
    if (empty()) {
        head_.first = head_.last = entry.at;
        head_.steady_us = last_steady_us_ = entry.steady_us;
    }
    const std::uint64_t wall = between(head_.last.us, entry.at.us);
    payload_.push_back(static_cast<std::byte>(entry.kind));
    put_varint(payload_, entry.peer);
    put_difference(payload_, wall);
    put_difference(payload_, between(last_steady_us_, entry.steady_us) - wall);
    put_varint(payload_, entry.bytes.size());
    payload_.insert(payload_.end(), entry.bytes.begin(), entry.bytes.end());
    head_.last = entry.at;
    last_steady_us_ = entry.steady_us;
    ++head_.entries;
    if (entry.kind == EntryKind::received || entry.kind == EntryKind::sent) raw_bytes_ += entry.bytes.size();
    if (entry.kind == EntryKind::lost) hole_bytes_ += hole_bytes(entry);
}

Bytes BlockBuilder::build() const {
    BlockHead head = head_;
    head.kind = static_cast<std::uint8_t>(BlockKind::entries);
    return block_of(head, payload_);
}

void BlockBuilder::clear() {
    head_ = {};
    payload_.clear();
    raw_bytes_ = hole_bytes_ = 0;
}

}  // namespace chicane::decoders::recording
