// Recordings as tests make and read them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "decoders/recording/block.hpp"
#include "decoders/recording/scanner.hpp"

namespace chicane::decoders::test {

/// An entry that owns its bytes.
struct Kept {
    recording::EntryKind kind = recording::EntryKind::received;
    std::uint32_t peer = 0;
    std::int64_t at_us = 0;
    std::int64_t steady_us = 0;
    std::string bytes;
    friend bool operator==(const Kept&, const Kept&) = default;

    recording::Entry entry() const { return {kind, peer, {at_us}, steady_us, recording::bytes_of(bytes)}; }
};

/// Everything that a scanner tells.
struct Told final : recording::ScanSink {
    void on_facts(const recording::Facts& told) override { facts.push_back(told); }
    void on_entry(const recording::Entry& entry) override {
        entries.push_back({entry.kind, entry.peer, entry.at.us, entry.steady_us, recording::text_of(entry.bytes)});
    }
    void on_damage(std::uint64_t bytes) override { damages.push_back(bytes); }
    std::string of(recording::EntryKind kind) const {
        std::string all;
        for (const Kept& kept : entries)
            if (kept.kind == kind) all += kept.bytes;
        return all;
    }

    std::vector<recording::Facts> facts;
    std::vector<Kept> entries;
    std::vector<std::uint64_t> damages;
};

inline Told scan(std::span<const std::byte> bytes, std::size_t step = SIZE_MAX) {
    Told told;
    recording::Scanner scanner(told);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto piece = bytes.subspan(at, std::min(step, bytes.size() - at));
        scanner.feed(piece);
        at += piece.size();
    }
    scanner.finish();
    return told;
}

inline std::string text_in(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Told scan_file(const std::filesystem::path& file) { return scan(recording::bytes_of(text_in(file))); }

inline recording::Bytes block_of(const std::vector<Kept>& entries) {
    recording::BlockBuilder block;
    for (const Kept& kept : entries) block.add(kept.entry());
    return block.build();
}

/// A file of blocks.
inline recording::Bytes file_of(const std::vector<std::vector<Kept>>& blocks) {
    recording::Facts facts;
    facts.device = "sf";
    facts.protocol = "p3";
    recording::Bytes file = recording::file_begin(facts);
    for (const auto& entries : blocks) {
        const auto block = block_of(entries);
        file.insert(file.end(), block.begin(), block.end());
    }
    return file;
}

/// Entries such as a link makes, clocks that jump included.
inline std::vector<Kept> random_entries(std::mt19937& random, std::size_t count) {
    std::vector<Kept> entries;
    std::int64_t wall_us = 1'700'000'000'000'000, steady_us = 5'000'000;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t passed_us = random() % 3'000'000;
        wall_us += random() % 50 == 0 ? -7'200'000'000 : passed_us;
        steady_us += passed_us;
        Kept kept{static_cast<recording::EntryKind>(1 + random() % 5), static_cast<std::uint32_t>(random() % 3),
                  wall_us, steady_us, std::string(random() % 60, '\0')};
        for (char& c : kept.bytes) c = static_cast<char>(random());
        entries.push_back(std::move(kept));
    }
    return entries;
}

}  // namespace chicane::decoders::test
