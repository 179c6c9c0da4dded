// Days of the centre's wall clock. The time zone comes through a port; the rest is arithmetic.
#pragma once

#include <cstdint>
#include <functional>

#include "centre/customers/date.hpp"

namespace chicane::web::api {

class Calendar {
  public:
    explicit Calendar(std::function<std::int32_t(std::int64_t)> utc_offset_s)
        : utc_offset_s_(std::move(utc_offset_s)) {}

    /// Local days since 1970.
    int day_of(std::int64_t utc_us) const;
    centre::customers::Date date_of(std::int64_t utc_us) const;
    /// The instant at which a local day begins; of a day without midnight, its first instant.
    std::int64_t begin_us(centre::customers::Date date) const;
    std::int64_t end_us(centre::customers::Date date) const;

  private:
    std::int64_t begin_of_day_us(int day) const;
    std::function<std::int32_t(std::int64_t)> utc_offset_s_;
};

}  // namespace chicane::web::api
