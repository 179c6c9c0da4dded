#include "web/api/answer.hpp"

#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {
namespace {

using centre::store::RefusalCode;
using TimingCode = sessions::conductor::RefusalCode;

std::string room_members(const centre::store::Refusal& refusal) {
    feed::JsonText json;
    json.begin_array();
    for (const auto& offer : refusal.alternatives) {
        json.begin_object().key("session").text(wire_id(session_prefix, offer.session)).key("name").text(offer.name);
        json.key("planned_start_us").integer(offer.planned_start_us).key("free").integer(offer.free).end_object();
    }
    json.end_array();
    return "\"free\":" + std::to_string(refusal.free) + ",\"alternatives\":" + json.take();
}

Text free_seats(int free) {
    if (free == 0) return {"No seat is free.", "Aucune place n’est libre."};
    if (free == 1) return {"One seat is free.", "Une place est libre."};
    return {std::to_string(free) + " seats are free.", std::to_string(free) + " places sont libres."};
}

}  // namespace

http::Response ok(std::string json) {
    http::Response response;
    response.body = std::move(json);
    return response;
}

http::Response created(std::string json) {
    http::Response response = ok(std::move(json));
    response.status = 201;
    return response;
}

http::Response no_content() {
    http::Response response;
    response.status = 204;
    return response;
}

http::Response items(const std::vector<std::string>& each) {
    std::string json = "{\"items\":[";
    for (const std::string& item : each) json += (&item == each.data() ? "" : ",") + item;
    return ok(json + "]}");
}

http::Response csv_file(std::string text, const std::string& name) {
    http::Response response = ok(std::move(text));
    response.content_type = "text/csv; charset=utf-8";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    return response;
}

http::Response problem(const Call& call, int status, std::string_view code, const Text& detail,
                       std::string_view members) {
    const bool french = http::language_of(call.request) == http::Language::fr;
    return http::problem(call.request, status, code, french ? detail.fr : detail.en, members);
}

http::Response not_found(const Call& call, std::string_view what) {
    const std::string name(what);
    return problem(call, 404, "not_found", {"There is no " + name + ".", name + " n’existe pas."});
}

http::Response version_mismatch(const Call& call, std::string_view current) {
    return problem(call, 412, "version_mismatch",
                   {"It was changed since you read it; here it is as it is now.",
                    "Modifié depuis votre lecture ; voici l’état actuel."},
                   "\"current\":" + std::string(current));
}

http::Response busy(const Call& call) {
    return problem(call, 503, "busy",
                   {"Too much is waiting; try again in a second.", "Trop d’attente ; réessayez dans une seconde."});
}

http::Response refused(const Call& call, const centre::store::Refusal& refusal) {
    const std::string& what = refusal.subject;
    switch (refusal.code) {
        case RefusalCode::not_found:
            return not_found(call, what);
        case RefusalCode::version_mismatch:
            return problem(call, 412, "version_mismatch", {what + " was changed meanwhile.", what + " a été modifié."});
        case RefusalCode::bad_state:
            return problem(call, 409, "bad_state",
                           {what + " cannot be changed like this now.", what + " ne peut pas être modifié ainsi."});
        case RefusalCode::capacity_exceeded:
            return problem(call, 409, "capacity_exceeded", free_seats(refusal.free), room_members(refusal));
        case RefusalCode::session_started:
            return problem(call, 409, "session_started", {what + " has begun.", what + " a commencé."});
        case RefusalCode::hold_expired:
            return problem(call, 410, "hold_expired", {what + " is over.", what + " est terminée."});
        case RefusalCode::kart_taken:
            return problem(call, 409, "kart_taken",
                           {"The kart is " + what + "’s.", "Le kart est pris par " + what + "."});
        case RefusalCode::name_taken:
            return problem(call, 409, "name_taken",
                           {"Another account has this: " + what, "Un autre compte l’a déjà : " + what});
        case RefusalCode::invalid:
            return problem(call, 422, "invalid", {what + " is not valid.", what + " n’est pas valide."});
    }
    return problem(call, 500, "internal", {what, what});
}

