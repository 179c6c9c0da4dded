#include "web/feed/control_json.hpp"

#include "timing/words.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::feed {
namespace {

using sessions::conductor::Action;
using sessions::conductor::Alarm;
using sessions::conductor::AlarmKind;
using sessions::conductor::DeviceHealth;
using sessions::conductor::DeviceLoop;
using sessions::conductor::DevicePlace;
using sessions::conductor::Emergency;
using sessions::conductor::LinkState;
using sessions::conductor::OpenCrossing;
using sessions::conductor::ProposedShown;
using sessions::conductor::StripPassing;
using sessions::conductor::SyncedBy;
using sessions::conductor::TeamShown;
using sessions::conductor::TrackView;
using sessions::conductor::UnknownTag;
using sessions::outputs::Aspect;
using sessions::outputs::KartState;
using sessions::outputs::OutputsState;
using sessions::outputs::SpeedLevel;

template <class Value>
std::optional<std::string> word_of(const std::optional<Value>& value) {
    return value ? std::optional(std::string(word(*value))) : std::nullopt;
}

void write(JsonText& json, const StripPassing& passing) {
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(passing.seq)).key("time_us");
    json.integer(passing.time.us).key("device").text(passing.device).key("role").text(timing::word(passing.role));
    json.key("transponder").integer(static_cast<std::int64_t>(passing.transponder.value));
    json.key("entrant").maybe(passing.entrant ? std::optional("ent_" + std::to_string(passing.entrant->value))
                                              : std::nullopt);
    json.key("number").text(passing.number).key("name").text(passing.name);
    json.key("verdict").text(timing::word(passing.verdict)).key("lap_us").maybe(passing.lap_us);
    json.key("strength").maybe(passing.strength).key("hits").maybe(passing.hits);
    json.key("host_time").boolean(passing.host_time).key("manual").boolean(passing.manual).end_object();
}

void write(JsonText& json, const UnknownTag& tag) {
    json.begin_object().key("transponder").integer(static_cast<std::int64_t>(tag.transponder.value));
    json.key("passings").integer(tag.passings).key("first_us").integer(tag.first.us).key("last_us");
    json.integer(tag.last.us);
    json.key("last_kart").maybe(tag.last_kart);
    json.end_object();
}

void write(JsonText& json, const OpenCrossing& crossing) {
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(crossing.seq)).key("time_us");
    json.integer(crossing.time.us).key("device").text(crossing.device).key("role").text(timing::word(crossing.role));
    json.key("string").text(crossing.string);
    json.key("session").maybe(crossing.session);
    json.end_object();
}

void write(JsonText& json, const Action& action) {
    json.begin_object().key("seq").integer(static_cast<std::int64_t>(action.seq)).key("at_us").integer(action.at.us);
    json.key("by").text(action.by).key("word").text(action.word).key("subject").text(action.subject);
    json.key("undone").boolean(action.undone).key("undoable").boolean(action.undoable);
    write_about(json, action);
    json.end_object();
}

void write(JsonText& json, const Alarm& alarm) {
    json.begin_object().key("id").integer(static_cast<std::int64_t>(alarm.id)).key("kind").text(word(alarm.kind));
    json.key("grave").boolean(alarm.grave).key("seen").boolean(alarm.seen).key("since_us").integer(alarm.since.us);
    json.key("until_us").maybe(alarm.until).key("subject").text(alarm.subject).key("value");
    json.integer(alarm.value).end_object();
}

void write(JsonText& json, const DeviceLoop& loop) {
    json.begin_object().key("name").text(loop.name).key("role").text(timing::word(loop.role));
    json.key("sector").integer(loop.sector).end_object();
}

