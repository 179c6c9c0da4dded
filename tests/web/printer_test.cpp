// A child process with its bounds, and the printer that runs one: with programs of the system in the place of chicane-print.
#include "web/host/printer.hpp"

#include <catch2/catch.hpp>
#include <future>

#include "web/host/child_process.hpp"

using namespace chicane::web::host;
using How = ChildEnd::How;
using Made = std::expected<std::string, chicane::web::api::PrintPorts::Fault>;

namespace {

const std::atomic<bool> go_on = false;

ChildEnd shell(const std::string& script, const std::string& in = {}, const ChildLimits& limits = {}) {
    return run_child({"/bin/sh", "-c", script}, in, limits, go_on);
}

}  // namespace

TEST_CASE("a child gets its bytes and gives its own back, more than a pipe holds") {
    const std::string much(3 << 20, 'x');
    const auto end = run_child({"/bin/cat"}, much, {}, go_on);
    CHECK(end.how == How::ended);
    CHECK(end.status == 0);
    CHECK(end.out == much);
}

TEST_CASE("a child that fails tells its status and what it said") {
    const auto end = shell("echo wrong >&2; exit 2");
    CHECK(end.how == How::ended);
    CHECK(end.status == 2);
    CHECK(end.err == "wrong\n");
}

TEST_CASE("a child that reads nothing does not end us") {
    const auto end = shell("exit 0", std::string(1 << 20, 'x'));
    CHECK(end.how == How::ended);
    CHECK(end.status == 0);
}

TEST_CASE("a program that is not there is not found") {
    CHECK(run_child({"/nowhere/chicane-print"}, "", {}, go_on).how == How::not_found);
}

TEST_CASE("a child that takes too long is killed, also when it has closed its output") {
    const ChildLimits limits{.time_max = std::chrono::milliseconds(100)};
    CHECK(shell("exec sleep 60", "", limits).how == How::too_late);
    CHECK(shell("exec sleep 60 >&-", "", limits).how == How::too_late);
}

TEST_CASE("a child that says too much is killed") {
    const auto end = shell("exec yes", "", {.time_max = std::chrono::seconds(20), .out_bytes_max = 100'000});
    CHECK(end.how == How::too_much);
}

TEST_CASE("a child that complains without end keeps its first words") {
    const auto end = shell("head -c 300000 /dev/zero | tr '\\0' x >&2; echo out");
    CHECK(end.how == How::ended);
    CHECK(end.out == "out\n");
    CHECK(end.err.size() <= 4097);
}

TEST_CASE("the printer answers each document in turn, and is busy beyond its bound") {
    std::promise<void> begun;
    Printer printer("/bin/cat");
    std::vector<std::promise<Made>> answers(prints_waiting_max + 1);
    std::promise<void> let_go;
    auto gate = let_go.get_future().share();
    // The first one's answer holds the thread: what comes then waits.
    REQUIRE(printer.print("first", [&, gate](const Made& made) {
        answers[0].set_value(made);
        begun.set_value();
        gate.wait();
    }));
    begun.get_future().wait();
    for (std::size_t i = 1; i <= prints_waiting_max; ++i)
        REQUIRE(printer.print("sheet " + std::to_string(i), [&, i](const Made& made) { answers[i].set_value(made); }));
    CHECK_FALSE(printer.print("one more", [](const Made&) {}));
    let_go.set_value();
    for (std::size_t i = 1; i <= prints_waiting_max; ++i)
        CHECK(answers[i].get_future().get().value() == "sheet " + std::to_string(i));
}

TEST_CASE("a printer whose program is missing or fails says so") {
    const auto print = [](Printer& printer) {
        std::promise<Made> answer;
        REQUIRE(printer.print("{}", [&](const Made& made) { answer.set_value(made); }));
        return answer.get_future().get();
    };
    Printer missing("/nowhere/chicane-print");
    CHECK(print(missing).error().not_installed);
    Printer failing("/bin/false");
    const auto made = print(failing);
    CHECK_FALSE(made.error().not_installed);
    CHECK(made.error().detail == "chicane-print ended early");
}

TEST_CASE("a printer that is stopped kills what it runs") {
    Printer printer("/usr/bin/yes", {.time_max = std::chrono::hours(1), .out_bytes_max = std::size_t{1} << 40});
    REQUIRE(printer.print("", [](const Made&) {}));
    printer.stop();
    CHECK_FALSE(printer.print("", [](const Made&) {}));
}
