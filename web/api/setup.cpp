#include "web/api/setup.hpp"

#include <algorithm>
#include <string_view>

#include "centre/customers/public_name.hpp"
#include "web/api/answer.hpp"
#include "web/api/service.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::store::SeatRow;

/// "Anna Schmidt" is a name, and so it is in "Anna Schmidt 2"; "Guest 3" and "A. Driver" are none.
std::string cut_label(const std::string& label) {
    if (label.find('.') != std::string::npos) return label;
    std::size_t last_begin = 0, last_end = 0, words = 0;
    for (std::size_t begin = 0; begin < label.size();) {
        const std::size_t end = std::min(label.find(' ', begin), label.size());
        const std::string_view word(label.data() + begin, end - begin);
        if (!word.empty() && word.find_first_of("0123456789") == std::string_view::npos) {
            last_begin = begin;
            last_end = end;
            ++words;
        }
        begin = end + 1;
    }
    if (words < 2) return label;
    std::size_t letter_end = last_begin + 1;
    while (letter_end < last_end && (static_cast<unsigned char>(label[letter_end]) & 0xC0) == 0x80) ++letter_end;
    return label.substr(0, letter_end) + "." + label.substr(last_end);
}

sessions::DriverSetup driver_of(const centre::store::SeatDriver& driver) {
    sessions::DriverSetup made{timing::DriverId{static_cast<std::uint32_t>(driver.id)}, driver.name,
                               public_name_of(driver), driver.weight_kg};
    if (driver.transponder) made.transponder = timing::TransponderId{static_cast<std::uint64_t>(*driver.transponder)};
    return made;
}

sessions::EntrantSetup entrant_of(const SeatRow& seat, const Plan& plan, const Race& race) {
    sessions::EntrantSetup entrant;
    entrant.id = timing::EntrantId{static_cast<std::uint32_t>(seat.head.id)};
    entrant.number = number_of(seat, race);
    entrant.name = name_of(seat);
    entrant.public_name = public_name_of(seat, entrant.number, plan.day);
    for (const std::int64_t tag : seat.transponders)
        entrant.transponders.push_back(timing::TransponderId{static_cast<std::uint64_t>(tag)});
    for (const centre::store::SeatDriver& driver : seat.drivers) entrant.drivers.push_back(driver_of(driver));
    if (seat.kart) entrant.kart = timing::KartId{static_cast<std::uint32_t>(*seat.kart)};
    return entrant;
}

}  // namespace

std::string number_of(const SeatRow& seat, const Race& race) {
    return seat.number ? *seat.number : race.kart_number(seat.kart);
}

std::string name_of(const SeatRow& seat) {
    return seat.person ? centre::customers::full_name(*seat.person) : seat.label;
}

std::string public_name_of(const SeatRow& seat, const std::string& number, centre::customers::Date day) {
    if (seat.person) return centre::customers::public_name(*seat.person, day, number);
    return seat.public_name ? *seat.public_name : cut_label(seat.label);
}

std::string public_name_of(const centre::store::SeatDriver& driver) {
    return driver.public_name ? *driver.public_name : cut_label(driver.name);
}

sessions::Setup make_setup(const Plan& plan, const Race& race) {
    sessions::Setup setup;
    setup.id = wire_id(session_prefix, plan.session.head.id);
    setup.name = plan.session.session.name;
    setup.track = plan.session.session.track;
    setup.date = centre::customers::text_of(plan.day);
    setup.rules = plan.session.session.rules;
    for (const SeatRow& seat : plan.seats) setup.entrants.push_back(entrant_of(seat, plan, race));
    return setup;
}

void with_plan(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session,
               std::function<void(const Plan&)> then) {
    auto plan = std::make_shared<std::optional<Plan>>();
    const auto find = [&service, call, plan, session](centre::store::Connection& db) {
        if (auto row = centre::store::find_session(db, session, call->now_us)) {
            const auto day = service.calendar().date_of(row->session.planned_start_us);
            *plan = Plan{std::move(*row), centre::store::seats_of_session(db, session), day};
        }
    };
    const auto done = [call, reply, plan, session, then = std::move(then)](centre::store::Ending ending) {
        if (ending == centre::store::Ending::failed) return reply(busy(*call));
        *plan ? then(**plan) : reply(not_found(*call, wire_id(session_prefix, session)));
    };
    if (!service.ports().store.read(find, done)) reply(busy(*call));
}

}  // namespace chicane::web::api