http::Response refused(const Call& call, const sessions::conductor::Refusal& refusal) {
    const std::string& detail = refusal.detail;
    switch (refusal.code) {
        case TimingCode::unknown_session:
            return problem(call, 404, "not_found", {detail, "Session inconnue du contrôle de course."});
        case TimingCode::unknown_track:
            return problem(call, 404, "not_found", {detail, "Piste inconnue."});
        case TimingCode::unknown_kart:
            return problem(call, 404, "not_found", {detail, "Kart inconnu."});
        case TimingCode::unknown_device:
            return problem(call, 404, "not_found", {detail, "Source inconnue."});
        case TimingCode::unknown_passing:
            return problem(call, 404, "not_found", {detail, "Passage inconnu, ou tour sans passage."});
        case TimingCode::unknown_flag:
            return problem(call, 404, "not_found", {detail, "Ce règlement n’a pas ce drapeau."});
        case TimingCode::unknown_penalty:
            return problem(call, 404, "not_found",
                           {detail, "Ce règlement n’a pas de valeur pour ce fait à cette date."});
        case TimingCode::unknown_entrant:
            return problem(call, 404, "not_found", {detail, "Engagé inconnu."});
        case TimingCode::unknown_driver:
            return problem(call, 404, "not_found", {detail, "Pilote inconnu dans cet équipage : ajoutez-le d’abord."});
        case TimingCode::bad_state:
            return problem(call, 409, "bad_state", {detail, "Impossible à ce stade de la session."});
        case TimingCode::emergency:
            return problem(
                call, 409, "emergency",
                {detail, "L’arrêt d’urgence est en cours : mettez-y fin d’abord, les karts pourront repartir."});
        case TimingCode::other_session:
            return problem(call, 409, "bad_state", {detail, "Ce passage n’est pas de cette session."});
        case TimingCode::crossing_taken:
            return problem(call, 409, "bad_state", {detail, "Ce passage n’attend plus : on a déjà dit à qui il est."});
        case TimingCode::tag_not_waiting:
            return problem(call, 409, "bad_state", {detail, "Ce transpondeur n’attend pas de kart."});
        case TimingCode::no_transponder:
            return problem(call, 409, "bad_state", {detail, "Sans transpondeur, il ne peut pas être compté."});
        case TimingCode::bad_setup:
            return problem(call, 422, "bad_setup", {detail, "Ces règles ou ces engagés ne vont pas ensemble."});
        case TimingCode::number_taken:
            return problem(call, 409, "number_taken", {detail, "Ce numéro est déjà pris."});
        case TimingCode::sync_transponder:
            return problem(call, 409, "sync_transponder",
                           {detail,
                            "Ce transpondeur synchronise les décodeurs (sync_transponder dans chicane.toml) : "
                            "choisissez-en un autre."});
        case TimingCode::nothing_to_undo:
            return problem(call, 409, "nothing_to_undo", {detail, "Rien à annuler."});
        case TimingCode::stands_already:
            return problem(call, 409, "bad_state", {detail, "C’est déjà fait : quelqu’un l’a dit avant."});
        case TimingCode::ends_no_lap:
            return problem(call, 409, "bad_state", {detail, "Ce passage ne termine aucun tour."});
        case TimingCode::out_of_service:
            return problem(call, 409, "bad_state", {detail, "Ce kart est hors service."});
        case TimingCode::too_many:
            return problem(call, 409, "too_many", {detail, "La limite est atteinte."});
        case TimingCode::journal_failed:
            return problem(call, 503, "read_only", {detail, "Le journal ne peut pas être écrit."});
    }
    return problem(call, 500, "internal", {detail, detail});
}

Version version_of(const Call& call) {
    std::string_view given = call.request.header("if-match");
    if (given.empty())
        return {{},
                problem(call, 400, "key_missing",
                        {"Send If-Match with the version that you have read.",
                         "Envoyez If-Match avec la version que vous avez lue."})};
    if (given.size() > 2 && given.starts_with('"') && given.ends_with('"')) given = given.substr(1, given.size() - 2);
    const auto number = parse_number(given);
    if (number) return {number, {}};
    return {
        {},
        problem(call, 400, "syntax", {"If-Match is not a version: \"3\"", "If-Match n’est pas une version : \"3\""})};
}

Version given_version(const Call& call) {
    return call.request.header("if-match").empty() ? Version{} : version_of(call);
}

}  // namespace chicane::web::api
