// LLRP: the messages that readers really sent (recorded in the tests of sllurp, github.com/sllurp/sllurp, and by a user of an Impinj
// reader), damage made by hand, and the talk with a reader from its first word on.
#include "decoders/codec/llrp.hpp"

#include "decoders/codec/hex.hpp"
#include "decoders/codec/llrp_commands.hpp"
#include "decoders/codec/llrp_encode.hpp"
#include "decoders/codec/llrp_epc.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using codec::llrp::MessageType;
using test::read_any_cut;
using test::Records;

namespace {

Bytes hex(std::string_view digits) { return bytes_of_hex(digits).value(); }

Bytes operator+(Bytes left, const Bytes& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Passing passing(const std::string& epc, std::int64_t time_us, int strength) {
    Passing made;
    made.transponder = llrp::transponder_of_epc(hex(epc));
    made.time_us = time_us;
    made.strength = strength;
    made.hits = 1;
    made.string = epc;
    made.loop = "1";
    return made;
}

const Bytes greeting = test::vector_bytes("llrp", "a greeting with the reader's clock");
const ClockReading greeting_read{0x0004f8535baadaff, {}, ClockBase::utc};
const Bytes report = test::vector_bytes("llrp", "a report of a tag");
const Passing report_read = passing("3005FB63AC1F3841EC880467", 0x0004ec2ea8354c09, -50);
const Bytes long_report = test::vector_bytes("llrp", "a report of a tag with a long EPC");
const Passing long_read = passing("1FB41F712AC9C37AB79D618173188324001A", 0x0004ec2ea8381f57, -17);

Bytes good_answer(MessageType type) { return llrp::answer(type, {0, ""}); }

/// What the codec says to these bytes.
Bytes said_to(Llrp& reader, const Bytes& bytes) {
    Records records;
    reader.feed(bytes, records);
    return reader.take_replies();
}

}  // namespace

TEST_CASE("llrp: recorded reports read as their senders' tools read them, and come out byte for byte") {
    CHECK(read_any_cut("llrp", report) == Records{report_read});
    CHECK(read_any_cut("llrp", long_report) == Records{long_read});
    CHECK(llrp::encode(report_read, 0x4095892f) == report);
    CHECK(llrp::encode(long_read, 0x40958941) == long_report);
}

TEST_CASE("llrp: what is not known of a tag is passed over, and a tag without a time has none") {
    Passing expected = passing("85047000049050503155303400702300", 0, -73);
    expected.hits.reset();
    expected.clock = ClockBase::none;
    CHECK(test::read_vector("llrp", "a report with what is not known, without a time") == Records{expected});
}

TEST_CASE("llrp: a recorded greeting tells the reader's clock, and comes out but for its number") {
    CHECK(read_any_cut("llrp", greeting) == Records{greeting_read});
    CHECK(llrp::connection_event(greeting_read) ==
          hex("043f000000200000000000f600160080000c0004f8535baadaff010000060000"));
}

TEST_CASE("llrp: a reader without a wall clock counts from its start") {
    const ClockReading since_start{90'000'000, {}, ClockBase::start};
    CHECK(read_any_cut("llrp", llrp::connection_event(since_start)) == Records{since_start});
    Passing sent = report_read;
    sent.clock = ClockBase::start;
    sent.time_us = 90'000'001;
    CHECK(read_any_cut("llrp", llrp::encode(sent)) == Records{sent});
}

TEST_CASE("llrp: a tag's time is when it was first seen, and last seen where nothing else is told, UTC first") {
    const std::string epc = "8d3005fb63ac1f3841ec880467";
    const auto time_of = [&](const std::string& times) {
        Bytes body;
        llrp::put(body, llrp::ParameterType::tag_report_data, hex(epc + times));
        const auto read = read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 0, body));
        REQUIRE(read.size() == 1);
        const auto& passing = std::get<Passing>(read[0]);
        return std::pair(passing.time_us, passing.clock);
    };
    CHECK(time_of("840000000000000009820000000000000007") == std::pair(std::int64_t{7}, ClockBase::utc));
    CHECK(time_of("830000000000000005820000000000000007") == std::pair(std::int64_t{7}, ClockBase::utc));
    CHECK(time_of("840000000000000009830000000000000005") == std::pair(std::int64_t{5}, ClockBase::start));
    CHECK(time_of("840000000000000009") == std::pair(std::int64_t{9}, ClockBase::utc));
    CHECK(time_of("850000000000000006") == std::pair(std::int64_t{6}, ClockBase::start));
}

