// Reads a recording as its bytes come, in any pieces. What is no whole block with right sums is skipped and counted, and the next
// mark is looked for: a torn write or a bad sector costs the blocks that it touches. Pure.
#pragma once

#include "decoders/recording/block.hpp"

namespace chicane::decoders::recording {

class ScanSink {
  public:
    virtual ~ScanSink() = default;
    virtual void on_facts(const Facts& facts) = 0;
    /// Its bytes live until this returns.
    virtual void on_entry(const Entry& entry) = 0;
    /// So many bytes between two whole blocks are damaged, or after the last one.
    virtual void on_damage(std::uint64_t bytes) = 0;
};

class Scanner {
  public:
    explicit Scanner(ScanSink& sink) : sink_(sink) {}

    void feed(std::span<const std::byte> bytes);
    /// The file has ended: what is unfinished is damaged.
    void finish();

  private:
    enum class Step { took, damaged, needs_more };
    void walk(bool ends);
    Step step(std::span<const std::byte> rest);
    bool deliver(const BlockHead& head, std::span<const std::byte> payload);
    void tell_damage();

    ScanSink& sink_;
    Bytes held_;
    std::size_t taken_ = 0;      ///< of held_
    std::uint64_t damaged_ = 0;  ///< bytes since the last whole block, not told yet
    std::vector<Entry> entries_;
};

}  // namespace chicane::decoders::recording
