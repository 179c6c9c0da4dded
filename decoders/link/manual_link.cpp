#include "decoders/link/manual_link.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

namespace chicane::decoders::link {

void ManualLink::start() {
    boost::asio::post(io_, [self = shared_from_this()] {
        if (self->events_) self->events_->on_open();
    });
}

}  // namespace chicane::decoders::link
