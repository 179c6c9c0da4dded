// `chicane export-capture`: a span of time out of a device's recordings, for a support case, without what names a person. It only
// reads, so the server may run.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

struct ExportCaptureOptions {
    std::string data;
    std::string device;
    std::string from;  ///< as people write it: local_time.hpp
    std::string to;
    std::string out;
    bool pseudonyms = false;
};

/// Status 0; 2 with one line on `err` where an option is wrong or nothing lies in the span, and then no file is left.
int export_capture(const ExportCaptureOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
