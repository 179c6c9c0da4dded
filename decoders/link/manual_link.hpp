// The link to people: it is always open and moves no bytes. What they tell comes to the conductor as a command.
#pragma once

#include "decoders/link/link.hpp"

namespace chicane::decoders::link {

class ManualLink final : public Link, public std::enable_shared_from_this<ManualLink> {
  public:
    ManualLink(boost::asio::io_context& io, LinkEvents& events) : io_(io), events_(&events) {}

    void start() override;
    void stop() override { events_ = nullptr; }
    void reopen() override {}
    void send(codec::Bytes) override {}

  private:
    boost::asio::io_context& io_;
    LinkEvents* events_;  ///< null: stopped
};

}  // namespace chicane::decoders::link
