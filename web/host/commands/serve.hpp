// `chicane serve`: runs a centre until SIGTERM or SIGINT.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

struct ServeOptions {
    std::string config;
    std::string data = "./data";  ///< holds journal.db, centre.db and the captures
    std::string web;              ///< the built web client; empty: beside the program, ../share/chicane/web
    bool demo = false;            ///< users with a printed password, and a plausible day
};

/// Prints `ready …` once it accepts connections. The exit status: 0 after an orderly stop, 2 with one line on `err`.
int serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
