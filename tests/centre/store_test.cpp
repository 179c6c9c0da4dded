// The writer: one at a time, in order, on disk before it is answered, bounded. Many threads fight for the last seats.
#include "centre/store/store.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <latch>
#include <thread>
#include <vector>

#include "centre/store/bookings_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;

namespace {

std::unique_ptr<Store> open_store(const Folder& folder) {
    auto store = Store::open(folder.file(), [](std::function<void()> task) { task(); });
    if (!store) FAIL(store.error());
    return std::move(*store);
}

Ending write_and_wait(Store& store, Store::Write work) {
    std::promise<Ending> ending;
    if (!store.write(std::move(work), [&](Ending reached) { ending.set_value(reached); })) return Ending::failed;
    return ending.get_future().get();
}

Verdict add_session_of(Connection& db, int capacity) {
    chicane::centre::bookings::Session session;
    session.track = "main";
    session.name = "Session";
    session.capacity = capacity;
    insert_session(db, {1, "anna", ""}, session);
    return Verdict::keep;
}

}  // namespace

TEST_CASE("what was answered is on disk for everybody else") {
    const Folder folder;
    const auto store = open_store(folder);
    REQUIRE(write_and_wait(*store, [](Connection& db) { return add_session_of(db, 3); }) == Ending::kept);
    auto other = Connection::open(folder.file(), Mode::read_only);
    CHECK(find_session(**other, 1, 0));
    std::promise<bool> seen;
    REQUIRE(store->read([&](Connection& db) { seen.set_value(find_session(db, 1, 0).has_value()); }, [](Ending) {}));
    CHECK(seen.get_future().get());
}

TEST_CASE("a command that is undone or that fails leaves nothing, and its neighbours stay") {
    const Folder folder;
    const auto store = open_store(folder);
    std::promise<void> go;
    const auto gate = go.get_future().share();
    REQUIRE(store->write([gate](Connection&) { return gate.wait(), Verdict::keep; }, [](Ending) {}));
    std::vector<std::future<Ending>> endings;
    const auto add = [&](Store::Write work) {
        auto ending = std::make_shared<std::promise<Ending>>();
        endings.push_back(ending->get_future());
        REQUIRE(store->write(std::move(work), [ending](Ending reached) { ending->set_value(reached); }));
    };
    add([](Connection& db) { return add_session_of(db, 1); });
    add([](Connection& db) { return add_session_of(db, 2), Verdict::undo; });
    add([](Connection& db) { return add_session_of(db, 999); });  // breaks the table's check
    add([](Connection& db) { return add_session_of(db, 4); });
    go.set_value();
    CHECK(endings[0].get() == Ending::kept);
    CHECK(endings[1].get() == Ending::undone);
    CHECK(endings[2].get() == Ending::failed);
    CHECK(endings[3].get() == Ending::kept);
    auto other = Connection::open(folder.file(), Mode::read_only);
    auto rows = (*other)->query("SELECT group_concat(capacity, ' ') FROM sessions");
    REQUIRE(rows.step());
    CHECK(rows.text(0) == "1 4");
}

TEST_CASE("beyond its queue the writer refuses, and takes again when there is room") {
    const Folder folder;
    const auto store = open_store(folder);
    std::promise<void> go;
    const auto gate = go.get_future().share();
    std::promise<void> begun;
    REQUIRE(
        store->write([&, gate](Connection&) { return begun.set_value(), gate.wait(), Verdict::keep; }, [](Ending) {}));
    begun.get_future().wait();
    for (std::size_t i = 0; i < write_queue_max; ++i)
        REQUIRE(store->write([](Connection&) { return Verdict::keep; }, [](Ending) {}));
    CHECK_FALSE(store->write([](Connection&) { return Verdict::keep; }, [](Ending) {}));
    go.set_value();
    while (write_and_wait(*store, [](Connection&) { return Verdict::keep; }) != Ending::kept) std::this_thread::yield();
}

TEST_CASE("eight threads fight for the last seats and each is sold once") {
    const Folder folder;
    const auto store = open_store(folder);
    constexpr int sessions = 40, seats = 3, buyers = 8;
    for (int i = 0; i < sessions; ++i) write_and_wait(*store, [](Connection& db) { return add_session_of(db, seats); });
    std::vector<std::atomic<int>> sold(sessions + 1);
    std::latch start(buyers);
    {
        std::vector<std::jthread> threads;
        for (int buyer = 0; buyer < buyers; ++buyer) {
            threads.emplace_back([&, buyer] {
                start.arrive_and_wait();
                for (int session = 1; session <= sessions; ++session) {
                    SeatRow seat;
                    seat.label = "Guest";
                    const BookingWish wish{std::to_string(session) + "-" + std::to_string(buyer), session, {seat}, {}};
                    const auto ending = write_and_wait(*store, [&](Connection& db) {
                        const auto booked = book(db, {1, "anna", ""}, wish, [](std::int64_t) { return 0; });
                        return booked ? Verdict::keep : Verdict::undo;
                    });
                    if (ending == Ending::kept) ++sold[static_cast<std::size_t>(session)];
                }
            });
        }
    }
    for (int session = 1; session <= sessions; ++session) CHECK(sold[static_cast<std::size_t>(session)] == seats);
}