TEST_CASE("llrp: a report of several tags is as many passings, one of none is a sign of life") {
    const Bytes tag(report.begin() + llrp::header_bytes, report.end());
    const Bytes long_tag(long_report.begin() + llrp::header_bytes, long_report.end());
    CHECK(read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 9, tag + long_tag + tag)) ==
          Records{report_read, long_read, report_read});
    CHECK(read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 9, {})) == Records{Status{}});
}

TEST_CASE("llrp: a broken tag costs itself only") {
    const Bytes tag(report.begin() + llrp::header_bytes, report.end());
    const auto with = [&](std::string_view broken) {
        return read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 9, tag + hex(broken) + tag));
    };
    const auto costs = [](std::size_t bytes) {
        return Records{report_read, Garbage{bytes, GarbageReason::syntax}, report_read};
    };
    CHECK(with("00f00007810001") == costs(7));                           // nobody's
    CHECK(with("00f0000d00f1000900208d3005") == costs(13));              // an EPC shorter than it says
    CHECK(with("00f0000a00f100060000") == costs(10));                    // of no bits
    CHECK(with("00f000138d3005fb63ac1f3841ec880467ff00") == costs(19));  // a field that nobody knows has no known end
    CHECK(with("00f000158d3005fb63ac1f3841ec880467007f0004") ==
          costs(21));  // a field with a length must be 128 or more
    CHECK(with("00f000158d3005fb63ac1f3841ec88046701000005") ==
          costs(21));  // a field that says one byte more than there is
    CHECK(with("00f0001a8d3005fb63ac1f3841ec880467827fffffffffffffff") == costs(26));  // a time beyond all clocks
}

TEST_CASE("llrp: an EPC whose bits fill no whole bytes keeps its last ones") {
    Bytes body;
    llrp::put(body, llrp::ParameterType::tag_report_data, hex("00f10008000cabc0"));
    const Records read = read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 0, body));
    REQUIRE(read.size() == 1);
    CHECK(std::get<Passing>(read[0]).string == "ABC0");
}

TEST_CASE("llrp: a clock beyond all clocks is none, and a long complaint is cut to two lines") {
    const ClockReading beyond{(std::int64_t{1} << 53) + 1, {}, ClockBase::utc};
    CHECK(read_any_cut("llrp", llrp::connection_event(beyond)) == Records{Status{}});
    const auto complains = [](std::size_t bytes) { return DeviceError{101, std::string(bytes, 'x')}; };
    CHECK(read_any_cut("llrp", llrp::answer(MessageType::add_rospec_response, complains(300))) ==
          Records{complains(200)});
}

TEST_CASE("llrp: bytes whose reserved bits are set begin no message") {
    Bytes odd = report;
    odd[0] = std::byte{0x24};
    CHECK(test::garbage_bytes(read_any_cut("llrp", odd)) == odd.size());
}

TEST_CASE("llrp: what follows a field with a wrong length is garbage to the message's end") {
    const Bytes tag(report.begin() + llrp::header_bytes, report.end());
    CHECK(read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 9, tag + hex("00f0ffff8d3005"))) ==
          Records{report_read, Garbage{7, GarbageReason::syntax}});
    CHECK(read_any_cut("llrp", llrp::message(MessageType::ro_access_report, 9, hex("00f00003") + tag) + greeting) ==
          Records{Garbage{tag.size() + 4, GarbageReason::syntax}, greeting_read});
    CHECK(read_any_cut("llrp", llrp::message(MessageType::reader_event_notification, 9, hex("00f6")) + greeting) ==
          Records{Garbage{12, GarbageReason::syntax}, greeting_read});
}

