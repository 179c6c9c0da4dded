// Why a command on the store was not carried out. Values; the words for people are made in web/api.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "centre/bookings/alternatives.hpp"

namespace chicane::centre::store {

enum class RefusalCode {
    not_found,
    version_mismatch,
    bad_state,
    capacity_exceeded,
    session_started,
    hold_expired,
    kart_taken,
    name_taken,
    invalid
};

struct Refusal {
    RefusalCode code;
    std::string subject;  ///< what it is about: `ses_12`, `seats`, `initials`
    int free = 0;         ///< capacity_exceeded
    std::vector<bookings::Offer> alternatives = {};
};

/// Who asks, from where, and when: read once a command.
struct Stamp {
    std::int64_t now_us = 0;
    std::string who;          ///< the account's name
    std::string workstation;  ///< its address
};

/// What every aggregate has.
struct Head {
    std::int64_t id = 0;
    std::int64_t version = 1;
    std::int64_t created_at_us = 0;
    std::string created_by;
    friend bool operator==(const Head&, const Head&) = default;
};

}  // namespace chicane::centre::store
