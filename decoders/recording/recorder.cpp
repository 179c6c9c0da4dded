#include "decoders/recording/recorder.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "decoders/recording/since_boot.hpp"

namespace chicane::decoders::recording {

namespace {

constexpr std::size_t item_bytes = 96;   ///< what an entry costs beside its bytes
constexpr std::size_t text_max = 1'000;  ///< of a reason

bool is_raw(EntryKind kind) { return kind == EntryKind::received || kind == EntryKind::sent; }

}  // namespace

std::int64_t steady_now_us() {
    const auto since = SinceBoot::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

/// Of one line, known to both sides.
struct LineState {
    explicit LineState(Facts given) : facts(std::move(given)) {}
    const Facts facts;
    std::uint64_t hole = 0;  ///< bytes that did not fit and that no entry tells of yet; under the queue's mutex
    std::atomic<std::uint64_t> dropped{0};
    std::atomic<std::uint64_t> failures{0};
    std::atomic<std::uint64_t> lost_on_disk{0};
    std::atomic<bool> refused{false};      ///< by the disk, the last time
    std::atomic<std::int64_t> lost_at{0};  ///< steady time of the newest loss; 0: none
};

/// The only thing that two threads touch. The mutex is held to push or to swap, never over a disk.
struct Queue {
    struct Item {
        std::shared_ptr<LineState> line;
        Entry entry;  ///< without bytes: they are here
        Bytes bytes;
    };

    explicit Queue(std::size_t bytes_max_) : bytes_max(bytes_max_) {}

    /// What a line lost since its last entry, told as an entry. Under the mutex.
    void tell_hole(const std::shared_ptr<LineState>& line, const Entry& when) {
        if (line->hole == 0) return;
        const std::string digits = std::to_string(std::exchange(line->hole, 0));
        const auto text = bytes_of(digits);
        items.push_back({line, {EntryKind::lost, when.peer, when.at, when.steady_us, {}}, {text.begin(), text.end()}});
    }

    const std::size_t bytes_max;
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<Item> items;
    std::size_t bytes = 0;
    bool stopping = false;
    std::atomic<std::int64_t> busy_since{0};  ///< steady time at which the disk was asked; 0: it is not
};

void Line::keep(const Entry& entry) {
    const bool raw = is_raw(entry.kind);
    const auto kept = raw ? entry.bytes : entry.bytes.first(std::min(entry.bytes.size(), text_max));
    Queue::Item item{state_, {entry.kind, entry.peer, entry.at, entry.steady_us, {}}, {kept.begin(), kept.end()}};
    const std::size_t cost = item_bytes + kept.size();
    const std::lock_guard lock(queue_->mutex);
    if (queue_->stopping || queue_->bytes + cost > queue_->bytes_max) {
        if (!raw) return;
        state_->hole += kept.size();
        state_->dropped += kept.size();
        state_->lost_at = entry.steady_us;
        return;
    }
    const std::size_t before = queue_->bytes, half = queue_->bytes_max / 2;
    queue_->tell_hole(state_, entry);
    queue_->items.push_back(std::move(item));
    queue_->bytes += cost;
    if (before <= half && queue_->bytes > half) queue_->wake.notify_one();
}

LineHealth Line::health(std::int64_t now_us) const {
    LineHealth health;
    health.failures = state_->failures;
    health.lost_bytes = state_->dropped + state_->lost_on_disk;
    const std::int64_t lost_at = state_->lost_at, busy_since = queue_->busy_since;
    health.failing = state_->refused || (lost_at != 0 && now_us - lost_at < trouble_lasts_us) ||
                     (busy_since != 0 && now_us - busy_since > stuck_after_us);
    return health;
}

struct Recorder::Worker {
    struct Written {
        std::shared_ptr<LineState> line;
        Writer writer;
    };

    Worker(const RecorderOptions& options_, Queue& queue_, std::unique_ptr<Disk> disk_)
        : options(options_), queue(queue_), disk(std::move(disk_)), thread([this] { run(); }) {}

    void run();
    void await(std::unique_lock<std::mutex>& lock);
    bool has_more_to_do() const;
    void write(std::vector<Queue::Item> items);
    void flush(bool last);
    void note(Written& written, bool good);
    Written& written_of(const std::shared_ptr<LineState>& line);

    const RecorderOptions& options;
    Queue& queue;
    std::unique_ptr<Disk> disk;
    std::map<const LineState*, Written> writers;
    std::int64_t synced_us = 0;
    std::thread thread;  ///< the last: it uses all above
};

void Recorder::Worker::run() {
    std::unique_lock lock(queue.mutex);
    for (bool last = false; !last;) {
        await(lock);
        last = queue.stopping;
        auto items = std::exchange(queue.items, {});
        queue.bytes = 0;
        queue.busy_since = std::max<std::int64_t>(steady_now_us(), 1);
        lock.unlock();
        write(std::move(items));
        flush(last);
        queue.busy_since = 0;
        lock.lock();
    }
}

/// Looks by the clock: a thread that each first entry wakes would take a processor from who shows the passing.
void Recorder::Worker::await(std::unique_lock<std::mutex>& lock) {
    const auto begins = [this] { return queue.stopping || queue.bytes > queue.bytes_max / 2; };
    do {
        queue.wake.wait_for(lock, options.gather, begins);
    } while (!queue.stopping && queue.items.empty() && !has_more_to_do());
}

/// What the disk refused is tried again, and what was written is synced.
bool Recorder::Worker::has_more_to_do() const {
    return std::ranges::any_of(
        writers, [](const auto& each) { return each.second.writer.waits() || each.second.writer.unsynced(); });
}

void Recorder::Worker::write(std::vector<Queue::Item> items) {
    for (Queue::Item& item : items) {
        Written& written = written_of(item.line);
        item.entry.bytes = item.bytes;
        if (!written.writer.add(item.entry, steady_now_us())) note(written, false);
    }
}

void Recorder::Worker::flush(bool last) {
    const std::int64_t now_us = steady_now_us();
    const bool sync = last || now_us - synced_us >= sync_every_us;
    if (sync) synced_us = now_us;
    for (auto& [line, written] : writers) {
        const bool goes = written.line.use_count() == 1;  // nobody hands anything over any more
        bool good = written.writer.flush(now_us);
        if (sync || goes) good = written.writer.sync() && good;
        note(written, good);
    }
    std::erase_if(writers,
                  [](const auto& each) { return each.second.line.use_count() == 1 && !each.second.writer.waits(); });
}

void Recorder::Worker::note(Written& written, bool good) {
    LineState& line = *written.line;
    if (written.writer.lost_bytes() > line.lost_on_disk) line.lost_at = steady_now_us();
    line.lost_on_disk = written.writer.lost_bytes();
    line.failures = written.writer.failures();
    line.refused = !good;
}

Recorder::Worker::Written& Recorder::Worker::written_of(const std::shared_ptr<LineState>& line) {
    const auto known = writers.find(line.get());
    if (known != writers.end()) return known->second;
    Writer writer(*disk, options.folder, line->facts, options.limits);
    return writers.emplace(line.get(), Written{line, std::move(writer)}).first->second;
}

Recorder::Recorder(RecorderOptions options, std::unique_ptr<Disk> disk)
    : options_(std::move(options)),
      queue_(std::make_shared<Queue>(options_.queue_bytes)),
      worker_(std::make_unique<Worker>(options_, *queue_, std::move(disk))) {}

Recorder::~Recorder() {
    {
        const std::lock_guard lock(queue_->mutex);
        queue_->stopping = true;
        queue_->wake.notify_one();
    }
    worker_->thread.join();
}

std::shared_ptr<Line> Recorder::line(const std::string& device, const std::string& protocol, std::string_view uri) {
    Facts facts;
    facts.device = device;
    facts.protocol = protocol;
    facts.uri = without_secrets(uri);
    facts.timezone = options_.timezone;
    facts.program = options_.program;
    return std::make_shared<Line>(queue_, std::make_shared<LineState>(std::move(facts)));
}

}  // namespace chicane::decoders::recording
