// What a decoder of each protocol says in some ten seconds of a kart track: a sign of life now and then, and karts that pass. From the
// encoders alone.
#pragma once

#include <functional>
#include <string_view>

#include "decoders/codec/alge.hpp"
#include "decoders/codec/chronelec_encode.hpp"
#include "decoders/codec/ilap_encode.hpp"
#include "decoders/codec/jchip.hpp"
#include "decoders/codec/laprf_encode.hpp"
#include "decoders/codec/lines_encode.hpp"
#include "decoders/codec/llrp_encode.hpp"
#include "decoders/codec/openstint_encode.hpp"
#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/rc2_encode.hpp"
#include "decoders/codec/robitronic_encode.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/thcom.hpp"
#include "decoders/codec/toolkit_encode.hpp"
#include "decoders/codec/ultra.hpp"
#include "decoders/codec/vstm_encode.hpp"
#include "decoders/codec/wiclax.hpp"
#include "decoders/codec/zround_encode.hpp"

namespace chicane::decoders::test {

inline constexpr std::size_t karts_of_traffic = 8;

/// The n-th kart, a bit more than a second after the one before.
inline codec::Passing kart(std::size_t n) {
    codec::Passing passing;
    passing.number = static_cast<std::uint32_t>(100 + n);
    passing.transponder = {2'906'141 + 17 * n};
    passing.time_us = 1'761'855'781'964'000 + static_cast<std::int64_t>(n) * 1'203'000;
    passing.strength = static_cast<std::int32_t>(90 + n);
    passing.hits = static_cast<std::int32_t>(30 + n);
    passing.decoder = 204;
    return passing;
}

/// The same for a decoder that counts from its start, or that knows its tags by name.
inline codec::Passing since_start(codec::Passing passing) {
    passing.time_us -= kart(0).time_us - 5'000'000;
    return passing;
}
inline codec::Passing named(codec::Passing passing) {
    passing.string = "LZ6302" + std::to_string(passing.transponder.value % 10);
    return passing;
}
inline codec::Passing pulse(codec::Passing passing) {
    passing = since_start(passing);
    passing.transponder = {0};
    passing.trigger = true;
    passing.loop = "01";
    return passing;
}

using Says = std::function<codec::Bytes(const codec::Passing&)>;

inline codec::Bytes stream_of(codec::Bytes alive, const Says& says) {
    codec::Bytes all = alive;
    for (std::size_t n = 0; n < karts_of_traffic; ++n) {
        const codec::Bytes one = says(kart(n));
        all.insert(all.end(), one.begin(), one.end());
        if (n == karts_of_traffic / 2) all.insert(all.end(), alive.begin(), alive.end());
    }
    return all;
}

/// Empty: a word whose traffic nobody wrote here yet.
inline codec::Bytes traffic_of(std::string_view word) {
    using namespace codec;
    const Status status{.noise = 40, .temperature_c = 22, .voltage_dv = 118, .decoder = 204, .number = 7};
    const ClockReading clock{5'000'000, 204, ClockBase::start};
    if (word == "p3") return stream_of(p3::encode(status), [](const Passing& p) { return p3::encode(p); });
    if (word == "p98")
        return stream_of(p98::encode(status, p98::Model::rc4),
                         [](const Passing& p) { return p98::encode(since_start(p)); });
    if (word == "rc2")
        return stream_of(rc2::encode(status), [](const Passing& p) { return rc2::encode(since_start(p)); });
    if (word == "ilap") return stream_of({}, [](const Passing& p) { return ilap::encode(since_start(p)); });
    if (word == "chronelec")
        return stream_of(chronelec::encode_status(5'000'000, {30, 20}, {31, 20}), [](Passing p) {
            p.loop = "STA";
            p.transponder = {23'066 + p.transponder.value % 100};
            return chronelec::encode(since_start(p));
        });
    if (word == "thcom") return stream_of({}, [](const Passing& p) { return thcom::encode(pulse(p)); });
    if (word == "alge")
        return stream_of({}, [](Passing p) {
            p = pulse(p);
            p.loop = "C1";
            return alge::encode(p);
        });
    if (word == "robitronic")
        return stream_of(robitronic::encode(clock),
                         [](const Passing& p) { return robitronic::encode(since_start(p)); });
    if (word == "zround")
        return stream_of(zround::encode(clock), [](const Passing& p) { return zround::encode(since_start(p)); });
    if (word == "raceresult") return stream_of({}, [](const Passing& p) { return raceresult::encode(named(p), true); });
    if (word == "toolkit")
        return stream_of(toolkit::encode_call("Finish", "Ping"), [](const Passing& p) {
            return toolkit::encode_passings("Finish", std::vector{named(p)}, *p.number);
        });
    if (word == "jchip") return stream_of({}, [](const Passing& p) { return jchip::encode(named(p)); });
    if (word == "ultra") return stream_of({}, [](const Passing& p) { return ultra::encode(named(p)); });
    if (word == "wiclax") return stream_of(bytes_of("*\r"), [](const Passing& p) { return wiclax::encode(named(p)); });
    if (word == "llrp")
        return stream_of(llrp::connection_event(ClockReading{kart(0).time_us, {}}), [](Passing p) {
            p.string = "300833B2DDD9014000000000";
            return llrp::encode(p, *p.number);
        });
    if (word == "laprf")
        return stream_of(laprf::encode(status), [](const Passing& p) { return laprf::encode(since_start(p)); });
    if (word == "openstint")
        return stream_of(openstint::encode(status, clock),
                         [](const Passing& p) { return openstint::encode(since_start(p)); });
    if (word == "vstm") return stream_of({}, [](const Passing& p) { return vstm::encode(since_start(p)); });
    if (word == "lines") return stream_of({}, [](const Passing& p) { return lines::encode(p); });
    return {};
}

}  // namespace chicane::decoders::test
