#include "sessions/conductor/sync_tag.hpp"

#include <algorithm>
#include <cstdlib>

namespace chicane::sessions::conductor {

using timing::DecoderTime;

namespace {

/// The one moment that lies beside a time; nothing where there is none, or more.
template <class Moments>
auto beside(const Moments& moments, DecoderTime time) {
    const auto is_near = [&](const auto& moment) {
        return std::abs(timing::us_between(moment.time, time)) <= sync_pair_us;
    };
    const auto found = std::ranges::find_if(moments, is_near);
    const bool alone =
        found != moments.end() && std::find_if(std::next(found), moments.end(), is_near) == moments.end();
    return alone ? found : moments.end();
}

}  // namespace

void SyncTag::heard(const std::string& device, const std::string& first, DecoderTime time, std::int64_t followed_us) {
    const auto known = devices_.find(reference_);
    // One that hears the tag no more is no reference.
    const bool gone = known != devices_.end() && !known->second.waiting.empty() &&
                      timing::us_between(known->second.waiting.back().time, time) > sync_holds_us;
    if (known == devices_.end() || gone || (device == first && reference_ != first)) {
        devices_.clear();
        reference_ = device;
    }
    Heard& own = devices_[device];
    own.waiting.push_back({time, timing::later_by(time, -followed_us)});
    if (own.waiting.size() > sync_waiting_max) own.waiting.pop_front();
    const Heard& reference = devices_[reference_];
    for (auto& [id, other] : devices_)
        if (id != reference_ && (id == device || device == reference_)) pair(other, reference);
}

/// Only its own moments are used up: the reference's are there for each of the others.
void SyncTag::pair(Heard& device, const Heard& reference) {
    for (auto own = device.waiting.begin(); own != device.waiting.end();) {
        const auto other = beside(reference.waiting, own->time);
        if (other == reference.waiting.end() || beside(device.waiting, other->time) != own) {
            ++own;
            continue;
        }
        device.line.add(other->time, timing::us_between(own->own, other->own));
        own = device.waiting.erase(own);
    }
}

void SyncTag::forget(const std::string& device) {
    if (device == reference_)
        devices_.clear();
    else
        devices_.erase(device);
}

std::optional<std::int64_t> SyncTag::behind_us(const std::string& device, DecoderTime time) const {
    const auto known = devices_.find(device);
    if (known == devices_.end()) return std::nullopt;
    const auto newest = known->second.line.newest();
    if (!newest || timing::us_between(*newest, time) > sync_holds_us) return std::nullopt;
    return known->second.line.behind_us(time);
}

std::optional<std::int64_t> SyncTag::spread_us(const std::string& device) const {
    const auto known = devices_.find(device);
    return known == devices_.end() ? std::nullopt : known->second.line.spread_us();
}

}  // namespace chicane::sessions::conductor
