// `chicane decode` from the outside: a capture in, lines of JSON out, in the form of contract.md.
#include "web/host/commands/decode.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/decoders/frames.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane;

namespace {

struct Run {
    int status = 0;
    std::string out;
    std::string err;
};

Run decode(const std::filesystem::path& file, const std::string& protocol = "p3") {
    std::ostringstream out, err;
    const int status = web::host::decode({file.string(), protocol}, out, err);
    return {status, out.str(), err.str()};
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("decode prints a passing, a status and garbage as the contract has them") {
    decoders::test::Scratch scratch;
    const auto file = scratch.write("capture.hex",
                                    "8e02330053c800000100010451680200030473d75600040888f2fab51e8305000502b2000602340008"
                                    "0200008104131804008f\n"
                                    "8e021f00f3890000020001022800070216000c01760601008104131804008f\r\n"
                                    "\n"
                                    "8e0233005"
                                    "3c800008f\n");
    const Run run = decode(file);
    CHECK(run.err == "");
    CHECK(run.status == 0);
    CHECK(
        run.out ==
        R"({"type":"passing","number":157777,"transponder":5691251,"time_us":1551542808933000,"strength":178,"hits":52,"flags":0,"decoder":268307})"
        "\n"
        R"({"type":"status","noise":40,"temperature_c":22,"voltage_dv":118,"gps":0,"decoder":268307})"
        "\n"
        R"({"type":"garbage","bytes":9,"reason":"length"})"
        "\n");
}

TEST_CASE("decode reads a raw capture as one stream") {
    decoders::test::Scratch scratch;
    std::string raw;
    for (const auto& specimen : decoders::test::specimens())
        for (const std::byte byte : specimen.bytes) raw += static_cast<char>(byte);
    const Run run = decode(scratch.write("capture.bin", raw + "\x8e\x02"));
    CHECK(run.status == 0);
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 12);
    CHECK(run.out.find(R"("decoder":786640,"string":"FL-94890"})") != std::string::npos);
    CHECK(run.out.ends_with("{\"type\":\"garbage\",\"bytes\":2,\"reason\":\"frame\"}\n"));
}

TEST_CASE("decode of protocol raw tells what the frames of a capture share, then each frame") {
    decoders::test::Scratch scratch;
    const auto file = scratch.write("capture.hex",
                                    "0dbd841e080000e736000055f9\n"
                                    "0dbd841e080000e736000055f9\n"
                                    "0dbd841e080000e736000055f9\n"
                                    "0b5c839b3a000014d00102\n");
    const Run run = decode(file, "raw");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    CHECK(run.out ==
          R"({"type":"capture","bytes":50,"described":50,"cut":"pauses","frames":4})"
          "\n"
          R"({"type":"length","bytes":13,"frames":3})"
          "\n"
          R"({"type":"length","bytes":11,"frames":1})"
          "\n"
          R"({"type":"length_field","offset":0,"bytes":1,"adds":0})"
          "\n"
          R"({"type":"frame","offset":0,"bytes":13,"hex":"0dbd841e080000e736000055f9","text":"........6..U."})"
          "\n"
          R"({"type":"frame","offset":13,"bytes":13,"hex":"0dbd841e080000e736000055f9","text":"........6..U."})"
          "\n"
          R"({"type":"frame","offset":26,"bytes":13,"hex":"0dbd841e080000e736000055f9","text":"........6..U."})"
          "\n"
          R"({"type":"frame","offset":39,"bytes":11,"hex":"0b5c839b3a000014d00102","text":".\\..:......"})"
          "\n");
}

TEST_CASE("decode of protocol raw describes the begin of a long capture, and says how long it is") {
    decoders::test::Scratch scratch;
    std::string bytes(3 * 1024 * 1024, 'x');
    for (std::size_t i = 10; i < bytes.size(); i += 16) bytes[i] = '\n';
    const Run run = decode(scratch.write("capture.bin", bytes), "raw");
    CHECK(run.status == 0);
    CHECK(run.out.starts_with(
        R"({"type":"capture","bytes":3145728,"described":1048576,"cut":"terminator","mark":"0a","frames":65537})"));
    CHECK(decode(scratch.write("empty.bin", ""), "raw").out ==
          "{\"type\":\"capture\",\"bytes\":0,\"described\":0,\"cut\":\"none\",\"frames\":0}\n");
}

TEST_CASE("decode refuses a file or a protocol in one clear line with status 2") {
    decoders::test::Scratch scratch;
    const auto missing = scratch.folder() / "missing.bin";
    CHECK(decode(missing).status == 2);
    CHECK(decode(missing).err == "chicane decode: " + missing.string() + ": No such file or directory\n");
    CHECK(decode(scratch.folder()).err == "chicane decode: " + scratch.folder().string() + ": Is a directory\n");
    const auto odd = scratch.write("odd.hex", "8e8f\n8e8\n");
    CHECK(decode(odd).status == 2);
    CHECK(decode(odd).out == "");
    CHECK(decode(odd).err ==
          "chicane decode: " + odd.string() + ":2: expected a frame in pairs of hexadecimal digits\n");
    CHECK(decode(odd, "p4").err ==
          "chicane decode: --protocol: " + decoders::codec::make_codec("p4").error().detail + "\n");
}

TEST_CASE("the recording of 94 minutes decodes to what independent readers found, line by line") {
    const std::filesystem::path data = std::filesystem::path(CHICANE_SOURCE_DIR) / "../shared/data/p3";
    if (!std::filesystem::exists(data)) {
        WARN("SKIP: the recordings are not beside this checkout");
        return;
    }
    const Run run = decode(data / "karts-94min.hex");
    CHECK(run.status == 0);
    CHECK((run.out == text_of(data / "karts-94min.expected.jsonl")));
}
