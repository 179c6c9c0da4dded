#include "decoders/recording/writer.hpp"

#include <algorithm>
#include <ranges>
#include <system_error>
#include <utility>

#include "decoders/recording/files.hpp"

namespace chicane::decoders::recording {

Writer::Writer(Disk& disk, std::filesystem::path folder, Facts facts, Limits limits)
    : disk_(disk), folder_(std::move(folder)), facts_(std::move(facts)), limits_(limits) {}

bool Writer::add(const Entry& entry, std::int64_t now_us) {
    const std::uint64_t failed = failures_;
    Entry piece = entry;
    std::size_t at = 0;
    do {
        piece.bytes = entry.bytes.subspan(at, std::min(entry.bytes.size() - at, entry_bytes_max));
        append(piece, now_us);
        at += piece.bytes.size();
    } while (at < entry.bytes.size());
    return failures_ == failed;
}

void Writer::append(const Entry& entry, std::int64_t now_us) {
    if (!block_.fits(entry.bytes.size()) && !flush(now_us)) {
        lost_bytes_ += block_.raw_bytes();
        const std::uint64_t missing = block_.missing_without();
        block_.clear();
        const std::string digits = std::to_string(missing);
        if (missing > 0) block_.add({EntryKind::lost, entry.peer, entry.at, entry.steady_us, bytes_of(digits)});
    }
    block_.add(entry);
}

bool Writer::flush(std::int64_t now_us) {
    if (block_.empty()) return true;
    if (is_full(now_us)) {
        sync();
        file_.reset();
    }
    const Bytes block = block_.build();
    if ((!file_ && !open(now_us)) || !file_->append(block)) {
        ++failures_;
        return false;
    }
    written_ += block.size();
    unsynced_ = true;
    block_.clear();
    return true;
}

bool Writer::sync() {
    if (!file_ || !unsynced_) return true;
    if (!file_->sync()) {
        ++failures_;
        return false;
    }
    unsynced_ = false;
    return true;
}

bool Writer::is_full(std::int64_t now_us) const {
    return file_ && (written_ >= limits_.file_bytes || now_us - opened_us_ >= limits_.file_age_us);
}

/// A new file for each start, too: what an earlier one has left torn is never written on.
bool Writer::open(std::int64_t now_us) {
    const auto numbers = file_numbers(folder_, facts_.device);
    const std::uint64_t number = std::max(number_, numbers.empty() ? 0 : numbers.back()) + 1;
    const auto path = file_path(folder_, facts_.device, number);
    auto file = disk_.create(path);
    if (!file) return false;
    facts_.started = block_.head().first;
    facts_.steady_us = block_.head().steady_us;
    const Bytes begin = file_begin(facts_);
    if (!file->append(begin)) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return false;
    }
    file_ = std::move(file);
    number_ = number;
    written_ = begin.size();
    opened_us_ = now_us;
    remove_oldest();
    return true;
}

void Writer::remove_oldest() const {
    std::error_code error;
    std::uint64_t bytes = limits_.file_bytes;  // what is being written may grow so far
    std::size_t files = 0;
    for (const std::uint64_t number : file_numbers(folder_, facts_.device) | std::views::reverse) {
        if (number == number_) continue;
        const auto path = file_path(folder_, facts_.device, number);
        const auto size = std::filesystem::file_size(path, error);
        bytes += error ? 0 : size;
        if (++files >= limits_.files || bytes > limits_.all_bytes) std::filesystem::remove(path, error);
    }
}

}  // namespace chicane::decoders::recording
