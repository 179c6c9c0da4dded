// A simulated decoder and a codec that talk to each other over a line without length: what one says the other hears at once, greetings,
// replies and acknowledgements included. For round trips in tests and in the bench.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "decoders/sim/decoder.hpp"
#include "decoders/sim/field.hpp"

namespace chicane::decoders::test {

class Talk {
  public:
    Talk(sim::TrackOptions track, sim::DecoderOptions options) : codec_(codec::make_codec(options.protocol).value()) {
        options.truth = [this](const sim::Truth& line) {
            if (line.number) truth.push_back(line);
        };
        decoder_ = std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, options.start_us), options);
    }

    /// Until every crossing has happened and was said.
    void to_the_end() {
        open();
        while (!decoder_->finished()) {
            decoder_->advance(decoder_->next_us(), outgoing_);
            exchange();
        }
    }

    std::vector<sim::Truth> truth;         ///< of what the decoder heard
    std::vector<codec::Passing> passings;  ///< that the codec read
    std::size_t others = 0;                ///< records beside them, that are no garbage
    std::size_t garbage = 0;
    codec::Bytes wire;  ///< all that the decoder said, where it is wanted
    bool keeps_wire = false;

  private:
    static constexpr sim::ClientId client = 1;

    void open() {
        const codec::Bytes greeting = codec_->greet();
        decoder_->joined(client, outgoing_);
        say(greeting);
        exchange();
    }
    void say(const codec::Bytes& bytes) {
        if (!bytes.empty()) decoder_->received(client, bytes, outgoing_);
    }
    /// Back and forth until both are quiet.
    void exchange() {
        while (!outgoing_.empty())
            for (const sim::Outgoing& out : std::exchange(outgoing_, {}))
                if (const auto* send = std::get_if<sim::Send>(&out)) hear(send->bytes);
    }
    void hear(const codec::Bytes& bytes) {
        if (keeps_wire) wire.insert(wire.end(), bytes.begin(), bytes.end());
        records_.clear();
        codec_->feed(bytes, records_);
        for (const codec::Record& record : records_) {
            if (const auto* passing = std::get_if<codec::Passing>(&record)) {
                passings.push_back(*passing);
                say(codec_->acknowledge(*passing));
            } else {
                ++(std::holds_alternative<codec::Garbage>(record) ? garbage : others);
            }
        }
        say(codec_->take_replies());
    }

    std::unique_ptr<codec::Codec> codec_;
    std::unique_ptr<sim::Decoder> decoder_;
    std::vector<sim::Outgoing> outgoing_;
    std::vector<codec::Record> records_;
};

}  // namespace chicane::decoders::test
