#include "decoders/recording/scanner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace chicane::decoders::recording {

namespace {

/// As far as both reach.
template <std::size_t size>
bool begins_with(std::span<const std::byte> bytes, const std::array<unsigned char, size>& word) {
    return std::memcmp(bytes.data(), word.data(), std::min(bytes.size(), size)) == 0;
}

/// Bytes up to the next one that a block or a file may begin with.
std::size_t next_begin(std::span<const std::byte> rest) {
    const auto begins = [](std::byte byte) {
        return byte == std::byte{block_mark[0]} || byte == std::byte{file_magic[0]};
    };
    return static_cast<std::size_t>(std::find_if(rest.begin() + 1, rest.end(), begins) - rest.begin());
}

}  // namespace

void Scanner::feed(std::span<const std::byte> bytes) {
    held_.insert(held_.end(), bytes.begin(), bytes.end());
    walk(false);
}

void Scanner::finish() {
    walk(true);
    tell_damage();
}

void Scanner::walk(bool ends) {
    while (taken_ < held_.size()) {
        const auto rest = std::span<const std::byte>(held_).subspan(taken_);
        const Step done = step(rest);
        if (done == Step::needs_more && !ends) break;
        if (done == Step::took) continue;
        const std::size_t skipped = next_begin(rest);
        damaged_ += skipped;
        taken_ += skipped;
    }
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(taken_));
    taken_ = 0;
}

Scanner::Step Scanner::step(std::span<const std::byte> rest) {
    if (begins_with(rest, file_magic)) {
        if (rest.size() < file_magic.size()) return Step::needs_more;
        tell_damage();
        taken_ += file_magic.size();
        return Step::took;
    }
    if (!begins_with(rest, block_mark)) return Step::damaged;
    if (rest.size() < block_head_bytes) return Step::needs_more;
    const auto head = read_head(rest);
    if (!head) return Step::damaged;
    if (rest.size() - block_head_bytes < head->payload_bytes) return Step::needs_more;
    const auto payload = rest.subspan(block_head_bytes, head->payload_bytes);
    if (check_sum(payload) != head->payload_sum || !deliver(*head, payload)) return Step::damaged;
    taken_ += block_head_bytes + payload.size();
    return Step::took;
}

/// A block of a kind that is not known is whole, and passed over.
bool Scanner::deliver(const BlockHead& head, std::span<const std::byte> payload) {
    const auto kind = static_cast<BlockKind>(head.kind);
    Facts facts;
    entries_.clear();
    if (kind == BlockKind::facts && !read_facts(text_of(payload), facts)) return false;
    if (kind == BlockKind::entries && !read_entries(head, payload, entries_)) return false;
    tell_damage();
    if (kind == BlockKind::facts) sink_.on_facts(facts);
    for (const Entry& entry : entries_) sink_.on_entry(entry);
    return true;
}

void Scanner::tell_damage() {
    if (damaged_ > 0) sink_.on_damage(std::exchange(damaged_, 0));
}

}  // namespace chicane::decoders::recording
