// A span of time out of recordings, as a recording for others: without what names a person.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "decoders/recording/clean_p3.hpp"
#include "decoders/recording/scanner.hpp"

namespace chicane::decoders::recording {

struct CutOptions {
    timing::HostTime from;
    timing::HostTime until;  ///< the last that is in it
    bool pseudonyms = false;
};

/// Whether the tag numbers of a protocol can be replaced.
bool can_replace_tags(std::string_view protocol);

class Cut final : public ScanSink {
  public:
    using Out = std::function<void(std::span<const std::byte>)>;
    Cut(CutOptions options, Out out) : options_(options), out_(std::move(out)) {}

    void on_facts(const Facts& facts) override;
    void on_entry(const Entry& entry) override;
    void on_damage(std::uint64_t bytes) override;
    /// Writes what waits.
    void finish();

    std::uint64_t entries() const { return entries_; }
    std::uint64_t damaged_bytes() const { return damaged_bytes_; }
    std::size_t tags() const { return pseudonyms_.size(); }
    /// The span of all that was offered; absent: nothing was.
    const std::optional<timing::HostTime>& first() const { return first_; }
    const std::optional<timing::HostTime>& last() const { return last_; }

  private:
    void receive(const Entry& entry);
    void end_stream(std::uint32_t peer, const Entry& when);
    void end_all(const Entry& when);
    void put(const Entry& entry);
    void put_facts();

    CutOptions options_;
    Out out_;
    Facts facts_;
    bool facts_due_ = true;
    Pseudonyms pseudonyms_;
    std::map<std::uint32_t, CleanP3> streams_;
    BlockBuilder block_;
    Entry newest_;  ///< without its bytes
    std::uint64_t entries_ = 0;
    std::uint64_t damaged_bytes_ = 0;
    std::optional<timing::HostTime> first_, last_;
};

}  // namespace chicane::decoders::recording
