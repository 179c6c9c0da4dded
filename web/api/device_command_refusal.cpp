#include "web/api/device_command_refusal.hpp"

namespace chicane::web::api {
namespace {

namespace codec = decoders::codec;
using decoders::link::CommandRefusal;
using decoders::link::CommandRefusalCode;

Text lost_by(codec::CommandCost cost) {
    switch (cost) {
        case codec::CommandCost::pause:
            return {"For a moment it hears nothing.", "Pendant un instant, il n’entend rien."};
        case codec::CommandCost::level:
            return {"Weak tags may be heard no more.", "Les transpondeurs faibles risquent de ne plus être entendus."};
        case codec::CommandCost::hearing:
            return {"It hears nothing until it is started.", "Il n’entend plus rien jusqu’à sa remise en marche."};
        case codec::CommandCost::memory:
            return {"The passings that it holds are gone for good.",
                    "Les passages qu’il garde sont perdus pour de bon."};
        case codec::CommandCost::reach:
            return {"It may be found at its address no more.", "Il risque de ne plus être joignable à son adresse."};
        case codec::CommandCost::none:
        case codec::CommandCost::clock:
            break;
    }
    return {};
}

}  // namespace

http::Response to_confirm(const Call& call, codec::CommandCost cost) {
    const Text lost = lost_by(cost);
    return problem(call, 409, "confirm_needed",
                   {lost.en + " Send it with \"confirm\": true if you mean it.",
                    lost.fr + " Renvoyez la commande avec \"confirm\": true si c’est voulu."},
                   "\"cost\":\"" + std::string(codec::word(cost)) + "\"");
}

http::Response command_refused(const Call& call, const CommandRefusal& refusal) {
    const std::string& detail = refusal.detail;
    const std::string& subject = refusal.subject;
    switch (refusal.code) {
        case CommandRefusalCode::unknown_device:
            return not_found(call, subject);
        case CommandRefusalCode::unknown_command:
        case CommandRefusalCode::bad_argument:
            return problem(call, 422, "invalid",
                           {detail, "Ce décodeur ne prend pas cette commande, ou pas avec ces valeurs."});
        case CommandRefusalCode::session_runs:
            return problem(call, 409, "session_runs",
                           {detail, subject + " est en piste : envoyez la commande quand la session sera "
                                              "finie, elle en fausserait les tours."});
        case CommandRefusalCode::not_connected:
            return problem(call, 409, "not_connected",
                           {detail, "Le décodeur n’est pas connecté : renvoyez la commande quand il le sera."});
        case CommandRefusalCode::not_fetched:
            return problem(call, 409, "not_fetched",
                           {detail,
                            "Des passages que seul le décodeur connaît manquent encore : attendez qu’ils "
                            "arrivent, puis renvoyez la commande."});
        case CommandRefusalCode::not_kept:
            return problem(call, 409, "not_kept",
                           {detail,
                            "Les derniers passages ne sont pas encore sur le disque : renvoyez la commande dans "
                            "un instant."});
        case CommandRefusalCode::busy:
            return busy(call);
    }
    return problem(call, 500, "internal", {detail, detail});
}

}  // namespace chicane::web::api