void write(JsonText& json, const DeviceHealth& device) {
    json.begin_object().key("id").text(device.id).key("track").text(device.track).key("uri").text(device.uri);
    json.key("role").text(timing::word(device.role)).key("sector").integer(device.sector);
    json.key("fixed").boolean(device.fixed).key("test").boolean(device.test);
    json.key("place");
    device.place == DevicePlace::alone ? json.null() : json.text(word(device.place));
    json.key("loops").begin_array();
    for (const DeviceLoop& loop : device.loops) write(json, loop);
    json.end_array();
    json.key("state").text(word(device.state)).key("last_byte_us").maybe(device.last_byte).key("decoder");
    json.maybe(device.decoder ? std::optional(device.decoder->value) : std::nullopt);
    json.key("noise").maybe(device.noise).key("temperature_c").maybe(device.temperature_c);
    json.key("voltage_dv").maybe(device.voltage_dv).key("voltage_low").boolean(device.voltage_low);
    json.key("clock_offset_us").maybe(device.clock_offset_us);
    json.key("clock_drift_ppm").maybe_real(device.clock_drift_ppm).key("clock_spread_us").maybe(device.clock_spread_us);
    json.key("synced_by");
    device.sync.by == SyncedBy::nothing ? json.null() : json.text(word(device.sync.by));
    json.key("sync_spread_us").maybe(device.sync.spread_us);
    json.key("last_status_us").maybe(device.last_status).key("why_down");
    device.why_down.empty() ? json.null() : json.text(device.why_down);
    json.key("complaint");
    device.complaint.empty() ? json.null() : json.text(device.complaint);
    json.key("bytes").integer(static_cast<std::int64_t>(device.bytes));
    json.key("crc_errors").integer(static_cast<std::int64_t>(device.crc_errors));
    json.key("passings").integer(static_cast<std::int64_t>(device.passings));
    json.key("duplicates").integer(static_cast<std::int64_t>(device.duplicates));
    json.key("recording_lost_bytes").integer(static_cast<std::int64_t>(device.recording_lost_bytes));
    json.key("garbage").integer(static_cast<std::int64_t>(device.garbage));
    json.key("gaps_found").integer(static_cast<std::int64_t>(device.gaps_found));
    json.key("gaps_recovered").integer(static_cast<std::int64_t>(device.gaps_recovered));
    json.key("gaps_lost").integer(static_cast<std::int64_t>(device.gaps_lost)).end_object();
}

/// What nobody knows is null, never what was commanded.
void write(JsonText& json, const OutputsState& outputs) {
    json.begin_object().key("lights");
    if (outputs.lights) {
        json.begin_object().key("commanded").text(word(outputs.lights->commanded)).key("actual");
        json.maybe(word_of(outputs.lights->actual)).end_object();
    } else {
        json.null();
    }
    json.key("limits_karts").boolean(outputs.limits_karts).key("karts").begin_array();
    for (const KartState& kart : outputs.karts) {
        json.begin_object().key("kart").text("kar_" + std::to_string(kart.kart.value)).key("number").text(kart.number);
        json.key("commanded").text(word(kart.commanded)).key("expected").boolean(kart.expected);
        json.key("actual").maybe(word_of(kart.actual));
        json.key("battery_percent").maybe(kart.battery_percent).key("rssi_dbm").maybe(kart.rssi_dbm).end_object();
    }
    json.end_array().end_object();
}

void write(JsonText& json, const std::optional<Emergency>& emergency) {
    if (!emergency) {
        json.null();
        return;
    }
    json.begin_object().key("since_us").integer(emergency->since.us).key("by").text(emergency->by).end_object();
}

void write(JsonText& json, const TeamShown& team) {
    json.begin_object().key("entrant").text("ent_" + std::to_string(team.entrant.value));
    json.key("driver").text(team.driver).key("stint_us").maybe(team.stint_us);
    json.key("until_limit_us").maybe(team.until_limit_us).key("stops_done").integer(team.stops_done);
    json.key("stops_owed").integer(team.stops_owed).key("in_pit_since_us").maybe(team.in_pit_since);
    json.key("virtual_position").integer(team.virtual_position).end_object();
}

void write(JsonText& json, const ProposedShown& proposed) {
    json.begin_object().key("kind").text(timing::word(proposed.kind));
    json.key("entrant").text("ent_" + std::to_string(proposed.entrant.value)).key("number").text(proposed.number);
    json.key("driver").text(proposed.driver).key("at_us").integer(proposed.at.us);
    json.key("amount").integer(proposed.amount).end_object();
}

template <class Value>
void write_list(JsonText& json, std::string_view key, const std::vector<Value>& values) {
    json.key(key).begin_array();
    for (const Value& value : values) write(json, value);
    json.end_array();
}

}  // namespace

