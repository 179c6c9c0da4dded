// TAG Heuer by Chronelec, Protime and Elite: passings as <...> with a decimal sum, status as [...], configuration as +++ and bytes.
// The decoder sends one passing and repeats it until it is acknowledged, then the next: what is not acknowledged is not lost.
// decoders.md §3.1; passings and their sum [V], status and configuration [S] by ndf-zz/metarace.
#pragma once

#include "decoders/codec/chronelec_framer.hpp"
#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

class Chronelec final : public Codec, private chronelec::FrameSink {
  public:
    void feed(std::span<const std::byte> bytes, std::vector<Record>& records) override;
    void finish(std::vector<Record>& records) override;
    std::size_t pending() const override { return framer_.pending(); }

    /// A passing whose sum is wrong each time that it is repeated is acknowledged in the end: it would block all others.
    Bytes take_replies() override;
    Bytes acknowledge(const Passing& kept) const override;
    /// Its configuration: it holds the decoder's id and its firmware.
    Bytes ask_version() const override;
    /// Its status, with the noise of its loops; its clock there has whole seconds only and is not used.
    Bytes ask_clock() const override;

  private:
    void on_frame(const chronelec::Frame& frame) override;
    void on_garbage(const Garbage& garbage) override;
    void refuse(std::string_view passing);

    chronelec::Framer framer_;
    std::vector<Record>* records_ = nullptr;  ///< during a call
    std::string refused_;                     ///< the passing whose sum was wrong last
    int refusals_ = 0;                        ///< so often in a row
    Bytes replies_;
};

}  // namespace chicane::decoders::codec
