#include "web/host/log.hpp"

#include <chrono>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace chicane::web::host {
namespace {

using Minute = std::chrono::time_point<std::chrono::steady_clock, std::chrono::minutes>;

std::string value_text(std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\n\r\t") == std::string_view::npos;
    if (plain) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return quoted + "\"";
}

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

}  // namespace

std::string log_line(std::string_view event, std::initializer_list<Field> fields) {
    std::string line = "event=" + std::string(event);
    for (const auto& [key, value] : fields) line.append(" ").append(key).append("=").append(value_text(value));
    return line;
}

struct Log::Parts {
    spdlog::logger logger{"chicane", std::make_shared<spdlog::sinks::stderr_sink_st>()};
    Minute minute;
    int lines = 0;
    int cut = 0;
};

Log::Log() : parts_(std::make_unique<Parts>()) {
    constexpr const char* pattern = "%Y-%m-%dT%H:%M:%S.%eZ level=%l %v";
    parts_->logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(pattern, spdlog::pattern_time_type::utc));
    parts_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(std::chrono::steady_clock::now());
    if (minute != parts_->minute) {
        if (parts_->cut > 0)
            parts_->logger.warn(log_line("log_cut", {{"lines", std::to_string(std::exchange(parts_->cut, 0))}}));
        parts_->minute = minute;
        parts_->lines = 0;
    }
    if (++parts_->lines > log_lines_of_minute_max) {
        ++parts_->cut;
        return;
    }
    parts_->logger.log(spdlog_level(level), log_line(event, fields));
}

}  // namespace chicane::web::host