TEST_CASE(
    "llrp: what a reader refuses, what goes wrong in it, and a connection it does not take are errors with its words") {
    const DeviceError refusal{101, "Field Error"};
    CHECK(read_any_cut("llrp", llrp::answer(MessageType::add_rospec_response, refusal)) == Records{refusal});
    CHECK(read_any_cut("llrp", llrp::answer(MessageType::error_message, refusal)) == Records{refusal});
    CHECK(read_any_cut("llrp", llrp::answer(MessageType::error_message, {0, ""})) == Records{DeviceError{0, ""}});
    CHECK(read_any_cut("llrp", llrp::connection_event(greeting_read, 2)) ==
          Records{greeting_read, DeviceError{2, "another client is connected"}});
    CHECK(read_any_cut("llrp", hex("043f000000190000000000f6000f00fc000b00056f76657268")) ==
          Records{DeviceError{252, "overh"}});
}

TEST_CASE("llrp: an answer that is well is a sign of life, that on capabilities tells who the reader is") {
    CHECK(read_any_cut("llrp", good_answer(MessageType::start_rospec_response)) == Records{Status{}});
    const Version who{.decoder_type = 2'001'002, .description = "maker 25882", .version = "5.14.0.240"};
    CHECK(read_any_cut("llrp", llrp::capabilities(who, 25'882)) == Records{who});
}

TEST_CASE("llrp: a client's words and vendors' own are unknown records, and 1.1 reads as 1.0.1 does") {
    CHECK(read_any_cut("llrp", llrp::keepalive_ack(7) + report) ==
          Records{Garbage{10, GarbageReason::unknown_record}, report_read});
    CHECK(read_any_cut("llrp", hex("07ff0000000c000000010000") + report) ==
          Records{Garbage{12, GarbageReason::unknown_record}, report_read});
    Bytes newer = report;
    newer[0] = std::byte{0x08};
    CHECK(read_any_cut("llrp", newer) == Records{report_read});
}

TEST_CASE("llrp: bytes that begin no message are one run of garbage, and what follows is read") {
    CHECK(read_any_cut("llrp", hex("ffff00") + report) == Records{Garbage{3, GarbageReason::frame}, report_read});
    CHECK(read_any_cut("llrp", hex("043d00000009000000ff") + report) ==
          Records{Garbage{10, GarbageReason::length}, report_read});
    CHECK(read_any_cut("llrp", hex("043d7fffffff000000ff") + report) ==
          Records{Garbage{10, GarbageReason::length}, report_read});
    const Bytes cut(report.begin(), report.end() - 1);
    const Records read = read_any_cut("llrp", report + cut);
    CHECK(test::garbage_bytes(read) == cut.size());
    CHECK(read.front() == Record{report_read});
}

TEST_CASE("llrp: of an unfinished message it keeps no more than the longest") {
    Llrp reader;
    Records records;
    const Bytes endless = hex("043d00040001") + Bytes(10, std::byte{0xff});
    reader.feed(endless, records);
    reader.feed(Bytes(1'000'000, std::byte{0xff}), records);
    CHECK(reader.pending() == endless.size() + 1'000'000);
    reader.finish(records);
    CHECK(test::garbage_bytes(records) == endless.size() + 1'000'000);
}

TEST_CASE("llrp: a reader is made to speak step by step, each step when the last was answered") {
    Llrp reader;
    CHECK(reader.greet().empty());
    CHECK(said_to(reader, greeting) == hex("04010000000b0000000101"));
    const Version who{.version = "1"};
    CHECK(said_to(reader, llrp::capabilities(who, 1)) == hex("0403000000260000000300"
                                                             "00f4001200f50007000280"
                                                             "00f50007000480"
                                                             "00dc000901000007d0"));
    CHECK(said_to(reader, good_answer(MessageType::set_reader_config_response)) ==
          hex("04400000000a00000040") + hex("043c0000000a0000003c") +
              hex("04140000004b00000014"
                  "00b100414b4152540000"
                  "00b2001200b300050000b600090000000000"
                  "00b700180001000000b80009000000000000ba0007000101"
                  "00ed000d01000100ee00061780"));
    CHECK(said_to(reader, good_answer(MessageType::add_rospec_response)) == hex("04180000000e000000184b415254"));
    CHECK(said_to(reader, good_answer(MessageType::enable_rospec_response)) == hex("04160000000e000000164b415254"));
    CHECK(said_to(reader, good_answer(MessageType::start_rospec_response)).empty());
    CHECK(said_to(reader, report).empty());
}

TEST_CASE("llrp: every keepalive is acknowledged by its number") {
    Llrp reader;
    CHECK(said_to(reader, llrp::keepalive(7) + report + llrp::keepalive(8)) ==
          hex("04480000000a00000007") + hex("04480000000a00000008"));
    CHECK(reader.take_replies().empty());
    CHECK(read_any_cut("llrp", llrp::keepalive(7)) == Records{Status{}});
}

TEST_CASE(
    "llrp: an order that is there from an earlier connection reads on, other programs' go only where ours has no "
    "room") {
    const DeviceError refusal{101, ""};
    Llrp reader;
    CHECK(said_to(reader, llrp::answer(MessageType::add_rospec_response, refusal)) == llrp::enable_ro_spec());
    CHECK(said_to(reader, llrp::answer(MessageType::enable_rospec_response, refusal)) ==
          hex("04150000000e0000001500000000"));
    CHECK(said_to(reader, good_answer(MessageType::delete_rospec_response)) == llrp::add_ro_spec());
    CHECK(said_to(reader, llrp::answer(MessageType::enable_rospec_response, refusal)).empty());
    reader.greet();
    CHECK(said_to(reader, llrp::answer(MessageType::enable_rospec_response, refusal)) ==
          llrp::delete_ro_spec(llrp::every_ro_spec));
}

TEST_CASE("llrp: an order that ends is started again with the next keepalive") {
    Llrp reader;
    CHECK(said_to(reader, llrp::stopped_event(greeting_read)).empty());
    CHECK(said_to(reader, llrp::keepalive(1)) == llrp::keepalive_ack(1) + llrp::start_ro_spec());
    CHECK(said_to(reader, llrp::keepalive(2)) == llrp::keepalive_ack(2));
    Bytes begun = llrp::stopped_event(greeting_read);
    const Bytes event = hex("00f9");
    const auto at = std::ranges::search(begun, event).begin();
    REQUIRE(at != begun.end());
    at[4] = std::byte{0};  // of an order: begun, where 1 is ended
    CHECK(said_to(reader, begun + llrp::keepalive(3)) == llrp::keepalive_ack(3));
}

TEST_CASE("llrp: that an order ended is forgotten with its connection") {
    Llrp reader;
    CHECK(said_to(reader, llrp::stopped_event(greeting_read)).empty());
    reader.greet();
    CHECK(said_to(reader, llrp::keepalive(1)) == llrp::keepalive_ack(1));
}

TEST_CASE("llrp: a connection that the reader does not take is not talked to, and a new one owes nothing") {
    Llrp reader;
    CHECK(said_to(reader, llrp::connection_event(greeting_read, 1)).empty());
    Records records;
    reader.feed(llrp::keepalive(7), records);
    reader.greet();
    CHECK(reader.take_replies().empty());
}

TEST_CASE("llrp: replies that nobody takes have a bound") {
    Llrp reader;
    Records records;
    for (std::uint32_t i = 0; i < 10'000; ++i) reader.feed(llrp::keepalive(i), records);
    CHECK(reader.take_replies().size() <= 4'096);
}

TEST_CASE("llrp: any passing reads back as itself") {
    test::must_read_back(
        "llrp",
        [](auto& chance) {
            std::string epc;
            const std::size_t bytes = chance() % 4 ? 12 : 2 * (1 + chance() % 16);
            for (std::size_t i = 0; i < bytes; ++i) epc += hex_text(chance() % 256, 2);
            Passing made = passing(epc, std::int64_t(chance() % (1ULL << 53)), int(chance() % 256) - 128);
            made.hits = int(chance() % 65'536);
            made.loop = std::to_string(chance() % 65'536);
            made.clock = chance() % 4 ? ClockBase::utc : ClockBase::start;
            if (chance() % 8 == 0) {
                made.hits.reset();
                made.strength.reset();
                made.loop.clear();
            }
            return made;
        },
        [](const Passing& sent) { return llrp::encode(sent); });
}

TEST_CASE("llrp: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("llrp",
                          std::string_view("\x04\x3d\x3f\x00\x00\x00\x0a\x0c\x20\x00\xf0\xf1\x8d\x81\x82\x86", 16));
}
