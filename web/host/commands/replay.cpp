#include "web/host/commands/replay.hpp"

#include <ostream>
#include <variant>

#include "decoders/link/capture_file.hpp"
#include "timing/limits.hpp"
#include "web/host/commands/result_json.hpp"
#include "web/host/commands/session_spec.hpp"

namespace chicane::web::host {

void Replay::feed(std::span<const decoders::codec::Record> records) {
    for (const decoders::codec::Record& record : records) {
        const auto* passing = std::get_if<decoders::codec::Passing>(&record);
        if (!passing) continue;
        const sessions::RawPassing raw{
            {passing->time_us}, passing->transponder, {passing->decoder.value_or(0)}, passing->number.value_or(0)};
        // The place in the file is the sequence: the last thing that the order of crossing looks at.
        if (window_.insert(numbers_.size(), raw).taken == sessions::Taken::applied) {
            numbers_.push_back(passing->number);
        } else {
            ++left_out_;
        }
    }
}

sessions::Result Replay::result() const {
    sessions::Result result = window_.result(window_.newest());
    for (std::size_t i = 0; i < numbers_.size(); ++i) result.passings[i].number = numbers_[i];
    return result;
}

int replay(const ReplayOptions& options, std::ostream& out, std::ostream& err) {
    const auto refuse = [&](const std::string& detail) {
        err << "chicane replay: " << detail << '\n';
        return 2;
    };
    auto codec = decoders::codec::make_codec(options.protocol);
    if (!codec) return refuse("--protocol: " + codec.error().detail);
    const auto setup = read_session_spec(options.session);
    if (!setup) return refuse(setup.error());
    Replay run(*setup);
    const auto read = decoders::link::read_records(options.file, **codec, [&](auto records) { run.feed(records); });
    if (!read) return refuse(read.error().detail);
    if (run.left_out() > 0) {
        err << "chicane replay: " << options.file << ": " << run.left_out() << " passings beyond "
            << timing::passings_max << " are left out\n";
    }
    out << result_json(run.result()) << '\n';
    out.flush();
    return out ? 0 : 1;
}

}  // namespace chicane::web::host
