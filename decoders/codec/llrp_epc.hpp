// The number by which Chicane knows an RFID tag. An EPC has 96 bits and more, a TransponderId 63 (a journal's integer holds it).
//
// The rule: an EPC is written in hexadecimal digits without the zeros in front. Up to twelve of them are the tag's name, and its number is
// the one that transponder_of() gives every name of letters and digits: so a tag has the same number behind an LLRP reader as behind one
// that sends the same name as text (JChip, Ultra, Wiclax). Tags for timing are written so: a plain number, the rest zeros. It loses
// nothing: two names have two numbers.
// A longer EPC (one of GS1's, with header, company and serial number) has no part that is known to tell tags apart: low bits differ
// within one series and may be equal in two. Its number is a hash of all its bytes, the same on every machine and for ever, and lies
// above every name's number, so that it never is one. Of 4.4 * 10^18 numbers 100,000 such tags share one with a chance of 1 in 10^9.
// The whole EPC stays in Passing::string. The same number written into a longer memory is the same tag. A tag that was never written
// (all zeros) is not number 0, which is nobody's: it is hashed as well.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::llrp {

/// Two upper-case digits a byte.
std::string epc_text(std::span<const std::byte> epc);

timing::TransponderId transponder_of_epc(std::span<const std::byte> epc);

}  // namespace chicane::decoders::codec::llrp
