#include "decoders/describe/sums.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

#include "decoders/codec/big_endian.hpp"
#include "decoders/codec/little_endian.hpp"
#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::describe {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t frames_min = 4, frames_max = 64;  ///< fewer prove nothing, more prove nothing new
constexpr std::size_t begins_max = 5;                   ///< a sum begins behind at most so many bytes
constexpr std::size_t tail_max = 4;                     ///< a terminator and a blank behind a sum
constexpr std::size_t gap_max = 1;                      ///< a mark before a sum
constexpr std::size_t head_max = 8;                     ///< the last place in a frame's head that is tried

/// A way to sum: additions, or a cyclic redundancy check by its polynomial and its begin.
struct Kind {
    const char* name;
    unsigned bits;
    std::uint32_t polynomial;  ///< 0: an addition
    std::uint32_t begin;
    bool reflected = false;
    std::uint32_t end = 0;  ///< what the result is taken against, bit by bit
    bool late = false;      ///< a byte joins behind the step that others take it with, as in AMB's P3
};

constexpr Kind kinds[] = {
    {"sum8", 8, 0, 0},
    {"minus-sum8", 8, 0, 0},
    {"xor8", 8, 0, 0},
    {"sum16", 16, 0, 0},
    {"crc8/07/00", 8, 0x07, 0x00},
    {"crc8/07/ff", 8, 0x07, 0xFF},
    {"crc8/07/de", 8, 0x07, 0xDE},
    {"crc8/31/00", 8, 0x31, 0x00},
    {"crc8/31/ff", 8, 0x31, 0xFF},
    {"crc8/31/00/r", 8, 0x31, 0x00, true},
    {"crc8/1d/ff", 8, 0x1D, 0xFF},
    {"crc8/9b/00/r", 8, 0x9B, 0x00, true},
    {"crc8/d5/00", 8, 0xD5, 0x00},
    {"crc16/1021/0000", 16, 0x1021, 0x0000},
    {"crc16/1021/ffff", 16, 0x1021, 0xFFFF},
    {"crc16/1021/1d0f", 16, 0x1021, 0x1D0F},
    {"crc16/1021/0000/late", 16, 0x1021, 0x0000, false, 0, true},
    {"crc16/1021/ffff/late", 16, 0x1021, 0xFFFF, false, 0, true},
    {"crc16/1021/0000/r", 16, 0x1021, 0x0000, true},
    {"crc16/1021/ffff/r/inverted", 16, 0x1021, 0xFFFF, true, 0xFFFF},
    {"crc16/8005/0000", 16, 0x8005, 0x0000},
    {"crc16/8005/ffff", 16, 0x8005, 0xFFFF},
    {"crc16/8005/0000/r", 16, 0x8005, 0x0000, true},
    {"crc16/8005/ffff/r", 16, 0x8005, 0xFFFF, true},
    {"crc32/04c11db7/ffffffff/r/inverted", 32, 0x04C11DB7, 0xFFFFFFFF, true, 0xFFFFFFFF},
};

