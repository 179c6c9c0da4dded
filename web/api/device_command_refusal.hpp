// Why a command to a decoder was not sent, in words of both languages.
#pragma once

#include "decoders/codec/commands.hpp"
#include "decoders/link/command_refusal.hpp"
#include "web/api/answer.hpp"

namespace chicane::web::api {

/// 409 `confirm_needed`: what may be lost, and that it is to be said once more.
http::Response to_confirm(const Call& call, decoders::codec::CommandCost cost);
http::Response command_refused(const Call& call, const decoders::link::CommandRefusal& refusal);

}  // namespace chicane::web::api
