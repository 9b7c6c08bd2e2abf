### App

## core

core-name = Entraide
core-skip = Aller au contenu
core-languages = Langues
core-screens = Écrans
core-online = En ligne
core-offline = Hors ligne
core-offline-waiting = { $count ->
     [one] Hors ligne · { $count } en attente
    *[other] Hors ligne · { $count } en attente
    }
core-waiting-count = { $count ->
     [one] { $count } à envoyer
    *[other] { $count } à envoyer
    }
core-refused-count = { $count ->
     [one] { $count } refusé
    *[other] { $count } refusés
    }
core-session-ended = Session finie. Entrer à nouveau
core-read-only = Le serveur ne peut rien enregistrer pour l'instant. Ce que vous notez reste sur cet appareil et partira tout seul.
core-kept = C'est gardé. Cela partira tout seul.
core-close = Fermer
core-cancel = Annuler
core-save = Enregistrer
core-undo = Défaire
core-remove = Enlever
core-go-on = Continuer
core-try-again = Réessayer
core-loading = Un instant…
core-refused = Cela n'a pas été accepté.
core-as-of = Connu le { $when }
core-device-full = L'appareil est plein. Rien n'a été gardé. Libérez de la place, puis recommencez.
core-device-unable = Cet appareil ne peut rien garder. Notez sur papier.
core-trouble-offline = Pas de réseau. Nous réessayons tout seuls.
core-trouble-signed-out = Votre session est finie. Entrez à nouveau.
core-trouble-no-role = Choisissez d'abord votre rôle.
core-trouble-no-right = Votre rôle ne montre pas cette page.
core-trouble-busy = Il y a beaucoup de monde. Réessayez dans un moment.
core-trouble-fault = Quelque chose ne va pas chez nous.
core-sign-in = Entrer
core-sign-out = Sortir
core-lock = Verrouiller
core-choose-role = Mon rôle
core-session = Ma session
core-leave-with-waiting = Ce qui attend reste sur cet appareil, scellé. Cela partira quand vous reviendrez.
core-version-is = Version { $version }
core-language-unknown = Pas dit
core-language-signed = Langue des signes ({ $name })
core-morning = Matin
core-afternoon = Après-midi
core-evening = Soir
core-print = Imprimer
core-show-more = Montrer plus
core-screen-visit = Visite
core-screen-today = Aujourd'hui
core-screen-refer = Orienter
core-screen-companion = Binôme
core-screen-desk = Permanence
core-screen-board = Montrer
core-screen-waiting = À envoyer
core-screen-todo = À faire
core-screen-path = Parcours
core-screen-pairing = Binômes
core-screen-numbers = Chiffres
core-screen-partners = Partenaires
core-screen-meetings = Rencontres
core-screen-mine = Mes binômes
core-screen-free = Ma semaine
core-screen-people = Personnes et rôles
core-screen-data = Données
core-screen-more = Plus

## visit

visit-title = Nouvelle visite
visit-anonymous = Pas besoin de nom. La visite est anonyme.
visit-ask-need = De quoi la personne a-t-elle besoin ?
visit-need-housing = Logement
visit-need-health = Santé
visit-need-card = Carte médicale
visit-need-papers = Papiers
visit-need-money = Argent
visit-need-food = Nourriture
visit-need-family = Famille
visit-need-safety = Sécurité
visit-need-talk = Parler
visit-ask-done = Qu'avons-nous fait ?
visit-outcome-informed = Informé
visit-outcome-oriented = Orienté
visit-outcome-network = Accompagner
visit-save = Enregistrer
visit-need-count = { $count ->
     [one] ({ $count } besoin)
    *[other] ({ $count } besoins)
    }
visit-need-first = Choisissez d'abord un besoin.
visit-desk-first = Ouvrez d'abord la permanence.
visit-desk-closed = La permanence est fermée.
visit-desk-open = Ouvrir
visit-desk-open-and-save = Ouvrir et enregistrer
visit-desk-opened = La permanence est ouverte.
visit-saved = Visite enregistrée.
visit-kept = Visite gardée sur cet appareil. Elle partira au retour du réseau.
visit-undone = La visite est retirée.
visit-go-refer = Orienter maintenant
visit-go-companion = Chercher un binôme
visit-outreach-place = En rue
visit-more = Langue et autres détails
visit-choose = Choisir…
visit-other-need = Un autre besoin

## facts

facts-language = Quelle langue ?
facts-other-language = Une autre langue
facts-choose = Choisir…
facts-met = Comment avez-vous parlé ?
facts-met-direct = Directement
facts-met-interpreter = Interprète
facts-met-volunteer = Bénévole
facts-met-written = Par écrit
facts-met-not = Pas compris
facts-mode = Comment est-ce arrivé ?
facts-mode-walk-in = Sur place
facts-mode-appointment = Rendez-vous
facts-mode-phone = Téléphone
facts-mode-accompanied = Avec quelqu'un
facts-mode-outreach = En rue
facts-relation = Quel lien avec le quartier ?
facts-resident = Habite ici
facts-works = Travaille ici
facts-passing = De passage
facts-not-said = Pas dit
facts-minutes = Combien de minutes ?
facts-optional = Facultatif.

## today

today-title = Aujourd'hui
today-at = { $site }
today-nothing = Pas encore de visite aujourd'hui.
today-closed = La permanence est fermée.
today-visit-word = { $count ->
     [one] visite
    *[other] visites
    }
today-waits = À envoyer
today-undone = La visite est retirée.
today-undone-later = La visite sera retirée au retour du réseau.
today-already-sent = Elle vient de partir. Retirez-la dans la liste.
today-correct = Corriger
today-corrected = corrigée
today-late = envoyée plus tard
today-did-informed = Informé
today-did-oriented = Orienté
today-did-network = Accompagner
today-corrected-now = La visite est corrigée.
today-corrected-later = La correction partira au retour du réseau.
today-more = Et ensuite
today-heard = Répondu ici : { $need }
today-heard-now = C'est noté : répondu ici.
today-code = Donner un code de retour
today-code-now = Écrivez ce code sur le papier de la personne.
today-code-is = Code de retour
today-later = C'est gardé. Cela partira au retour du réseau.

## desk

desk-title = La permanence
desk-sentence = Ouverte ou fermée, et la prochaine fois.
desk-site = Lieu
desk-is-open = Ouverte
desk-is-closed = Fermée
desk-since = Depuis { $time }
desk-visit-count = { $count ->
     [one] { $count } visite
    *[other] { $count } visites
    }
desk-open = Ouvrir la permanence
desk-opened = La permanence est ouverte.
desk-opened-later = Ouverte sur cet appareil. Le réseau le saura bientôt.
desk-why = Pourquoi ouvrir aujourd'hui ?
desk-why-demand = Beaucoup de demandes
desk-why-emergency = Urgence
desk-why-event = Activité du quartier
desk-why-other = Autre raison
desk-close = Fermer la permanence
desk-check-title = Ces chiffres sont-ils justes ?
desk-visits = Visites
desk-first-visits = Premières visites
desk-turned-away = Non reçues
desk-counted = Compté à la main
desk-counted-hint = Laissez vide si vous n'avez pas compté.
desk-close-now = C'est juste, fermer
desk-closed = La permanence est fermée. Merci.
desk-closed-later = Fermée sur cet appareil. Le réseau le saura bientôt.
desk-next = Les prochaines fois
desk-no-next = Pas d'ouverture prévue.
desk-exceptional = exceptionnelle
desk-by-appointment = sur rendez-vous

## refer

refer-title = Orienter
refer-sentence = Choisissez un service. La personne reste anonyme.
refer-where = Vers quel service ?
refer-nobody = Aucun service ne répond à ce besoin.
refer-walk-in = sans rendez-vous
refer-appointment = sur rendez-vous
refer-full = Complet
refer-waiting-list = Liste d'attente
refer-agrees = La personne est d'accord
refer-agrees-hint = Le service saura quel est le besoin, rien d'autre.
refer-send = Envoyer
refer-sending = Envoi…
refer-sent = Orientation envoyée.
refer-sent-later = Orientation gardée. Elle partira au retour du réseau.
refer-visit-first = On oriente à partir d'une visite.
refer-how = Comment l'envoyer ?
refer-by-slip = Sur papier
refer-by-phone = Par téléphone
refer-urgent = C'est urgent
refer-again = Vers un autre service. La suite reste sur le même parcours.
refer-code-goes = Le code de la personne sera sur l'orientation.

