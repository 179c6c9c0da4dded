#include "decoders/codec/raw.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::size_t block_bytes = 64;  ///< coarse enough for a fast line, fine enough to see a slow one live

}  // namespace

void Raw::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    pending_ += bytes.size();
    for (; pending_ >= block_bytes; pending_ -= block_bytes)
        records.emplace_back(Garbage{block_bytes, GarbageReason::unknown_record});
}

void Raw::finish(std::vector<Record>& records) {
    if (pending_ > 0) records.emplace_back(Garbage{pending_, GarbageReason::unknown_record});
    pending_ = 0;
}

}  // namespace chicane::decoders::codec
