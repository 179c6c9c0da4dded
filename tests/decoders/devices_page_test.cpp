// docs/devices.md says of each protocol what the program takes as usual, and its examples are device URIs.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "decoders/codec/codec.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/protocol_defaults.hpp"

using namespace chicane::decoders;
using link::Transport;

namespace {

struct Row {
    std::string usual;
    std::string example;
};

std::string bare(std::string_view cell) {
    const auto begin = cell.find_first_not_of(" `"), end = cell.find_last_not_of(" `");
    return begin == cell.npos ? "" : std::string(cell.substr(begin, end - begin + 1));
}

/// By the protocol's word.
std::map<std::string, Row> rows() {
    std::ifstream page(CHICANE_SOURCE_DIR "/docs/devices.md");
    std::map<std::string, Row> all;
    for (std::string line; std::getline(page, line);) {
        const auto cells = codec::fields_of(line, '|');
        if (cells.size() != 6 || !cells[1].starts_with(" `") || bare(cells[1]) == "protocol") continue;
        INFO(line);
        CHECK(all.emplace(bare(cells[1]), Row{bare(cells[3]), bare(cells[4])}).second);
    }
    return all;
}

std::string transport_words(const link::ProtocolDefaults& usual) {
    const std::pair<Transport, std::pair<const char*, std::uint16_t>> ports[] = {
        {Transport::tcp, {"tcp", usual.tcp_port}},
        {Transport::tcp_listen, {"tcp-listen", usual.listen_port}},
        {Transport::udp, {"udp", usual.udp_port}},
        {Transport::zmq, {"zmq", usual.zmq_port}},
        {Transport::serial, {"serial", std::uint16_t{0}}}};
    std::string first, others;
    for (const auto& [transport, word] : ports) {
        const std::string text = word.first + (word.second ? ' ' + std::to_string(word.second) : std::string());
        if (transport == usual.transport)
            first = text;
        else if (word.second)
            others += ", " + text;
    }
    return first + others;
}

/// As the page has it: the transport taken, the other ports, the baud, the line.
std::string usual_words(const link::ProtocolDefaults& usual) {
    std::string words = transport_words(usual);
    if (usual.baud) words += ", " + std::to_string(usual.baud) + " baud";
    if (usual.rts) words += *usual.rts ? ", rts on" : ", rts off";
    return words;
}

}  // namespace

TEST_CASE("the page of devices has a row for each protocol that is reached somehow, with what is usual for it") {
    const auto page = rows();
    for (const codec::Protocol& protocol : codec::protocols()) {
        const auto usual = link::defaults_of(protocol.word);
        if (usual.transport == Transport::none) continue;
        INFO(protocol.word);
        REQUIRE(page.contains(std::string(protocol.word)));
        CHECK(page.at(std::string(protocol.word)).usual == usual_words(usual));
    }
}

TEST_CASE("each example of the page is a whole URI of its row's protocol, over its usual transport and port") {
    for (const auto& [word, row] : rows()) {
        INFO(word << ": " << row.example);
        const auto uri = link::parse_device_uri(row.example);
        REQUIRE(uri.has_value());
        CHECK(uri->protocol == word);
        const auto usual = link::defaults_of(word);
        if (usual.transport != Transport::none) CHECK(link::to_text(*uri) == row.example);
        const auto scheme = row.example.substr(0, row.example.find("://"));
        if (usual.transport != Transport::none) CHECK(transport_words(usual).starts_with(scheme));
        // Without its port it is the same device, where the page says that the port may be left out.
        const auto place = row.example.find("://") + 3, query = row.example.find('?'),
                   port = row.example.rfind(':', query);
        const bool has_usual_port = row.usual.find(scheme + ' ') == 0;
        if (!has_usual_port || port < place) continue;
        CHECK(link::parse_device_uri(row.example.substr(0, port) + row.example.substr(query)) == *uri);
    }
}
