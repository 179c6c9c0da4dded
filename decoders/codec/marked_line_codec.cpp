#include "decoders/codec/marked_line_codec.hpp"

#include <algorithm>

namespace chicane::decoders::codec {

void MarkedLineCodec::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    const std::size_t before = std::min(line.find_first_of(marks_), line.size());
    if (before == line.size()) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::frame});
        return;
    }
    if (before > 0) records.emplace_back(Garbage{before, GarbageReason::frame});
    std::size_t begin = before;
    for (std::size_t next; (next = line.find_first_of(marks_, begin + 1)) != std::string_view::npos; begin = next)
        records.emplace_back(Garbage{next - begin, GarbageReason::frame});
    const std::size_t known = records.size();
    read_marked(line.substr(begin), wire_bytes - begin, records);
    if (records.size() == known) records.emplace_back(Garbage{wire_bytes - begin, GarbageReason::syntax});
}

}  // namespace chicane::decoders::codec
