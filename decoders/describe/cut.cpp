#include "decoders/describe/cut.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

namespace chicane::decoders::describe {

namespace {

using Bytes = std::span<const std::byte>;
using Offsets = std::vector<std::size_t>;

constexpr std::size_t frames_min = 4;  ///< fewer show no rule
constexpr std::size_t frame_bytes_min = 3, period_max = 256;
constexpr std::size_t plain_bytes = 16;  ///< a line of a dump

constexpr std::byte cr{'\r'}, lf{'\n'};

std::vector<Chunk> chunks_at(Bytes bytes, const Offsets& begins) {
    std::vector<Chunk> chunks;
    std::size_t from = 0;
    const auto add = [&](std::size_t until) {
        if (until > from) chunks.push_back({from, bytes.subspan(from, until - from)});
        from = std::max(from, until);
    };
    for (const std::size_t begin : begins) add(std::min(begin, bytes.size()));
    add(bytes.size());
    return chunks;
}

/// Behind each mark, without the stream's end.
Offsets behind(Bytes bytes, Bytes mark) {
    Offsets begins;
    for (std::size_t at = 0; at + mark.size() < bytes.size(); ++at) {
        if (!std::ranges::equal(bytes.subspan(at, mark.size()), mark)) continue;
        at += mark.size() - 1;
        begins.push_back(at + 1);
    }
    return begins;
}

/// Text: eight bytes in ten are letters. Its lines end with the control byte that it has most of; CR and LF go together.
std::optional<codec::Bytes> terminator_of(Bytes bytes) {
    std::array<std::size_t, 256> counts{};
    std::size_t printable = 0, pairs = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        ++counts[std::to_integer<std::size_t>(bytes[i])];
        printable += is_printable(bytes[i]);
        pairs += i > 0 && bytes[i - 1] == cr && bytes[i] == lf;
    }
    if (printable * 10 < bytes.size() * 8) return std::nullopt;
    std::optional<std::byte> most;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto byte = static_cast<std::byte>(i);
        if (is_printable(byte) || byte == std::byte{'\t'} || counts[i] < 2) continue;
        if (!most || counts[i] > counts[std::to_integer<std::size_t>(*most)]) most = byte;
    }
    if (!most) return std::nullopt;
    if ((*most == cr || *most == lf) && pairs * 2 > counts[std::to_integer<std::size_t>(*most)])
        return codec::Bytes{cr, lf};
    return codec::Bytes{*most};
}

/// The share of frames that have one of the three most common lengths, in thousandths; a length that comes once is not common.
std::size_t regularity(const Offsets& begins) {
    std::map<std::size_t, std::size_t> lengths;
    for (std::size_t i = 1; i < begins.size(); ++i) ++lengths[begins[i] - begins[i - 1]];
    std::vector<std::size_t> counts;
    for (const auto& [length, count] : lengths) counts.push_back(length < frame_bytes_min || count < 2 ? 0 : count);
    std::ranges::sort(counts, std::greater());
    std::size_t common = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, counts.size()); ++i) common += counts[i];
    return begins.size() < 2 ? 0 : common * 1000 / (begins.size() - 1);
}

/// The pair of neighbours that stands at most regular distances, and there most often. What is first and last in the capture counts most.
std::optional<codec::Bytes> boundary_of(Bytes bytes) {
    constexpr std::size_t regular = 600, candidates_max = 64;
    std::map<std::pair<std::byte, std::byte>, std::size_t> pairs;
    for (std::size_t i = 1; i < bytes.size(); ++i) ++pairs[{bytes[i - 1], bytes[i]}];
    std::vector<std::pair<std::size_t, std::pair<std::byte, std::byte>>> candidates;
    for (const auto& [pair, count] : pairs) {
        const bool framed = pair.first == bytes.back() && pair.second == bytes.front();
        const bool often = count + 1 >= frames_min && count * period_max >= bytes.size();
        if (often && pair.first != pair.second) candidates.emplace_back(count * (framed ? 1000 : 1), pair);
    }
    std::ranges::sort(candidates, std::greater());
    if (candidates.size() > candidates_max) candidates.resize(candidates_max);
    for (const auto& [weight, pair] : candidates) {
        const codec::Bytes mark{pair.first, pair.second};
        const bool framed = pair.first == bytes.back() && pair.second == bytes.front();
        if (framed || regularity(behind(bytes, mark)) >= regular) return mark;
    }
    return std::nullopt;
}

/// The distance at which most bytes are equal, where that is most of them: frames of one length are alike.
std::optional<std::size_t> period_of(Bytes bytes) {
    constexpr std::size_t sample_max = 8 * 1024;
    bytes = bytes.first(std::min(bytes.size(), sample_max));
    std::size_t best = 0, best_share = 400;  // thousandths
    for (std::size_t period = frame_bytes_min; period <= period_max && period * frames_min <= bytes.size(); ++period) {
        std::size_t equal = 0;
        for (std::size_t i = period; i < bytes.size(); ++i) equal += bytes[i] == bytes[i - period];
        const std::size_t share = equal * 1000 / (bytes.size() - period);
        const bool multiple = best > 0 && period % best == 0 && share < best_share + 100;
        if (share > best_share && !multiple) {
            best = period;
            best_share = share;
        }
    }
    return best ? std::optional(best) : std::nullopt;
}

Offsets every(std::size_t step, std::size_t bytes) {
    Offsets begins;
    for (std::size_t at = step; at < bytes; at += step) begins.push_back(at);
    return begins;
}

}  // namespace

bool is_printable(std::byte byte) { return byte >= std::byte{0x20} && byte < std::byte{0x7F}; }

Cut cut(Bytes bytes, std::span<const std::size_t> pauses) {
    bytes = bytes.first(std::min(bytes.size(), described_bytes_max));
    if (bytes.empty()) return {};
    if (pauses.size() + 1 >= frames_min)
        return {CutBy::pauses, {}, chunks_at(bytes, Offsets(pauses.begin(), pauses.end()))};
    if (auto mark = terminator_of(bytes)) {
        auto chunks = chunks_at(bytes, behind(bytes, *mark));
        return {CutBy::terminator, std::move(*mark), std::move(chunks)};
    }
    if (auto mark = boundary_of(bytes)) {
        Offsets begins = behind(bytes, *mark);
        for (std::size_t& begin : begins) --begin;  // its second byte begins the next
        return {CutBy::boundary, std::move(*mark), chunks_at(bytes, begins)};
    }
    if (const auto period = period_of(bytes))
        return {CutBy::period, {}, chunks_at(bytes, every(*period, bytes.size()))};
    return {CutBy::none, {}, chunks_at(bytes, every(plain_bytes, bytes.size()))};
}

}  // namespace chicane::decoders::describe
