#include "decoders/codec/line_codec.hpp"

#include <algorithm>

namespace chicane::decoders::codec {

void LineCodec::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(ends_), rest.size());
        const std::size_t kept = std::min(end, line_bytes_max - line_.size());
        line_.append(rest.substr(0, kept));
        beyond_ += end - kept;
        if (end == rest.size()) return;
        end_line(1, records);
        rest.remove_prefix(end + 1);
    }
}

void LineCodec::finish(std::vector<Record>& records) {
    if (pending() > 0) records.emplace_back(Garbage{pending(), GarbageReason::frame});
    line_.clear();
    beyond_ = 0;
}

void LineCodec::end_line(std::size_t end_bytes, std::vector<Record>& records) {
    const std::size_t wire_bytes = pending() + end_bytes;
    if (beyond_ > 0) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::length});
    } else if (!line_.empty()) {
        const std::size_t before = records.size();
        read_line(line_, wire_bytes, records);
        if (records.size() == before) records.emplace_back(Garbage{wire_bytes, GarbageReason::syntax});
    }
    line_.clear();
    beyond_ = 0;
}

}  // namespace chicane::decoders::codec
