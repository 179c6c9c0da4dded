#include "web/host/commands/export_capture.hpp"

#include <algorithm>
#include <expected>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>
#include <sys/stat.h>

#include "decoders/recording/cut.hpp"
#include "decoders/recording/files.hpp"
#include "decoders/recording/read.hpp"
#include "web/host/data_folder.hpp"
#include "web/host/local_time.hpp"

namespace chicane::web::host {
namespace {

namespace fs = std::filesystem;
namespace recording = decoders::recording;
using Error = std::unexpected<std::string>;

/// The recordings of one device, in order, with what the newest says.
struct Found {
    std::vector<fs::path> files;
    recording::Facts facts;
};

std::string devices_in(const fs::path& folder) {
    std::set<std::string> devices;
    std::error_code error;
    for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator(); at.increment(error))
        if (at->path().extension() == recording::file_suffix)
            if (const auto facts = recording::facts_of(at->path())) devices.insert(facts->device);
    std::string list;
    for (const std::string& device : devices) list += (list.empty() ? "" : ", ") + device;
    return list;
}

std::expected<Found, std::string> find(const ExportCaptureOptions& options) {
    if (!fs::is_directory(options.data)) return Error("--data: " + options.data + " is no folder");
    const fs::path folder = fs::path(options.data) / captures_folder;
    Found found;
    for (const std::uint64_t number : recording::file_numbers(folder, options.device)) {
        const fs::path file = recording::file_path(folder, options.device, number);
        const auto facts = recording::facts_of(file);
        if (facts && facts->device != options.device) continue;  // another id that makes the same name
        if (facts) found.facts = *facts;
        found.files.push_back(file);
    }
    if (!found.files.empty()) return found;
    const std::string others = devices_in(folder);
    return Error("--device: nothing is recorded of \"" + options.device +
                 "\"; there is: " + (others.empty() ? "no recording" : others));
}

std::expected<recording::CutOptions, std::string> read_span(const ExportCaptureOptions& options,
                                                            const std::string& timezone) {
    const auto wrong = [](const char* option, const std::string& found) {
        return Error(std::string(option) + ": expected a time as 2026-11-28T14:05 or 2026-11-28T13:05:30Z, found \"" +
                     found + "\"");
    };
    const auto from = utc_us_of(options.from, timezone, Twice::first);
    const auto to = utc_us_of(options.to, timezone, Twice::second);
    if (!from) return wrong("--from", options.from);
    if (!to) return wrong("--to", options.to);
    if (*to < *from) return Error("--to: lies before --from");
    return recording::CutOptions{{*from}, {*to}, options.pseudonyms};
}

std::string nothing_there(const ExportCaptureOptions& options, const recording::Cut& cut, const std::string& timezone) {
    if (!cut.first()) return "--device: the recordings of " + options.device + " hold nothing that can be read";
    return "--from, --to: nothing was recorded of " + options.device + " then; its recordings reach from " +
           local_text(timezone, cut.first()->us) + " to " + local_text(timezone, cut.last()->us);
}

std::string summary(const ExportCaptureOptions& options, const Found& found, const recording::Cut& cut) {
    std::string text = options.out + ": " + std::to_string(cut.entries()) + " entries of " + options.device;
    if (!recording::can_replace_tags(found.facts.protocol))
        text += "; tag numbers stay";
    else if (options.pseudonyms)
        text += "; without strings, and with other numbers for " + std::to_string(cut.tags()) + " tags";
    else
        text += "; without strings; tag numbers stay";
    if (cut.damaged_bytes() > 0) text += "; " + std::to_string(cut.damaged_bytes()) + " damaged bytes are left out";
    return text;
}

std::expected<std::string, std::string> make_cut(const ExportCaptureOptions& options) {
    const auto found = find(options);
    if (!found) return Error(found.error());
    const auto span = read_span(options, found->facts.timezone);
    if (!span) return Error(span.error());
    if (options.pseudonyms && !recording::can_replace_tags(found->facts.protocol))
        return Error("--pseudonyms: known for p3 only; " + options.device + " speaks " + found->facts.protocol);
    if (fs::exists(options.out)) return Error("--out: " + options.out + " is there already; give another name");
    std::ofstream file(options.out, std::ios::binary);
    const auto refused = [&](std::string why) {
        file.close();
        std::error_code ignored;
        fs::remove(options.out, ignored);
        return Error(std::move(why));
    };
    if (!file) return Error("--out: " + options.out + " cannot be written");
    recording::Cut cut(*span, [&](std::span<const std::byte> bytes) {
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    });
    for (const fs::path& each : found->files) {
        recording::Scanner scanner(cut);
        // One that was removed since is too old for anybody.
        if (const auto why = recording::feed_file(each, scanner); why && fs::exists(each)) return refused(*why);
        scanner.finish();
    }
    cut.finish();
    file.flush();
    if (!file) return refused("--out: " + options.out + " cannot be written to its end");
    if (cut.entries() == 0) return refused(nothing_there(options, cut, found->facts.timezone));
    return summary(options, *found, cut);
}

}  // namespace

int export_capture(const ExportCaptureOptions& options, std::ostream& out, std::ostream& err) {
    ::umask(S_IRWXG | S_IRWXO);
    const auto done = make_cut(options);
    if (done)
        out << *done << '\n';
    else
        err << "chicane export-capture: " << done.error() << '\n';
    return done ? 0 : 2;
}

}  // namespace chicane::web::host
