// The names of recordings: `<device>-000001.cap` and so on in one folder, numbered in the order of writing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace chicane::decoders::recording {

inline constexpr const char* file_suffix = ".cap";

/// `device`: its id; what a file's name cannot hold becomes `_`.
std::filesystem::path file_path(const std::filesystem::path& folder, const std::string& device, std::uint64_t number);

/// The numbers of a device's recordings, in order.
std::vector<std::uint64_t> file_numbers(const std::filesystem::path& folder, const std::string& device);

}  // namespace chicane::decoders::recording
