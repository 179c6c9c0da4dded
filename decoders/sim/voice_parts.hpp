// What voices share: requests in lines, tags as names, and a byte that is damaged on the way.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "decoders/sim/voice.hpp"

namespace chicane::decoders::sim {

inline constexpr std::size_t request_bytes_max = 1'024;  ///< of one request; a longer one is forgotten

/// A voice that says each passing once, and reads no request.
class PlainVoice : public Voice {
  public:
    explicit PlainVoice(Manner manner) : manner_(manner) {}
    const Manner& manner() const final { return manner_; }

  private:
    Manner manner_;
};

/// A voice whose requests are lines.
class LineVoice : public PlainVoice {
  public:
    /// Each byte of `ends` ends a request.
    LineVoice(Manner manner, std::string_view ends) : PlainVoice(manner), ends_(ends) {}
    void hear(ClientId client, std::span<const std::byte> bytes, Desk& desk) final;
    void left(ClientId gone) override { lines_.erase(gone); }

  protected:
    /// A request without its end; never empty.
    virtual void read(std::string_view line, Desk& desk) = 0;
    /// Whose request is being read.
    ClientId client() const { return client_; }

  private:
    ClientId client_ = 0;
    std::string_view ends_;
    std::map<ClientId, std::string> lines_;  ///< of the connected
};

/// The passing with nothing but tag, time and clock.
codec::Passing bare(const codec::Passing& heard);
/// The tag as a name whose number, in base 36, it is.
std::string name_of(timing::TransponderId tag);
/// Not beyond what a field can hold.
std::optional<std::int32_t> at_most(const std::optional<std::int32_t>& value, std::int32_t most);

/// Where a sum follows: the first letter or digit of the second half is another.
codec::Bytes other_letter(codec::Bytes message);
/// Where none follows: a sign that stands in no record, where it is read.
codec::Bytes strange_letter(codec::Bytes message);

}  // namespace chicane::decoders::sim
