<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>ActionDelegate</name>
        <message>
            <source>undone by %1</source>
            <translation>annulé par %1</translation>
        </message>
    </context>
    <context>
        <name>ActionsList</name>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Last ten actions</source>
            <translation>Dix dernières actions</translation>
        </message>
        <message>
            <source>Nothing was done yet.</source>
            <translation>Rien n’a encore été fait.</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>annulé</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Défaire</translation>
        </message>
    </context>
    <context>
        <name>AlarmDelegate</name>
        <message>
            <source>over, since %1</source>
            <translation>terminé, depuis %1</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Vu</translation>
        </message>
    </context>
    <context>
        <name>AlarmRow</name>
        <message>
            <source>Alarms</source>
            <translation>Alarmes</translation>
        </message>
    </context>
    <context>
        <name>ControlRows</name>
        <message>
            <source>kart %1</source>
            <translation>kart %1</translation>
        </message>
    </context>
    <context>
        <name>CorrectionFoot</name>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
    </context>
    <context>
        <name>CorrectionPreview</name>
        <message>
            <source>If it ended now</source>
            <translation>Si c’était la fin</translation>
        </message>
        <message>
            <source>now</source>
            <translation>avant</translation>
        </message>
        <message>
            <source>after</source>
            <translation>après</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Laps</source>
            <translation>Tours</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Écart</translation>
        </message>
        <message>
            <source>Best lap</source>
            <translation>Meilleur</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>The classification stays as it is.</source>
            <translation>Le classement ne change pas.</translation>
        </message>
        <message>
            <source>Other places change: %1</source>
            <translation>Autres places changées : %1</translation>
        </message>
        <message>
            <source>Places change: %1</source>
            <translation>Places changées : %1</translation>
        </message>
    </context>
    <context>
        <name>KartActions</name>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
        <message>
            <source>Laps</source>
            <translation>Tours</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>Pénalité</translation>
        </message>
        <message>
            <source>Swap kart</source>
            <translation>Autre kart</translation>
        </message>
        <message>
            <source>Give passings</source>
            <translation>Passages</translation>
        </message>
    </context>
    <context>
        <name>LapDelegate</name>
        <message numerus="yes">
            <source>%n lap(s)?</source>
            <comment>a lap too long</comment>
            <translation>
                <numerusform>%n tour ?</numerusform>
                <numerusform>%n tours ?</numerusform>
            </translation>
        </message>
        <message>
            <source>too short</source>
            <translation>trop court</translation>
        </message>
        <message>
            <source>lap %1</source>
            <translation>tour %1</translation>
        </message>
    </context>
    <context>
        <name>LapsPanel</name>
        <message>
            <source>Take out the end of lap %1</source>
            <translation>Retirer la fin du tour %1</translation>
        </message>
        <message>
            <source>Take the passing out</source>
            <translation>Retirer le passage</translation>
        </message>
        <message>
            <source>Divide lap %1 into %2</source>
            <translation>Diviser le tour %1 en %2</translation>
        </message>
        <message>
            <source>Delete the time of lap %1</source>
            <translation>Effacer le temps du tour %1</translation>
        </message>
        <message>
            <source>Set as first finisher</source>
            <translation>Premier à l’arrivée</translation>
        </message>
        <message>
            <source>Choose what to do</source>
            <translation>Choisissez une action</translation>
        </message>
        <message>
            <source>The parts are estimates: they count as laps, never for a best lap or a record.</source>
            <translation>Les parts sont estimées : elles comptent comme tours, jamais pour un meilleur tour ou un record.</translation>
        </message>
        <message>
            <source>The lap and the next become one.</source>
            <translation>Ce tour et le suivant n’en font plus qu’un.</translation>
        </message>
        <message>
            <source>The lap counts, its time for no best lap.</source>
            <translation>Le tour compte, mais pas comme meilleur tour.</translation>
        </message>
        <message>
            <source>The chequered flag belongs to this crossing.</source>
            <translation>Le damier tombe sur ce passage.</translation>
        </message>
        <message>
            <source>Laps of kart %1</source>
            <translation>Tours du kart %1</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>No passing of this kart yet.</source>
            <translation>Aucun passage de ce kart.</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Delete time</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Premier</translation>
        </message>
        <message>
            <source>Divide into</source>
            <translation>Diviser en</translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n tour</numerusform>
                <numerusform>%n tours</numerusform>
            </translation>
        </message>
        <message>
            <source>Divide into %1</source>
            <translation>Diviser en %1</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisissez</translation>
        </message>
    </context>
    <context>
        <name>MovePanel</name>
        <message>
            <source>Passings of kart %1 are of…</source>
            <translation>Passages du kart %1 à…</translation>
        </message>
        <message>
            <source>Not in kart %1, but in…</source>
            <translation>Pas dans le %1, mais dans…</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>Number of whose they are</source>
            <translation>Numéro de qui les a faits</translation>
        </message>
        <message>
            <source>Number of the kart</source>
            <translation>Numéro du kart</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Libres</translation>
        </message>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
        <message>
            <source>Nobody else in this session has the number %1.</source>
            <translation>Personne d’autre n’a le numéro %1 dans cette session.</translation>
        </message>
        <message>
            <source>No other kart has the number %1.</source>
            <translation>Aucun autre kart n’a le numéro %1.</translation>
        </message>
        <message>
            <source>Free kart</source>
            <translation>Kart libre</translation>
        </message>
        <message>
            <source>The tags of kart %1 count for nobody then.</source>
            <translation>Les transpondeurs du %1 ne comptent plus pour personne.</translation>
        </message>
        <message>
            <source>The two exchange their passings.</source>
            <translation>Les deux échangent leurs passages.</translation>
        </message>
        <message>
            <source>All passings become his; the other keeps none.</source>
            <translation>Tous les passages deviennent les siens.</translation>
        </message>
        <message>
            <source>In this session: the two exchange karts.</source>
            <translation>Dans cette session : les deux échangent.</translation>
        </message>
        <message>
            <source>One way only</source>
            <translation>Un seul sens</translation>
        </message>
        <message>
            <source>Both exchange</source>
            <translation>Échanger les deux</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Wrong since the beginning</source>
            <translation>Faux depuis le début</translation>
        </message>
        <message>
            <source>All laps change hands.</source>
            <translation>Tous les tours changent de main.</translation>
        </message>
        <message>
            <source>From now on</source>
            <translation>À partir de maintenant</translation>
        </message>
        <message>
            <source>The laps so far stay; the next one counts for the other.</source>
            <translation>Les tours faits restent ; le prochain compte pour l’autre.</translation>
        </message>
        <message>
            <source>Type a number</source>
            <translation>Tapez un numéro</translation>
        </message>
        <message>
            <source>Exchange with kart %1</source>
            <translation>Échanger avec le %1</translation>
        </message>
        <message>
            <source>Give to kart %1</source>
            <translation>Donner au kart %1</translation>
        </message>
        <message>
            <source>Swap from the beginning</source>
            <translation>Changer depuis le début</translation>
        </message>
        <message>
            <source>Swap from now on</source>
            <translation>Changer dès maintenant</translation>
        </message>
        <message>
            <source>Number?</source>
            <translation>Numéro ?</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Échanger</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>Donner</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>Changer</translation>
        </message>
    </context>
    <context>
        <name>PenaltyPanel</name>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>+%1 s</source>
            <translation>+%1 s</translation>
        </message>
        <message>
            <source>Penalty for kart %1</source>
            <translation>Pénalité au kart %1</translation>
        </message>
        <message>
            <source>less</source>
            <translation>moins</translation>
        </message>
        <message>
            <source>more</source>
            <translation>plus</translation>
        </message>
        <message>
            <source>served</source>
            <translation>purgée</translation>
        </message>
        <message>
            <source>not served</source>
            <translation>non purgée</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Faits</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>Give kart %1: %2</source>
            <translation>Kart %1 : %2</translation>
        </message>
        <message>
            <source>More…</source>
            <translation>Autres…</translation>
        </message>
    </context>
    <context>
        <name>RaceControlPage</name>
        <message>
            <source>%1 took back: %2</source>
            <translation>%1 a annulé : %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
    </context>
    <context>
        <name>StatusPanel</name>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>as the timing says</source>
            <translation>selon le chronométrage</translation>
        </message>
        <message>
            <source>Kart %1 is…</source>
            <translation>Le kart %1 est…</translation>
        </message>
        <message>
            <source>Choose a state</source>
            <translation>Choisissez un état</translation>
        </message>
        <message>
            <source>Kart %1: %2</source>
            <translation>Kart %1 : %2</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisissez</translation>
        </message>
    </context>
    <context>
        <name>UndoPanel</name>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Défaire</translation>
        </message>
        <message>
            <source>Do again: %1</source>
            <translation>Refaire : %1</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>Défaire : %1</translation>
        </message>
        <message>
            <source>Nothing to take back here</source>
            <translation>Rien à annuler ici</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>Refaire</translation>
        </message>
        <message>
            <source>Not here</source>
            <translation>Pas ici</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::ApiClient</name>
        <message>
            <source>The server does not answer.</source>
            <translation>Le serveur ne répond pas.</translation>
        </message>
        <message>
            <source>%1 does not answer. What you typed is kept.</source>
            <translation>%1 ne répond pas. Ce que vous avez saisi est gardé.</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::AssignFlow</name>
        <message>
            <source>No kart %1 drives in this session.</source>
            <translation>Aucun kart %1 ne roule dans cette session.</translation>
        </message>
        <message>
            <source>There is no kart %1 in the fleet.</source>
            <translation>Il n’y a pas de kart %1 dans le parc.</translation>
        </message>
    </context>
    <context>
        <name>AssignPanel</name>
        <message>
            <source>Who crossed at %1?</source>
            <translation>Qui est passé à %1 ?</translation>
        </message>
        <message>
            <source>Counts for kart %1, %2</source>
            <translation>Compte pour le kart %1, %2</translation>
        </message>
        <message>
            <source>Whose tag is %1?</source>
            <translation>À qui est le transpondeur %1 ?</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Rien n’est encore changé.</translation>
        </message>
        <message>
            <source>No kart fits. Type the number of the kart.</source>
            <translation>Aucun kart ne convient. Saisissez le numéro du kart.</translation>
        </message>
        <message>
            <source>Another kart: its number</source>
            <translation>Autre kart : son numéro</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>Vaut</translation>
        </message>
        <message>
            <source>from the start</source>
            <translation>depuis le départ</translation>
        </message>
        <message>
            <source>from now on</source>
            <translation>dès maintenant</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Attribuer</translation>
        </message>
        <message>
            <source>Assign to kart %1</source>
            <translation>Attribuer au kart %1</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>AssignPreview</name>
        <message numerus="yes">
            <source>Adopts %n passing(s)</source>
            <translation>
                <numerusform>Adopte %n passage</numerusform>
                <numerusform>Adopte %n passages</numerusform>
            </translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Nobody changes place.</source>
            <translation>Personne ne change de place.</translation>
        </message>
        <message>
            <source>Nobody else changes place.</source>
            <translation>Personne d’autre ne change de place.</translation>
        </message>
        <message>
            <source>Other places change: %1</source>
            <translation>Changent aussi de place : %1</translation>
        </message>
    </context>
    <context>
        <name>BoardHead</name>
        <message>
            <source>Pos</source>
            <translation>Pos</translation>
        </message>
        <message>
            <source>Kart</source>
            <translation>Kart</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>Pilote</translation>
        </message>
        <message>
            <source>Laps</source>
            <translation>Tours</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Dernier</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>Meilleur</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Écart</translation>
        </message>
        <message>
            <source>Interv.</source>
            <translation>Interv.</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Intervalle</translation>
        </message>
        <message>
            <source>Pits</source>
            <translation>Arr.</translation>
        </message>
        <message>
            <source>Lap now</source>
            <translation>Tour en cours</translation>
        </message>
    </context>
    <context>
        <name>BoardPane</name>
        <message>
            <source>order held</source>
            <translation>ordre retenu</translation>
        </message>
        <message>
            <source>Nothing runs on this track</source>
            <translation>Rien ne roule sur cette piste</translation>
        </message>
        <message>
            <source>No kart has crossed yet</source>
            <translation>Aucun kart n’a encore passé la ligne</translation>
        </message>
        <message>
            <source>Open practice starts by itself with the first passing.</source>
            <translation>Les essais libres commencent d’eux-mêmes au premier passage.</translation>
        </message>
        <message>
            <source>Ctrl N makes a session.</source>
            <translation>Ctrl N crée une session.</translation>
        </message>
        <message>
            <source>F9 arms %1.</source>
            <translation>F9 arme %1.</translation>
        </message>
        <message>
            <source>The clock starts with the start signal, F1.</source>
            <translation>Le chrono part au signal de départ, F1.</translation>
        </message>
        <message>
            <source>The clock starts with the first crossing.</source>
            <translation>Le chrono part au premier passage.</translation>
        </message>
    </context>
    <context>
        <name>BytesList</name>
        <message>
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <source>kart %1, tag %2</source>
            <translation>kart %1, transp. %2</translation>
        </message>
        <message>
            <source>tag %1</source>
            <translation>transp. %1</translation>
        </message>
        <message>
            <source>%1 hits</source>
            <translation>%1 réceptions</translation>
        </message>
        <message>
            <source>noise %1</source>
            <translation>bruit %1</translation>
        </message>
        <message>
            <source>Live bytes</source>
            <translation>Octets en direct</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Figer</translation>
        </message>
        <message>
            <source>Nothing came yet.</source>
            <translation>Rien n’est encore arrivé.</translation>
        </message>
        <message>
            <source>kart %1</source>
            <translation>kart %1</translation>
        </message>
    </context>
    <context>
        <name>CandidateDelegate</name>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
    </context>
    <context>
        <name>CommandWords</name>
        <message>
            <source>Set the clock</source>
            <translation>Mettre à l’heure</translation>
        </message>
        <message>
            <source>Set the date</source>
            <translation>Régler la date</translation>
        </message>
        <message>
            <source>Set a detection level</source>
            <translation>Régler un seuil de détection</translation>
        </message>
        <message>
            <source>Write the settings</source>
            <translation>Écrire la configuration</translation>
        </message>
        <message>
            <source>Change the network address</source>
            <translation>Changer l’adresse réseau</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Mettre en marche</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Clear the memory</source>
            <translation>Vider la mémoire</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>Répéter</translation>
        </message>
        <message>
            <source>Tell again</source>
            <translation>Renvoyer</translation>
        </message>
        <message>
            <source>It shows this centre’s time.</source>
            <translation>Il affiche l’heure de ce centre.</translation>
        </message>
        <message>
            <source>It shows today’s date.</source>
            <translation>Il affiche la date du jour.</translation>
        </message>
        <message>
            <source>Signals below the level are not heard.</source>
            <translation>Les signaux sous le seuil ne sont pas entendus.</translation>
        </message>
        <message>
            <source>All of its settings at once, as its maker describes them.</source>
            <translation>Tous ses réglages d’un coup, comme son fabricant les décrit.</translation>
        </message>
        <message>
            <source>Where it is found in the network.</source>
            <translation>Où il se trouve dans le réseau.</translation>
        </message>
        <message>
            <source>It hears from now on.</source>
            <translation>Il entend à partir de maintenant.</translation>
        </message>
        <message>
            <source>It hears nothing more.</source>
            <translation>Il n’entend plus rien.</translation>
        </message>
        <message>
            <source>It forgets the passings that it holds.</source>
            <translation>Il oublie les passages qu’il garde.</translation>
        </message>
        <message>
            <source>It tells again the passing that it holds out.</source>
            <translation>Il renvoie le passage qu’il tient en attente.</translation>
        </message>
        <message>
            <source>It tells again what it heard in the last minutes; nothing counts twice.</source>
            <translation>Il renvoie ce qu’il a entendu ces dernières minutes ; rien ne compte deux fois.</translation>
        </message>
        <message>
            <source>Its times begin anew: not while a session is on the track.</source>
            <translation>Ses heures repartent de zéro : pas pendant une session.</translation>
        </message>
        <message>
            <source>For a moment it hears nothing: whoever passes then is lost.</source>
            <translation>Pendant un instant, il n’entend rien : tout passage pendant ce temps est perdu.</translation>
        </message>
        <message>
            <source>Weak tags may be heard no more, and their passings are lost.</source>
            <translation>Les transpondeurs faibles risquent de ne plus être entendus, et leurs passages sont perdus.</translation>
        </message>
        <message>
            <source>Until it is started again, whatever passes is lost.</source>
            <translation>Jusqu’à sa remise en marche, tout ce qui passe est perdu.</translation>
        </message>
        <message>
            <source>Passings that it alone has are lost for good.</source>
            <translation>Les passages que lui seul connaît sont perdus pour de bon.</translation>
        </message>
        <message>
            <source>It may be found no more, and until then whatever passes is lost.</source>
            <translation>Il risque de ne plus être joignable, et d’ici là tout ce qui passe est perdu.</translation>
        </message>
        <message>
            <source>Loop</source>
            <translation>Boucle</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>Settings, in hexadecimal</source>
            <translation>Configuration, en hexadécimal</translation>
        </message>
        <message>
            <source>Its address</source>
            <translation>Son adresse</translation>
        </message>
        <message>
            <source>Mask</source>
            <translation>Masque</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>Passerelle</translation>
        </message>
        <message>
            <source>Address of the server</source>
            <translation>Adresse du serveur</translation>
        </message>
        <message>
            <source>%1 digits</source>
            <translation>%1 chiffres</translation>
        </message>
    </context>
    <context>
        <name>CommandsPane</name>
        <message>
            <source>Commands to %1</source>
            <translation>Commandes à %1</translation>
        </message>
        <message>
            <source>Sent at once, and recorded with your name. What it answers stands in its live bytes.</source>
            <translation>Envoyées aussitôt, et notées à votre nom. Sa réponse est dans ses octets en direct.</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <source>It takes no commands</source>
            <translation>Il ne prend pas de commandes</translation>
        </message>
        <message>
            <source>No decoder is there to be told.</source>
            <translation>Aucun décodeur n’est là pour les recevoir.</translation>
        </message>
        <message>
            <source>None is publicly known for its protocol.</source>
            <translation>Aucune n’est connue publiquement pour son protocole.</translation>
        </message>
        <message>
            <source>Sent: %1</source>
            <translation>Envoyée : %1</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>CustomerEditor</name>
        <message>
            <source>A new driver</source>
            <translation>Nouveau pilote</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Born (day/month/year)</source>
            <translation>Né le (jour/mois/année)</translation>
        </message>
        <message>
            <source>This is no date. Example: 31/12/1990.</source>
            <translation>Ce n’est pas une date. Exemple : 31/12/1990.</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Full name on boards and results</source>
            <translation>Nom complet aux écrans et aux résultats</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>pas demandé</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>Register %1</source>
            <translation>Inscrire %1</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>CustomerFacts</name>
        <message>
            <source>Born</source>
            <translation>Né le</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Name in public</source>
            <translation>Nom en public</translation>
        </message>
        <message>
            <source>full name</source>
            <translation>nom complet</translation>
        </message>
        <message>
            <source>first name, initial</source>
            <translation>prénom, initiale</translation>
        </message>
    </context>
    <context>
        <name>DayDelegate</name>
        <message>
            <source>%1 of %2 in</source>
            <translation>%1 sur %2</translation>
        </message>
    </context>
    <context>
        <name>DayPane</name>
        <message>
            <source>Nothing is planned today. Open practice starts with the first passing.</source>
            <translation>Rien n’est prévu aujourd’hui. Les essais libres commencent au premier passage.</translation>
        </message>
        <message>
            <source>Arm %1</source>
            <translation>Armer %1</translation>
        </message>
        <message>
            <source>No next session</source>
            <translation>Pas de session suivante</translation>
        </message>
        <message>
            <source>Screen for the sun</source>
            <translation>Écran pour le soleil</translation>
        </message>
    </context>
    <context>
        <name>DeskBar</name>
        <message>
            <source>Desk</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>no line to the server</source>
            <translation>pas de liaison au serveur</translation>
        </message>
    </context>
    <context>
        <name>DeskKeys</name>
        <message>
            <source>choose</source>
            <translation>choisir</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>kart</source>
            <translation>kart</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>place</source>
            <translation>placer</translation>
        </message>
        <message>
            <source>register</source>
            <translation>inscrire</translation>
        </message>
    </context>
    <context>
        <name>DeskPage</name>
        <message>
            <source>Name, phone or e-mail</source>
            <translation>Nom, téléphone ou e-mail</translation>
        </message>
    </context>
    <context>
        <name>DeviceDelegate</name>
        <message>
            <source>decoder %1</source>
            <translation>décodeur %1</translation>
        </message>
        <message>
            <source>in set-up</source>
            <translation>en installation</translation>
        </message>
    </context>
    <context>
        <name>DeviceHead</name>
        <message>
            <source>Gaps in the numbers</source>
            <translation>Trous de numérotation</translation>
        </message>
        <message>
            <source>Source, loop</source>
            <translation>Source, boucle</translation>
        </message>
        <message>
            <source>Protocol</source>
            <translation>Protocole</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Last byte</source>
            <translation>Octet reçu</translation>
        </message>
        <message>
            <source>Voltage</source>
            <translation>Tension</translation>
        </message>
        <message>
            <source>Temp.</source>
            <translation>Temp.</translation>
        </message>
        <message>
            <source>found</source>
            <comment>gaps</comment>
            <translation>trouvés</translation>
        </message>
        <message>
            <source>back</source>
            <comment>gaps</comment>
            <translation>revenus</translation>
        </message>
        <message>
            <source>lost</source>
            <comment>gaps</comment>
            <translation>perdus</translation>
        </message>
        <message>
            <source>Garbage</source>
            <translation>Rebuts</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>Manques</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Horloge</translation>
        </message>
        <message>
            <source>Clock against host</source>
            <translation>Horloge / serveur</translation>
        </message>
        <message>
            <source>Protocol, address</source>
            <translation>Protocole, adresse</translation>
        </message>
        <message>
            <source>Noise, under %1</source>
            <translation>Bruit, sous %1</translation>
        </message>
        <message>
            <source>Noise today, target under %1</source>
            <translation>Bruit du jour, visé sous %1</translation>
        </message>
        <message>
            <source>offset</source>
            <comment>clock</comment>
            <translation>écart</translation>
        </message>
        <message>
            <source>ppm</source>
            <comment>clock drift</comment>
            <translation>ppm</translation>
        </message>
    </context>
    <context>
        <name>DevicePane</name>
        <message>
            <source>No source is chosen</source>
            <translation>Aucune source choisie</translation>
        </message>
        <message>
            <source>N adds one: a decoder by its address.</source>
            <translation>N en ajoute une : un décodeur par son adresse.</translation>
        </message>
        <message>
            <source>in set-up, counts for nobody</source>
            <translation>en installation, ne compte pas</translation>
        </message>
        <message>
            <source>decoder %1</source>
            <translation>décodeur %1</translation>
        </message>
        <message>
            <source>No line: %1</source>
            <translation>Pas de liaison : %1</translation>
        </message>
        <message>
            <source>The decoder says: %1</source>
            <translation>Le décodeur dit : %1</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Bruit</translation>
        </message>
        <message>
            <source>not in this protocol, or not yet</source>
            <translation>absent de ce protocole, ou pas encore</translation>
        </message>
        <message>
            <source>%1 now, %2 at most at %3</source>
            <translation>%1 maintenant, %2 au plus à %3</translation>
        </message>
        <message>
            <source>Passings</source>
            <translation>Passages</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>Doublons</translation>
        </message>
        <message>
            <source>CRC errors</source>
            <translation>Erreurs CRC</translation>
        </message>
        <message>
            <source>Garbage</source>
            <translation>Rebut</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>Manques</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>%1 found, %2 back, %3 lost for good</source>
            <translation>%1 vus, %2 revenus, %3 perdus</translation>
        </message>
        <message>
            <source>%1 found, all came back</source>
            <translation>%1 vus, tous revenus</translation>
        </message>
        <message>
            <source>%1 found, %2 back, asked for again</source>
            <translation>%1 vus, %2 revenus, redemandés</translation>
        </message>
        <message numerus="yes">
            <source>%n lost</source>
            <comment>passings</comment>
            <translation>
                <numerusform>%n perdu</numerusform>
                <numerusform>%n perdus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>ranges</comment>
            <translation>
                <numerusform>et %n de plus</numerusform>
                <numerusform>et %n de plus</numerusform>
            </translation>
        </message>
        <message>
            <source>Set in chicane.toml: change it there and restart. To replace it during a race, add the new decoder here with the same role.</source>
            <translation>Défini dans chicane.toml : modifiez-le là, puis redémarrez. Pour le remplacer pendant une course, ajoutez ici le nouveau décodeur avec le même rôle.</translation>
        </message>
        <message>
            <source>Add another</source>
            <translation>En ajouter un</translation>
        </message>
        <message>
            <source>Another decoder takes the place of %1. Its loop stays, the session goes on, laps are not touched.</source>
            <translation>Un autre décodeur prend la place de %1. Sa boucle reste, la session continue, les tours ne changent pas.</translation>
        </message>
        <message>
            <source>Its address</source>
            <translation>Son adresse</translation>
        </message>
        <message>
            <source>%1 is no longer heard. What it told stays in the results.</source>
            <translation>%1 n’est plus écouté. Ce qu’il a dit reste dans les résultats.</translation>
        </message>
        <message>
            <source>Count again</source>
            <translation>Compter à nouveau</translation>
        </message>
        <message>
            <source>Test mode</source>
            <translation>Mode essai</translation>
        </message>
        <message>
            <source>Go on with set-up</source>
            <translation>Poursuivre l’installation</translation>
        </message>
        <message>
            <source>Replace decoder</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Retirer %1</translation>
        </message>
        <message>
            <source>Replace, the session goes on</source>
            <translation>Remplacer, la session continue</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Compter</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Installation</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Essai</translation>
        </message>
    </context>
    <context>
        <name>DeviceSetupPane</name>
        <message>
            <source>Add a device</source>
            <translation>Ajouter un appareil</translation>
        </message>
        <message>
            <source>step %1 of 4</source>
            <translation>étape %1 sur 4</translation>
        </message>
        <message>
            <source>Address and name</source>
            <translation>Adresse et nom</translation>
        </message>
        <message>
            <source>Where the decoder is heard.</source>
            <translation>Où le décodeur se fait entendre.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Changer</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Name, as it stands in results and files</source>
            <translation>Nom, tel qu’il figure dans résultats et fichiers</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>Ce qu’il dit</translation>
        </message>
        <message>
            <source>It speaks %1</source>
            <translation>Il parle %1</translation>
        </message>
        <message>
            <source>It speaks %1, decoder %2</source>
            <translation>Il parle %1, décodeur %2</translation>
        </message>
        <message>
            <source>More garbage than passings: is the speed of the line right?</source>
            <translation>Plus de rebuts que de passages : la vitesse de la ligne est-elle bonne ?</translation>
        </message>
        <message>
            <source>The line is good. Its last bytes are read in the list of sources.</source>
            <translation>La liaison est bonne. Ses derniers octets se lisent dans la liste des sources.</translation>
        </message>
        <message>
            <source>Bytes come, but none is %1. Is it another protocol?</source>
            <translation>Des octets arrivent, mais pas de %1. Est-ce un autre protocole ?</translation>
        </message>
        <message>
            <source>The line is open and nothing is said yet. A decoder says something every few seconds, or with the first kart.</source>
            <translation>La liaison est ouverte, rien n’est encore dit. Un décodeur parle toutes les quelques secondes, ou au premier kart.</translation>
        </message>
        <message>
            <source>Nobody answers there yet. Is it switched on, and is the address right?</source>
            <translation>Personne ne répond encore. Est-il allumé, et l’adresse est-elle juste ?</translation>
        </message>
        <message>
            <source>Loop</source>
            <translation>Boucle</translation>
        </message>
        <message>
            <source>heard</source>
            <translation>entendu</translation>
        </message>
        <message>
            <source>noise %1, %2 of 3 passes</source>
            <translation>bruit %1, %2 passages sur 3</translation>
        </message>
        <message>
            <source>Quiet first, then a kart.</source>
            <translation>Le calme d’abord, puis un kart.</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Refaire</translation>
        </message>
        <message>
            <source>What it counts for</source>
            <translation>Ce qu’elle compte</translation>
        </message>
        <message>
            <source>proposed</source>
            <translation>proposé</translation>
        </message>
        <message>
            <source>has a source: this is its backup</source>
            <translation>a une source : celle-ci la double</translation>
        </message>
        <message>
            <source>Connect in test mode</source>
            <translation>Connecter en test</translation>
        </message>
        <message>
            <source>Set up its loop</source>
            <translation>Installer sa boucle</translation>
        </message>
        <message>
            <source>Go on without a word of it</source>
            <translation>Continuer sans un mot de lui</translation>
        </message>
        <message>
            <source>Accept the loop</source>
            <translation>Accepter la boucle</translation>
        </message>
        <message>
            <source>Accept the loop at noise %1</source>
            <translation>Accepter, bruit %1</translation>
        </message>
        <message>
            <source>Count as %1</source>
            <translation>Compter : %1</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>%1 passings, garbage %2; nothing counts yet</source>
            <translation>%1 passages, rebut %2 ; rien ne compte encore</translation>
        </message>
        <message>
            <source>Listen, send nothing</source>
            <translation>Écouter, sans rien envoyer</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::Devices</name>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
    </context>
    <context>
        <name>DevicesPage</name>
        <message>
            <source>Devices</source>
            <translation>Appareils</translation>
        </message>
        <message>
            <source>No decoder is set up</source>
            <translation>Aucun décodeur n’est configuré</translation>
        </message>
        <message>
            <source>Waiting for the server</source>
            <translation>En attente du serveur</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to race control</source>
            <translation>Retour à la direction de course</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Add a device</source>
            <translation>Ajouter un appareil</translation>
        </message>
        <message>
            <source>N adds one. Those of chicane.toml stand here with a padlock.</source>
            <translation>N en ajoute une. Celles de chicane.toml portent un cadenas.</translation>
        </message>
    </context>
    <context>
        <name>DismissPanel</name>
        <message>
            <source>A marshal</source>
            <translation>Un commissaire</translation>
        </message>
        <message>
            <source>No kart</source>
            <translation>Pas un kart</translation>
        </message>
        <message>
            <source>False signal</source>
            <translation>Faux signal</translation>
        </message>
        <message>
            <source>A marshal&apos;s kart</source>
            <translation>Un kart de commissaire</translation>
        </message>
        <message>
            <source>Not in this session</source>
            <translation>Hors de cette session</translation>
        </message>
        <message>
            <source>Not one of ours</source>
            <translation>Pas un des nôtres</translation>
        </message>
        <message>
            <source>Nobody&apos;s at %1: who was it?</source>
            <translation>À personne à %1 : qui était-ce ?</translation>
        </message>
        <message>
            <source>Tag %1 is nobody&apos;s: whose is it?</source>
            <translation>Le transpondeur %1 n’est à aucun pilote : à qui est-il ?</translation>
        </message>
        <message>
            <source>It is not asked about any more. Undo brings it back.</source>
            <translation>La question ne revient plus. Défaire la ramène.</translation>
        </message>
        <message>
            <source>It is not asked about any more in this session. Undo brings it back.</source>
            <translation>La question ne revient plus dans cette session. Défaire la ramène.</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>Une autre raison</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>EndMenu</name>
        <message>
            <source>End, abort, more time</source>
            <translation>Finir, annuler, prolonger</translation>
        </message>
        <message>
            <source>1 minute more</source>
            <translation>1 minute de plus</translation>
        </message>
        <message>
            <source>1 lap more</source>
            <translation>1 tour de plus</translation>
        </message>
        <message>
            <source>End now: who is out stays where he is</source>
            <translation>Finir : chacun garde sa place</translation>
        </message>
        <message>
            <source>Abort: as if never started</source>
            <translation>Annuler : comme jamais partie</translation>
        </message>
        <message>
            <source>Close: the track opens again</source>
            <translation>Clore : la piste rouvre</translation>
        </message>
        <message>
            <source>Print the result</source>
            <translation>Imprimer le résultat</translation>
        </message>
        <message>
            <source>Result is official</source>
            <translation>Le résultat est officiel</translation>
        </message>
        <message>
            <source>Result of %1 is official</source>
            <translation>Résultat de %1 officiel</translation>
        </message>
    </context>
    <context>
        <name>EntrantDelegate</name>
        <message>
            <source>choose…</source>
            <translation>choisir…</translation>
        </message>
        <message>
            <source>here</source>
            <translation>présent</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>pas arrivé</translation>
        </message>
    </context>
    <context>
        <name>EntrantHead</name>
        <message>
            <source>Grid</source>
            <translation>Grille</translation>
        </message>
        <message>
            <source>Kart</source>
            <translation>Kart</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>Pilote</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Transpondeur</translation>
        </message>
        <message>
            <source>Check-in</source>
            <translation>Accueil</translation>
        </message>
    </context>
    <context>
        <name>EntrantsPane</name>
        <message>
            <source>Entrants</source>
            <translation>Engagés</translation>
        </message>
        <message>
            <source>Late entry</source>
            <translation>Engagé tardif</translation>
        </message>
        <message>
            <source>Fleet and tags</source>
            <translation>Parc et transp.</translation>
        </message>
        <message>
            <source>move on the grid</source>
            <translation>déplacer sur la grille</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>give a kart</source>
            <translation>donner un kart</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Suppr</translation>
        </message>
        <message>
            <source>take out</source>
            <translation>retirer</translation>
        </message>
    </context>
    <context>
        <name>EntryEditor</name>
        <message>
            <source>Late entry: name</source>
            <translation>Engagé tardif : nom</translation>
        </message>
        <message>
            <source>Enter without a kart</source>
            <translation>Engager sans kart</translation>
        </message>
        <message>
            <source>Enter with kart %1</source>
            <translation>Engager avec le kart %1</translation>
        </message>
    </context>
    <context>
        <name>FlagBlock</name>
        <message>
            <source>since %1</source>
            <translation>depuis %1</translation>
        </message>
    </context>
    <context>
        <name>FlagPanel</name>
        <message>
            <source>Start</source>
            <translation>Départ</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Vert</translation>
        </message>
        <message>
            <source>start signal</source>
            <translation>signal de départ</translation>
        </message>
        <message>
            <source>all posts</source>
            <translation>tous les postes</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>Jaune</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Rouge</translation>
        </message>
        <message>
            <source>shown since %1</source>
            <translation>montré depuis %1</translation>
        </message>
        <message>
            <source>stop on the track</source>
            <translation>arrêt en piste</translation>
        </message>
        <message>
            <source>Chequered</source>
            <translation>Damier</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>Ralenti</translation>
        </message>
        <message>
            <source>full course</source>
            <translation>toute la piste</translation>
        </message>
    </context>
    <context>
        <name>FleetPane</name>
        <message>
            <source>Fleet</source>
            <translation>Parc</translation>
        </message>
        <message>
            <source>From a CSV file: number, class, tags</source>
            <translation>D’un fichier CSV : numéro, catégorie, transpondeurs</translation>
        </message>
        <message>
            <source>Drop a file here, or type its path</source>
            <translation>Déposez un fichier ici, ou tapez son chemin</translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <comment>gap</comment>
            <translation>
                <numerusform>%n tour</numerusform>
                <numerusform>%n tours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Who drives?</source>
            <translation>Qui roule ?</translation>
        </message>
        <message>
            <source>No one is called “%1”.</source>
            <translation>Personne ne s’appelle « %1 ».</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n trouvé</numerusform>
                <numerusform>%n trouvés</numerusform>
            </translation>
        </message>
        <message>
            <source>Two letters of the name, or a phone number.</source>
            <translation>Deux lettres du nom, ou un numéro de téléphone.</translation>
        </message>
        <message>
            <source>Register “%1”, a new driver</source>
            <translation>Inscrire « %1 », nouveau pilote</translation>
        </message>
    </context>
    <context>
        <name>GridPane</name>
        <message>
            <source>Grid</source>
            <translation>Grille</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of 2</source>
            <translation>
                <numerusform>%n rangée de 2</numerusform>
                <numerusform>%n rangées de 2</numerusform>
            </translation>
        </message>
        <message>
            <source>The grid is empty</source>
            <translation>La grille est vide</translation>
        </message>
    </context>
    <context>
        <name>HealthBlock</name>
        <message>
            <source>decoders</source>
            <translation>décodeurs</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>bruit</translation>
        </message>
        <message>
            <source>journal</source>
            <translation>journal</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>viewers</source>
            <translation>spectateurs</translation>
        </message>
    </context>
    <context>
        <name>KartChoice</name>
        <message>
            <source>Kart</source>
            <translation>Kart</translation>
        </message>
        <message>
            <source>No kart is free. The seat is booked without one.</source>
            <translation>Aucun kart libre. La place est prise sans kart.</translation>
        </message>
        <message>
            <source>no tag: laps would not count</source>
            <translation>sans transpondeur : pas chronométré</translation>
        </message>
    </context>
    <context>
        <name>KartDelegate</name>
        <message>
            <source>no tag</source>
            <translation>sans transpondeur</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>hors service</translation>
        </message>
        <message>
            <source>Learn a tag</source>
            <translation>Apprendre un transp.</translation>
        </message>
    </context>
    <context>
        <name>KartPicker</name>
        <message>
            <source>Free karts for %1</source>
            <translation>Karts libres pour %1</translation>
        </message>
        <message>
            <source>No kart is free.</source>
            <translation>Aucun kart libre.</translation>
        </message>
        <message>
            <source>no tag</source>
            <translation>sans transpondeur</translation>
        </message>
    </context>
    <context>
        <name>KeyLine</name>
        <message>
            <source>No kart chosen</source>
            <translation>Aucun kart choisi</translation>
        </message>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>choisir</translation>
        </message>
        <message>
            <source>message to all</source>
            <translation>message à tous</translation>
        </message>
        <message>
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <source>assign</source>
            <translation>attribuer</translation>
        </message>
        <message>
            <source>end, abort, more time</source>
            <translation>finir, annuler, prolonger</translation>
        </message>
        <message>
            <source>set-up of the next session</source>
            <translation>préparer la session suivante</translation>
        </message>
        <message>
            <source>new session</source>
            <translation>nouvelle session</translation>
        </message>
        <message>
            <source>screen for the sun</source>
            <translation>écran soleil</translation>
        </message>
        <message>
            <source>devices</source>
            <translation>appareils</translation>
        </message>
        <message>
            <source>laps</source>
            <translation>tours</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>pénalité</translation>
        </message>
        <message>
            <source>swap kart</source>
            <translation>changer de kart</translation>
        </message>
        <message>
            <source>give passings</source>
            <translation>donner les passages</translation>
        </message>
        <message>
            <source>state</source>
            <translation>état</translation>
        </message>
        <message>
            <source>passing by hand</source>
            <translation>passage à la main</translation>
        </message>
        <message>
            <source>take back</source>
            <translation>défaire</translation>
        </message>
    </context>
    <context>
        <name>LapNow</name>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
    </context>
    <context>
        <name>LearnBar</name>
        <message>
            <source>Drive kart %1 over the loop now. The next tag that nobody has is proposed.</source>
            <translation>Passez maintenant avec le kart %1 sur la boucle. Le prochain transpondeur sans kart est proposé.</translation>
        </message>
        <message>
            <source>Tag %1 was heard.</source>
            <translation>Transpondeur %1 entendu.</translation>
        </message>
        <message>
            <source>Give it to kart %1</source>
            <translation>Le donner au kart %1</translation>
        </message>
        <message numerus="yes">
            <source>Import %n kart(s)</source>
            <translation>
                <numerusform>Importer %n kart</numerusform>
                <numerusform>Importer %n karts</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Nothing to import</source>
            <translation>Rien à importer</translation>
        </message>
    </context>
    <context>
        <name>LoopGauge</name>
        <message>
            <source>noise now</source>
            <translation>bruit actuel</translation>
        </message>
        <message>
            <source>not in this protocol, or not yet</source>
            <translation>absent de ce protocole, ou pas encore</translation>
        </message>
        <message>
            <source>under %1 for %2 s</source>
            <translation>sous %1 pendant %2 s</translation>
        </message>
        <message>
            <source>under %1 since %2 s, wait for %3</source>
            <translation>sous %1 depuis %2 s, attendre %3</translation>
        </message>
        <message>
            <source>should be under %1</source>
            <translation>devrait être sous %1</translation>
        </message>
        <message>
            <source>at first</source>
            <translation>au début</translation>
        </message>
        <message>
            <source>Plugs dry and tight</source>
            <translation>Fiches sèches et serrées</translation>
        </message>
        <message>
            <source>Cable away from power lines</source>
            <translation>Câble loin des lignes électriques</translation>
        </message>
        <message>
            <source>Loop away from steel, drains and barriers</source>
            <translation>Boucle loin de l’acier, grilles et barrières</translation>
        </message>
        <message>
            <source>Walk a kart over it three times</source>
            <translation>Passer un kart trois fois dessus</translation>
        </message>
        <message>
            <source>%1 of 3</source>
            <translation>%1 sur 3</translation>
        </message>
        <message>
            <source>no hits in this protocol</source>
            <translation>réceptions absentes du protocole</translation>
        </message>
        <message>
            <source>%1 hits</source>
            <translation>%1 réceptions</translation>
        </message>
        <message>
            <source>plugs</source>
            <comment>tried</comment>
            <translation>fiches</translation>
        </message>
        <message>
            <source>cable</source>
            <comment>tried</comment>
            <translation>câble</translation>
        </message>
        <message>
            <source>place</source>
            <comment>tried</comment>
            <translation>lieu</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>noise</comment>
            <translation>de %1 à %2</translation>
        </message>
        <message>
            <source>%1, no gain</source>
            <comment>noise</comment>
            <translation>%1, sans gain</translation>
        </message>
        <message>
            <source>from %1…</source>
            <comment>noise</comment>
            <translation>de %1…</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>inutile</translation>
        </message>
        <message>
            <source>Its key first, then do it: the noise shows what it gained.</source>
            <translation>Sa touche, puis faites-le : le bruit dit le gain.</translation>
        </message>
    </context>
    <context>
        <name>LoopsInside</name>
        <message>
            <source>Loops inside it</source>
            <translation>Boucles dans l’appareil</translation>
        </message>
        <message>
            <source>None was told apart. A decoder of several loops names each: add the name that it uses.</source>
            <translation>Aucune distinguée. Un décodeur à plusieurs boucles nomme chacune : ajoutez le nom qu’il emploie.</translation>
        </message>
        <message>
            <source>One without a role counts as the device.</source>
            <translation>Sans rôle, elle compte comme l’appareil.</translation>
        </message>
        <message>
            <source>Role before</source>
            <translation>Rôle précédent</translation>
        </message>
        <message>
            <source>as the device</source>
            <translation>comme l’appareil</translation>
        </message>
        <message>
            <source>Next role</source>
            <translation>Rôle suivant</translation>
        </message>
        <message>
            <source>Another loop, by the decoder&apos;s name or number</source>
            <translation>Autre boucle : nom ou numéro du décodeur</translation>
        </message>
    </context>
    <context>
        <name>LoopsLine</name>
        <message>
            <source>%1 silent</source>
            <comment>a loop</comment>
            <translation>%1 muet</translation>
        </message>
        <message>
            <source>%1, main and backup</source>
            <translation>%1, principal et secours</translation>
        </message>
        <message>
            <source>%1 on its backup</source>
            <translation>%1 sur son secours</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>RACE CONTROL · Chicane</source>
            <translation>DIRECTION DE COURSE · Chicane</translation>
        </message>
        <message>
            <source>RACE CONTROL · session set-up · Chicane</source>
            <translation>DIRECTION DE COURSE · préparation · Chicane</translation>
        </message>
        <message>
            <source>RACE CONTROL · devices · Chicane</source>
            <translation>DIRECTION DE COURSE · appareils · Chicane</translation>
        </message>
        <message>
            <source>Desk · Chicane</source>
            <translation>Accueil · Chicane</translation>
        </message>
    </context>
    <context>
        <name>MessageEditor</name>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>To all boards</source>
            <translation>À tous les écrans</translation>
        </message>
        <message>
            <source>To kart %1</source>
            <translation>Au kart %1</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
    </context>
    <context>
        <name>NoiseChart</name>
        <message>
            <source>Noise since %1, target under %2</source>
            <translation>Bruit depuis %1, visé sous %2</translation>
        </message>
        <message>
            <source>target</source>
            <translation>visé</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
    </context>
    <context>
        <name>OfflineBanner</name>
        <message>
            <source>No line to the server for %1</source>
            <translation>Pas de liaison au serveur depuis %1</translation>
        </message>
        <message>
            <source>The server goes on timing. This board shows the last it heard and comes back by itself.</source>
            <translation>Le serveur chronomètre toujours. L’écran montre le dernier état reçu et reviendra de lui-même.</translation>
        </message>
    </context>
    <context>
        <name>PassingDelegate</name>
        <message>
            <source>by hand</source>
            <translation>à la main</translation>
        </message>
    </context>
    <context>
        <name>PassingsStrip</name>
        <message>
            <source>Passings</source>
            <translation>Passages</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tous</translation>
        </message>
        <message>
            <source>Unknown %1</source>
            <translation>Inconnus %1</translation>
        </message>
        <message>
            <source>Not counted %1</source>
            <translation>Non comptés %1</translation>
        </message>
        <message>
            <source>No passing yet.</source>
            <translation>Encore aucun passage.</translation>
        </message>
        <message>
            <source>Passing by hand</source>
            <translation>Passage à la main</translation>
        </message>
    </context>
    <context>
        <name>PlaceBar</name>
        <message>
            <source>What you typed is kept. Take another session:</source>
            <translation>Ce que vous avez saisi est gardé. Prenez une autre session :</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n free</source>
            <translation>
                <numerusform>%1 · %n libre</numerusform>
                <numerusform>%1 · %n libres</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>%1 is placed.</source>
            <translation>%1 est placé.</translation>
        </message>
        <message>
            <source>Next free seat, no kart</source>
            <translation>Prochaine place libre, sans kart</translation>
        </message>
        <message>
            <source>Next free seat, kart %1</source>
            <translation>Prochaine place libre, kart %1</translation>
        </message>
        <message>
            <source>Choose a driver</source>
            <translation>Choisissez un pilote</translation>
        </message>
        <message>
            <source>Place %1 at %2</source>
            <translation>Placer %1 à %2</translation>
        </message>
    </context>
    <context>
        <name>PlaceDelegate</name>
        <message>
            <source>says nothing that is known</source>
            <translation>ne dit rien de connu</translation>
        </message>
        <message>
            <source>%1, likely</source>
            <translation>%1, probable</translation>
        </message>
        <message>
            <source>in use as %1</source>
            <translation>utilisé par %1</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Écouter</translation>
        </message>
    </context>
    <context>
        <name>PlacesPane</name>
        <message>
            <source>Where a decoder may be</source>
            <translation>Où peut être un décodeur</translation>
        </message>
        <message>
            <source>Choose a place with the arrows, Enter listens there. Nothing is sent.</source>
            <translation>Choisissez avec les flèches, Entrée écoute là. Rien n’est envoyé.</translation>
        </message>
        <message>
            <source>Look on the network</source>
            <translation>Chercher sur le réseau</translation>
        </message>
        <message>
            <source>Looking at %1: %2 s of at most 25</source>
            <translation>Recherche dans %1 : %2 s sur 25 au plus</translation>
        </message>
        <message>
            <source>Calls each address of the network at the ports that decoders use, for at most 25 s. It sends nothing, and calls nobody where a source is connected.</source>
            <translation>Appelle chaque adresse du réseau aux ports des décodeurs, 25 s au plus. N’envoie rien, et n’appelle pas où une source est connectée.</translation>
        </message>
        <message>
            <source>Nobody answers in %1 at a port that decoders use. Is the cable in, is it this network?</source>
            <translation>Personne ne répond dans %1 aux ports des décodeurs. Le câble est-il branché, est-ce ce réseau ?</translation>
        </message>
        <message numerus="yes">
            <source>%n found in %1</source>
            <translation>
                <numerusform>%n trouvé dans %1</numerusform>
                <numerusform>%n trouvés dans %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n found in %1, and time was over before all was looked at</source>
            <translation>
                <numerusform>%n trouvé dans %1 ; le temps a manqué pour tout voir</numerusform>
                <numerusform>%n trouvés dans %1 ; le temps a manqué pour tout voir</numerusform>
            </translation>
        </message>
        <message>
            <source>Serial ports of the server</source>
            <translation>Ports série du serveur</translation>
        </message>
        <message>
            <source>On the network</source>
            <translation>Sur le réseau</translation>
        </message>
        <message>
            <source>The server has no serial port.</source>
            <translation>Le serveur n’a pas de port série.</translation>
        </message>
    </context>
    <context>
        <name>PlanDelegate</name>
        <message>
            <source>full</source>
            <translation>complet</translation>
        </message>
        <message numerus="yes">
            <source>%n free</source>
            <translation>
                <numerusform>%n libre</numerusform>
                <numerusform>%n libres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanEditor</name>
        <message>
            <source>Name of the session</source>
            <translation>Nom de la session</translation>
        </message>
        <message>
            <source>Planned start</source>
            <translation>Départ prévu</translation>
        </message>
        <message>
            <source>This is no time. Example: 14:30.</source>
            <translation>Ce n’est pas une heure. Exemple : 14:30.</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>Places</translation>
        </message>
        <message numerus="yes">
            <source>%n taken already</source>
            <translation>
                <numerusform>%n est déjà prise</numerusform>
                <numerusform>%n sont déjà prises</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>PlanPane</name>
        <message>
            <source>Nothing planned today</source>
            <translation>Rien de prévu aujourd’hui</translation>
        </message>
        <message>
            <source>Race control sets sessions up. Open practice needs no seat.</source>
            <translation>La direction de course prépare les sessions. Les essais libres n’ont pas de places.</translation>
        </message>
        <message>
            <source>other session</source>
            <translation>autre session</translation>
        </message>
        <message>
            <source>other track</source>
            <translation>autre piste</translation>
        </message>
        <message numerus="yes">
            <source>%n past session(s) since %1</source>
            <translation>
                <numerusform>%n session passée depuis %1</numerusform>
                <numerusform>%n sessions passées depuis %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProbeHeard</name>
        <message>
            <source>certain</source>
            <translation>certain</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>probable</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>incertain</translation>
        </message>
        <message numerus="yes">
            <source>%n status(es)</source>
            <translation>
                <numerusform>%n état</numerusform>
                <numerusform>%n états</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passing(s)</source>
            <translation>
                <numerusform>%n passage</numerusform>
                <numerusform>%n passages</numerusform>
            </translation>
        </message>
        <message>
            <source>decoder %1</source>
            <translation>décodeur %1</translation>
        </message>
        <message>
            <source>noise %1</source>
            <translation>bruit %1</translation>
        </message>
        <message numerus="yes">
            <source>%n wrong sum(s)</source>
            <translation>
                <numerusform>%n somme fausse</numerusform>
                <numerusform>%n sommes fausses</numerusform>
            </translation>
        </message>
        <message>
            <source>it was asked</source>
            <translation>interrogé</translation>
        </message>
        <message>
            <source>nothing sent</source>
            <translation>rien envoyé</translation>
        </message>
        <message>
            <source>Listening at %1: %2 s of at most 25</source>
            <translation>Écoute de %1 : %2 s sur 25 au plus</translation>
        </message>
        <message>
            <source>It may be %1 as well.</source>
            <translation>Ce peut être aussi %1.</translation>
        </message>
        <message>
            <source>Only %1 % of the bytes are records: is the speed of the line right?</source>
            <translation>Seuls %1 % des octets sont lisibles : la vitesse de la ligne est-elle bonne ?</translation>
        </message>
        <message>
            <source>The line is open and nothing was said. Many decoders speak only when a kart passes, some only when they are asked.</source>
            <translation>La ligne est ouverte et rien n’a été dit. Beaucoup de décodeurs ne parlent qu’au passage d’un kart, certains seulement si on les interroge.</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s), of no protocol that is known. With protocol=raw they are recorded.</source>
            <translation>
                <numerusform>%n octet d’aucun protocole connu. Avec protocol=raw il est enregistré.</numerusform>
                <numerusform>%n octets d’aucun protocole connu. Avec protocol=raw ils sont enregistrés.</numerusform>
            </translation>
        </message>
        <message>
            <source>No line: %1</source>
            <translation>Pas de ligne : %1</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translation>Reprendre l’adresse</translation>
        </message>
        <message>
            <source>Ask it: this sends</source>
            <translation>Interroger : ceci envoie</translation>
        </message>
        <message>
            <source>What its protocol says first is sent to it. Some decoders set their clock to 0 by that: not in a race.</source>
            <translation>Il reçoit les premiers mots de son protocole. Certains remettent ainsi leur horloge à 0 : pas pendant une course.</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::RaceControl</name>
        <message>
            <source>No planned session is armed or running.</source>
            <translation>Aucune session prévue n’est armée ou en piste.</translation>
        </message>
        <message>
            <source>No signal is needed: it starts with the first crossing.</source>
            <translation>Aucun signal n’est nécessaire : elle part au premier passage.</translation>
        </message>
        <message>
            <source>Choose a kart first: the passing is told of it.</source>
            <translation>Choisissez d’abord un kart : le passage est le sien.</translation>
        </message>
        <message>
            <source>Open practice has no result to correct.</source>
            <translation>Les essais libres n’ont pas de résultat à corriger.</translation>
        </message>
        <message>
            <source>Choose a kart first.</source>
            <translation>Choisissez d’abord un kart.</translation>
        </message>
        <message>
            <source>No result waits to become official.</source>
            <translation>Aucun résultat n’attend de devenir officiel.</translation>
        </message>
    </context>
    <context>
        <name>RaceNow</name>
        <message>
            <source>Open practice</source>
            <translation>Piste ouverte</translation>
        </message>
    </context>
    <context>
        <name>RuleWords</name>
        <message>
            <source>counts</source>
            <translation>compte</translation>
        </message>
        <message>
            <source>does not count</source>
            <translation>ne compte pas</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>s’arrête</translation>
        </message>
        <message>
            <source>goes on</source>
            <translation>continue</translation>
        </message>
        <message>
            <source>ends a lap like any</source>
            <translation>termine un tour comme un autre</translation>
        </message>
        <message>
            <source>begins a lap</source>
            <translation>commence un tour</translation>
        </message>
        <message>
            <source>Red flag: the lap under way</source>
            <translation>Drapeau rouge : le tour en cours</translation>
        </message>
        <message>
            <source>Red flag: the clock</source>
            <translation>Drapeau rouge : le chrono</translation>
        </message>
        <message>
            <source>After a red flag: the first crossing</source>
            <translation>Après un drapeau rouge : le premier passage</translation>
        </message>
        <message>
            <source>Share of the winner’s laps to be classified, 0 for none</source>
            <translation>Part des tours du vainqueur pour être classé, 0 pour aucune</translation>
        </message>
        <message>
            <source>%1 % of the winner’s laps</source>
            <translation>%1 % des tours du vainqueur</translation>
        </message>
        <message>
            <source>one crossing</source>
            <translation>un passage</translation>
        </message>
        <message>
            <source>Under red the lap under way {red_lap} and the clock {red_stops_clock}; after it the first crossing {red_restart}. Classified from {classified_percent} on.</source>
            <translation>Sous drapeau rouge, le tour en cours {red_lap} et le chrono {red_stops_clock} ; ensuite le premier passage {red_restart}. Classé à partir de {classified_percent}.</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>séance d’essais</translation>
        </message>
        <message>
            <source>qualifying</source>
            <translation>qualification</translation>
        </message>
        <message>
            <source>race</source>
            <translation>course</translation>
        </message>
        <message>
            <source>endurance</source>
            <translation>endurance</translation>
        </message>
        <message>
            <source>the start signal</source>
            <translation>le signal de départ</translation>
        </message>
        <message>
            <source>the first crossing</source>
            <translation>le premier passage</translation>
        </message>
        <message>
            <source>starts lap 1</source>
            <translation>ouvre le tour 1</translation>
        </message>
        <message>
            <source>ends lap 1</source>
            <translation>clôt le tour 1</translation>
        </message>
        <message>
            <source>starts lap 1 and the own clock</source>
            <translation>ouvre le tour 1 et son propre chrono</translation>
        </message>
        <message>
            <source>first</source>
            <translation>en premier</translation>
        </message>
        <message>
            <source>last</source>
            <translation>en dernier</translation>
        </message>
        <message>
            <source>at once for all</source>
            <translation>aussitôt pour tous</translation>
        </message>
        <message>
            <source>best lap</source>
            <translation>meilleur tour</translation>
        </message>
        <message>
            <source>laps, then order</source>
            <translation>tours, puis ordre</translation>
        </message>
        <message>
            <source>laps, then total time</source>
            <translation>tours, puis temps total</translation>
        </message>
        <message>
            <source>average lap</source>
            <translation>tour moyen</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>secondes</translation>
        </message>
        <message>
            <source>laps</source>
            <translation>tours</translation>
        </message>
        <message>
            <source>Kind of session</source>
            <translation>Genre de session</translation>
        </message>
        <message>
            <source>Laps, 0 for none</source>
            <translation>Tours, 0 : aucun</translation>
        </message>
        <message>
            <source>Time in minutes, 0 for none</source>
            <translation>Durée en minutes, 0 : aucune</translation>
        </message>
        <message>
            <source>Laps after the time, 0 for none</source>
            <translation>Tours après la durée, 0 : aucun</translation>
        </message>
        <message>
            <source>Which end counts</source>
            <translation>Quelle fin compte</translation>
        </message>
        <message>
            <source>It starts with</source>
            <translation>Elle commence par</translation>
        </message>
        <message>
            <source>The first crossing</source>
            <translation>Le premier passage</translation>
        </message>
        <message>
            <source>How each run ends</source>
            <translation>Comment chacun finit</translation>
        </message>
        <message>
            <source>Longest wait for the last lap, in seconds</source>
            <translation>Attente maximale du dernier tour, en secondes</translation>
        </message>
        <message>
            <source>Ranked by</source>
            <translation>Classement par</translation>
        </message>
        <message>
            <source>Shortest lap in seconds</source>
            <translation>Tour minimal en secondes</translation>
        </message>
        <message>
            <source>Longest lap in seconds, 0 for none</source>
            <translation>Tour maximal en secondes, 0 : aucun</translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n tour</numerusform>
                <numerusform>%n tours</numerusform>
            </translation>
        </message>
        <message>
            <source>no number of laps</source>
            <translation>sans nombre de tours</translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s) more</source>
            <translation>
                <numerusform>%n tour de plus</numerusform>
                <numerusform>%n tours de plus</numerusform>
            </translation>
        </message>
        <message>
            <source>no lap more</source>
            <translation>aucun tour de plus</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>no time</source>
            <translation>sans durée</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>sans limite</translation>
        </message>
        <message>
            <source>A {kind} of {laps} or {time_s}, whichever comes {priority}.</source>
            <translation>Une {kind} de {laps} ou {time_s}, selon ce qui vient {priority}.</translation>
        </message>
        <message>
            <source>A {kind} of {time_s} and {plus_laps} after it, {laps}.</source>
            <translation>Une {kind} de {time_s} et {plus_laps} ensuite, {laps}.</translation>
        </message>
        <message>
            <source>A {kind} of {laps}, {time_s}.</source>
            <translation>Une {kind} de {laps}, {time_s}.</translation>
        </message>
        <message>
            <source>It starts with {start}. The first crossing {first_crossing}.</source>
            <translation>Elle commence par {start}. Le premier passage {first_crossing}.</translation>
        </message>
        <message>
            <source>It ends {how}, after {grace_s} at most. Ranked by {rank}.</source>
            <translation>Elle finit {how}, après {grace_s} au plus. Classement par {rank}.</translation>
        </message>
        <message>
            <source>A lap under {min_lap_ms} makes no lap. Over {max_lap_ms} it counts, but is no best lap.</source>
            <translation>Sous {min_lap_ms}, pas de tour. Au-delà de {max_lap_ms}, il compte sans être un meilleur tour.</translation>
        </message>
        <message>
            <source>each one’s own first crossing</source>
            <translation>le premier passage de chacun</translation>
        </message>
        <message>
            <source>at each one’s next crossing</source>
            <translation>au passage suivant de chacun</translation>
        </message>
        <message>
            <source>when the leader crosses</source>
            <translation>au passage du premier</translation>
        </message>
        <message>
            <source>after each one’s full distance</source>
            <translation>à pleine distance pour chacun</translation>
        </message>
    </context>
    <context>
        <name>RulesPane</name>
        <message>
            <source>Rules</source>
            <translation>Règles</translation>
        </message>
        <message>
            <source>Ready on the track</source>
            <translation>Prêt en piste</translation>
        </message>
        <message>
            <source>No decoder is known yet.</source>
            <translation>Aucun décodeur connu pour l’instant.</translation>
        </message>
        <message>
            <source>Everything here can still be changed after the start: late entries, karts, grid, rules.</source>
            <translation>Tout reste modifiable après le départ : engagés tardifs, karts, grille, règles.</translation>
        </message>
        <message>
            <source>Rule-sets…</source>
            <translation>Règlements…</translation>
        </message>
        <message>
            <source>%1, changed</source>
            <translation>%1, modifié</translation>
        </message>
    </context>
    <context>
        <name>SeatDelegate</name>
        <message>
            <source>free</source>
            <translation>libre</translation>
        </message>
        <message>
            <source>will be placed</source>
            <translation>sera placé</translation>
        </message>
        <message>
            <source>no kart free</source>
            <translation>aucun kart libre</translation>
        </message>
        <message>
            <source>give kart %1</source>
            <translation>donner le kart %1</translation>
        </message>
        <message>
            <source>free it</source>
            <translation>libérer</translation>
        </message>
        <message>
            <source>kart %1</source>
            <translation>kart %1</translation>
        </message>
    </context>
    <context>
        <name>SeatHead</name>
        <message>
            <source>Seat</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>Pilote</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Kart</source>
            <translation>Kart</translation>
        </message>
    </context>
    <context>
        <name>SeatsPane</name>
        <message>
            <source>%1 · %2 of %3 seats taken</source>
            <translation>%1 · %2 places prises sur %3</translation>
        </message>
        <message>
            <source>seats</source>
            <translation>places</translation>
        </message>
        <message>
            <source>kart</source>
            <translation>kart</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>give kart %1</source>
            <translation>donner le kart %1</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Suppr</translation>
        </message>
        <message>
            <source>free it</source>
            <translation>libérer</translation>
        </message>
        <message>
            <source>back</source>
            <translation>retour</translation>
        </message>
    </context>
    <context>
        <name>ServerDelegate</name>
        <message>
            <source>Server on this computer</source>
            <translation>Serveur sur ce poste</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>prêt</translation>
        </message>
        <message>
            <source>works in part</source>
            <translation>marche en partie</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>ne répond pas</translation>
        </message>
        <message>
            <source>asking…</source>
            <translation>demande…</translation>
        </message>
        <message>
            <source>a decoder or the journal fails</source>
            <translation>un décodeur ou le journal est en panne</translation>
        </message>
        <message>
            <source>answers in %1 ms</source>
            <translation>répond en %1 ms</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>version %1</translation>
        </message>
    </context>
    <context>
        <name>ServerPanel</name>
        <message>
            <source>Expected an address like 192.168.10.5:8080 or https://…</source>
            <translation>Attendu : une adresse comme 192.168.10.5:8080 ou https://…</translation>
        </message>
        <message>
            <source>this desk: version %1</source>
            <translation>ce poste : version %1</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>Serveurs</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Redemander</translation>
        </message>
        <message>
            <source>Another address</source>
            <translation>Autre adresse</translation>
        </message>
        <message>
            <source>192.168.10.5:8080 or https://…</source>
            <translation>192.168.10.5:8080 ou https://…</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>from one side to the other</source>
            <translation>passer d’un côté à l’autre</translation>
        </message>
    </context>
    <context>
        <name>SessionHead</name>
        <message>
            <source>%1 %2 m</source>
            <translation>%1 %2 m</translation>
        </message>
        <message numerus="yes">
            <source>%n kart(s)</source>
            <translation>
                <numerusform>%n kart</numerusform>
                <numerusform>%n karts</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Rien en piste</translation>
        </message>
        <message>
            <source>Open practice</source>
            <translation>Essais libres</translation>
        </message>
        <message>
            <source>Armed: F1 gives the start signal</source>
            <translation>Armée : F1 donne le départ</translation>
        </message>
        <message>
            <source>Armed: each starts with his first crossing</source>
            <translation>Armée : chacun part à son premier passage</translation>
        </message>
        <message>
            <source>Armed: it starts with the first crossing</source>
            <translation>Armée : elle part au premier passage</translation>
        </message>
        <message>
            <source>Waiting for the server</source>
            <translation>En attente du serveur</translation>
        </message>
        <message>
            <source>Provisional result</source>
            <translation>Résultat provisoire</translation>
        </message>
        <message>
            <source>Provisional result, protests until %1</source>
            <translation>Résultat provisoire, réclamations jusqu’à %1</translation>
        </message>
        <message>
            <source>Official result since %1</source>
            <translation>Résultat officiel depuis %1</translation>
        </message>
        <message>
            <source>Provisional result, protests are over</source>
            <translation>Résultat provisoire, réclamations closes</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::SessionSetup</name>
        <message>
            <source>Line %1 has no kart number: %2</source>
            <translation>Ligne %1 sans numéro de kart : %2</translation>
        </message>
        <message>
            <source>Line %1 has a tag that is no number: %2</source>
            <translation>Ligne %1, un transpondeur n’est pas un nombre : %2</translation>
        </message>
        <message>
            <source>Line %1 is one too many: %2</source>
            <translation>Ligne %1 de trop : %2</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 est illisible : %2</translation>
        </message>
    </context>
    <context>
        <name>SessionSetupPage</name>
        <message>
            <source>Session %1</source>
            <translation>Session %1</translation>
        </message>
        <message>
            <source>No session is planned</source>
            <translation>Aucune session prévue</translation>
        </message>
        <message>
            <source>A new one starts as practice; its rules are the words on the right.</source>
            <translation>Une nouvelle commence comme essais ; ses règles sont les mots à droite.</translation>
        </message>
        <message>
            <source>New session now</source>
            <translation>Nouvelle session maintenant</translation>
        </message>
    </context>
    <context>
        <name>SetupBar</name>
        <message>
            <source>Back to race control</source>
            <translation>Retour à la direction de course</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Session</translation>
        </message>
        <message numerus="yes">
            <source>%n entrant(s)</source>
            <translation>
                <numerusform>%n engagé</numerusform>
                <numerusform>%n engagés</numerusform>
            </translation>
        </message>
        <message>
            <source>All have a kart</source>
            <translation>Tous ont un kart</translation>
        </message>
        <message numerus="yes">
            <source>%n without a kart</source>
            <translation>
                <numerusform>%n sans kart</numerusform>
                <numerusform>%n sans kart</numerusform>
            </translation>
        </message>
        <message>
            <source>All have a tag</source>
            <translation>Tous ont un transpondeur</translation>
        </message>
        <message numerus="yes">
            <source>%n without a tag</source>
            <translation>
                <numerusform>%n sans transpondeur</numerusform>
                <numerusform>%n sans transpondeur</numerusform>
            </translation>
        </message>
        <message>
            <source>to the start</source>
            <translation>avant le départ</translation>
        </message>
        <message>
            <source>Arm %1</source>
            <translation>Armer %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 · planned %2 · %n seat(s)</source>
            <translation>
                <numerusform>%1 · prévue à %2 · %n place</numerusform>
                <numerusform>%1 · prévue à %2 · %n places</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Change name, start and seats</source>
            <translation>Modifier le nom, le départ et les places</translation>
        </message>
    </context>
    <context>
        <name>SetupWarnings</name>
        <message numerus="yes">
            <source>%n kart(s) would not be timed: no tag</source>
            <translation>
                <numerusform>%n kart ne serait pas chronométré : sans transpondeur</numerusform>
                <numerusform>%n karts ne seraient pas chronométrés : sans transpondeur</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is entered yet: N adds somebody, and the desk fills seats.</source>
            <translation>Personne n’est engagé : N ajoute quelqu’un, l’accueil remplit les places.</translation>
        </message>
        <message>
            <source>Nothing stands against arming.</source>
            <translation>Rien ne s’oppose à armer.</translation>
        </message>
    </context>
    <context>
        <name>SignInPanel</name>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Entrer</translation>
        </message>
        <message>
            <source>The sign-in at %1 is over. The page is kept, with all that was typed.</source>
            <translation>La connexion à %1 est terminée. La page reste, avec tout ce qui a été saisi.</translation>
        </message>
        <message>
            <source>Choose a server.</source>
            <translation>Choisissez un serveur.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>Les majuscules sont verrouillées.</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>Masquer le mot de passe</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Afficher le mot de passe</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>Race control</source>
            <translation>Course</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Appareils</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Connexion…</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Open the desk</source>
            <translation>Ouvrir l’accueil</translation>
        </message>
        <message>
            <source>Open the devices</source>
            <translation>Ouvrir les appareils</translation>
        </message>
        <message>
            <source>Open race control</source>
            <translation>Ouvrir la direction de course</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
    </context>
    <context>
        <name>StopButton</name>
        <message>
            <source>Stop</source>
            <translation>Arrêt</translation>
        </message>
        <message>
            <source>red flag, boards, log</source>
            <translation>rouge, écrans, journal</translation>
        </message>
        <message>
            <source>red flag, lights, karts, log</source>
            <translation>rouge, feux, karts, journal</translation>
        </message>
        <message>
            <source>red flag, karts, log</source>
            <translation>rouge, karts, journal</translation>
        </message>
        <message>
            <source>red flag, lights, log</source>
            <translation>rouge, feux, journal</translation>
        </message>
        <message>
            <source>still going: %1</source>
            <translation>roulent encore : %1</translation>
        </message>
        <message>
            <source>no answer: %1</source>
            <translation>sans réponse : %1</translation>
        </message>
        <message numerus="yes">
            <source>%n kart(s) stand</source>
            <translation>
                <numerusform>%n kart à l’arrêt</numerusform>
                <numerusform>%n karts à l’arrêt</numerusform>
            </translation>
        </message>
        <message>
            <source>Emergency since %1. %2. Press Shift F12 to release it</source>
            <translation>Urgence depuis %1. %2. Maj F12 pour la lever</translation>
        </message>
        <message>
            <source>Emergency: stops the track</source>
            <translation>Urgence : arrêter la piste</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>Urgence</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>depuis %1</translation>
        </message>
        <message>
            <source>since %1, by %2</source>
            <translation>depuis %1, par %2</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Lever</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::TagChange</name>
        <message>
            <source>A tag is a number: it stands on the tag.</source>
            <translation>Un transpondeur est un numéro : il est écrit dessus.</translation>
        </message>
        <message>
            <source>This is the tag that the kart has.</source>
            <translation>C’est le transpondeur que le kart a déjà.</translation>
        </message>
        <message>
            <source>There is no kart %1 in the fleet.</source>
            <translation>Il n’y a pas de kart %1 dans le parc.</translation>
        </message>
    </context>
    <context>
        <name>TagChangePane</name>
        <message>
            <source>Another tag for kart %1</source>
            <translation>Un autre transpondeur pour le kart %1</translation>
        </message>
        <message>
            <source>%1 comes off. Its laps stay with the kart, and the session goes on.</source>
            <translation>Le %1 est retiré. Ses tours restent au kart, et la session continue.</translation>
        </message>
        <message>
            <source>Number of the new tag</source>
            <translation>Numéro du nouveau transpondeur</translation>
        </message>
        <message>
            <source>as it stands on the tag</source>
            <translation>tel qu’il est écrit dessus</translation>
        </message>
        <message>
            <source>Heard just now, and nobody has it</source>
            <translation>Entendus à l’instant, à personne</translation>
        </message>
        <message>
            <source>Kart %1 has this tag now. It is taken from it.</source>
            <translation>Le kart %1 a ce transpondeur. Il lui est retiré.</translation>
        </message>
        <message>
            <source>Kart %1 has %2 now, and still %3: %4</source>
            <translation>Le kart %1 a maintenant le %2, et encore le %3 : %4</translation>
        </message>
        <message>
            <source>Take %1 off</source>
            <translation>Retirer le %1</translation>
        </message>
        <message>
            <source>Give kart %1 this tag</source>
            <translation>Le donner au kart %1</translation>
        </message>
        <message>
            <source>Change the tag</source>
            <translation>Changer le transpondeur</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
    <context>
        <name>TagDelegate</name>
        <message>
            <source>falls since %1</source>
            <translation>baisse depuis %1</translation>
        </message>
        <message>
            <source>weak all day</source>
            <translation>faible toute la journée</translation>
        </message>
        <message>
            <source>one of %1 hits</source>
            <translation>une fois %1 réceptions</translation>
        </message>
        <message>
            <source>nobody has it</source>
            <translation>à personne</translation>
        </message>
        <message>
            <source>Kart %1</source>
            <translation>Kart %1</translation>
        </message>
        <message>
            <source>Change tag…</source>
            <translation>Changer…</translation>
        </message>
        <message>
            <source>Change the tag of kart %1</source>
            <translation>Changer le transpondeur du kart %1</translation>
        </message>
    </context>
    <context>
        <name>TagsPane</name>
        <message>
            <source>Tags today</source>
            <translation>Transpondeurs du jour</translation>
        </message>
        <message numerus="yes">
            <source>%n heard, weakest first</source>
            <comment>tags</comment>
            <translation>
                <numerusform>%n entendu</numerusform>
                <numerusform>%n entendus, les plus faibles d’abord</numerusform>
            </translation>
        </message>
        <message>
            <source>a good tag has %1 hits, under %2 is weak</source>
            <translation>un bon transpondeur a %1 réceptions, sous %2 il est faible</translation>
        </message>
        <message>
            <source>Kart</source>
            <translation>Kart</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Transpondeur</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>Récept.</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Force</translation>
        </message>
        <message>
            <source>now</source>
            <translation>act.</translation>
        </message>
        <message>
            <source>Battery</source>
            <translation>Pile</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <source>No tag has passed this loop today.</source>
            <translation>Aucun transpondeur n’est passé sur cette boucle aujourd’hui.</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>clock stopped</source>
            <translation>chrono arrêté</translation>
        </message>
        <message>
            <source>last 2 min</source>
            <translation>2 dernières min</translation>
        </message>
        <message>
            <source>to go</source>
            <translation>restant</translation>
        </message>
        <message>
            <source>gone</source>
            <translation>écoulé</translation>
        </message>
        <message>
            <source>lap</source>
            <translation>tour</translation>
        </message>
        <message numerus="yes">
            <source>lap(s)</source>
            <translation>
                <numerusform>tour</numerusform>
                <numerusform>tours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UndoButton</name>
        <message>
            <source>Undo: %1</source>
            <translation>Défaire : %1</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Rien à annuler</translation>
        </message>
    </context>
    <context>
        <name>UnclaimedRow</name>
        <message numerus="yes">
            <source>%n passing(s) since %1</source>
            <translation>
                <numerusform>%n passage depuis %1</numerusform>
                <numerusform>%n passages depuis %1</numerusform>
            </translation>
        </message>
        <message>
            <source>about %1 s apart</source>
            <translation>environ toutes les %1 s</translation>
        </message>
        <message>
            <source>Unknown tag</source>
            <translation>Transpondeur inconnu</translation>
        </message>
        <message>
            <source>Kart %1 had it before</source>
            <translation>Le kart %1 l’avait avant</translation>
        </message>
        <message>
            <source>told by %1</source>
            <translation>vu par %1</translation>
        </message>
        <message>
            <source>keyed in: %1, told by %2</source>
            <translation>saisi : %1, vu par %2</translation>
        </message>
        <message>
            <source>Crossing without a tag</source>
            <translation>Passage sans transpondeur</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 sur %2</translation>
        </message>
        <message>
            <source>Older, %1</source>
            <translation>Plus ancien, %1</translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation>Attribuer…</translation>
        </message>
        <message>
            <source>Nobody&apos;s…</source>
            <translation>À personne…</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>taken out</source>
            <translation>retiré</translation>
        </message>
        <message>
            <source>under red flag</source>
            <translation>sous drapeau rouge</translation>
        </message>
        <message>
            <source>Passing taken out</source>
            <translation>Passage retiré</translation>
        </message>
        <message>
            <source>Lap divided</source>
            <translation>Tour divisé</translation>
        </message>
        <message>
            <source>Lap time deleted</source>
            <translation>Temps du tour supprimé</translation>
        </message>
        <message>
            <source>First finisher set</source>
            <translation>Premier arrivé désigné</translation>
        </message>
        <message>
            <source>Red-flag result taken</source>
            <translation>Résultat pris au drapeau rouge</translation>
        </message>
        <message>
            <source>Passings given</source>
            <translation>Passages donnés à un autre</translation>
        </message>
        <message>
            <source>Passings exchanged</source>
            <translation>Passages échangés</translation>
        </message>
        <message>
            <source>Kart swapped</source>
            <translation>Kart échangé</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Décision</translation>
        </message>
        <message>
            <source>Status said</source>
            <translation>Statut indiqué</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Vert</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>Jaune</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>Ralenti</translation>
        </message>
        <message>
            <source>Red flag</source>
            <translation>Rouge</translation>
        </message>
        <message>
            <source>Last lap</source>
            <translation>Dernier tour</translation>
        </message>
        <message>
            <source>Chequered</source>
            <translation>Damier</translation>
        </message>
        <message>
            <source>No flag</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Essais</translation>
        </message>
        <message>
            <source>Qualifying</source>
            <translation>Qualification</translation>
        </message>
        <message>
            <source>Race</source>
            <translation>Course</translation>
        </message>
        <message>
            <source>Endurance</source>
            <translation>Endurance</translation>
        </message>
        <message>
            <source>counted</source>
            <translation>compté</translation>
        </message>
        <message>
            <source>starts lap</source>
            <translation>ouvre le tour</translation>
        </message>
        <message>
            <source>sent twice</source>
            <translation>envoyé deux fois</translation>
        </message>
        <message>
            <source>backup decoder</source>
            <translation>décodeur de secours</translation>
        </message>
        <message>
            <source>unknown tag</source>
            <translation>transpondeur inconnu</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>pas engagé</translation>
        </message>
        <message>
            <source>before the start</source>
            <translation>avant le départ</translation>
        </message>
        <message>
            <source>after the finish</source>
            <translation>après l’arrivée</translation>
        </message>
        <message>
            <source>second tag of the kart</source>
            <translation>second transpondeur du kart</translation>
        </message>
        <message>
            <source>below the minimum lap</source>
            <translation>sous le tour minimal</translation>
        </message>
        <message>
            <source>finish</source>
            <translation>arrivée</translation>
        </message>
        <message>
            <source>finish in pit</source>
            <translation>arrivée aux stands</translation>
        </message>
        <message>
            <source>sector</source>
            <translation>secteur</translation>
        </message>
        <message>
            <source>pit in</source>
            <translation>entrée stands</translation>
        </message>
        <message>
            <source>pit out</source>
            <translation>sortie stands</translation>
        </message>
        <message>
            <source>speed trap</source>
            <translation>vitesse</translation>
        </message>
        <message>
            <source>pit box</source>
            <translation>stand</translation>
        </message>
        <message>
            <source>in pit</source>
            <translation>au stand</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>arrivé</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>abandon</translation>
        </message>
        <message>
            <source>did not start</source>
            <translation>non partant</translation>
        </message>
        <message>
            <source>did not finish</source>
            <translation>non arrivé</translation>
        </message>
        <message>
            <source>disqualified</source>
            <translation>disqualifié</translation>
        </message>
        <message>
            <source>not qualified</source>
            <translation>non qualifié</translation>
        </message>
        <message>
            <source>guest</source>
            <translation>invité</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>prévue</translation>
        </message>
        <message>
            <source>armed</source>
            <translation>armé</translation>
        </message>
        <message>
            <source>on track</source>
            <translation>en piste</translation>
        </message>
        <message>
            <source>finishing</source>
            <translation>arrivée</translation>
        </message>
        <message>
            <source>done</source>
            <translation>passée</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>annulée</translation>
        </message>
        <message>
            <source>Armed</source>
            <translation>Armée</translation>
        </message>
        <message>
            <source>Start signal</source>
            <translation>Signal de départ</translation>
        </message>
        <message>
            <source>Chequered flag</source>
            <translation>Drapeau à damier</translation>
        </message>
        <message>
            <source>More time</source>
            <translation>Prolongation</translation>
        </message>
        <message>
            <source>Ended now</source>
            <translation>Finie</translation>
        </message>
        <message>
            <source>Aborted</source>
            <translation>Annulée</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Tag assigned</source>
            <translation>Transpondeur attribué</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Decoder %1 lost</source>
            <translation>Décodeur %1 perdu</translation>
        </message>
        <message>
            <source>Journal %1 ms late</source>
            <translation>Journal en retard de %1 ms</translation>
        </message>
        <message>
            <source>Journal does not write</source>
            <translation>Le journal n’écrit plus</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n passing(s) lost</source>
            <translation>
                <numerusform>%1 : %n passage perdu</numerusform>
                <numerusform>%1 : %n passages perdus</numerusform>
            </translation>
        </message>
        <message>
            <source>Raw bytes of %1 are not being recorded</source>
            <translation>Les octets bruts de %1 ne sont plus enregistrés</translation>
        </message>
        <message>
            <source>Unknown tag %1</source>
            <translation>Transpondeur inconnu %1</translation>
        </message>
        <message>
            <source>Kart %1: lap too long, a passing may be missing</source>
            <translation>Kart %1 : tour trop long, un passage manque peut-être</translation>
        </message>
        <message>
            <source>stands on the line</source>
            <translation>arrêté sur la ligne</translation>
        </message>
        <message>
            <source>Crossing assigned</source>
            <translation>Passage attribué</translation>
        </message>
        <message>
            <source>Tag %1 stands on a loop</source>
            <translation>Le transpondeur %1 est arrêté sur une boucle</translation>
        </message>
        <message>
            <source>Clock of %1 jumped</source>
            <translation>L’horloge de %1 a sauté</translation>
        </message>
        <message>
            <source>The server&apos;s clock was set by %1 s</source>
            <translation>L’horloge du serveur a été changée de %1 s</translation>
        </message>
        <message>
            <source>timing goes on; times of day are right after a restart of the server</source>
            <translation>le chronométrage continue ; les heures seront justes après un redémarrage du serveur</translation>
        </message>
        <message>
            <source>Session rebuilt from the log</source>
            <translation>Session reconstruite du journal</translation>
        </message>
        <message>
            <source>it keeps its passings and sends them again</source>
            <translation>il garde ses passages et les renverra</translation>
        </message>
        <message>
            <source>timing goes on, the disk does not follow</source>
            <translation>le chronométrage continue, le disque ne suit pas</translation>
        </message>
        <message>
            <source>do not switch the server off</source>
            <translation>n’éteignez pas le serveur</translation>
        </message>
        <message>
            <source>timing goes on; look at the server&apos;s disk</source>
            <translation>le chronométrage continue ; vérifiez le disque du serveur</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>connecté</translation>
        </message>
        <message>
            <source>connecting…</source>
            <translation>connexion…</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>muet</translation>
        </message>
        <message>
            <source>no line</source>
            <translation>pas de liaison</translation>
        </message>
        <message>
            <source>Own tag silent</source>
            <translation>Son transpondeur est muet</translation>
        </message>
        <message>
            <source>Had this tag before</source>
            <translation>Avait ce transpondeur avant</translation>
        </message>
        <message>
            <source>Place on the grid fits</source>
            <translation>Sa place sur la grille convient</translation>
        </message>
        <message>
            <source>Number keyed in</source>
            <translation>Numéro saisi</translation>
        </message>
        <message>
            <source>Passing missing</source>
            <translation>Passage manquant</translation>
        </message>
        <message>
            <source>booked</source>
            <translation>réservé</translation>
        </message>
        <message>
            <source>here</source>
            <translation>présent</translation>
        </message>
        <message>
            <source>free</source>
            <translation>libre</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>modifié</translation>
        </message>
        <message>
            <source>as it is</source>
            <translation>inchangé</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refusé</translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n tour</numerusform>
                <numerusform>%n tours</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>or</source>
            <translation>ou</translation>
        </message>
        <message>
            <source>next crossing</source>
            <comment>how a run ends</comment>
            <translation>passage suivant</translation>
        </message>
        <message>
            <source>leader first</source>
            <comment>how a run ends</comment>
            <translation>leader d’abord</translation>
        </message>
        <message>
            <source>at once</source>
            <comment>how a run ends</comment>
            <translation>tout de suite</translation>
        </message>
        <message>
            <source>full distance</source>
            <comment>how a run ends</comment>
            <translation>toute la distance</translation>
        </message>
        <message>
            <source>end of the run</source>
            <comment>how a run ends</comment>
            <translation>fin de session</translation>
        </message>
        <message>
            <source>Loop %1 silent since %2</source>
            <translation>Boucle %1 muette depuis %2</translation>
        </message>
        <message>
            <source>Tag %1 is weak</source>
            <translation>Transpondeur %1 faible</translation>
        </message>
        <message>
            <source>Battery of tag %1 is low</source>
            <translation>Pile du transpondeur %1 basse</translation>
        </message>
        <message>
            <source>change it before it fails</source>
            <translation>à changer avant la panne</translation>
        </message>
        <message>
            <source>sector %1</source>
            <translation>secteur %1</translation>
        </message>
        <message>
            <source>main</source>
            <comment>of two decoders</comment>
            <translation>principal</translation>
        </message>
        <message>
            <source>backup</source>
            <comment>of two decoders</comment>
            <translation>secours</translation>
        </message>
        <message>
            <source>good</source>
            <comment>a battery</comment>
            <translation>bonne</translation>
        </message>
        <message>
            <source>low</source>
            <comment>a battery</comment>
            <translation>basse</translation>
        </message>
        <message>
            <source>faulty</source>
            <comment>a battery</comment>
            <translation>en défaut</translation>
        </message>
        <message>
            <source>passing</source>
            <comment>a record</comment>
            <translation>passage</translation>
        </message>
        <message>
            <source>status</source>
            <comment>a record</comment>
            <translation>état</translation>
        </message>
        <message>
            <source>version</source>
            <comment>a record</comment>
            <translation>version</translation>
        </message>
        <message>
            <source>clock</source>
            <comment>a record</comment>
            <translation>horloge</translation>
        </message>
        <message>
            <source>error</source>
            <comment>a record</comment>
            <translation>erreur</translation>
        </message>
        <message>
            <source>garbage</source>
            <comment>a record</comment>
            <translation>rebut</translation>
        </message>
        <message>
            <source>bytes</source>
            <comment>a record</comment>
            <translation>octets</translation>
        </message>
        <message>
            <source>wrong sum</source>
            <translation>somme fausse</translation>
        </message>
        <message>
            <source>wrong length</source>
            <translation>longueur fausse</translation>
        </message>
        <message>
            <source>outside a record</source>
            <translation>hors enregistrement</translation>
        </message>
        <message>
            <source>broken fields</source>
            <translation>champs abîmés</translation>
        </message>
        <message>
            <source>of no known type</source>
            <translation>de type inconnu</translation>
        </message>
        <message>
            <source>text lines</source>
            <translation>lignes de texte</translation>
        </message>
        <message>
            <source>manual</source>
            <translation>manuel</translation>
        </message>
        <message>
            <source>raw bytes</source>
            <translation>octets bruts</translation>
        </message>
        <message>
            <source>The new decoder is connected; its loop is the old one.</source>
            <translation>Le nouveau décodeur est connecté ; sa boucle est l’ancienne.</translation>
        </message>
        <message>
            <source>In test mode: what passes is shown and counts for nobody.</source>
            <translation>En mode essai : ce qui passe est montré et ne compte pas.</translation>
        </message>
        <message>
            <source>It counts again.</source>
            <translation>Elle compte à nouveau.</translation>
        </message>
        <message>
            <source>Removed. What it told stays.</source>
            <translation>Retirée. Ce qu’elle a dit reste.</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Écrit : %1</translation>
        </message>
        <message>
            <source>The kart has its new tag.</source>
            <translation>Le kart a son nouveau transpondeur.</translation>
        </message>
        <message>
            <source>Passing by hand</source>
            <translation>Passage à la main</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>Urgence</translation>
        </message>
        <message>
            <source>Emergency released</source>
            <translation>Urgence levée</translation>
        </message>
        <message numerus="yes">
            <source>%n kart(s) do not confirm the stop</source>
            <translation>
                <numerusform>%n kart ne confirme pas l’arrêt</numerusform>
                <numerusform>%n karts ne confirment pas l’arrêt</numerusform>
            </translation>
        </message>
        <message>
            <source>marshals: look for them on the track</source>
            <translation>commissaires : cherchez-les sur la piste</translation>
        </message>
        <message>
            <source>Crossing of nobody</source>
            <translation>Passage de personne</translation>
        </message>
        <message>
            <source>Tag of nobody</source>
            <translation>Transpondeur de personne</translation>
        </message>
        <message>
            <source>In the pit</source>
            <translation>Au stand</translation>
        </message>
        <message>
            <source>Came out, not seen going in</source>
            <translation>Sorti sans entrée vue</translation>
        </message>
        <message>
            <source>divided</source>
            <translation>divisé</translation>
        </message>
        <message>
            <source>no best</source>
            <translation>non retenu</translation>
        </message>
        <message>
            <source>first</source>
            <translation>premier</translation>
        </message>
        <message>
            <source>red line</source>
            <translation>ligne rouge</translation>
        </message>
        <message>
            <source>Warning</source>
            <comment>a penalty</comment>
            <translation>Avertissement</translation>
        </message>
        <message>
            <source>Time</source>
            <comment>a penalty</comment>
            <translation>Temps</translation>
        </message>
        <message>
            <source>Laps off</source>
            <comment>a penalty</comment>
            <translation>Tours en moins</translation>
        </message>
        <message>
            <source>Places back</source>
            <comment>a penalty</comment>
            <translation>Places perdues</translation>
        </message>
        <message>
            <source>Last place</source>
            <comment>a penalty</comment>
            <translation>Dernière place</translation>
        </message>
        <message>
            <source>Grid places</source>
            <comment>a penalty</comment>
            <translation>Places de grille</translation>
        </message>
        <message>
            <source>Best laps</source>
            <comment>a penalty</comment>
            <translation>Meilleurs tours</translation>
        </message>
        <message>
            <source>Stop and go</source>
            <comment>a penalty</comment>
            <translation>Stop and go</translation>
        </message>
        <message>
            <source>Drive-through</source>
            <comment>a penalty</comment>
            <translation>Drive-through</translation>
        </message>
        <message>
            <source>Disqualified</source>
            <comment>a penalty</comment>
            <translation>Disqualifié</translation>
        </message>
        <message>
            <source>Excluded</source>
            <comment>a penalty</comment>
            <translation>Exclu</translation>
        </message>
        <message>
            <source>Result official</source>
            <translation>Résultat officiel</translation>
        </message>
        <message>
            <source>Joker told</source>
            <translation>Joker annoncé</translation>
        </message>
        <message>
            <source>Relay told</source>
            <translation>Relais annoncé</translation>
        </message>
    </context>
    <context>
        <name>RaceControlPage</name>
        <message>
            <source>The sheet is open, and lies in %1</source>
            <translation>La feuille est ouverte, et rangée dans %1</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::SheetPrinter</name>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 ne peut pas être écrit : %2</translation>
        </message>
    </context>
    <context>
        <name>RuleSetDelegate</name>
        <message>
            <source>%1 · version %2, from %3</source>
            <translation>%1 · version %2, dès le %3</translation>
        </message>
    </context>
    <context>
        <name>RuleSetsPane</name>
        <message>
            <source>Rule-sets</source>
            <translation>Règlements</translation>
        </message>
        <message>
            <source>No rule-set yet</source>
            <translation>Aucun règlement</translation>
        </message>
        <message>
            <source>Keep the rules of this session as the first one.</source>
            <translation>Gardez les règles de cette session comme premier règlement.</translation>
        </message>
        <message>
            <source>New, from this session</source>
            <translation>Nouveau, d’après cette session</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Valable dès le</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>Minutes on the plan</source>
            <translation>Minutes au planning</translation>
        </message>
        <message>
            <source>Take for this session</source>
            <translation>Prendre pour cette session</translation>
        </message>
        <message>
            <source>Keep as a new rule-set</source>
            <translation>Garder comme nouveau règlement</translation>
        </message>
        <message>
            <source>Keep as version %1</source>
            <translation>Garder comme version %1</translation>
        </message>
        <message>
            <source>Use no more</source>
            <translation>Ne plus utiliser</translation>
        </message>
        <message>
            <source>Sessions that were made by it keep the version they have.</source>
            <translation>Les sessions déjà créées gardent leur version.</translation>
        </message>
    </context>
    <context>
        <name>chicane::ui::models::RuleSets</name>
        <message>
            <source>Keep what you changed first, or leave it with Escape.</source>
            <translation>Gardez d’abord vos changements, ou abandonnez-les avec Échap.</translation>
        </message>
    </context>
</TS>
