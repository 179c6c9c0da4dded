#include "web/host/commands/serve.hpp"

#include <filesystem>
#include <ostream>
#include <sys/resource.h>

#include "web/host/demo.hpp"
#include "web/host/running_centre.hpp"

namespace chicane::web::host {
namespace {

constexpr int bad_input_status = 2;

/// A thousand viewers are a thousand files.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::string web_folder(const std::string& given) {
    if (!given.empty()) return given;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path().parent_path() / "share/chicane/web").string();
}

int refuse(std::ostream& err, const std::string& why) {
    err << "chicane: " << why << '\n';
    return bad_input_status;
}

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
    auto config = read_config(options.config);
    if (!config) return refuse(err, config.error());
    raise_file_limit();
    RunningCentre centre(*config);
    if (auto opened = centre.open(options.data, web_folder(options.web)); !opened) return refuse(err, opened.error());
    std::unique_ptr<Demo> demo;
    if (options.demo) {
        auto made = Demo::make(options.data, *config);
        if (!made) return refuse(err, made.error());
        demo = std::move(*made);
    }
    centre.run([&](const std::string& addresses) {
        if (demo) {
            demo->plan_day(centre);
            out << demo->greeting(centre.page_url());
        }
        out << "ready " << addresses << '\n' << std::flush;
    });
    return 0;
}

}  // namespace chicane::web::host