## companion

companion-title = Chercher un binôme
companion-sentence = Quelqu'un du réseau accompagne la personne.
companion-language = Langue, parlée ou signée
companion-other-language = Une autre langue
companion-choose = Choisir…
companion-language-first = Choisissez d'abord une langue.
companion-when = Quand ? Laissez vide si tout va.
companion-send = Demander
companion-sending = Envoi…
companion-asked = Demande envoyée à la coordination.
companion-asked-later = Demande gardée. Elle partira au retour du réseau.
companion-visit-first = On cherche un binôme à partir d'une visite.

## board

board-title = Tableau à montrer
board-ask = De quoi avez-vous besoin ?
board-answers = Réponses
board-yes = Oui
board-no = Non
board-unsure = Je ne sais pas
board-record = Noter une visite
board-clear = Recommencer

## waiting

waiting-title = En attente d'envoi
waiting-sentence = Rien ne quitte cette liste avant le oui du serveur.
waiting-send-now = Envoyer maintenant
waiting-sending = Envoi…
waiting-nothing = Tout est envoyé.
waiting-refused-title = Refusé
waiting-earlier-refused = Pas envoyé : ce qui vient avant a été refusé.
waiting-take-back = Retirer
waiting-taken-back = C'est retiré.
waiting-too-late = C'est déjà parti.
waiting-mine = Ce que vous avez noté
waiting-now = Ce qui est là maintenant
waiting-keep-now = Garder ce qui est là
waiting-put-mine = Mettre le mien
waiting-mine-taken = Le vôtre est en place.
waiting-mine-later = Le vôtre partira au retour du réseau.
waiting-now-gone = Cela n'existe plus.
waiting-the-same = Les deux disent la même chose.
act_unreadable = Illisible sur cet appareil
act_recordVisit = Visite
act_voidVisit = Visite à retirer
act_correctVisit = Correction d'une visite
act_openSession = Ouverture de la permanence
act_closeSession = Fermeture de la permanence
act_draftReferral = Orientation
act_recordReferralConsent = Accord de la personne
act_sendReferral = Envoi de l'orientation
act_openPerson = Ouverture d'un dossier
act_requestAccompaniment = Demande de binôme
act_logContact = Contact noté
act_recordAttendance = Présence
act_countAnonymousAttendance = Présences comptées
act_acceptCharter = Oui à la charte
act_acceptPairing = Oui à un binôme
act_declinePairing = Non à un binôme
act_resumePairing = Reprise d'un binôme
act_pausePairing = Pause d'un binôme
act_endPairing = Fin d'un binôme
act_proposePairing = Proposition d'un bénévole
act_reportNoMatch = Personne ne convient
act_declareAvailability = Moments libres
act_issueReturnCode = Code de retour
act_answerNeedDirectly = Réponse donnée ici
act_completePersonAction = Ce que la personne a fait
act_recordAttended = Venue au rendez-vous
act_reportOutcome = Ce que dit la personne
act_closeReferral = Clôture d'une orientation
act_acceptPairingAsPerson = Oui de la personne
act_givePairingFeedback = Avis sur un binôme
act_completePairing = Clôture d'un binôme
act_askDataRequest = Demande sur des données
act_answerDataRequest = Réponse sur des données
act_erasePerson = Effacement
act_grantFacet = Rôle donné
act_withdrawFacet = Rôle retiré
act_removeAccount = Accès retiré
act_planMeeting = Rencontre prévue
act_announceMeeting = Annonce d'une rencontre
act_registerForMeeting = Inscription à une rencontre
act_cancelMeetingRegistration = Place rendue
act_openMeeting = Début d'une rencontre
act_closeMeeting = Fin d'une rencontre
act_proposeAgendaItem = Sujet proposé
act_acceptAgendaItem = Sujet accepté
act_deferAgendaItem = Sujet reporté
act_withdrawAttendance = Nom retiré
act_takeDecision = Décision
act_makeCommitment = Engagement
act_fulfilCommitment = Engagement tenu
act_draftMinutes = Compte rendu
act_correctMinutes = Compte rendu corrigé
act_approveMinutes = Compte rendu approuvé
act_publishMinutes = Compte rendu publié
act_verifyServiceSheet = Fiche vérifiée
act_namePasskey = Clé d'accès renommée
act_removePasskey = Clé d'accès enlevée
act_removeSecondFactor = Second code enlevé
act_unlinkOutsideIdentity = Compte d'organisation séparé
act_offerVolunteering = Offre d'accompagner
act_withdrawVolunteering = Offre d'accompagner retirée
act_withdrawLivedExperience = Expérience retirée
act_withdrawReferralConsent = Accord retiré
act_acceptReferral = Oui du service
act_declineReferral = Non du service

## sign-in

sign-in-title = Entrer
sign-in-sentence = Avec l'adresse et le mot de passe de votre compte.
sign-in-problem = Cela n'a pas marché
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-network = Réseau
sign-in-shared = Appareil partagé
sign-in-shared-hint = La session finit après 5 minutes sans rien faire.
sign-in-other-ways = Ou autrement
sign-in-by-outside = Avec { $name }
sign-in-by-passkey = Avec une clé d'accès
sign-in-passkey-not = La clé d'accès n'a pas été donnée. Réessayez, ou entrez avec votre mot de passe.
sign-in-no-network = Aucun réseau n'est encore ouvert ici. Demandez à la personne qui s'occupe du serveur.
sign-in-one-moment = Un instant…
sign-in-second-title = Encore un code
sign-in-second-sentence = Celui que montre votre application.
sign-in-code = Code à 6 chiffres
sign-in-paper-code = Code sur papier
sign-in-use-paper = Utiliser un code sur papier
sign-in-use-code = Utiliser l'application
sign-in-demo-title = Démonstration
sign-in-demo-sentence = Personnes inventées. Un clic suffit.
sign-in-demo-host = accueil
sign-in-demo-coordinator = coordination
sign-in-demo-volunteer = bénévole
sign-in-demo-member = membre
sign-in-demo-reception = réception
sign-in-demo-auditor = contrôle
sign-in-demo-admin = administration
sign-in-demo-organiser = organisation
sign-in-demo-funding = financement
sign-in-demo-tenants = soutien aux locataires
sign-in-role-title = Votre rôle
sign-in-role-sentence = Que faites-vous maintenant ?
sign-in-hello = Bonjour { $name }. Que faites-vous maintenant ?
sign-in-one-role = Votre rôle : { $role }.
sign-in-no-role = Aucun rôle pour l'instant. Demandez à la coordination.
sign-in-needs-second = Il faut d'abord un second code.
sign-in-pin-new = Code PIN pour cet appareil
sign-in-pin-hint = 4 chiffres ou plus, pour reprendre vite.
sign-in-pin-keep = Garder ce code
sign-in-pin-set = Le code est gardé.
sign-in-pin = Code PIN
sign-in-locked-title = Verrouillé
sign-in-locked-sentence = Tapez votre code pour reprendre.
sign-in-unlock = Reprendre
sign-in-somebody-else = Quelqu'un d'autre
sign-in-invitation-title = Bienvenue
sign-in-invitation-sentence = Choisissez un mot de passe : trois mots ou plus, faciles pour vous.
sign-in-invitation-new = Nouveau mot de passe
sign-in-invitation-missing = Ce lien n'est pas complet. Ouvrez-le à nouveau.

## ways

ways-title = Mes façons d'entrer
ways-later = C'est gardé. Cela partira au retour du réseau.
ways-password = Mot de passe
ways-password-change = Changer le mot de passe
ways-password-set = Choisir un mot de passe
ways-password-changed = Le mot de passe est changé. Vos autres appareils sont sortis.
ways-current = Mot de passe actuel
ways-current-wrong = Ce n'est pas le mot de passe actuel.
ways-next = Nouveau mot de passe
ways-next-hint = Trois mots ou plus, faciles pour vous.
ways-passkeys = Clés d'accès
ways-passkeys-are = Entrez avec le doigt, le visage ou le code de votre appareil, sans mot de passe.
ways-passkey = Clé d'accès
ways-passkey-add = Ajouter une clé d'accès
ways-passkey-name = Nom de cette clé
ways-passkey-name-hint = Par exemple : mon téléphone.
ways-passkey-added = La clé d'accès est ajoutée.
ways-passkey-named = Le nom est changé.
ways-passkey-removed = La clé d'accès est enlevée.
ways-passkey-already = Cet appareil a déjà une clé pour ce compte.
ways-passkey-not-made = La clé n'a pas été faite. Réessayez quand vous voulez.
ways-passkey-unknown = Ce navigateur ne connaît pas les clés d'accès. Essayez sur un téléphone plus récent.
ways-rename = Renommer
ways-new-name = Nouveau nom
ways-second = Second code
ways-second-is = Une application sur votre téléphone montre un code. On le demande après le mot de passe.
ways-second-begin = Mettre en place
ways-second-remove = Ne plus demander de code
ways-second-set = Le second code est en place.
ways-second-removed = Le second code n'est plus demandé.
ways-second-needed = Votre rôle décide pour d'autres. Il faut un second code ou une clé d'accès.
ways-is-set = En place
ways-codes-left = { $count ->
     [one] { $count } code sur papier reste.
    *[other] { $count } codes sur papier restent.
    }
