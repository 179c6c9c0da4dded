// LLRP readers (RFID gates of Impinj, Zebra and others), on a connection that we open, TCP 5084. GS1 EPCglobal "Low Level Reader
// Protocol 1.1". The reader speaks first: it says its clock and whether it takes us; then the codec sets keepalives, fetches what
// was kept while nobody was connected, and gives its reading order step by step.
//
// What was measured stays: reports that wait are fetched before any order is touched, and where our order is still there from an earlier
// connection it reads on. Only a reader that has no room for ours, because another program's orders fill it, loses those: it serves
// one program at a time.
// A gate sees a tag many times in a crossing: each report is a passing, as with every reader; the first of a crossing counts, and the
// minimum lap passes over the others. A passing's time is when the tag was first seen, by UTC where the reader has it.
// For tags' numbers see llrp_epc.hpp.
#pragma once

#include "decoders/codec/llrp_fields.hpp"

namespace chicane::decoders::codec {

class Llrp final : public UnmarkedCodec {
  public:
    /// Says nothing: the reader begins. What was owed on an earlier connection is forgotten.
    Bytes greet() override;
    /// The next steps of the talk, and the acknowledgement of every keepalive: a reader without it hangs up.
    Bytes take_replies() override;

  private:
    Judged judge(std::span<const std::byte> bytes) const override { return llrp::judge(bytes); }
    void read_frame(std::span<const std::byte> frame, std::vector<Record>& records) override;
    void forget() override { greet(); }

    void go_on(const llrp::Message& message, const llrp::Told& told);
    void reply(const Bytes& more);

    Bytes replies_;
    bool cleared_ = false;  ///< every order was deleted once on this connection
    bool stopped_ = false;  ///< ours has ended; it is started again with the next keepalive, so at no faster pace
};

}  // namespace chicane::decoders::codec
