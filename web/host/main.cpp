// `chicane`: one program with sub-commands. This file says what they are called and what they take; each lies in commands/.
#include <CLI/CLI.hpp>
#include <iostream>

#include "web/host/commands/backup.hpp"
#include "web/host/commands/data.hpp"
#include "web/host/commands/decode.hpp"
#include "web/host/commands/export_capture.hpp"
#include "web/host/commands/ports.hpp"
#include "web/host/commands/probe.hpp"
#include "web/host/commands/replay.hpp"
#include "web/host/commands/serve.hpp"
#include "web/host/commands/simulate.hpp"
#include "web/host/commands/user.hpp"

using namespace chicane::web::host;

namespace {

constexpr int bad_input_status = 2;

void add_decode(CLI::App& app, int& status) {
    auto options = std::make_shared<DecodeOptions>();
    CLI::App* command = app.add_subcommand("decode", "prints every record of a raw capture, one JSON a line");
    command->add_option("FILE", options->file, "a recording, or bare bytes; .hex: a frame a line")->required();
    command->add_option("--protocol", options->protocol, "what the decoder speaks, e.g. p3; a recording knows it");
    command->footer("chicane decode /var/lib/chicane/captures/sf-000012.cap\nchicane decode capture.bin --protocol p3");
    command->callback([options, &status] { status = decode(*options, std::cout, std::cerr); });
}

void add_replay(CLI::App& app, int& status) {
    auto options = std::make_shared<ReplayOptions>();
    CLI::App* command = app.add_subcommand("replay", "feeds a capture through a session and prints the result as JSON");
    command->add_option("FILE", options->file, "a recording, or bare bytes; .hex: a frame a line")->required();
    command->add_option("--protocol", options->protocol, "what the decoder speaks, e.g. p3; a recording knows it");
    command->add_option("--session", options->session, "SPEC.toml: the session's rules and entrants")->required();
    command->footer("chicane replay capture.bin --protocol p3 --session race.toml");
    command->callback([options, &status] { status = replay(*options, std::cout, std::cerr); });
}

void add_simulate(CLI::App& app, int& status) {
    auto options = std::make_shared<SimulateOptions>();
    CLI::App* command = app.add_subcommand("simulate", "a simulated track as a decoder of any protocol");
    command->add_option("--protocol", options->protocol, "what it speaks, e.g. p3")->required();
    command
        ->add_option("--listen", options->listen,
                     "HOST:PORT, udp:HOST:PORT, zmq://HOST:PORT, pty or pty:PATH; port 0: any free one")
        ->capture_default_str();
    command->add_option("--connect", options->connect, "HOST:PORT of a centre that serves, instead of listening");
    command->add_option("--karts", options->karts, "karts in the field")->capture_default_str();
    command->add_option("--laps", options->laps, "each kart's laps; 0: without end")->capture_default_str();
    command->add_option("--seed", options->seed, "the same seed gives the same race")->capture_default_str();
    command->add_option("--speed", options->speed, "how many times faster than real")->capture_default_str();
    command->add_option("--faults", options->faults, "what goes wrong, e.g. drop,crc=0.05");
    command->add_option("--truth", options->truth, "FILE for what really happened, one JSON a line");
    command->add_option("--grid-s", options->grid_s, "simulated seconds from the first client to the first kart")
        ->capture_default_str();
    command->add_option("--lap-ms", options->lap_ms, "lap of an ordinary kart")->capture_default_str();
    command->add_option("--first-kart", options->first_kart, "number of the first kart")->capture_default_str();
    command->add_option("--start-us", options->start_us, "simulated time at the begin, else the host's");
    command->add_option("--from", options->from, "a capture whose passings are played instead of a field");
    command->footer(simulate_help);
    command->callback([options, &status] { status = simulate(*options, std::cout, std::cerr); });
}

void add_ports(CLI::App& app, int& status) {
    auto json = std::make_shared<bool>(false);
    CLI::App* command = app.add_subcommand("ports", "serial ports by their USB identity, and what they may be");
    command->add_flag("--json", *json, "one JSON a line");
    command->footer("chicane ports");
    command->callback([json, &status] { status = ports(*json, std::cout, std::cerr); });
}

constexpr const char* probe_help =
    "It only listens: a decoder with few places for clients has one less meanwhile. A serial port without baud is "
    "tried at each\n"
    "usual one. --active says what it sends and what that changes; it never acknowledges a passing.\n\n"
    "chicane probe serial:///dev/ttyUSB0\nchicane probe --scan 192.0.2.0/24";

void add_probe(CLI::App& app, int& status) {
    auto options = std::make_shared<ProbeCommand>();
    CLI::App* command = app.add_subcommand("probe", "which protocol speaks at a place, and how healthy it is");
    command->add_option("URI", options->uri,
                        "e.g. serial:///dev/ttyUSB0, tcp://192.0.2.10:5403, udp://:2008, file:FILE");
    command->add_flag("--active", options->active, "sends what the protocol of the URI says when it connects");
    command->add_option("--seconds", options->seconds, "how long to listen, 1 to 3600")->capture_default_str();
    command->add_option("--scan", options->scan,
                        "a network of at most 1,022 addresses instead of a URI, e.g. 192.0.2.0/24");
    command->add_option("--ports", options->ports, "those to scan, e.g. 5403,3601; else those that decoders use");
    command->add_flag("--json", options->json, "one JSON a line");
    command->footer(probe_help);
    command->callback([options, &status] { status = probe(*options, std::cout, std::cerr); });
}

void add_serve(CLI::App& app, int& status) {
    auto options = std::make_shared<ServeOptions>();
    CLI::App* command = app.add_subcommand("serve", "runs a centre until SIGTERM or SIGINT");
    command->add_option("--config", options->config, "chicane.toml: the centre, its tracks and decoders")->required();
    command->add_option("--data", options->data, "folder of the databases and captures")->capture_default_str();
    command->add_option("--web", options->web, "folder of the built web client");
    command->add_flag("--demo", options->demo, "users with a printed password, and a plausible day");
    command->footer("chicane serve --config chicane.toml --data /var/lib/chicane");
    command->callback([options, &status] { status = serve(*options, std::cout, std::cerr); });
}

void add_verify(CLI::App& app, int& status) {
    auto data = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("verify", "checks that nothing in a data folder is missing or altered");
    command->add_option("--data", *data, "folder of the databases")->required();
    command->callback([data, &status] { status = verify(*data, std::cout, std::cerr); });
}

void add_backup(CLI::App& app, int& status) {
    auto data = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    CLI::App* saving = app.add_subcommand("backup", "a data folder as one checked file, while the server runs or not");
    saving->add_option("--data", *data, "folder of the databases and captures")->required();
    saving->add_option("--to", *file, "FILE to write, a tar archive; must not be there")->required();
    saving->footer("chicane backup --data /var/lib/chicane --to /mnt/usb/chicane-2026-11-24.tar");
    saving->callback([data, file, &status] { status = backup(*data, *file, std::cout, std::cerr); });
    CLI::App* laying = app.add_subcommand("restore", "lays a backup into an empty data folder");
    laying->add_option("--from", *file, "FILE that `chicane backup` wrote")->required();
    laying->add_option("--data", *data, "folder to fill; made if it is missing")->required();
    laying->footer("chicane restore --from /mnt/usb/chicane-2026-11-24.tar --data /var/lib/chicane");
    laying->callback([data, file, &status] { status = restore(*file, *data, std::cout, std::cerr); });
}

void add_export_capture(CLI::App& app, int& status) {
    auto options = std::make_shared<ExportCaptureOptions>();
    CLI::App* command =
        app.add_subcommand("export-capture", "cuts a span out of a device's recordings, for a support case");
    command->add_option("--data", options->data, "folder of the databases and captures")->required();
    command->add_option("--device", options->device, "the decoder's id in chicane.toml")->required();
    command
        ->add_option("--from", options->from, "TIME of the first byte, e.g. 2026-11-28T14:05 at the centre, or with Z")
        ->required();
    command->add_option("--to", options->to, "TIME of the last byte")->required();
    command->add_option("--out", options->out, "FILE to write; must not be there")->required();
    command->add_flag("--pseudonyms", options->pseudonyms, "other tag numbers in place of the real ones; p3 only");
    command->footer(
        "chicane export-capture --data /var/lib/chicane --device sf --from 2026-11-28T14:05 --to 2026-11-28T14:20 "
        "--out case.cap");
    command->callback([options, &status] { status = export_capture(*options, std::cout, std::cerr); });
}

void add_user(CLI::App& app, int& status) {
    auto options = std::make_shared<UserOptions>();
    CLI::App* command = app.add_subcommand("user", "accounts of the staff; passwords are read from standard input");
    command->require_subcommand(1);
    const auto add = [&](const char* name, const char* does, bool has_name) {
        CLI::App* one = command->add_subcommand(name, does);
        if (has_name) one->add_option("NAME", options->name, "what is typed to sign in")->required();
        one->add_option("--data", options->data, "folder of the databases")->capture_default_str();
        return one;
    };
    CLI::App* adding = add("add", "a new account", true);
    adding->add_option("--role", options->role, "admin, race_control, cashier, mechanic, viewer …")->required();
    adding->footer("chicane user add anna --role race_control --data /var/lib/chicane");
    adding->callback([options, &status] { status = user_add(*options, std::cin, std::cout, std::cerr); });
    add("list", "all accounts, with roles and state", false)->callback([options, &status] {
        status = user_list(*options, std::cout, std::cerr);
    });
    add("password", "a new password; sign-ins end", true)->callback([options, &status] {
        status = user_password(*options, std::cin, std::cout, std::cerr);
    });
    add("remove", "closes an account; its name stays on what it did", true)->callback([options, &status] {
        status = user_remove(*options, std::cout, std::cerr);
    });
}

/// --help and --version print what they have to; all else is one line.
int refuse(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::string command = "chicane";
    const CLI::App* at = &app;
    for (auto given = at->get_subcommands(); !given.empty(); given = at->get_subcommands()) {
        at = given.front();
        command += " " + at->get_name();
    }
    // A misspelt word is also a missing one: the misspelling is what helps.
    const auto strange = at->remaining();
    const std::string what = strange.empty() ? error.what() : "\"" + strange.front() + "\" is not known here";
    std::cerr << command << ": " << what << "; see " << command << " --help\n";
    return bad_input_status;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Chicane: karting timing and leisure-centre management", "chicane"};
    app.set_version_flag("--version", "chicane " CHICANE_VERSION);
    app.require_subcommand(1);
    int status = 0;
    add_decode(app, status);
    add_replay(app, status);
    add_serve(app, status);
    add_verify(app, status);
    add_backup(app, status);
    add_export_capture(app, status);
    add_ports(app, status);
    add_probe(app, status);
    add_simulate(app, status);
    add_user(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return refuse(app, error);
    }
    return status;
}
