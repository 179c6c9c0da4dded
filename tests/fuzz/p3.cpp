// Hostile bytes into P3's codec. Whatever they are: bytes in are bytes in records, any cut gives the same records, and
// what was read is written so that it reads the same. The first byte of the input says where to cut; as chance hardly
// ever finds a right sum, the rest is read as a stream and also as the body of a frame whose sum is right.
#include "decoders/codec/p3.hpp"

#include <cstdint>
#include <cstdlib>
#include <variant>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p3_framer.hpp"

using namespace chicane::decoders::codec;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

std::vector<Record> read(std::span<const std::byte> bytes, std::size_t step) {
    P3 p3;
    std::vector<Record> records;
    while (!bytes.empty()) {
        const auto now = bytes.first(std::min(step, bytes.size()));
        p3.feed(now, records);
        bytes = bytes.subspan(now.size());
    }
    p3.finish(records);
    must(p3.pending() == 0);
    return records;
}

/// Adds up what the framer says; the bytes of good frames are not in their records.
struct Sum final : p3::FrameSink {
    void on_frame(const p3::Frame& frame) override { bytes += frame.wire_bytes; }
    void on_garbage(const Garbage& garbage) override { bytes += garbage.bytes; }
    std::size_t bytes = 0;
};

void must_add_up(std::span<const std::byte> bytes) {
    p3::Framer framer;
    Sum sum;
    framer.feed(bytes, sum);
    must(sum.bytes + framer.pending() == bytes.size());
    framer.finish(sum);
    must(sum.bytes == bytes.size());
}

template <class Known>
void must_read_back(const Known& known) {
    must(read(p3::encode(known), 1'000) == std::vector<Record>{known});
}

void must_read_back(const Garbage&) {}

}  // namespace

namespace {

void try_stream(std::span<const std::byte> bytes, std::size_t step) {
    const auto whole = read(bytes, bytes.size() + 1);
    must(read(bytes, step) == whole);
    must(read(bytes, 1) == whole);
    must_add_up(bytes);
    for (const Record& record : whole) std::visit([](const auto& known) { must_read_back(known); }, record);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t step = 1 + data[0];
    try_stream(std::as_bytes(std::span(data + 1, size - 1)), step);
    constexpr p3::Type types[] = {p3::Type::passing, p3::Type::status, p3::Type::version, p3::Type::get_time,
                                  p3::Type::error};
    p3::FrameBuilder frame(types[data[1] % std::size(types)]);
    try_stream(frame.raw(std::as_bytes(std::span(data + 2, std::min<std::size_t>(size - 2, 4'096)))).build(), step);
    return 0;
}
