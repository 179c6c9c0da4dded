// Every frame of tests/data/vectors is read as it is written there, by the codec of the table and in the words of `chicane decode`.
#include <filesystem>
#include <ranges>
#include <set>

#include "tests/decoders/decoded_lines.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane;
using decoders::codec::Protocol;
using decoders::codec::protocols;

TEST_CASE("each vector of each protocol is decoded to what stands beside it, wherever it is cut") {
    for (const Protocol& protocol : protocols() | std::views::filter(decoders::test::has_vectors))
        for (const auto& vector : decoders::test::vectors_of(protocol.word)) {
            INFO(protocol.word << ": " << vector.name);
            CHECK(decoders::test::lines_of(decoders::test::read_any_cut(protocol.word, vector.bytes)) == vector.lines);
        }
}

TEST_CASE("each protocol has vectors with names of their own, and no word that is no protocol has any") {
    std::set<std::string> words;
    for (const Protocol& protocol : protocols() | std::views::filter(decoders::test::has_vectors)) {
        words.insert(std::string(protocol.word));
        std::set<std::string> names;
        const auto vectors = decoders::test::vectors_of(protocol.word);
        for (const auto& vector : vectors) names.insert(vector.name);
        INFO(protocol.word);
        CHECK(names.size() >= 3);
        CHECK(names.size() == vectors.size());
        CHECK(decoders::test::count_vectors(protocol.word).right == vectors.size());
    }
    std::set<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(CHICANE_SOURCE_DIR "/tests/data/vectors"))
        files.insert(file.path().stem());
    CHECK(files == words);
}
