// The desk names every protocol that the server knows, and no other: the server's table against the cases of Words.qml.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "decoders/codec/codec.hpp"

namespace {

/// The codes that Words.protocol has a name for.
std::set<std::string> named_by_desk() {
    std::ifstream file(CHICANE_SOURCE_DIR "/ui/screens/Words.qml");
    const std::string words{std::istreambuf_iterator<char>(file), {}};
    const auto begin = words.find("function protocol(");
    REQUIRE(begin != std::string::npos);
    const std::string body = words.substr(begin, words.find("return code", begin) - begin);
    const std::regex one_case("case \"([a-z0-9]+)\": return (qsTr\\()?\"[^\"]+\"");
    std::set<std::string> named;
    for (std::sregex_iterator at(body.begin(), body.end(), one_case), end; at != end; ++at) named.insert((*at)[1]);
    return named;
}

}  // namespace

TEST_CASE("the desk has a name for each protocol of the server, and for no other") {
    std::set<std::string> known;
    for (const auto& protocol : chicane::decoders::codec::protocols()) known.emplace(protocol.word);
    REQUIRE(known.size() > 2);
    CHECK(named_by_desk() == known);
}
