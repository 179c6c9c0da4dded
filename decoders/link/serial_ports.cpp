#include "decoders/link/serial_ports.hpp"

#include <algorithm>
#include <array>
#include <libserialport.h>
#include <memory>

namespace chicane::decoders::link {

namespace {

std::string text_or_nothing(const char* text) { return text ? text : ""; }

SerialPort described(sp_port* port) {
    SerialPort found;
    found.path = text_or_nothing(sp_get_port_name(port));
    if (sp_get_port_transport(port) != SP_TRANSPORT_USB) return found;
    int vendor = 0, product = 0;
    if (sp_get_port_usb_vid_pid(port, &vendor, &product) == SP_OK)
        found.usb = UsbPort{static_cast<std::uint16_t>(vendor), static_cast<std::uint16_t>(product),
                            text_or_nothing(sp_get_port_usb_serial(port))};
    found.maker = text_or_nothing(sp_get_port_usb_manufacturer(port));
    found.product = text_or_nothing(sp_get_port_usb_product(port));
    return found;
}

bool fits(const UsbPort& wanted, const SerialPort& port) {
    return port.usb && port.usb->vendor == wanted.vendor && port.usb->product == wanted.product &&
           (wanted.serial.empty() || port.usb->serial == wanted.serial);
}

struct Chip {
    std::uint16_t vendor, product;
    std::string_view name;
};

/// USB ids of adapters as the USB-IF and Linux' drivers know them.
constexpr std::array<Chip, 11> chips = {{
    {0x0403, 0x6001, "FTDI FT232 adapter"},
    {0x0403, 0x6010, "FTDI FT2232 adapter"},
    {0x0403, 0x6011, "FTDI FT4232 adapter, four ports"},
    {0x0403, 0x6015, "FTDI FT230X adapter"},
    {0x067b, 0x2303, "Prolific PL2303 adapter"},
    {0x10c4, 0xea60, "Silicon Labs CP210x adapter"},
    {0x1a86, 0x7523, "WCH CH340 adapter"},
    {0x1a86, 0x55d4, "WCH CH9102 adapter"},
    {0x0483, 0x5740, "STM32 board"},
    {0x2341, 0x0043, "Arduino Uno"},
    {0x303a, 0x1001, "ESP32 board"},
}};

struct Known {
    std::string_view in_name, guess;
};

/// Words by which makers name their devices on USB.
constexpr std::array<Known, 9> named = {{
    {"laprf", "ImmersionRC LapRF: laprf"},
    {"openstint", "OpenStint: openstint"},
    {"timy", "ALGE Timy: alge"},
    {"alge", "ALGE photocell timer: alge"},
    {"tag heuer", "TAG Heuer timer: thcom, or chronelec for a loop decoder"},
    {"chronelec", "Chronelec decoder: chronelec"},
    {"i-lap", "I-Lap decoder: ilap"},
    {"robitronic", "Robitronic decoder: robitronic"},
    {"zround", "ZRound decoder: zround"},
}};

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

std::vector<SerialPort> list_serial_ports() {
    sp_port** list = nullptr;
    if (sp_list_ports(&list) != SP_OK) return {};
    const std::unique_ptr<sp_port*, void (*)(sp_port**)> owner(list, sp_free_port_list);
    std::vector<SerialPort> ports;
    for (sp_port** each = list; *each && ports.size() < serial_ports_max; ++each) ports.push_back(described(*each));
    std::ranges::sort(ports, {}, &SerialPort::path);
    return ports;
}

std::vector<SerialPort> with_lasting_names(std::vector<SerialPort> ports, const std::filesystem::path& by_id) {
    std::error_code ignored;
    for (const auto& link : std::filesystem::directory_iterator(by_id, ignored))
        for (SerialPort& port : ports)
            if (std::filesystem::equivalent(link.path(), port.path, ignored)) port.by_id = link.path().string();
    return ports;
}

std::expected<std::string, std::string> find_port(const UsbPort& wanted, std::span<const SerialPort> ports) {
    const auto good = [&](const SerialPort& port) { return fits(wanted, port); };
    const auto count = std::ranges::count_if(ports, good);
    if (count == 1) return std::ranges::find_if(ports, good)->path;
    if (count > 1)
        return std::unexpected(std::to_string(count) +
                               " ports have this USB id: add the serial number that `chicane ports` shows");
    return std::unexpected("no port has this USB id: is it plugged in? `chicane ports` lists what is");
}

std::string guess_of(const SerialPort& port) {
    const std::string name = lower(port.maker + " " + port.product);
    for (const Known& known : named)
        if (name.find(known.in_name) != std::string::npos) return std::string(known.guess);
    if (!port.usb) return "port of the computer";
    for (const Chip& chip : chips)
        if (chip.vendor == port.usb->vendor && chip.product == port.usb->product)
            return std::string(chip.name) + ": any decoder may hang behind it";
    return "USB device of an unknown kind";
}

std::string uri_of(const SerialPort& port) {
    DeviceUri uri;
    auto& target = uri.target.emplace<SerialTarget>();
    if (port.usb && !port.usb->serial.empty())
        target.place = *port.usb;
    else if (!port.by_id.empty())
        target.place = port.by_id;
    else
        target.place = port.path;
    return to_text(uri);
}

}  // namespace chicane::decoders::link
