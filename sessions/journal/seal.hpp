// The sum that a commit leaves in the journal, over the sum before it and every value of the rows since. Plain value; it makes no
// difference whether values come from a writer or are read again.
#pragma once

#include <cstdint>
#include <sodium/crypto_hash_sha256.h>
#include <string>
#include <string_view>

namespace chicane::sessions::journal {

class Seal {
  public:
    /// Of the sum before: 32 bytes.
    explicit Seal(std::string_view before);

    void begin_row(char table);
    void add(std::int64_t value);
    void add(std::string_view value);
    void add_nothing();

    /// 32 bytes; values may still be added to this one.
    std::string sum() const;

  private:
    void add_bytes(std::string_view bytes);
    void add_number(std::uint64_t value);

    crypto_hash_sha256_state state_;
};

}  // namespace chicane::sessions::journal
