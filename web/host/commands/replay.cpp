#include "web/host/commands/replay.hpp"

#include <optional>
#include <variant>

#include "sessions/window.hpp"

namespace chicane::web::host {

sessions::Result replay_records(std::span<const decoders::codec::Record> records, const sessions::Setup& setup) {
    sessions::Window window(setup, {});
    std::vector<std::optional<std::uint32_t>> numbers;
    for (const decoders::codec::Record& record : records) {
        const auto* passing = std::get_if<decoders::codec::Passing>(&record);
        if (!passing) continue;
        const sessions::RawPassing raw{
            {passing->time_us}, passing->transponder, {passing->decoder.value_or(0)}, passing->number.value_or(0)};
        // The place in the file is the sequence: the last thing that the order of crossing looks at.
        if (window.insert(numbers.size(), raw).taken != sessions::Taken::applied) break;
        numbers.push_back(passing->number);
    }
    sessions::Result result = window.result(window.newest());
    for (std::size_t i = 0; i < numbers.size(); ++i) result.passings[i].number = numbers[i];
    return result;
}

}  // namespace chicane::web::host
