// One message of a feed, framed at most once for each wire and then shared by all its viewers. On the web thread.
#pragma once

#include <array>
#include <string>

#include "web/http/viewer.hpp"

namespace chicane::web::feed {

class EncodedMessage {
  public:
    /// `event_id`: what a reader of events says to resume after it; empty: nothing.
    explicit EncodedMessage(std::string text, std::string event_id = {});

    const http::SharedFrame& frame(http::Wire wire) const;

  private:
    std::string text_;
    std::string event_id_;
    mutable std::array<http::SharedFrame, 2> frames_;  ///< by wire
};

}  // namespace chicane::web::feed
