// A link whose every byte is recorded, both ways, and its beginnings and ends. It stands between a link and its owner and
// changes nothing of what they say to each other.
#pragma once

#include <functional>
#include <memory>

#include "decoders/link/link.hpp"
#include "decoders/recording/recorder.hpp"

namespace chicane::decoders::link {

using LinkMaker = std::function<std::shared_ptr<Link>(LinkEvents& events)>;

/// The link that `make` makes, recorded on `line`; unrecorded where that is null.
std::shared_ptr<Link> recorded_link(std::shared_ptr<recording::Line> line, LinkEvents& events, const LinkMaker& make);

}  // namespace chicane::decoders::link
