// SHA-256 of bytes that come piece by piece.
#pragma once

#include <memory>
#include <span>
#include <string>

namespace chicane::web::host {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::span<const char> bytes);
    /// In hexadecimal; nothing may be added after it.
    std::string finish();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace chicane::web::host
