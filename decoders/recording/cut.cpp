#include "decoders/recording/cut.hpp"

#include <algorithm>

namespace chicane::decoders::recording {

namespace {

/// A path may hold a person's name; the file's own is enough.
std::string without_folders(const std::string& uri) {
    constexpr std::string_view scheme = "file:";
    const std::size_t slash = uri.find_last_of('/', uri.find('?'));
    return uri.starts_with(scheme) && slash != std::string::npos ? std::string(scheme) + uri.substr(slash + 1) : uri;
}

}  // namespace

bool can_replace_tags(std::string_view protocol) { return protocol == "p3"; }

void Cut::on_facts(const Facts& facts) {
    Facts next = facts;
    next.uri = without_folders(facts.uri);
    if (can_replace_tags(facts.protocol)) next.left_out = options_.pseudonyms ? "strings, tag numbers" : "strings";
    next.started = facts_.started;
    next.steady_us = facts_.steady_us;
    if (next == facts_) return;
    end_all(newest_);
    facts_ = next;
    facts_due_ = true;
}

void Cut::on_entry(const Entry& entry) {
    first_ = std::min(first_.value_or(entry.at), entry.at);
    last_ = std::max(last_.value_or(entry.at), entry.at);
    if (entry.at < options_.from || entry.at > options_.until || entry.kind > EntryKind::lost) return;
    newest_ = entry;
    newest_.bytes = {};
    if (entry.kind == EntryKind::received) return receive(entry);
    if (entry.kind != EntryKind::sent) end_stream(entry.peer, entry);
    put(entry);
}

void Cut::receive(const Entry& entry) {
    if (!can_replace_tags(facts_.protocol)) return put(entry);
    auto at = streams_.find(entry.peer);
    if (at == streams_.end())
        at = streams_.emplace(entry.peer, CleanP3(options_.pseudonyms ? &pseudonyms_ : nullptr)).first;
    Entry clean = entry;
    const Bytes bytes = at->second.feed(entry.bytes);
    clean.bytes = bytes;
    if (!bytes.empty()) put(clean);
}

void Cut::on_damage(std::uint64_t bytes) {
    damaged_bytes_ += bytes;
    end_all(newest_);
}

void Cut::end_stream(std::uint32_t peer, const Entry& when) {
    const auto at = streams_.find(peer);
    if (at == streams_.end()) return;
    const Bytes rest = at->second.finish();
    streams_.erase(at);
    if (!rest.empty()) put({EntryKind::received, peer, when.at, when.steady_us, rest});
}

void Cut::end_all(const Entry& when) {
    while (!streams_.empty()) end_stream(streams_.begin()->first, when);
}

void Cut::put(const Entry& entry) {
    if (facts_due_) put_facts();
    Entry piece = entry;
    std::size_t at = 0;
    do {
        piece.bytes = entry.bytes.subspan(at, std::min(entry.bytes.size() - at, entry_bytes_max));
        if (!block_.fits(piece.bytes.size())) {
            out_(block_.build());
            block_.clear();
        }
        block_.add(piece);
        at += piece.bytes.size();
    } while (at < entry.bytes.size());
    ++entries_;
}

/// With the first entry that they are about, whose time is the begin.
void Cut::put_facts() {
    if (!block_.empty()) out_(block_.build());
    block_.clear();
    facts_due_ = false;
    Facts facts = facts_;
    facts.started = newest_.at;
    facts.steady_us = newest_.steady_us;
    out_(file_begin(facts));
}

void Cut::finish() {
    end_all(newest_);
    if (!block_.empty()) out_(block_.build());
    block_.clear();
}

}  // namespace chicane::decoders::recording
