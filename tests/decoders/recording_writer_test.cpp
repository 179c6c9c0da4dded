// Recordings on disk: complete, in files of bounded size, age and number.
#include <catch2/catch.hpp>
#include <csignal>
#include <set>
#include <sys/resource.h>

#include "decoders/recording/writer.hpp"
#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
using namespace chicane::decoders::recording;
using test::Kept;

namespace {

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

Facts facts_of(const std::string& device) {
    Facts facts;
    facts.device = device;
    facts.protocol = "p3";
    return facts;
}

/// One device on a real disk; time is what the test says.
struct Device {
    explicit Device(std::filesystem::path folder, Limits limits = {}, const std::string& id = "sf")
        : writer(*disk, std::move(folder), facts_of(id), limits) {}
    bool write(std::string bytes) {
        writer.add(Kept{EntryKind::received, 0, now_us, now_us, std::move(bytes)}.entry(), now_us);
        return writer.flush(now_us);
    }

    std::unique_ptr<Disk> disk = real_disk();
    std::int64_t now_us = 1'000'000;
    Writer writer;
};

/// Files may not grow past a size, as on a full disk.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("what is flushed is on disk, byte for byte, in a folder that is made") {
    test::Scratch scratch;
    Device device(scratch.folder() / "raw");
    device.write(std::string("\x8e\x00\x8f", 3));
    device.write("\n");
    const auto told = test::scan_file(scratch.folder() / "raw" / "sf-000001.cap");
    CHECK(told.of(EntryKind::received) == std::string("\x8e\x00\x8f\n", 4));
    CHECK(told.facts.at(0).started.us == 1'000'000);
    CHECK(device.writer.failures() == 0);
}