ways-keep-codes = Gardez ces codes sur papier. Chacun sert une fois, si le téléphone est perdu. Ils ne seront plus montrés.
ways-codes-kept = Je les ai gardés
ways-scan = Scannez cette image avec l'application des codes.
ways-picture = Image à scanner
ways-or-type = Ou tapez ceci :
ways-open-app = Ouvrir l'application sur cet appareil
ways-code = Code à 6 chiffres
ways-confirm = Confirmer
ways-organisation = Compte de mon organisation
ways-organisation-is = Entrez ici avec le compte de votre organisation.
ways-link = Relier { $name }
ways-unlinked = Ce compte n'ouvre plus le vôtre.

## clips

clips-captions = Sous-titres
clips-transcript = Texte de la vidéo

## labels

Role_ADMINISTRATOR = Administration
Role_AUDITOR = Contrôle
Role_COORDINATOR = Coordination
Role_FUNDING_OFFICER = Financement
Role_HOST = Accueil
Role_MEMBER = Membre
Role_ORGANISER = Organisation communautaire
Role_PARTNER = Partenaire
Role_PUBLIC = Public
Role_RECEPTIONIST = Réception
Role_SYSTEM = La plateforme
Role_TENANT_SUPPORT = Soutien aux locataires
Role_VOLUNTEER = Bénévole
VisitState_RECORDED = notée
VisitState_VOIDED = retirée
NeedState_ANSWERED_DIRECTLY = répondu sur place
NeedState_EXPRESSED = exprimé
NeedState_MET = satisfait
NeedState_ORIENTED = orienté
NeedState_PARTLY_MET = satisfait en partie
NeedState_UNMET = sans réponse
NeedState_WITHDRAWN = retiré
ReferralState_ACCEPTED = acceptée
ReferralState_AWAITING_PERSON = attend la personne
ReferralState_CLOSED = terminée
ReferralState_DECLINED = refusée
ReferralState_DRAFTED = préparée
ReferralState_EXPIRED = échue
ReferralState_IN_SERVICE = en cours
ReferralState_MISSED = manquée
ReferralState_READY = prête
ReferralState_RECALLED = retirée
ReferralState_RECEIVED = reçue
ReferralState_RETURNED = renvoyée
ReferralState_SCHEDULED = rendez-vous fixé
ReferralState_SENT = envoyée
ReferralState_SUPERSEDED = remplacée
ReferralState_UNDER_REVIEW = à l'étude
ReferralState_VOID = annulée
ReferralState_WAIT_LISTED = liste d'attente
PairingState_ACTIVE = en cours
PairingState_COMPLETED = clôturé
PairingState_ENDED = fini
PairingState_HALF_ACCEPTED = un côté a dit oui
PairingState_PAUSED = en pause
PairingState_PROPOSED = proposé
PairingState_REQUESTED = demandé
PairingState_SUSPENDED = suspendu
PairingState_UNMATCHED = sans bénévole
PairingState_WITHDRAWN = retiré
AppointmentState_ARRIVED = venu
AppointmentState_BOOKED = pris
AppointmentState_CANCELLED = annulé
AppointmentState_DID_NOT_SHOW = pas venu
InterpretationState_CANCELLED = annulée
InterpretationState_CONFIRMED = confirmée
InterpretationState_DECLINED = refusée
InterpretationState_DONE = faite
InterpretationState_MISSED = manquée
InterpretationState_REQUESTED = demandée
InterpretationState_UNMET = sans interprète
SessionState_CANCELLED = annulée
SessionState_CLOSED = fermée
SessionState_OPEN = ouverte
SessionState_PLANNED = prévue
PersonState_ACTIVE = suivi
PersonState_ALIAS = réuni à un autre
PersonState_ERASED = effacé
PersonState_ERASING = en effacement
ReferralReason_CAPACITY = plus de place
ReferralReason_COULD_NOT_CONTACT = pas joignable
ReferralReason_DUPLICATE = en double
ReferralReason_LANGUAGE_NOT_COVERED = langue pas couverte
ReferralReason_MISSING_DOCUMENT = document manquant
ReferralReason_NOT_ELIGIBLE = conditions pas remplies
ReferralReason_OTHER = autre raison
ReferralReason_OUT_OF_AREA = hors du territoire
ReferralReason_PERSON_NO_LONGER_INTERESTED = ne veut plus
ReferralReason_SERVICE_CLOSED = service fermé
ReferralReason_WAIT_LIST_CLOSED = liste d'attente fermée
ReferralReason_WRONG_SERVICE = pas le bon service
ReferralRecallReason_CONSENT_WITHDRAWN = accord retiré
ReferralRecallReason_PERSON_CHANGED_MIND = la personne a changé d'avis
ReferralRecallReason_SAFETY = sécurité
ReferralOutcome_GOT_HELP = aidé
ReferralOutcome_NO_HELP = pas aidé
ReferralOutcome_PARTLY = aidé en partie
ReferralOutcome_UNKNOWN = pas connu
ReferralPersonAction_CALL_PARTNER = appeler le partenaire
ReferralPersonAction_COME_IN_PERSON = venir sur place
ReferralPersonAction_FILL_IN_FORM = remplir un formulaire
ReferralPersonAction_MISSING_DOCUMENT = apporter un document
ReferralPersonAction_OTHER = autre chose
UnmetReason_COULD_NOT_CONTACT = pas joignable
UnmetReason_LANGUAGE_NOT_COVERED = langue pas couverte
UnmetReason_MISSING_DOCUMENT = document manquant
UnmetReason_NOT_ELIGIBLE = conditions pas remplies
UnmetReason_NO_CAPACITY = plus de place
UnmetReason_NO_SUCH_SERVICE = service qui n'existe pas
UnmetReason_OTHER = autre raison
UnmetReason_OUT_OF_AREA = hors du territoire
UnmetReason_TOO_EXPENSIVE = trop cher
NeedWithdrawal_CHANGED_MIND = changé d'avis
NeedWithdrawal_ENTERED_BY_MISTAKE = noté par erreur
NeedWithdrawal_NOT_SAID = pas dit
NeedWithdrawal_SOLVED_OTHERWISE = résolu autrement
VoidReason_ENTERED_TWICE = notée deux fois
VoidReason_OTHER = autre raison
VoidReason_PERSON_ASKED = demande de la personne
VoidReason_TRIAL = essai
VoidReason_WRONG_SESSION = autre permanence
CorrectionReason_COMPLETED_LATER = complétée plus tard
CorrectionReason_MISUNDERSTOOD = mal compris
CorrectionReason_OTHER = autre raison
CorrectionReason_PERSON_ASKED = demande de la personne
CorrectionReason_TYPING_ERROR = faute de frappe
PairingEndReason_END_OF_TERM = durée prévue atteinte
PairingEndReason_GOAL_REACHED = but atteint
PairingEndReason_LOST_CONTACT = contact perdu
PairingEndReason_MISMATCH = cela ne va pas ensemble
PairingEndReason_MOVED = déménagement
PairingEndReason_PERSON_WISH = souhait de la personne
PairingEndReason_SAFETY = sécurité
PairingEndReason_VOLUNTEER_UNAVAILABLE = bénévole plus libre
PairingDeclineReason_ACQUAINTED_PRIVATELY = se connaissent déjà
PairingDeclineReason_NEED_CHANGED = le besoin a changé
PairingDeclineReason_NOT_AT_EASE = pas à l'aise
PairingDeclineReason_NO_TIME = pas le temps
PairingDeclineReason_OTHER = autre raison
PairingDeclineReason_TOO_FAR = trop loin
PairingPauseReason_BY_AGREEMENT = d'un commun accord
PairingPauseReason_PERSON_AWAY = personne absente
PairingPauseReason_VOLUNTEER_AWAY = bénévole absent
PairingReasonCode_FREE_FRIDAY = libre vendredi
PairingReasonCode_FREE_MONDAY = libre lundi
PairingReasonCode_FREE_SATURDAY = libre samedi
PairingReasonCode_FREE_SUNDAY = libre dimanche
PairingReasonCode_FREE_THURSDAY = libre jeudi
PairingReasonCode_FREE_TUESDAY = libre mardi
PairingReasonCode_FREE_WEDNESDAY = libre mercredi
PairingReasonCode_HAS_PLACES = a de la place
PairingReasonCode_KNOWS_TOPIC = connaît le sujet
PairingReasonCode_MEETS_GENDER_WISH = selon le souhait
PairingReasonCode_SPEAKS_LANGUAGE = parle la langue
Party_COORDINATOR = Coordination
Party_HOST = Accueil
Party_MEMBER = Membres
Party_PARTNER = Partenaire
Party_PERSON = La personne
Party_VOLUNTEER = Bénévole
CharterAcceptanceMode_INTERPRETED = Par interprète
CharterAcceptanceMode_READ = Lue
CharterAcceptanceMode_READ_ALOUD = Lue à voix haute par quelqu'un
CharterAcceptanceMode_SIGNED = En langue des signes
ContactMedium_IN_PERSON = En personne
ContactMedium_LETTER = Lettre
ContactMedium_MESSAGE = Message
ContactMedium_PHONE = Téléphone
ContactMedium_VIDEO = Vidéo
Kind_visit = Visite
Kind_need = Besoin
Kind_session = Permanence
Kind_interpretation = Interprète
Kind_partner = Partenaire
Kind_service = Fiche
Kind_referral = Orientation
Kind_member = Membre
Kind_charter = Charte
Kind_pairing = Binôme
Kind_meeting = Rencontre
Kind_commitment = Engagement
Kind_person = Dossier
PartnerState_ACTIVE = actif
PartnerState_CONTACTED = contacté
PartnerState_DECLINED = refusé
PartnerState_DORMANT = en sommeil
PartnerState_IDENTIFIED = repéré
PartnerState_MET = rencontré
ServiceSheetState_DRAFT = brouillon
ServiceSheetState_PUBLISHED = publiée
ServiceSheetState_RETIRED = retirée
ServiceSheetState_TEMPORARILY_CLOSED = fermée un temps
AccountState_ACTIVE = actif
AccountState_INVITED = invité
AccountState_LOCKED = bloqué
AccountState_REMOVED = retiré
DataRequestKind_CORRECT = Corriger
DataRequestKind_ERASE = Effacer
DataRequestKind_READ = Lire
RevealPurpose_CONTACT = joindre la personne
RevealPurpose_DATA_REQUEST = demande sur ses données
RevealPurpose_DUPLICATES = doublons
RevealPurpose_OTHER = autre raison
RevealPurpose_RECEPTION = accueil
RevealPurpose_REFERRAL = orientation
RevealPurpose_SAFETY = sécurité
PairingFeedbackAnswer_YES = oui
PairingFeedbackAnswer_PARTLY = en partie
PairingFeedbackAnswer_NO = non
PairingFeedbackAnswer_NOT_SAID = pas dit
PairingOutcome_POSITIVE = positif
PairingOutcome_PARTLY = en partie
PairingOutcome_NOT_REACHED = pas atteint
PairingOutcome_UNKNOWN = pas connu

