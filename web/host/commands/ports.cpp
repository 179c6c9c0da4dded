#include "web/host/commands/ports.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace chicane::web::host {

namespace {

using decoders::link::SerialPort;
using decoders::link::usb_text;

boost::json::object object_of(const SerialPort& port) {
    boost::json::object object{{"path", port.path}};
    if (!port.by_id.empty()) object["by_id"] = port.by_id;
    if (port.usb) {
        object["vendor"] = usb_text(port.usb->vendor);
        object["product"] = usb_text(port.usb->product);
        object["serial"] = port.usb->serial;
        object["maker"] = port.maker;
        object["name"] = port.product;
    }
    object["guess"] = decoders::link::guess_of(port);
    object["uri"] = decoders::link::uri_of(port);
    return object;
}

void print_text(const SerialPort& port, std::ostream& out) {
    out << port.path << "  " << decoders::link::guess_of(port) << '\n';
    if (port.usb) {
        out << "    usb    " << usb_text(port.usb->vendor) << ':' << usb_text(port.usb->product);
        if (!port.usb->serial.empty()) out << "  serial " << port.usb->serial;
        out << "  " << port.maker << ' ' << port.product << '\n';
    }
    if (!port.by_id.empty()) out << "    by-id  " << port.by_id << '\n';
    out << "    uri    " << decoders::link::uri_of(port) << '\n';
}

}  // namespace

void print_ports(std::span<const SerialPort> ports, bool json, std::ostream& out) {
    for (const SerialPort& port : ports) {
        if (json)
            out << boost::json::serialize(object_of(port)) << '\n';
        else
            print_text(port, out);
    }
}

int ports(bool json, std::ostream& out, std::ostream& err) {
    const auto found = decoders::link::with_lasting_names(decoders::link::list_serial_ports());
    if (found.empty()) err << "chicane ports: no serial port is plugged in\n";
    print_ports(found, json, out);
    out.flush();
    return out ? 0 : 1;
}

}  // namespace chicane::web::host
