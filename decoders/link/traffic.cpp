#include "decoders/link/traffic.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace chicane::decoders::link {
namespace {

bool is_garbage(const codec::Record& record) { return std::holds_alternative<codec::Garbage>(record); }

}  // namespace

void Traffic::note(std::span<const std::byte> bytes, timing::HostTime now) {
    if (bytes.size() > traffic_bytes_max) {
        bytes = bytes.last(traffic_bytes_max);
        cut_ = true;
    }
    pieces_.push_back({now, codec::Bytes(bytes.begin(), bytes.end())});
    bytes_ += bytes.size();
    while (bytes_ > traffic_bytes_max || pieces_.size() > traffic_pieces_max) {
        bytes_ -= pieces_.front().bytes.size();
        pieces_.pop_front();
        cut_ = true;
    }
}

std::vector<HeardRecord> read_traffic(const Traffic& traffic, std::string_view protocol) {
    std::vector<HeardRecord> heard;
    auto codec = codec::make_codec(protocol);
    if (!codec) return heard;
    std::vector<codec::Record> records;
    codec::Bytes since;
    // A byte at a time, so that each record gets its own bytes; what the codec holds back belongs to the next one.
    for (const TrafficPiece& piece : traffic.pieces()) {
        for (const std::byte byte : piece.bytes) {
            since.push_back(byte);
            (*codec)->feed(std::span(&byte, 1), records);
            if (records.empty()) continue;
            const std::size_t held = std::min((*codec)->pending(), since.size());
            const auto end = since.end() - static_cast<std::ptrdiff_t>(held);
            for (codec::Record& record : std::exchange(records, {})) heard.push_back({piece.at, std::move(record), {}});
            heard.back().bytes.assign(since.begin(), end);
            since.erase(since.begin(), end);
        }
    }
    if (traffic.is_cut()) {
        const auto whole = std::ranges::find_if_not(heard, is_garbage, &HeardRecord::record);
        heard.erase(heard.begin(), whole);
    }
    return heard;
}

}  // namespace chicane::decoders::link