## todo

todo-title = À faire
todo-sentence = Ce qui attend depuis le plus longtemps vient d'abord.
todo-nothing = Rien n'attend. Bravo.
todo-who = Qui doit bouger ?
todo-everybody = Tous
todo-since = { $when }
todo-due = pour le { $date }
todo-late = en retard
todo-open = Voir
todo-count = { $count ->
     [one] { $count } chose à faire
    *[other] { $count } choses à faire
    }
todo_answerReferral = Répondre à l'orientation
todo_recordConsent = Noter l'accord
todo_sendReferral = Envoyer l'orientation
todo_askPersonOutcome = Demander à la personne comment c'était
todo_completePersonAction = Faire ce qui est demandé
todo_scheduleAppointment = Fixer un rendez-vous
todo_recordAttendance = Dire si la personne est venue
todo_rescheduleAppointment = Fixer un autre rendez-vous
todo_reportOutcome = Raconter le résultat
todo_closeReferral = Terminer l'orientation
todo_reorientPerson = Réorienter la personne
todo_answerNeed = Répondre au besoin
todo_openSession = Ouvrir la permanence
todo_closeSession = Fermer la permanence
todo_answerInterpretation = Dire si l'interprète vient
todo_findInterpreter = Trouver un interprète
todo_reassignInterpretation = Demander un autre interprète
todo_deliverInterpretation = Interpréter
todo_attendAppointment = Venir au rendez-vous
todo_takePartnerStep = Faire le pas prévu
todo_reviewServiceSheet = Relire la fiche
todo_verifyServiceSheet = Vérifier la fiche
todo_sayWhenServiceReopens = Dire quand le service rouvre
todo_chooseServiceNeeds = Choisir les besoins de la fiche
todo_announceMeeting = Annoncer la rencontre
todo_closeMeeting = Clôturer la rencontre
todo_draftMinutes = Écrire le compte rendu
todo_approveMinutes = Approuver le compte rendu
todo_publishMinutes = Publier le compte rendu
todo_tellOfCommitment = Dire où en est l'engagement
todo_acceptCharter = Accepter la charte
todo_proposeVolunteer = Proposer un bénévole
todo_answerProposal = Dire oui ou non
todo_sayWhetherAllIsWell = Dire si tout va bien
todo_lookAfterPairing = Prendre des nouvelles
todo_clearUpIncident = Éclaircir l'incident
todo_completePairing = Clôturer le binôme
todo_confirmSharingOverride = Relire un partage sans accord
todo_answerDataRequest = Répondre à une demande sur les données
todo_reviewRetention = Revoir ce qui est gardé
todo_approveRecovery = Approuver un nouvel accès

## path

path-title = Le parcours
path-sentence = Tout ce qui s'est passé, dans l'ordre. Une correction reste visible.
path-find = Chercher un parcours
path-code = Code de retour
path-code-hint = 7 lettres et chiffres, sur le papier de la personne.
path-show = Montrer
path-none = Aucun parcours sous ce code.
path-as-known = Tel que connu le
path-now = Maintenant
path-between = Du { $from } au { $to }
path-known-then = Connu à la fin de ce jour. Le reste n'était pas encore là.
path-recorded = noté { $when }
path-later = noté plus tard
path-by = par { $role }
path-from-to = { $from } → { $to }
path-why = Raison : { $reason }
path-need = Besoin : { $need }
path-things = Où en sont les choses
path-steps = Étapes
path-step-count = { $count ->
     [one] { $count } étape
    *[other] { $count } étapes
    }
path-nothing-then = Rien n'était connu ce jour-là.
path-details = Détails
path-version = Version { $version }
path-next = Que faire maintenant ?
path-reorient = Orienter ailleurs
path-brought = La personne l'a fait
path-came = La personne est venue
path-did-not-come = La personne n'est pas venue
path-ask-helped = Qu'en dit la personne ?
path-told = C'est noté.
path-close = Clôturer l'orientation
path-why-no-help = Pourquoi pas d'aide ?
path-asks-data = La personne demande, sur ses données
path-ask-service = Qu'a répondu le service ?
path-service-yes = Il dit oui
path-service-no = Il dit non
path-why-service-no = Pourquoi non ?
path-note-no = Noter le non
path-no-more-consent = La personne n'est plus d'accord
path-no-more-consent-is = L'orientation s'arrête et le service ne peut plus la lire. Pour continuer, il faudra un nouvel accord.
path-withdraw-consent = Retirer l'accord
path-asked-data = La demande est notée. La coordination y répond.
path-guesses = Trop de codes essayés. Attendez une minute.

## events