TEST_CASE("nobody else on the machine reads a recording") {
    test::Scratch scratch;
    Device(scratch.folder()).write("1");
    const auto mode = std::filesystem::status(scratch.folder() / "sf-000001.cap").permissions();
    CHECK((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}

TEST_CASE("a full file is followed by the next, and only the newest stay") {
    test::Scratch scratch;
    Device device(scratch.folder(), {.file_bytes = 1, .files = 2});
    for (int i = 0; i < 10; ++i) device.write("12");
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000009.cap", "sf-000010.cap"});
}

TEST_CASE("an old file is followed by the next, whatever the wall clock says") {
    test::Scratch scratch;
    Device device(scratch.folder(), {.file_age_us = day_us});
    device.write("first");
    device.now_us += day_us - 1;
    device.write("same day");
    CHECK(names_in(scratch.folder()).size() == 1);
    device.now_us += 1;
    device.write("next day");
    CHECK(test::scan_file(scratch.folder() / "sf-000001.cap").of(EntryKind::received) == "firstsame day");
    CHECK(test::scan_file(scratch.folder() / "sf-000002.cap").of(EntryKind::received) == "next day");
}

TEST_CASE("what many starts have left stays as long as there is room for all of it") {
    test::Scratch scratch;
    for (int i = 0; i < 30; ++i) Device(scratch.folder()).write("123");
    CHECK(names_in(scratch.folder()).size() == 30);
    const auto size = std::filesystem::file_size(scratch.folder() / "sf-000001.cap");
    Device(scratch.folder(), {.file_bytes = size, .all_bytes = 3 * size}).write("123");
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000029.cap", "sf-000030.cap", "sf-000031.cap"});
}

TEST_CASE("a new start never writes into an old file, nor touches another device's") {
    test::Scratch scratch;
    scratch.write("sf-000007.cap", "old");
    scratch.write("sf-b-000001.cap", "other");
    Device(scratch.folder(), {.files = 1}).write("1");
    CHECK(names_in(scratch.folder()) == std::set<std::string>{"sf-000008.cap", "sf-b-000001.cap"});
}

TEST_CASE("a device's id cannot lead out of the folder") {
    test::Scratch scratch;
    Device(scratch.folder() / "raw", {}, "../x").write("1");
    CHECK(names_in(scratch.folder() / "raw") == std::set<std::string>{"___x-000001.cap"});
}

TEST_CASE("a place that cannot be written is counted, and used as soon as it can be, without a byte less") {
    test::Scratch scratch;
    scratch.write("raw", "a file where the folder should be");
    Device device(scratch.folder() / "raw");
    CHECK_FALSE(device.write("1"));
    CHECK(device.writer.failures() == 1);
    std::filesystem::remove(scratch.folder() / "raw");
    CHECK(device.write("2"));
    CHECK(test::scan_file(scratch.folder() / "raw" / "sf-000001.cap").of(EntryKind::received) == "12");
    CHECK(device.writer.lost_bytes() == 0);
}

TEST_CASE("a full disk loses only what no longer fits in a block, says how much, and leaves no torn block") {
    test::Scratch scratch;
    Device device(scratch.folder());
    REQUIRE(device.write("before"));
    const std::string piece(1'000, 'x');
    std::size_t written = 0;
    {
        const FullDisk full(std::filesystem::file_size(scratch.folder() / "sf-000001.cap") + 100);
        for (; device.writer.lost_bytes() == 0; ++written) CHECK_FALSE(device.write(piece));
    }
    REQUIRE(device.write("after"));
    const auto told = test::scan_file(scratch.folder() / "sf-000001.cap");
    CHECK(told.damages.empty());
    CHECK(told.of(EntryKind::lost) == std::to_string(device.writer.lost_bytes()));
    CHECK(told.of(EntryKind::received).size() + device.writer.lost_bytes() == 6 + written * piece.size() + 5);
    CHECK(device.writer.failures() == written + 1);  // the last piece tried twice: for room, and to be written
}

TEST_CASE("a loss that spans blocks is told whole, with what an earlier entry told of it") {
    test::Scratch scratch;
    Device device(scratch.folder());
    REQUIRE(device.write("before"));
    const std::string piece(1'000, 'x');
    constexpr std::uint64_t told_by_queue = 77;
    std::size_t written = 0;
    {
        const FullDisk full(std::filesystem::file_size(scratch.folder() / "sf-000001.cap") + 100);
        device.writer.add(Kept{EntryKind::lost, 0, 1'000'000, 1'000'000, std::to_string(told_by_queue)}.entry(), 1);
        for (; device.writer.lost_bytes() < 3 * payload_bytes_max; ++written) device.write(piece);
    }
    REQUIRE(device.write("after"));
    const auto told = test::scan_file(scratch.folder() / "sf-000001.cap");
    CHECK(told.of(EntryKind::lost) == std::to_string(device.writer.lost_bytes() + told_by_queue));
    CHECK(told.of(EntryKind::received).size() + device.writer.lost_bytes() == 6 + written * piece.size() + 5);
}

TEST_CASE("a file that could not even begin is not left behind") {
    test::Scratch scratch;
    Device device(scratch.folder());
    {
        const FullDisk full(10);
        for (int i = 0; i < 5; ++i) CHECK_FALSE(device.write("1"));
    }
    CHECK(names_in(scratch.folder()).empty());
}

TEST_CASE("a piece longer than a block is kept in several") {
    test::Scratch scratch;
    std::string all;
    for (int i = 0; i < 300'000; ++i) all += static_cast<char>(i * 7);
    Device device(scratch.folder());
    REQUIRE(device.write(all));
    CHECK(test::scan_file(scratch.folder() / "sf-000001.cap").of(EntryKind::received) == all);
}

namespace {

/// Fails the first sync.
struct SyncFailsOnce final : Disk {
    struct File final : DiskFile {
        explicit File(int& syncs_) : syncs(syncs_) {}
        bool append(std::span<const std::byte>) override { return true; }
        bool sync() override { return ++syncs > 1; }
        int& syncs;
    };
    std::unique_ptr<DiskFile> create(const std::filesystem::path&) override { return std::make_unique<File>(syncs); }
    int syncs = 0;
};

}  // namespace

TEST_CASE("what the disk did not make safe is still to be made safe") {
    test::Scratch scratch;
    SyncFailsOnce disk;
    Writer writer(disk, scratch.folder(), facts_of("sf"), {});
    writer.add(Kept{EntryKind::received, 0, 1, 1, "1"}.entry(), 1);
    writer.flush(1);
    CHECK_FALSE(writer.sync());
    CHECK(writer.unsynced());
    CHECK(writer.sync());
    CHECK(disk.syncs == 2);
    CHECK_FALSE(writer.unsynced());
}
