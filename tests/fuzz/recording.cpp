// Hostile bytes as a recording. Whatever they are: nothing throws, any cut tells the same, and no more bytes are damaged than came.
// As chance hardly ever finds two right sums, the input is also laid into blocks that are whole, and one of them is then damaged:
// what is read is what was written, but for the block that was hit.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "decoders/recording/cut.hpp"
#include "decoders/recording/scanner.hpp"

using namespace chicane::decoders::recording;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

struct Told final : ScanSink {
    void on_facts(const Facts& facts) override { all += facts_json(facts); }
    void on_entry(const Entry& entry) override {
        ++entries;
        all += std::to_string(static_cast<int>(entry.kind)) + ' ' + std::to_string(entry.peer) + ' ' +
               std::to_string(entry.at.us) + ' ' + std::to_string(entry.steady_us) + ' ' + text_of(entry.bytes) + '\n';
    }
    void on_damage(std::uint64_t bytes) override {
        damaged += bytes;
        all += "damaged " + std::to_string(bytes) + '\n';
    }
    std::string all;
    std::size_t entries = 0;
    std::uint64_t damaged = 0;
};

Told scan(std::span<const std::byte> bytes, std::size_t step) {
    Told told;
    Scanner scanner(told);
    for (std::size_t at = 0; at < bytes.size(); at += step)
        scanner.feed(bytes.subspan(at, std::min(step, bytes.size() - at)));
    scanner.finish();
    must(told.damaged <= bytes.size());
    return told;
}

/// Entries of the input: two bytes say what each is, the rest what it holds.
Bytes laid(std::span<const std::byte> input, std::size_t& entries) {
    Facts facts;
    facts.protocol = "p3";
    Bytes file = file_begin(facts);
    BlockBuilder block;
    std::int64_t us = 0;
    for (std::size_t at = 0; at + 2 <= input.size(); ++entries) {
        const auto kind = static_cast<EntryKind>(1 + std::to_integer<unsigned>(input[at]) % 5);
        const auto length = std::min(std::to_integer<std::size_t>(input[at + 1]), input.size() - at - 2);
        us += std::to_integer<std::int64_t>(input[at]) * (at % 3 == 0 ? -1'000 : 1'000'000);
        block.add(
            {kind, std::to_integer<std::uint32_t>(input[at + 1]) % 3, {us}, us / 2, input.subspan(at + 2, length)});
        at += 2 + length;
        if (entries % 4 == 3) {
            const Bytes whole = block.build();
            file.insert(file.end(), whole.begin(), whole.end());
            block.clear();
        }
    }
    if (block.empty()) return file;
    const Bytes whole = block.build();
    file.insert(file.end(), whole.begin(), whole.end());
    return file;
}

/// A cut for others reads any entries, and what it writes is whole.
void cut(std::span<const std::byte> file, bool pseudonyms) {
    Bytes out;
    Cut cutting({{INT64_MIN}, {INT64_MAX}, pseudonyms},
                [&](std::span<const std::byte> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); });
    Scanner scanner(cutting);
    scanner.feed(file);
    scanner.finish();
    cutting.finish();
    must(scan(out, out.size() + 1).damaged == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    const std::size_t step = 1 + data[0];
    const auto input = std::as_bytes(std::span(data + 3, size - 3));
    const Told whole = scan(input, input.size());
    must(scan(input, step).all == whole.all);
    std::size_t entries = 0;
    Bytes file = laid(input, entries);
    const Told sound = scan(file, step);
    must(sound.damaged == 0 && sound.entries == entries);
    cut(file, data[0] % 2 == 0);
    file[(data[1] * 256U + data[2]) % file.size()] ^= std::byte{0x40};
    const Told hit = scan(file, step);
    must(hit.damaged > 0 && hit.entries + 4 >= entries);
    cut(file, data[0] % 2 == 0);
    return 0;
}