Event_VisitRecorded = Visite
Event_VisitCorrected = Visite corrigée
Event_VisitVoided = Visite retirée
Event_VisitNoteAdded = Note ajoutée
Event_VisitAttributed = Visite liée à la personne
Event_VisitDetached = Visite détachée de la personne
Event_NeedExpressed = Besoin exprimé
Event_NeedAnsweredDirectly = Répondu sur place
Event_NeedLeftUnmet = Besoin sans réponse
Event_NeedWithdrawn = Besoin retiré
Event_NeedOriented = Besoin orienté
Event_NeedSettled = Suite connue
Event_ReturnCodeIssued = Code de retour donné
Event_AppointmentBooked = Rendez-vous pris
Event_AppointmentMoved = Rendez-vous déplacé
Event_AppointmentCancelled = Rendez-vous annulé
Event_PersonArrived = La personne est venue
Event_PersonDidNotShow = La personne n'est pas venue
Event_InterpretationRequested = Interprète demandé
Event_InterpretationConfirmed = Interprète confirmé
Event_InterpretationDeclined = Interprète pas libre
Event_InterpretationReassigned = Autre interprète demandé
Event_InterpretationDelivered = Interprétation faite
Event_InterpreterDidNotAttend = L'interprète n'est pas venu
Event_InterpretationCancelled = Interprétation annulée
Event_InterpretationWentUnmet = Pas d'interprète trouvé
Event_ReferralDrafted = Orientation préparée
Event_ConsentRecorded = La personne est d'accord
Event_ConsentWithdrawn = La personne ne veut plus
Event_ConsentOverridden = Partagé sans accord possible
Event_ReferralSent = Orientation envoyée
Event_ReferralDeliveryFailed = Envoi pas arrivé
Event_ReferralLinkRenewed = Nouveau lien
Event_ReferralLinkRevoked = Lien fermé
Event_ReferralReceived = Reçue par le partenaire
Event_ReferralPutUnderReview = À l'étude
Event_ReferralWaitlisted = En liste d'attente
Event_PersonActionRequested = Quelque chose est demandé à la personne
Event_PersonActionCompleted = La personne l'a fait
Event_ReferralAccepted = Acceptée
Event_ReferralDeclined = Refusée
Event_AppointmentScheduled = Rendez-vous fixé
Event_PersonAttended = La personne y est allée
Event_PersonDidNotAttend = La personne n'y est pas allée
Event_ReferralReturned = Renvoyée
Event_OutcomeReported = Résultat raconté
Event_ReferralClosed = Terminée
Event_ReferralRecalled = Retirée
Event_ReferralExpired = Sans réponse, échue
Event_ReferralSuperseded = Remplacée par une autre
Event_ReferralReopened = Rouverte
Event_ReminderSent = Rappel envoyé
Event_ReferralOverdueFlagged = En retard
Event_ReferralMarkedNoContact = Ne plus contacter
Event_ReferralEnteredInError = Notée par erreur
Event_AccompanimentRequested = Binôme demandé
Event_PairingProposed = Bénévole proposé
Event_PairingAcceptedByVolunteer = Le bénévole dit oui
Event_PairingAcceptedByPerson = La personne dit oui
Event_PairingActivated = Le binôme commence
Event_PairingDeclined = Refus
Event_PairingProposalExpired = Pas de réponse
Event_NoMatchFound = Personne ne convient
Event_AccompanimentWithdrawn = Demande retirée
Event_ContactLogged = Contact noté
Event_ContactLogCorrected = Contact corrigé
Event_PairingInactivityFlagged = Pas de nouvelles
Event_PairingPaused = Pause
Event_PairingResumed = Reprise
Event_PairingSuspended = Suspendu
Event_PairingReinstated = Rétabli
Event_PairingEnded = Fin du binôme
Event_FeedbackGiven = Avis donné
Event_PairingCompleted = Clôturé
Event_RematchRequested = Autre binôme demandé
Event_RegistrationMade = Inscription à une rencontre
Event_RegistrationCancelled = Inscription annulée
Event_AttendanceRecorded = Présence à une rencontre
Event_AttendanceWithdrawn = Présence retirée
Event_PersonFileOpened = Dossier ouvert
Event_PersonKnownByCode = Connue par son code
Event_PersonCodeForgotten = Code oublié
Event_PseudonymTaken = Nom choisi
Event_PseudonymWithdrawn = Nom choisi retiré
Event_NameGiven = Nom donné
Event_NameWithdrawn = Nom retiré
Event_ContactGiven = Moyen de contact donné
Event_ContactWithdrawn = Moyen de contact retiré
Event_PersonLanguagesTold = Langues dites
Event_AccessNeedsTold = Besoins d'accès dits
Event_DoNotContactSet = Ne pas contacter
Event_DoNotContactLifted = Contact permis à nouveau
Event_SharingConsentGiven = Accord de partage
Event_SharingConsentWithdrawn = Accord de partage retiré
Event_SharingOverrideAsked = Partage sans accord demandé
Event_SharingConsentOverridden = Partage décidé à deux
Event_SharingOverrideLapsed = Demande de partage échue
Event_PersonsMerged = Dossiers réunis
Event_AliasTaken = Même personne qu'un autre dossier
Event_MergeUndone = Dossiers séparés à nouveau
Event_AliasReleased = Dossier séparé à nouveau
Event_PersonLinkedToMember = Aussi membre
Event_PersonUnlinkedFromMember = Lien avec le membre défait
Event_DataRequestMade = Demande sur ses données
Event_ErasureAsked = Effacement demandé
Event_DataRequestAnswered = Demande répondue
Event_DataRequestOverdue = Demande en retard
Event_PersonActivityNoted = Signe de vie
Event_ErasureWarned = Effacement annoncé
Event_DataLapsed = Données échues effacées
Event_ErasureDecided = Effacement décidé
Event_ErasurePostponed = Effacement reporté
Event_SubjectForgotten = Tout est effacé
Event_SessionOpened = Permanence ouverte
Event_SessionClosed = Permanence fermée
Event_IdentityRevealed = Identité lue

## mine

mine-title = Mes binômes
mine-sentence = Ceux que vous accompagnez.
mine-nothing = Pas de binôme pour l'instant. Dites quand vous êtes libre.
mine-ask = Voulez-vous accompagner cette personne ?
mine-may-decline = Vous pouvez dire non.
mine-until = Répondez avant le { $date }.
mine-yes = Oui
mine-no = Non
mine-said-yes = Merci. La coordination le sait.
mine-said-no = C'est noté. Merci d'avoir répondu.
mine-later = C'est gardé. Cela partira au retour du réseau.
mine-met = { $count ->
     [one] { $count } rencontre
    *[other] { $count } rencontres
    }
mine-last-time = la dernière { $when }
mine-paused-until = En pause jusqu'au { $date }
mine-all-well = Pas de nouvelles depuis un moment. Tout va bien ?
mine-all-well-next = Notez un contact, ou dites si cela s'arrête.
mine-log-contact = Noter un contact
mine-contact-kept = Le contact est noté.
mine-did-meet = Avez-vous eu contact ?
mine-did-yes = Oui
mine-did-no = Non, sans succès
mine-how = Comment ?
mine-how-long = Combien de minutes ?
mine-optional = Facultatif.
mine-note = Note
mine-note-hint = Sans nom ni numéro. La coordination peut la lire.
mine-not-met = sans succès
mine-minutes = { $count ->
     [one] { $count } minute
    *[other] { $count } minutes
    }
mine-log = Contacts notés
mine-pause = Pause
mine-pause-until = Jusqu'au
mine-pause-change = Changer la pause
mine-paused = Le binôme est en pause.
mine-resume = Reprendre
mine-resumed = Le binôme reprend.
mine-end = Terminer
mine-end-now = Terminer le binôme
mine-ended = Le binôme est terminé. Merci.
mine-why = Pourquoi ?
mine-why-no = Pourquoi pas cette fois ?
mine-say-no = Dire non
mine-helped = Cela a-t-il aidé ?
mine-helped-kept = Merci, c'est noté.

## charter

charter-title = La charte
charter-ask = Acceptez-vous la charte ?
charter-first = Sans votre accord, nous ne pouvons vous proposer personne.
charter-changed = Elle a changé. L'ancienne compte encore jusqu'au { $date }.
charter-over = Elle a changé, et l'ancienne ne compte plus. Sans votre accord, nous ne pouvons vous proposer personne.
charter-other-language = Ce texte n'existe pas encore dans la langue de cette page.
charter-read-in = Lire en
charter-signed = Regarder en langue des signes
charter-how = Comment l'avez-vous comprise ?
charter-language = Dans quelle langue ?
charter-accept = J'accepte
charter-doubt = Un point ne vous convient pas ? Parlez-en d'abord avec la coordination.
charter-accepted = Merci. Vous avez accepté la charte.
charter-later = C'est gardé. Cela partira au retour du réseau.
charter-accepted-on = Vous avez accepté la version { $number } : { $date }.
charter-read = Lire la charte

