#include "web/host/printer.hpp"

#include <filesystem>
#include <system_error>

namespace chicane::web::host {
namespace {

using Fault = api::PrintPorts::Fault;
using How = ChildEnd::How;

/// The program says one line; the log has one line.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::expected<std::string, Fault> outcome(ChildEnd end) {
    switch (end.how) {
        case How::ended:
            if (end.status == 0) return std::move(end.out);
            return std::unexpected(Fault{false, end.err.empty() ? "chicane-print ended early" : first_line(end.err)});
        case How::not_found:
            return std::unexpected(Fault{true, "chicane-print is not there"});
        case How::too_late:
            return std::unexpected(Fault{false, "chicane-print took too long"});
        case How::too_much:
            return std::unexpected(Fault{false, "the PDF is too large"});
        case How::stopped:
        case How::failed:
            return std::unexpected(Fault{false, "chicane-print could not be run"});
    }
    return std::unexpected(Fault{});
}

}  // namespace

Printer::Printer(std::string program, ChildLimits limits) : program_(std::move(program)), limits_(limits) {}

Printer::~Printer() { stop(); }

bool Printer::print(std::string document, Done done) {
    const std::lock_guard lock(mutex_);
    if (stop_ || waiting_.size() >= prints_waiting_max) return false;
    waiting_.push_back({std::move(document), std::move(done)});
    if (!working_) {  // the thread begins with the first sheet: most centres print a few times a day
        working_ = true;
        thread_ = std::thread([this] { work(); });
    }
    more_.notify_one();
    return true;
}

void Printer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        waiting_.clear();
        more_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void Printer::work() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            more_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
            if (stop_) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto end = run_child({program_}, job.document, limits_, stop_);
        if (stop_) return;
        job.done(outcome(std::move(end)));
    }
}

std::string print_program() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path() / "chicane-print").string();
}

}  // namespace chicane::web::host
