// What `chicane decode` would print of bytes, and how many of a protocol's vectors are read as they stand in tests/data/vectors.
#pragma once

#include <algorithm>

#include "tests/decoders/vectors.hpp"
#include "web/host/commands/record_line.hpp"

namespace chicane::decoders::test {

inline std::string lines_of(const std::vector<codec::Record>& records) {
    std::string lines;
    for (const auto& record : records) web::host::append_record_line(record, lines);
    return lines;
}

inline std::string decoded_lines(std::string_view word, const codec::Bytes& bytes) {
    const auto reader = codec::make_codec(word).value();
    std::vector<codec::Record> records;
    reader->feed(bytes, records);
    reader->finish(records);
    return lines_of(records);
}

struct VectorCount {
    std::size_t right = 0;
    std::size_t all = 0;
};

inline VectorCount count_vectors(std::string_view word) {
    const auto vectors = vectors_of(word);
    const auto right = std::ranges::count_if(
        vectors, [&](const Vector& vector) { return decoded_lines(word, vector.bytes) == vector.lines; });
    return {static_cast<std::size_t>(right), vectors.size()};
}

}  // namespace chicane::decoders::test