## free

free-title = Quand je suis libre
free-sentence = Touchez les moments où vous pouvez accompagner.
free-legend = Une semaine ordinaire
free-kept = C'est noté.
free-kept-later = C'est gardé. Cela partira au retour du réseau.
free-nothing = Votre compte n'est pas encore celui d'un membre. Demandez à la coordination.
free-count = { $count ->
     [one] { $count } moment par semaine
    *[other] { $count } moments par semaine
    }

## pairing

pairing-title = Binômes
pairing-sentence = Choisissez une demande, puis quelqu'un de libre.
pairing-which = Lesquels ?
pairing-asked = À trouver
pairing-proposed = Proposés
pairing-running = En cours
pairing-nothing = Aucune demande ici.
pairing-silent = pas de nouvelles
pairing-candidates = Qui peut accompagner ?
pairing-no-candidate = Personne ne convient pour l'instant.
pairing-somebody = Un membre
pairing-score = score { $score }
pairing-places = { NUMBER($taken) } sur { NUMBER($all) } binômes
pairing-propose = Proposer
pairing-proposed-now = Proposé. La réponse est attendue dans 7 jours.
pairing-nobody = Personne ne convient
pairing-nobody-now = C'est noté. Un appel est prêt.
pairing-later = C'est gardé. Cela partira au retour du réseau.
pairing-ask-person = Qu'en dit la personne ?
pairing-person-yes = La personne dit oui
pairing-person-no = La personne dit non
pairing-begun = Noté : la personne dit oui.
pairing-not-them = C'est noté. Proposez quelqu'un d'autre.
pairing-over = Terminés
pairing-ask-helped = Cela a-t-il aidé la personne ?
pairing-thanks = Merci, c'est noté.
pairing-ask-outcome = Qu'en reste-t-il ?
pairing-complete = Clôturer
pairing-completed = C'est clos. Merci.

## numbers

numbers-title = Chiffres
numbers-from = Depuis le { $date }
numbers-always = Depuis le début
numbers-period = Période
numbers-month = Ce mois
numbers-last-month = Mois passé
numbers-year = Cette année
numbers-all = Tout
numbers-nothing = Rien à compter sur cette période.
numbers-visits = { $count ->
     [one] visite
    *[other] visites
    }
numbers-by-need = Par besoin
numbers-by-need-state = Ce que deviennent les besoins
numbers-by-language = Par langue
numbers-by-referral = Orientations
numbers-by-outcome = Résultats des orientations
numbers-by-decline = Pourquoi un partenaire refuse
numbers-what = Quoi
numbers-how-many = Combien
numbers-few = moins de 5

## meetings

meetings-title = Rencontres
meetings-sentence = Ouvertes à tout le monde.
meetings-nothing = Aucune rencontre prévue.
meetings-coming = À venir
meetings-over = Passées
meetings-plan = Prévoir une rencontre
meetings-plan-now = Prévoir
meetings-planned = La rencontre est prévue. Annoncez-la quand tout est prêt.
meetings-later = C'est gardé. Cela partira au retour du réseau.
meetings-name = Nom de la rencontre
meetings-place = Lieu
meetings-day = Jour
meetings-welcome-time = Accueil
meetings-start = Début
meetings-end = Fin
meetings-welcome = Accueil dès { $time }
meetings-interpreters = Interprètes : { $languages }
meetings-seats = { $count ->
     [one] { $count } inscription
    *[other] { $count } inscriptions
    }
meetings-cancelled = Annulée
meetings-not-announced = Pas encore annoncée
meetings-going-on = En cours
meetings-announce = Annoncer
meetings-announced = La rencontre est annoncée.
meetings-come = Je viens
meetings-registered = C'est noté. À bientôt.
meetings-given-back = La place est rendue.
meetings-open = Voir

## gathering

gathering-title = Rencontre
gathering-all = Toutes les rencontres
gathering-none = Choisissez une rencontre dans la liste.
gathering-member = Un membre
gathering-guest = Une personne
gathering-choose = Choisir…
gathering-later = C'est gardé. Cela partira au retour du réseau.
gathering-open = Commencer
gathering-opened = La rencontre commence.
gathering-close = Clôturer
gathering-closed = La rencontre est finie. Merci.
gathering-agenda = Ordre du jour
gathering-no-agenda = Rien à l'ordre du jour.
gathering-is-proposed = proposé
gathering-is-deferred = reporté
gathering-accept = Accepter
gathering-defer = Reporter
gathering-new-item = Un sujet
gathering-item-from = D'où vient ce sujet ?
gathering-item-from-me = De moi
gathering-item-from-desk = De l'accueil
gathering-heard-need = Besoin entendu
gathering-heard-how = Entendu combien de fois ?
gathering-heard-hint = Comptez sans noms. Pour la santé, le séjour, la justice ou les dettes : { NUMBER($count) } fois ou plus, pour que personne ne soit reconnu.
gathering-heard-number = Écrivez un nombre : 1 ou plus.
gathering-heard-too-rarely = Ce besoin demande { NUMBER($count) } fois ou plus, pour que personne ne soit reconnu. Attendez, ou choisissez un autre besoin.
gathering-propose-item = Proposer
gathering-item-proposed = Le sujet est proposé.
gathering-item-accepted = Le sujet est à l'ordre du jour.
gathering-item-deferred = Le sujet est reporté.
gathering-attendance = { $count ->
     [one] Présents : { $count }
    *[other] Présents : { $count }
    }
gathering-without-name = Sans nom, par langue
gathering-one-person = Une personne
gathering-one-more = Une personne de plus
gathering-one-less = Une personne de moins
gathering-counted = C'est compté.
gathering-with-name = Avec son nom, si la personne veut
gathering-agrees-to-name = D'accord d'être nommé
gathering-named-now = Le nom est noté.
gathering-take-name = Retirer le nom { $name }
gathering-name-taken = Le nom est retiré. La personne reste comptée.
gathering-decisions = Décisions
gathering-no-decision = Pas encore de décision.
gathering-new-decision = Une décision
gathering-how-decided = Comment ?
gathering-by-consensus = tous d'accord
gathering-by-vote = vote
gathering-in-favour = Pour
gathering-against = Contre
gathering-abstained = Sans avis
gathering-decide = Noter la décision
gathering-decided = La décision est notée.
gathering-commitments = Engagements
gathering-no-commitment = Pas encore d'engagement.
gathering-new-commitment = Ce qui sera fait
gathering-who = Qui ?
gathering-due = Pour quand ?
gathering-due-on = pour le { $date }
gathering-overdue = en retard
gathering-fulfil = C'est fait
gathering-fulfilled = fait
gathering-dropped = abandonné
gathering-fulfilled-now = Merci, c'est noté.
gathering-promise = Noter l'engagement
gathering-promised = L'engagement est noté.
gathering-minutes = Compte rendu
gathering-minutes-kept = Le compte rendu est enregistré.
gathering-not-approved = À approuver à la prochaine rencontre
gathering-approved = Approuvé
gathering-published = Publié le { $date }
gathering-what-changed = Ce qui change
gathering-publish = Publier
gathering-published-now = Le compte rendu est publié.
gathering-approve-at = Approuvé à quelle rencontre ?
gathering-approve = Noter l'accord
gathering-approved-now = Le compte rendu est approuvé.
gathering-no-later = Il sera approuvé pendant une rencontre suivante.

## partners

partners-title = Partenaires
partners-sentence = Coordonnées, fiches et délai de réponse.
partners-which = Lesquels ?
partners-active = Actifs
partners-all = Tous
partners-look = Chercher par nom
partners-nothing = Aucun partenaire trouvé.
partners-next-step = Prochain pas : { $what }
partners-sheets = Fiches
partners-no-sheet = Pas encore de fiche.
partners-no-answers = Pas encore de réponse connue.
partners-answers-in = { $count ->
     [one] Répond d'habitude en { $count } jour
    *[other] Répond d'habitude en { $count } jours
    }
partners-verified = Vérifiée le { $date }
partners-never-verified = Jamais vérifiée
partners-doubted = { $count ->
     [one] { $count } doute
    *[other] { $count } doutes
    }
