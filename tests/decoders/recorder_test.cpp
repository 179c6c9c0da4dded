// Raw bytes on disk: complete, in files of bounded size and number, and never in the way of a race.
#include "decoders/link/recorder.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/decoders/frames.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
using link::Recorder;
using test::hex;

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

}  // namespace

TEST_CASE("what is written is there at once, byte for byte, in a folder that is made") {
    test::Scratch scratch;
    Recorder recorder(scratch.folder() / "raw", "sf");
    recorder.write(hex("8e008f"));
    recorder.write(hex("0a"));
    CHECK(text_of(scratch.folder() / "raw" / "sf-000001.bin") == std::string("\x8e\x00\x8f\x0a", 4));
    CHECK(recorder.failures() == 0);
}

TEST_CASE("a full file is followed by the next, and only the newest stay") {
    test::Scratch scratch;
    Recorder recorder(scratch.folder(), "sf", {.file_bytes = 4, .files = 2});
    for (int i = 0; i < 10; ++i) recorder.write(hex("0102"));
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000004.bin", "sf-000005.bin"});
    CHECK(text_of(scratch.folder() / "sf-000005.bin").size() == 4);
}

TEST_CASE("what many starts have left stays as long as there is room for all of it") {
    test::Scratch scratch;
    const auto start = [&](link::RecorderLimits limits) {
        Recorder(scratch.folder(), "sf", limits).write(hex("010203"));
    };
    for (int i = 0; i < 30; ++i) start({});
    CHECK(names_in(scratch.folder()).size() == 30);
    start({.file_bytes = 4, .all_bytes = 11});
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000029.bin", "sf-000030.bin", "sf-000031.bin"});
    start({.file_bytes = 4, .files = 2});
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000031.bin", "sf-000032.bin"});
}

TEST_CASE("a new start never writes into an old file, nor touches another device's") {
    test::Scratch scratch;
    scratch.write("sf-000007.bin", "old");
    scratch.write("sf-b-000001.bin", "other");
    Recorder(scratch.folder(), "sf", {.file_bytes = 4, .files = 1}).write(hex("01"));
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000008.bin", "sf-b-000001.bin"});
}

TEST_CASE("a device's id cannot lead out of the folder") {
    test::Scratch scratch;
    Recorder(scratch.folder() / "raw", "../x").write(hex("01"));
    CHECK(names_in(scratch.folder() / "raw") == std::set<std::string>{"___x-000001.bin"});
}

TEST_CASE("a place that cannot be written is counted, and used as soon as it can be") {
    test::Scratch scratch;
    scratch.write("raw", "a file where the folder should be");
    Recorder recorder(scratch.folder() / "raw", "sf");
    recorder.write(hex("01"));
    CHECK(recorder.failures() == 1);
    std::filesystem::remove(scratch.folder() / "raw");
    recorder.write(hex("02"));
    CHECK(recorder.failures() == 1);
    CHECK(text_of(scratch.folder() / "raw" / "sf-000001.bin") == "\x02");
}
