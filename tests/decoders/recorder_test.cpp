// The recorder's thread: who records never waits for a disk, whatever that does.
#include "decoders/recording/recorder.hpp"

#include <catch2/catch.hpp>
#include <semaphore>

#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
using namespace chicane::decoders::recording;
using test::Kept;

namespace {

/// A disk that stands still with its first write until it is let go.
struct Gate {
    std::binary_semaphore reached{0};
    std::counting_semaphore<> open{0};
};

class StuckDisk final : public Disk {
  public:
    explicit StuckDisk(std::shared_ptr<Gate> gate) : gate_(std::move(gate)) {}
    std::unique_ptr<DiskFile> create(const std::filesystem::path& path) override {
        if (!passed_) {
            passed_ = true;
            gate_->reached.release();
            gate_->open.acquire();
        }
        return disk_->create(path);
    }

  private:
    std::shared_ptr<Gate> gate_;
    bool passed_ = false;
    std::unique_ptr<Disk> disk_ = real_disk();
};

RecorderOptions options_in(const std::filesystem::path& folder, std::size_t queue_bytes = queue_bytes_max) {
    return {.folder = folder,
            .timezone = "Europe/Paris",
            .program = "chicane test",
            .queue_bytes = queue_bytes,
            .gather = std::chrono::milliseconds(1)};
}

Kept received(std::string bytes, std::int64_t at_us = 1'000'000) {
    return {EntryKind::received, 0, at_us, at_us, std::move(bytes)};
}

}  // namespace

TEST_CASE("what was handed over is on disk when the recorder is gone, each device's in its own file") {
    test::Scratch scratch;
    {
        Recorder recorder(options_in(scratch.folder()));
        const auto sf = recorder.line("sf", "p3", "tcp://u:p@192.0.2.1:5403?protocol=p3");
        const auto s1 = recorder.line("s1", "p98", "tcp://192.0.2.2:5100?protocol=p98");
        sf->keep(Kept{EntryKind::opened, 0, 1, 1, ""}.entry());
        for (int i = 0; i < 1'000; ++i) {
            sf->keep(received("a").entry());
            s1->keep(received("b").entry());
        }
        sf->keep(Kept{EntryKind::closed, 0, 2, 2, "End of file"}.entry());
        CHECK_FALSE(sf->health().failing);
    }
    const auto sf = test::scan_file(scratch.folder() / "sf-000001.cap");
    CHECK(sf.of(EntryKind::received) == std::string(1'000, 'a'));
    CHECK(sf.of(EntryKind::closed) == "End of file");
    CHECK(sf.entries.front().kind == EntryKind::opened);
    CHECK(sf.facts.at(0).uri == "tcp://192.0.2.1:5403?protocol=p3");
    CHECK(sf.facts.at(0).timezone == "Europe/Paris");
    const auto s1 = test::scan_file(scratch.folder() / "s1-000001.cap");
    CHECK(s1.of(EntryKind::received) == std::string(1'000, 'b'));
    CHECK(s1.facts.at(0).protocol == "p98");
}

TEST_CASE("while the disk is stuck nobody waits, what does not fit is counted, and the hole is told where it is") {
    test::Scratch scratch;
    const auto gate = std::make_shared<Gate>();
    std::shared_ptr<Line> line;
    std::uint64_t handed_over = 0, lost = 0;
    {
        Recorder recorder(options_in(scratch.folder(), 100'000), std::make_unique<StuckDisk>(gate));
        line = recorder.line("sf", "p3", "sim:?protocol=p3");
        line->keep(received("x").entry());
        gate->reached.acquire();  // from here on the recorder's thread stands in the disk
        for (handed_over = 1; line->health().lost_bytes == 0; handed_over += 1'000)
            line->keep(received(std::string(1'000, 'x')).entry());
        line->keep(received(std::string(1'000, 'x')).entry());
        handed_over += 1'000;
        lost = line->health().lost_bytes;
        CHECK(lost == 2'000);
        CHECK(line->health(1'000'000).failing);
        gate->open.release();
    }
    const auto told = test::scan_file(scratch.folder() / "sf-000001.cap");
    CHECK(told.of(EntryKind::received).size() + lost == handed_over);
    CHECK(handed_over < 102'000 + 2'000);  // the bound
    CHECK(told.damages.empty());
}

TEST_CASE("a disk that stands still is an alarm before anything is lost") {
    test::Scratch scratch;
    const auto gate = std::make_shared<Gate>();
    Recorder recorder(options_in(scratch.folder()), std::make_unique<StuckDisk>(gate));
    const auto line = recorder.line("sf", "p3", "sim:?protocol=p3");
    line->keep(received("x").entry());
    gate->reached.acquire();
    CHECK_FALSE(line->health(steady_now_us()).failing);
    CHECK(line->health(steady_now_us() + stuck_after_us + 1).failing);
    CHECK(line->health().lost_bytes == 0);
    gate->open.release();
}

TEST_CASE("the next entry behind a hole says how many bytes it has") {
    test::Scratch scratch;
    const auto gate = std::make_shared<Gate>();
    {
        Recorder recorder(options_in(scratch.folder(), 10'000), std::make_unique<StuckDisk>(gate));
        const auto line = recorder.line("sf", "p3", "sim:?protocol=p3");
        line->keep(received("first").entry());
        gate->reached.acquire();
        line->keep(received(std::string(9'000, 'y')).entry());
        line->keep(received(std::string(9'000, 'z')).entry());  // does not fit
        line->keep(received("after").entry());                  // does
        gate->open.release();
    }
    const auto told = test::scan_file(scratch.folder() / "sf-000001.cap");
    CHECK(told.of(EntryKind::received) == "first" + std::string(9'000, 'y') + "after");
    REQUIRE(told.entries.size() == 4);
    CHECK(told.entries[2].kind == EntryKind::lost);
    CHECK(told.entries[2].bytes == "9000");
}

TEST_CASE("a device that is taken away and put back goes on in a new file, and a late word does no harm") {
    test::Scratch scratch;
    std::shared_ptr<Line> late;
    {
        Recorder recorder(options_in(scratch.folder()));
        recorder.line("sf", "p3", "")->keep(received("1").entry());
        recorder.line("sf", "p3", "")->keep(received("2").entry());
        late = recorder.line("sf", "p3", "");
    }
    late->keep(received("3").entry());
    CHECK(late->health().lost_bytes == 1);
    const std::string both = test::scan_file(scratch.folder() / "sf-000001.cap").of(EntryKind::received) +
                             test::scan_file(scratch.folder() / "sf-000002.cap").of(EntryKind::received);
    CHECK(both.size() == 2);
    CHECK(both.find('1') != std::string::npos);
    CHECK(both.find('2') != std::string::npos);
}