partners-verify = La fiche est juste
partners-verified-now = C'est noté, la fiche est vérifiée.
partners-later = C'est gardé. Cela partira au retour du réseau.

## people

people-title = Personnes et rôles
people-sentence = Qui entre, et pour faire quoi.
people-nothing = Personne pour l'instant.
people-somebody = Un collègue
people-invite = Inviter
people-invite-now = Faire le lien
people-invited = L'invitation est prête.
people-give-link = Donnez ce lien en main propre. Il se montre une seule fois, pour 7 jours.
people-name = Nom
people-email = Adresse e-mail
people-role = Rôle
people-link-until = Lien valable jusqu'au { $date }
people-needs-second = Second code avant le { $date }
people-remove = Retirer l'accès
people-why = Pourquoi ?
people-left = Est parti
people-own-wish = Le souhaite
people-misuse = Abus
people-removed = L'accès est retiré, partout et tout de suite.
people-later = C'est gardé. Cela partira au retour du réseau.
people-add-role = Ajouter un rôle
people-give-role = Donner ce rôle
people-choose = Choisir…
people-role-given = Le rôle est donné.
people-role-taken = Le rôle est retiré.
people-take-role = Retirer le rôle { $role }
people-renew = Refaire le lien

## data

data-title = Données
data-sentence = Ce qui est gardé, et qui l'a lu.
data-requests = Demandes des personnes
data-no-request = Aucune demande en attente.
data-wants-answer = Une personne attend une réponse
data-retention = Une durée de garde se termine
data-due = pour le { $date }
data-look = Voir
data-since = depuis le { $date }
data-grant = C'est fait
data-refuse = Refuser
data-partly = En partie
data-why-partly = Qu'est-ce qui n'a pas été fait, et pourquoi ?
data-answered = La réponse est notée.
data-erase = Effacer
data-erase-changes = Noms, contacts et notes disparaissent pour toujours, aussi des copies.
data-erase-keeps = Les chiffres restent les mêmes.
data-erase-now = Effacer pour toujours
data-erased = L'effacement est décidé.
data-certificate = Effacé le { $date }
data-readers = Qui a lu l'identité
data-nobody-read = Personne.
data-member = Ce que j'ai dit de moi
data-no-member = Vous n'êtes pas inscrit comme membre : rien n'est gardé de vous ici. Pour le devenir, parlez à l'accueil.
data-not-kept = Rien n'est gardé
data-contact = Comment me joindre
data-spoken = Mes langues
data-member-since = Membre depuis le
data-who-sees = L'accueil et la coordination voient cela, pour proposer des binômes. Pour corriger ou effacer, parlez à la coordination.
data-offers = Vous proposez d'accompagner des personnes.
data-stop-offering = Ne plus accompagner
data-offers-no-more = C'est retiré. On ne vous proposera plus de binôme.
data-offers-not = Vous ne proposez pas d'accompagner.
data-offer-again = Proposer d'accompagner
data-offers-again = Merci. On pourra vous proposer un binôme.
data-experience = Expérience vécue : { $topic }
data-take-back = Retirer
data-experience-taken = C'est retiré.
data-mine = Mon compte
data-demo-account = Ce compte est celui de la démonstration : rien n'est gardé de vous.
data-name = Nom
data-email = Adresse e-mail
data-roles = Rôles
data-second = Second code
data-yes = Oui
data-no = Non
data-second-due = Second code ou clé d'accès avant le { $date }
data-shared-device = appareil partagé
data-end-all = Sortir de tous mes appareils
data-account-since = Compte ouvert le
data-sessions = Où je suis entré
data-this-device = Cet appareil
data-other-device = Un autre appareil
data-end-session = Sortir là-bas
data-session-ended = La session est finie là-bas.
data-on-device = Sur cet appareil
data-on-device-is = Ce qui attend d'être envoyé et les dernières listes, scellés. Les listes partent quand vous sortez et après 7 jours.
data-later = C'est gardé. Cela partira au retour du réseau.
data-why-refused = Pourquoi refuser ?
data-why-hint = La personne pourra le lire.

### Pages

## Around every page
page-skip = Aller au contenu
page-tongues = Langues
page-menu = Menu
page-more = Aide et informations
page-home = Accueil
page-meetings = Rencontres
page-help = Qui peut aider ?
page-easy = Facile à lire
page-privacy = Vos données
page-accessibility = Accessibilité
page-team = Pour l’équipe
page-to-front = Retour à l’accueil
page-sign-in = Se connecter
page-exit = Quitter cette page
page-exit-what = Votre navigateur garde l’adresse de cette page. Effacez-la si quelqu’un regarde votre téléphone.
page-clips = En langue des signes
page-captions = Sous-titres
page-download = Télécharger
page-transcript = Le texte de la vidéo
page-networks = Quel réseau ?
page-no-network = Aucun réseau n’est encore ouvert ici.

## What is not there
page-missing = Cette page n’existe pas
page-missing-what = L’adresse a peut-être changé. Repartez de l’accueil.
page-later = Cela ne marche pas pour le moment
page-later-what = Réessayez dans une minute, ou téléphonez-nous.
page-not-yours = Cette page n’est pas pour ce compte
page-not-yours-what = Choisissez un autre rôle, ou demandez à la coordination.
page-signed-out = Connectez-vous d’abord
page-signed-out-what = Cette page est pour l’équipe d’accueil.
page-no-app = L’application n’est pas là
page-no-app-what = Ce serveur a été préparé sans l’application. Les pages publiques marchent.
page-no-app-how = Pour la personne qui installe : il faut Node 20 ou plus récent au moment de construire.

## Home
page-home-lead = Venez comme vous êtes. C’est gratuit. Pas besoin de donner votre nom.
page-no-place = Aucun lieu d’accueil n’est ouvert pour le moment.
page-open-until = Ouvert maintenant, jusqu’à { $time }
page-closed-now = Fermé maintenant
page-next-opening = Prochaine ouverture : { $day }, { $times }
page-no-opening = Aucune ouverture n’est prévue. Téléphonez-nous.
page-walk-in = Sans rendez-vous.
page-appointment-only = Avec rendez-vous : téléphonez d’abord.
page-walk-in-or-appointment = Avec ou sans rendez-vous.
page-closed-on = Fermé : { $when }.
page-call = Appeler
page-route = Voir le chemin
page-where = Où
page-when = Quand
page-languages = Langues
page-week = Chaque semaine
page-closed = fermé
page-language-how = { $language } ({ $how })

## Meetings
page-meeting = Rencontre
page-meetings-lead = On se rencontre, on décide ensemble. Vous pouvez venir sans prévenir.
page-meetings-none = Aucune rencontre n’est annoncée pour le moment.
page-meetings-ask = Les dates ne sont pas encore montrées ici. Demandez-les à l’accueil.
page-cancelled = Annulée.
page-welcome-from = Accueil dès { $time }
page-interpreters = Interprètes : { $languages }
page-to-calendar = Mettre dans mon agenda
page-all-to-calendar = Toutes les rencontres dans mon agenda

## Who can help
page-help-lead = Choisissez ce dont vous avez besoin.
page-help-need = De quoi avez-vous besoin ?
page-help-language = Dans quelle langue ?
page-any-language = Toutes les langues
page-show = Afficher
page-services = Services
page-service = Service
page-help-none = Nous n’avons rien trouvé. Essayez une autre langue, ou venez nous voir.
page-more-services = Voir les suivants
page-from-the-start = Revenir au début de la liste
page-closed-for-now = Fermé pour le moment.
page-capacity-open = Il y a de la place.
page-capacity-few = Il reste peu de places.
page-capacity-full = Complet pour le moment.
page-capacity-waiting-list = Liste d’attente.
page-received-walk-in = Sans rendez-vous
page-received-appointment = Sur rendez-vous
page-received-both = Avec ou sans rendez-vous
page-received-not-said = Accueil : à demander
page-hours = { $days } : { $times }
page-from = dès { $time }
page-until = jusqu’à { $time }
page-for-whom = Pour qui
page-bring = À apporter
page-if-you-have-it = (si vous l’avez)
page-age-from = Dès { $from } ans
page-age-until = Jusqu’à { $until } ans
page-age-between = De { $from } à { $until } ans
page-offered-interpreter = avec interprète
page-offered-native-staff = langue maternelle dans l’équipe
page-offered-not-said = à demander
page-offered-remote-interpreter = interprète à distance
page-offered-staff = parlé par l’équipe
page-offered-volunteer = avec bénévole
page-offered-written = par écrit