void write_about(JsonText& json, const Action& action) {
    if (action.redoable) json.key("redoable").boolean(true);
    if (action.entrant) json.key("entrant").text("ent_" + std::to_string(action.entrant->value));
    if (!action.detail.empty()) json.key("detail").text(action.detail);
    if (!action.why.empty()) json.key("why").text(action.why);
    if (!action.undone_by.empty()) json.key("undone_by").text(action.undone_by);
}

std::string_view word(LinkState state) {
    switch (state) {
        case LinkState::connecting:
            return "connecting";
        case LinkState::up:
            return "up";
        case LinkState::silent:
            return "silent";
        case LinkState::down:
            return "down";
    }
    return "";
}

std::string_view word(DevicePlace place) {
    switch (place) {
        case DevicePlace::main:
            return "main";
        case DevicePlace::backup:
            return "backup";
        case DevicePlace::alone:
            break;
    }
    return "";
}

std::string_view word(Aspect aspect) {
    constexpr std::string_view words[] = {"dark", "green", "yellow", "slow", "red", "last_lap", "chequered"};
    return words[static_cast<std::size_t>(aspect)];
}

std::string_view word(SpeedLevel level) {
    constexpr std::string_view words[] = {"stop", "slow", "careful", "full"};
    return words[static_cast<std::size_t>(level)];
}

std::string_view word(SyncedBy by) {
    switch (by) {
        case SyncedBy::itself:
            return "reference";
        case SyncedBy::gps:
            return "gps";
        case SyncedBy::sync_transponder:
            return "sync_transponder";
        case SyncedBy::arrival:
            return "arrival";
        case SyncedBy::nothing:
            break;
    }
    return "";
}

std::string_view word(AlarmKind kind) {
    switch (kind) {
        case AlarmKind::decoder_silent:
            return "decoder_silent";
        case AlarmKind::decoder_lost:
            return "decoder_lost";
        case AlarmKind::journal_late:
            return "journal_late";
        case AlarmKind::journal_failed:
            return "journal_failed";
        case AlarmKind::passings_lost:
            return "passings_lost";
        case AlarmKind::recording_failed:
            return "recording_failed";
        case AlarmKind::unknown_tag:
            return "unknown_tag";
        case AlarmKind::suspicious_lap:
            return "suspicious_lap";
        case AlarmKind::server_clock_set:
            return "server_clock_set";
        case AlarmKind::clock_jump:
            return "clock_jump";
        case AlarmKind::rebuilt:
            return "rebuilt";
        case AlarmKind::tag_weak:
            return "tag_weak";
        case AlarmKind::tag_battery_low:
            return "tag_battery_low";
        case AlarmKind::parked_kart:
            return "parked_kart";
        case AlarmKind::kart_not_stopped:
            return "kart_not_stopped";
    }
    return "";
}

std::string control_json(const TrackView& view, std::size_t viewers) {
    JsonText json;
    json.begin_object().key("track").text(view.track);
    json.key("current").maybe(view.current);
    write_list(json, "strip", view.strip);
    write_list(json, "unknown", view.unknown);
    write_list(json, "crossings", view.crossings);
    write_list(json, "actions", view.actions);
    write_list(json, "alarms", view.alarms);
    write_list(json, "devices", view.devices);
    write_list(json, "teams", view.endurance.teams);
    write_list(json, "proposed", view.endurance.proposed);
    write(json.key("emergency"), view.emergency);
    write(json.key("outputs"), view.outputs);
    json.key("journal_lag_ms").integer(view.journal_lag_ms);
    return json.key("viewers").integer(static_cast<std::int64_t>(viewers)).end_object().take();
}

std::string device_json(const DeviceHealth& device) {
    JsonText json;
    write(json, device);
    return json.take();
}

std::string passing_json(const StripPassing& passing) {
    JsonText json;
    write(json, passing);
    return json.take();
}

std::string control_message(const TrackView& view, std::size_t viewers) {
    return "{\"type\":\"control\",\"view\":" + control_json(view, viewers) + "}";
}

}  // namespace chicane::web::feed
