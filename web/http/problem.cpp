#include "web/http/problem.hpp"

#include <array>
#include <boost/json/serialize.hpp>

namespace chicane::web::http {
namespace {

struct Title {
    std::string_view code, en, fr;
};

constexpr Title titles[] = {
    {"syntax", "The request cannot be read", "La requête est illisible"},
    {"key_missing", "A header that this request needs is missing", "Il manque un en-tête à cette requête"},
    {"login_required", "Please sign in", "Veuillez vous connecter"},
    {"session_revoked", "Your sign-in has ended; please sign in again",
     "Votre connexion est terminée ; reconnectez-vous"},
    {"permission_needed", "Your role does not allow this", "Votre rôle ne le permet pas"},
    {"cross_site", "The request comes from another site", "La requête vient d’un autre site"},
    {"not_found", "There is nothing here", "Il n’y a rien ici"},
    {"upgrade_required", "Only a WebSocket can be opened here", "Seul un WebSocket peut être ouvert ici"},
    {"method_not_allowed", "This cannot be done here", "Cela n’est pas possible ici"},
    {"capacity_exceeded", "There is no room left in this session", "Il n’y a plus de place dans cette session"},
    {"session_started", "The session has begun", "La session a commencé"},
    {"bad_state", "This is not possible at this point", "Ce n’est pas possible à ce stade"},
    {"kart_taken", "Somebody else has this kart in the session", "Ce kart est déjà pris dans cette session"},
    {"number_taken", "Another kart has this number", "Un autre kart porte ce numéro"},
    {"name_taken", "This is taken already", "C’est déjà pris"},
    {"sync_transponder", "This transponder keeps the decoders’ clocks together",
     "Ce transpondeur synchronise les décodeurs"},
    {"nothing_to_undo", "There is nothing to take back", "Il n’y a rien à annuler"},
    {"too_many", "There is no room for more", "La limite est atteinte"},
    {"read_only", "Nothing can be written at the moment", "Aucune écriture n’est possible pour l’instant"},
    {"in_progress", "The same request is being worked on", "La même requête est en cours"},
    {"hold_expired", "The seats are no longer held", "Les places ne sont plus retenues"},
    {"version_mismatch", "Somebody else changed this meanwhile", "Quelqu’un d’autre l’a modifié entre-temps"},
    {"too_large", "The request is too large", "La requête est trop grande"},
    {"invalid", "Some of this is not valid", "Certaines valeurs ne sont pas valides"},
    {"bad_setup", "The session cannot be run like this", "La session ne peut pas se dérouler ainsi"},
    {"not_enough_time", "There is not enough time", "Le temps manque"},
    {"bad_plan", "This cannot be driven", "Cela ne peut pas se dérouler"},
    {"idempotency_mismatch", "The same key came with another request", "La même clé accompagne une autre requête"},
    {"slow_down", "Too many requests; please wait a moment", "Trop de requêtes ; patientez un instant"},
    {"internal", "Something went wrong on our side", "Une erreur est survenue de notre côté"},
    {"confirm_needed", "This may cost passings", "Des passages peuvent être perdus"},
    {"session_runs", "A session is on the track", "Une session est en piste"},
    {"not_connected", "The decoder is not connected", "Le décodeur n’est pas connecté"},
    {"not_fetched", "Passings are missing that the decoder alone has",
     "Il manque des passages que seul le décodeur connaît"},
    {"not_kept", "The last passings are not on disk yet", "Les derniers passages ne sont pas encore sur le disque"},
    {"not_installed", "The printing program is not installed", "Le programme d’impression n’est pas installé"},
    {"busy", "The server is busy; please try again", "Le serveur est occupé ; réessayez"},
};

std::string_view title_of(std::string_view code, Language language) {
    for (const Title& title : titles)
        if (title.code == code) return language == Language::fr ? title.fr : title.en;
    return code;
}

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string_view(text)); }

}  // namespace

Language language_of(const Request& request) {
    const std::string_view accepted = request.header("accept-language");
    const auto fr = accepted.find("fr"), en = accepted.find("en");
    return fr < en ? Language::fr : Language::en;
}

Response problem(const Request& request, int status, std::string_view code, std::string_view detail,
                 std::string_view members) {
    Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.body = "{\"type\":" + quoted("urn:chicane:problem:" + std::string(code)) +
                    ",\"title\":" + quoted(title_of(code, language_of(request))) +
                    ",\"status\":" + std::to_string(status) + ",\"detail\":" + quoted(detail) +
                    ",\"instance\":" + quoted(request.path);
    if (!members.empty()) response.body += "," + std::string(members);
    response.body += "}";
    constexpr int unavailable = 503;
    if (status == unavailable) response.headers.emplace_back("Retry-After", "1");
    return response;
}

}  // namespace chicane::web::http
