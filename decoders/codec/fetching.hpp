// What a codec can that fetches by itself what its decoder counts beyond what was heard: nobody else knows that it is missing. Pure.
#pragma once

namespace chicane::decoders::codec {

class Fetching {
  public:
    virtual ~Fetching() = default;

    /// Passings that are being fetched are still to come: the decoder's memory alone has them.
    virtual bool owes() const = 0;
};

}  // namespace chicane::decoders::codec
