#include "decoders/describe/fields.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "decoders/codec/big_endian.hpp"
#include "decoders/codec/little_endian.hpp"

namespace chicane::decoders::describe {

namespace {

using Bytes = std::span<const std::byte>;
using Frames = std::vector<Bytes>;

constexpr std::size_t frames_min = 8;  ///< that eight values rise by chance happens once in 40,000
constexpr std::size_t frames_max = 1'000;
constexpr std::size_t groups_max = 4;        ///< lengths that are looked into
constexpr std::size_t frame_bytes_max = 64;  ///< of a longer frame the head
constexpr std::size_t field_bytes_max = 8;
constexpr std::uint64_t step_max = 4;  ///< a counter that skips more is no counter

std::uint64_t value(Bytes frame, std::size_t offset, std::size_t bytes, bool little) {
    const Bytes field = frame.subspan(offset, bytes);
    return little ? codec::little_endian(field) : codec::big_endian(field);
}

Frames of_length(std::span<const Chunk> chunks, std::size_t bytes) {
    Frames frames;
    for (const Chunk& chunk : chunks)
        if (chunk.bytes.size() == bytes && frames.size() < frames_max) frames.push_back(chunk.bytes);
    return frames;
}

std::size_t values_in(const Frames& frames, std::size_t offset, std::size_t bytes) {
    std::set<std::uint64_t> values;
    for (const Bytes frame : frames) values.insert(value(frame, offset, bytes, false));
    return values.size();
}

/// Nine steps of ten go up by a little, also past the highest value to the first.
bool counts(const Frames& frames, std::size_t offset, std::size_t bytes, bool little) {
    const std::uint64_t mask = bytes == 8 ? ~0ULL : (1ULL << 8 * bytes) - 1;
    std::size_t good = 0;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const std::uint64_t step =
            (value(frames[i], offset, bytes, little) - value(frames[i - 1], offset, bytes, little)) & mask;
        good += step > 0 && step <= step_max;
    }
    return good * 10 >= (frames.size() - 1) * 9;
}

/// Never falls, and stands still in one step of ten at most.
bool rises(const Frames& frames, std::size_t offset, std::size_t bytes, bool little) {
    std::size_t up = 0;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const std::uint64_t before = value(frames[i - 1], offset, bytes, little);
        const std::uint64_t now = value(frames[i], offset, bytes, little);
        if (now < before) return false;
        up += now > before;
    }
    return up * 10 >= (frames.size() - 1) * 9;
}

class Finder {
  public:
    Finder(const Frames& frames, std::vector<Field>& found)
        : frames_(frames), found_(found), bytes_(std::min(frames[0].size(), frame_bytes_max)), taken_(bytes_) {
        for (std::size_t i = 0; i < bytes_; ++i) values_.push_back(values_in(frames, i, 1));
    }

    void find() {
        for (std::size_t at = 0; at < bytes_; ++at) find_counter(at);
        for (std::size_t bytes = 2; bytes <= field_bytes_max; ++bytes)
            for (std::size_t at = 0; at + bytes <= bytes_; ++at) find_clock(at, bytes);
        for (std::size_t at = 0; at < bytes_; ++at) find_repeats(at);
    }

  private:
    bool free(std::size_t at, std::size_t bytes) const {
        return at + bytes <= bytes_ &&
               std::none_of(taken_.begin() + static_cast<std::ptrdiff_t>(at),
                            taken_.begin() + static_cast<std::ptrdiff_t>(at + bytes), [](bool taken) { return taken; });
    }

    void take(Field::What what, std::size_t at, std::size_t bytes, bool little) {
        for (std::size_t i = at; i < at + bytes; ++i) taken_[i] = true;
        found_.push_back({what, frames_[0].size(), at, bytes, little, values_in(frames_, at, bytes), frames_.size(),
                          value(frames_.front(), at, bytes, little), value(frames_.back(), at, bytes, little)});
    }

    /// From its lowest byte, and on as long as the next byte moves with it.
    void find_counter(std::size_t at) {
        if (!free(at, 1) || !counts(frames_, at, 1, false)) return;
        std::size_t after = 1, before = 1;
        while (after < field_bytes_max && free(at, after + 1) && values_[at + after] > 1 &&
               counts(frames_, at, after + 1, true))
            ++after;
        while (before < field_bytes_max && at >= before && free(at - before, before + 1) && values_[at - before] > 1 &&
               counts(frames_, at - before, before + 1, false))
            ++before;
        if (before > 1)
            take(Field::What::counts, at + 1 - before, before, false);
        else
            take(Field::What::counts, at, after, after > 1);
    }