## The nine needs
page-need-housing = Logement
page-need-health = Santé
page-need-card = Carte médicale
page-need-papers = Papiers
page-need-money = Argent
page-need-food = Nourriture
page-need-family = Famille
page-need-safety = Sécurité
page-need-talk = Parler

## A link to a volunteer
page-link-question = Pouvez-vous accompagner ?
page-link-for = Pour quoi
page-link-when = Quand
page-link-language = Langue
page-link-until = Répondez avant
page-link-yes = Oui, je viens
page-link-no = Non, pas cette fois
page-link-free = Vous pouvez dire non. Ce n’est pas grave.
page-link-why = Si c’est non, pourquoi ?
page-link-why-what = Choisissez une raison, puis « Non ». Elle nous aide à mieux demander la prochaine fois.
page-link-yes-said = Merci, vous avez dit oui
page-link-yes-what = Nous demandons maintenant à la personne. Nous vous disons ensuite où et à quelle heure.
page-link-no-said = C’est noté, merci
page-link-no-what = Vous avez dit non. Nous demandons à quelqu’un d’autre.
page-link-over = Ce lien n’est plus utile
page-link-over-what = Il est trop ancien, ou c’est déjà réglé. Vous n’avez rien à faire.
page-any-time = Quand vous voulez
page-no-because-no-time = Je n’ai pas le temps
page-no-because-too-far = C’est trop loin
page-no-because-not-at-ease = Je ne me sens pas à l’aise
page-no-because-acquainted-privately = Je connais peut-être la personne
page-no-because-need-changed = La demande a changé
page-no-because-other = Autre chose

## The plain form of a visit
page-visit = Nouvelle visite
page-visit-lead = Pas besoin de nom. La visite est anonyme.
page-visit-recorded = La visite est enregistrée.
page-visit-none-open = Aucune permanence n’est ouverte. Ouvrez-en une dans l’application.
page-visit-no-session = Choisissez la permanence.
page-visit-session = Quelle permanence ?
page-session = { $place }, { $day }, { $time }
page-visit-needs = De quoi la personne a-t-elle besoin ?
page-visit-others = Autres besoins
page-visit-answers = Qu’avons-nous fait ?
page-visit-language = Dans quelle langue ?
page-visit-met = Comment ?
page-visit-save = Enregistrer
page-answer-informed = Informé
page-answer-oriented = Orienté vers un service
page-answer-network = Accompagné par le réseau
page-answer-listened = Écouté
page-answer-document-helped = Aidé pour un document
page-met-direct = par quelqu’un du lieu
page-met-interpreter = avec interprète
page-met-volunteer = avec bénévole
page-met-written = par écrit
page-met-not-met = pas de langue commune

## Days and times
page-date = { $weekday } { $day } { $month }
page-time = { $hour }:{ $minute }
page-from-to = { $from } – { $until }
page-day-time = { $day }, { $time }
page-day-part = { $day }, { $part }
page-today = aujourd’hui
page-tomorrow = demain
page-part-morning = matin
page-part-afternoon = après-midi
page-part-evening = soir
page-day-monday = lundi
page-day-tuesday = mardi
page-day-wednesday = mercredi
page-day-thursday = jeudi
page-day-friday = vendredi
page-day-saturday = samedi
page-day-sunday = dimanche
page-month-1 = janvier
page-month-2 = février
page-month-3 = mars
page-month-4 = avril
page-month-5 = mai
page-month-6 = juin
page-month-7 = juillet
page-month-8 = août
page-month-9 = septembre
page-month-10 = octobre
page-month-11 = novembre
page-month-12 = décembre

## Languages
page-language-und = Pas dit
page-language-fra = français
page-language-nld = néerlandais
page-language-ara = arabe
page-language-eng = anglais
page-language-deu = allemand
page-language-spa = espagnol
page-language-por = portugais
page-language-ita = italien
page-language-ron = roumain
page-language-bul = bulgare
page-language-tur = turc
page-language-rus = russe
page-language-ukr = ukrainien
page-language-pol = polonais
page-language-sqi = albanais
page-language-fas = persan
page-language-prs = dari
page-language-pus = pachto
page-language-kur = kurde
page-language-tir = tigrigna
page-language-amh = amharique
page-language-som = somali
page-language-ful = peul
page-language-lin = lingala
page-language-swa = swahili
page-language-rif = tarifit
page-language-hat = créole haïtien
page-language-fil = filipino
page-language-urd = ourdou
page-language-zho = chinois
page-language-sfb = langue des signes (LSFB)
page-language-vgt = langue des signes (VGT)
page-language-fcs = langue des signes (LSQ)
page-language-ase = langue des signes (ASL)

## Easy to read
page-easy-lead = Voici comment cela se passe chez nous.
page-easy-come = Vous venez
page-easy-come-1 = Vous pouvez venir sans rendez-vous.
page-easy-come-2 = Vous pouvez venir avec quelqu’un.
page-easy-talk = Vous parlez
page-easy-talk-1 = Une personne vous écoute.
page-easy-talk-2 = Vous dites ce que vous voulez. Vous ne devez pas donner votre nom.
page-easy-language = Dans votre langue
page-easy-language-1 = Nous cherchons quelqu’un qui parle ou signe votre langue. C’est gratuit.
page-easy-next = Ensuite
page-easy-next-1 = Nous cherchons une solution avec vous.
page-easy-next-2 = Nous pouvons vous orienter vers un service. Quelqu’un peut vous accompagner.
page-easy-free = Vous décidez
page-easy-free-1 = Vous pouvez dire non. Vous pouvez changer d’avis.
page-easy-free-2 = Tout est gratuit.

## Your data
page-privacy-lead = Ce que nous gardons, ce que nous ne gardons pas, et ce que vous pouvez demander.
page-privacy-come = Quand vous venez
page-privacy-come-1 = Vous pouvez rester anonyme. Personne ne vous demande vos papiers.
page-privacy-come-2 = Nous notons le jour, la langue et le besoin. Cela sert à compter et à mieux aider.
page-privacy-come-3 = Nous ne notons jamais la nationalité, le titre de séjour ou la religion.
page-privacy-keep = Si vous donnez votre nom
page-privacy-keep-1 = Votre nom, votre numéro et les notes sont chiffrés.
page-privacy-keep-2 = Seules les personnes qui vous aident peuvent les lire. Chaque lecture de votre nom est inscrite.
page-privacy-keep-3 = Nous les gardons seulement le temps nécessaire.
page-privacy-share = Quand nous en parlons à un service
page-privacy-share-1 = Nous demandons d’abord votre accord. Vous pouvez dire oui avec la voix, par écrit ou en signes.
page-privacy-share-2 = Vous pouvez retirer votre accord à tout moment.
page-privacy-rights = Vos droits
page-privacy-rights-1 = Vous pouvez demander ce que nous avons noté, et qui l’a lu.
page-privacy-rights-2 = Vous pouvez faire corriger ou effacer vos données.
page-privacy-rights-3 = Demandez-le à l’accueil. C’est gratuit et vous ne devez pas dire pourquoi.
page-privacy-site = Sur ce site
page-privacy-site-1 = Ces pages n’utilisent ni cookies, ni publicité, ni mesure de visites.
page-privacy-site-2 = Un cookie est utilisé seulement quand l’équipe se connecte.

## Accessibility
page-access-lead = Ces pages suivent les règles WCAG 2.2, niveau AA, en grande partie.
page-access-done = Ce qui est fait
page-access-done-1 = Tout marche sans souris, sans script, et sur un vieux téléphone.
page-access-done-2 = Le texte peut être agrandi. Il y a un mode clair et un mode foncé.
page-access-done-3 = Les pages existent en français, néerlandais, arabe et anglais.
page-access-limits = Ce qui manque encore
page-access-limits-1 = Des contrôles automatiques ont été faits. Des personnes aveugles ou sourdes ne les ont pas encore essayées.
page-access-limits-2 = Les vidéos en langue des signes dépendent de chaque réseau. Des textes de services manquent dans certaines langues.
page-access-tell = Un problème ?
page-access-tell-1 = Dites-le-nous à l’accueil, par téléphone ou par écrit. Nous répondons et nous réparons.
page-access-tell-2 = Vous pouvez aussi recevoir l’information autrement : de vive voix, sur papier, en signes.