std::uint32_t mask_of(unsigned bits) { return bits == 32 ? 0xFFFF'FFFFu : (1u << bits) - 1; }

std::uint32_t reflected(std::uint32_t value, unsigned bits) {
    std::uint32_t turned = 0;
    for (unsigned bit = 0; bit < bits; ++bit) turned |= (value >> bit & 1) << (bits - 1 - bit);
    return turned;
}

/// Goes over bytes of which those at `hole` count as zero.
class Running {
  public:
    explicit Running(const Kind& kind) : kind_(kind), sum_(kind.begin), mask_(mask_of(kind.bits)) {
        if (kind.reflected) polynomial_ = reflected(kind.polynomial, kind.bits);
    }

    void take(std::byte byte) {
        const auto value = std::to_integer<std::uint32_t>(byte);
        if (kind_.polynomial == 0)
            sum_ = std::string_view(kind_.name) == "xor8" ? sum_ ^ value : sum_ + value;
        else if (kind_.reflected)
            take_reflected(value);
        else
            take_straight(value);
    }

    std::uint32_t result() const {
        const std::uint32_t sum = std::string_view(kind_.name) == "minus-sum8" ? 0 - sum_ : sum_;
        return (sum ^ kind_.end) & mask_;
    }

  private:
    void take_straight(std::uint32_t value) {
        const unsigned top = kind_.bits - 1;
        if (!kind_.late) sum_ ^= value << (kind_.bits - 8);
        for (int bit = 0; bit < 8; ++bit) sum_ = (sum_ << 1 ^ (sum_ >> top & 1 ? kind_.polynomial : 0)) & mask_;
        if (kind_.late) sum_ ^= value;
    }
    void take_reflected(std::uint32_t value) {
        sum_ ^= value;
        for (int bit = 0; bit < 8; ++bit) sum_ = sum_ >> 1 ^ (sum_ & 1 ? polynomial_ : 0);
    }

    const Kind& kind_;
    std::uint32_t sum_;
    std::uint32_t mask_;
    std::uint32_t polynomial_ = 0;
};

/// A place and a form to try a kind at.
struct Place {
    std::size_t from, gap, at, from_end;  ///< as in Sum
    std::string_view written;
};

std::size_t width(const Kind& kind, std::string_view written) { return kind.bits / 8 * (written == "hex" ? 2 : 1); }

std::optional<std::uint32_t> written_at(Bytes bytes, std::string_view written) {
    if (written == "big") return static_cast<std::uint32_t>(codec::big_endian(bytes));
    if (written == "little") return static_cast<std::uint32_t>(codec::little_endian(bytes));
    return codec::number_of<std::uint32_t>({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, 16);
}

/// The sum that stands in a frame if it is right; absent: it is not, or has no room.
std::optional<std::uint32_t> right_sum(const Kind& kind, const Place& place, Bytes frame) {
    const std::size_t bytes = width(kind, place.written);
    if (frame.size() < std::max(place.from + place.gap, place.at) + bytes + place.from_end + 1) return std::nullopt;
    const std::size_t at = place.at > 0 ? place.at : frame.size() - place.from_end - bytes;
    const std::size_t until = place.at > 0 ? frame.size() : at - place.gap;
    const auto there = written_at(frame.subspan(at, bytes), place.written);
    if (!there) return std::nullopt;
    Running sum(kind);
    for (std::size_t i = place.from; i < until; ++i) sum.take(i >= at && i < at + bytes ? std::byte{0} : frame[i]);
    return sum.result() == *there ? there : std::nullopt;
}

/// Sums that are all alike may be a constant.
std::optional<Sum> tried(const Kind& kind, const Place& place, std::span<const Bytes> frames) {
    constexpr std::size_t different_min = 3;
    std::size_t holds = 0, missed = 0;
    std::set<std::uint32_t> different;
    for (const Bytes frame : frames) {
        const auto sum = right_sum(kind, place, frame);
        sum ? ++holds : ++missed;
        if (sum) different.insert(*sum);
        if (missed * 2 >= frames.size()) return std::nullopt;
    }
    if (different.size() < different_min) return std::nullopt;
    return Sum{kind.name,
               place.from,
               place.gap,
               place.at,
               place.from_end,
               width(kind, place.written),
               std::string(place.written),
               holds,
               frames.size()};
}

/// Frames that differ, the longest first left out: they are what a wrong cut has joined.
std::vector<Bytes> sample(std::span<const Chunk> chunks) {
    std::vector<Bytes> frames;
    for (const Chunk& chunk : chunks) {
        if (frames.size() == frames_max) break;
        if (chunk.bytes.size() < 3 || chunk.bytes.size() > chunk_bytes_max) continue;
        const bool known =
            std::ranges::any_of(frames, [&](Bytes each) { return std::ranges::equal(each, chunk.bytes); });
        if (!known) frames.push_back(chunk.bytes);
    }
    return frames;
}

void try_kind(const Kind& kind, std::span<const Bytes> frames, std::vector<Sum>& found) {
    constexpr std::string_view forms[] = {"big", "little", "hex"};
    for (const std::string_view written : forms) {
        if (written == "little" && kind.bits == 8) continue;
        const auto try_at = [&](const Place& place) {
            if (auto sum = tried(kind, place, frames)) found.push_back(*std::move(sum));
        };
        for (std::size_t from = 0; from < begins_max; ++from)
            for (std::size_t tail = 0; tail <= tail_max; ++tail)
                for (std::size_t gap = 0; gap <= gap_max; ++gap) try_at({from, gap, 0, tail, written});
        for (std::size_t at = 1; at <= head_max && written != "hex"; ++at) try_at({0, 0, at, 0, written});
    }
}

}  // namespace

std::vector<Sum> sums_of(std::span<const Chunk> chunks) {
    const auto frames = sample(chunks);
    std::vector<Sum> found;
    if (frames.size() < frames_min) return found;
    for (const Kind& kind : kinds) try_kind(kind, frames, found);
    std::ranges::stable_sort(found, std::greater(), [](const Sum& sum) { return std::pair(sum.holds, sum.bytes); });
    if (found.size() > sums_told_max) found.resize(sums_told_max);
    return found;
}

}  // namespace chicane::decoders::describe