    /// The narrowest that rises, from the highest byte that moves.
    void find_clock(std::size_t at, std::size_t bytes) {
        if (!free(at, bytes)) return;
        if (values_[at] > 1 && rises(frames_, at, bytes, false))
            take(Field::What::rises, at, bytes, false);
        else if (values_[at + bytes - 1] > 1 && rises(frames_, at, bytes, true))
            take(Field::What::rises, at, bytes, true);
    }

    /// Neighbours that move together: each value comes twice at least, on the average. A byte alone has fewer, as chance has few as well.
    void find_repeats(std::size_t at) {
        std::size_t bytes = 0;
        while (bytes < field_bytes_max && free(at, bytes + 1) && values_[at + bytes] > 1 &&
               values_in(frames_, at, bytes + 1) * 2 <= frames_.size())
            ++bytes;
        constexpr std::size_t alone_max = 32;
        if (bytes > 1 || (bytes == 1 && values_[at] <= alone_max)) take(Field::What::repeats, at, bytes, false);
    }

    const Frames& frames_;
    std::vector<Field>& found_;
    std::size_t bytes_;
    std::vector<bool> taken_;
    std::vector<std::size_t> values_;  ///< different ones of each byte
};

codec::Bytes common(std::span<const Chunk> chunks, bool from_end) {
    constexpr std::size_t bytes_max = 4;
    codec::Bytes shared;
    for (std::size_t i = 0; chunks.size() > 1 && i < bytes_max; ++i) {
        const auto byte_of = [&](const Chunk& chunk) {
            return from_end ? chunk.bytes[chunk.bytes.size() - 1 - i] : chunk.bytes[i];
        };
        const bool longer = std::ranges::all_of(chunks, [&](const Chunk& chunk) { return chunk.bytes.size() > i; });
        if (!longer) break;
        const std::byte byte = byte_of(chunks[0]);
        if (!std::ranges::all_of(chunks, [&](const Chunk& chunk) { return byte_of(chunk) == byte; })) break;
        shared.insert(from_end ? shared.begin() : shared.end(), byte);
    }
    return shared;
}

/// How much longer each frame is than the field says; absent: not always the same.
std::optional<std::int64_t> adds(std::span<const Chunk> chunks, std::size_t offset, std::size_t bytes, bool little) {
    std::optional<std::int64_t> same;
    for (const Chunk& chunk : chunks) {
        if (chunk.bytes.size() < offset + bytes) return std::nullopt;
        const auto says = static_cast<std::int64_t>(value(chunk.bytes, offset, bytes, little));
        const std::int64_t more = static_cast<std::int64_t>(chunk.bytes.size()) - says;
        if (same.value_or(more) != more) return std::nullopt;
        same = more;
    }
    return same;
}

}  // namespace

std::vector<Length> lengths_of(std::span<const Chunk> chunks) {
    std::map<std::size_t, std::size_t> counts;
    for (const Chunk& chunk : chunks) ++counts[chunk.bytes.size()];
    std::vector<Length> lengths;
    for (const auto& [bytes, frames] : counts) lengths.push_back({bytes, frames});
    std::ranges::stable_sort(lengths, std::greater(), &Length::frames);
    if (lengths.size() > lengths_told_max) lengths.resize(lengths_told_max);
    return lengths;
}

std::vector<LengthField> length_fields_of(std::span<const Chunk> chunks) {
    constexpr std::size_t offset_max = 8;
    std::vector<LengthField> found;
    if (lengths_of(chunks).size() < 2) return found;
    for (std::size_t offset = 0; offset < offset_max; ++offset) {
        if (const auto more = adds(chunks, offset, 1, false)) found.push_back({offset, 1, false, *more});
        for (const bool little : {false, true})
            if (const auto more = adds(chunks, offset, 2, little)) found.push_back({offset, 2, little, *more});
    }
    return found;
}

std::vector<Field> fields_of(std::span<const Chunk> chunks) {
    std::vector<Field> found;
    std::size_t groups = 0;
    for (const Length& length : lengths_of(chunks)) {
        if (length.frames < frames_min || groups++ == groups_max) break;
        const Frames frames = of_length(chunks, length.bytes);
        Finder(frames, found).find();
    }
    return found;
}

codec::Bytes common_begin(std::span<const Chunk> chunks) { return common(chunks, false); }
codec::Bytes common_end(std::span<const Chunk> chunks) { return common(chunks, true); }

}  // namespace chicane::decoders::describe
