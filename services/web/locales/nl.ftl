### App

## core

core-name = Entraide
core-skip = Naar de inhoud
core-languages = Talen
core-screens = Schermen
core-online = Online
core-offline = Offline
core-offline-waiting = { $count ->
     [one] Offline · { $count } wacht
    *[other] Offline · { $count } wachten
    }
core-waiting-count = { $count ->
     [one] { $count } te versturen
    *[other] { $count } te versturen
    }
core-refused-count = { $count ->
     [one] { $count } geweigerd
    *[other] { $count } geweigerd
    }
core-session-ended = Sessie voorbij. Opnieuw aanmelden
core-read-only = De server kan nu niets bewaren. Wat u noteert, blijft op dit toestel en vertrekt vanzelf.
core-kept = Bewaard. Het vertrekt vanzelf.
core-close = Sluiten
core-cancel = Annuleren
core-save = Opslaan
core-undo = Ongedaan maken
core-remove = Wegnemen
core-go-on = Verder
core-try-again = Opnieuw proberen
core-loading = Even geduld…
core-refused = Dit werd niet aanvaard.
core-as-of = Zoals gekend op { $when }
core-device-full = Het toestel is vol. Er werd niets bewaard. Maak plaats en begin opnieuw.
core-device-unable = Dit toestel kan niets bewaren. Schrijf het op papier.
core-trouble-offline = Geen netwerk. We proberen het vanzelf opnieuw.
core-trouble-signed-out = Uw sessie is voorbij. Meld u opnieuw aan.
core-trouble-no-role = Kies eerst uw rol.
core-trouble-no-right = Uw rol toont deze pagina niet.
core-trouble-busy = Het is druk. Probeer het straks opnieuw.
core-trouble-fault = Er gaat iets fout bij ons.
core-sign-in = Aanmelden
core-sign-out = Afmelden
core-lock = Vergrendelen
core-choose-role = Mijn rol
core-session = Mijn sessie
core-leave-with-waiting = Wat wacht, blijft verzegeld op dit toestel. Het vertrekt wanneer u terugkomt.
core-version-is = Versie { $version }
core-language-unknown = Niet gezegd
core-language-signed = Gebarentaal ({ $name })
core-morning = Ochtend
core-afternoon = Middag
core-evening = Avond
core-print = Afdrukken
core-show-more = Meer tonen
core-screen-visit = Bezoek
core-screen-today = Vandaag
core-screen-refer = Verwijzen
core-screen-companion = Duo
core-screen-desk = Zitdag
core-screen-board = Toonbord
core-screen-waiting = Te versturen
core-screen-todo = Te doen
core-screen-path = Traject
core-screen-pairing = Duo's
core-screen-numbers = Cijfers
core-screen-partners = Partners
core-screen-meetings = Agenda
core-screen-mine = Mijn duo's
core-screen-free = Mijn week
core-screen-people = Mensen en rollen
core-screen-data = Gegevens
core-screen-more = Meer

## visit

visit-title = Nieuw bezoek
visit-anonymous = Geen naam nodig. Het bezoek is anoniem.
visit-ask-need = Wat heeft de persoon nodig?
visit-need-housing = Wonen
visit-need-health = Gezondheid
visit-need-card = Medische kaart
visit-need-papers = Papieren
visit-need-money = Geld
visit-need-food = Eten
visit-need-family = Gezin
visit-need-safety = Veiligheid
visit-need-talk = Praten
visit-ask-done = Wat hebben we gedaan?
visit-outcome-informed = Info gegeven
visit-outcome-oriented = Verwezen
visit-outcome-network = Begeleiden
visit-save = Opslaan
visit-need-count = { $count ->
     [one] ({ $count } nood)
    *[other] ({ $count } noden)
    }
visit-need-first = Kies eerst een nood.
visit-desk-first = Open eerst de zitdag.
visit-desk-closed = De zitdag is gesloten.
visit-desk-open = Openen
visit-desk-open-and-save = Openen en opslaan
visit-desk-opened = De zitdag is open.
visit-saved = Bezoek opgeslagen.
visit-kept = Bezoek bewaard op dit toestel. Het vertrekt zodra er netwerk is.
visit-undone = Het bezoek is ingetrokken.
visit-go-refer = Nu verwijzen
visit-go-companion = Een duo zoeken
visit-outreach-place = Op straat
visit-more = Taal en andere details
visit-choose = Kiezen…
visit-other-need = Een andere nood

## facts

facts-language = Welke taal?
facts-other-language = Een andere taal
facts-choose = Kiezen…
facts-met = Hoe hebt u gesproken?
facts-met-direct = Rechtstreeks
facts-met-interpreter = Tolk
facts-met-volunteer = Vrijwilliger
facts-met-written = Schriftelijk
facts-met-not = Niet begrepen
facts-mode = Hoe kwam het?
facts-mode-walk-in = Ter plaatse
facts-mode-appointment = Afspraak
facts-mode-phone = Telefoon
facts-mode-accompanied = Met iemand
facts-mode-outreach = Op straat
facts-relation = Welke band met de buurt?
facts-resident = Woont hier
facts-works = Werkt hier
facts-passing = Op doorreis
facts-not-said = Niet gezegd
facts-minutes = Hoeveel minuten?
facts-optional = Niet verplicht.

## today

today-title = Vandaag
today-at = { $site }
today-nothing = Vandaag nog geen bezoek.
today-closed = De zitdag is gesloten.
today-visit-word = { $count ->
     [one] bezoek
    *[other] bezoeken
    }
today-waits = Te versturen
today-undone = Het bezoek is ingetrokken.
today-undone-later = Het bezoek wordt ingetrokken zodra er netwerk is.
today-already-sent = Het is net vertrokken. Trek het in via de lijst.
today-correct = Verbeteren
today-corrected = verbeterd
today-late = later verstuurd
today-did-informed = Info gegeven
today-did-oriented = Verwezen
today-did-network = Begeleiden
today-corrected-now = Het bezoek is verbeterd.
today-corrected-later = De verbetering vertrekt zodra er netwerk is.
today-more = En daarna
today-heard = Hier beantwoord: { $need }
today-heard-now = Genoteerd: hier beantwoord.
today-code = Een terugkeercode geven
today-code-now = Schrijf deze code op het papier van de persoon.
today-code-is = Terugkeercode
today-later = Bewaard. Het vertrekt als het netwerk terug is.

## desk

desk-title = De zitdag
desk-sentence = Open of gesloten, en de volgende keer.
desk-site = Plaats
desk-is-open = Open
desk-is-closed = Gesloten
desk-since = Sinds { $time }
desk-visit-count = { $count ->
     [one] { $count } bezoek
    *[other] { $count } bezoeken
    }
desk-open = De zitdag openen
desk-opened = De zitdag is open.
desk-opened-later = Open op dit toestel. Het netwerk verneemt het straks.
desk-why = Waarom vandaag openen?
desk-why-demand = Veel vraag
desk-why-emergency = Noodgeval
desk-why-event = Activiteit in de buurt
desk-why-other = Andere reden
desk-close = De zitdag sluiten
desk-check-title = Kloppen deze cijfers?
desk-visits = Bezoeken
desk-first-visits = Eerste bezoeken
desk-turned-away = Niet ontvangen
desk-counted = Met de hand geteld
desk-counted-hint = Laat leeg als u niet geteld hebt.
desk-close-now = Het klopt, sluiten
desk-closed = De zitdag is gesloten. Bedankt.
desk-closed-later = Gesloten op dit toestel. Het netwerk verneemt het straks.
desk-next = De volgende keren
desk-no-next = Geen opening gepland.
desk-exceptional = uitzonderlijk
desk-by-appointment = op afspraak

## refer

refer-title = Verwijzen
refer-sentence = Kies een dienst. De persoon blijft anoniem.
refer-where = Naar welke dienst?
refer-nobody = Geen dienst voor deze nood.
refer-walk-in = zonder afspraak
refer-appointment = op afspraak
refer-full = Volzet
refer-waiting-list = Wachtlijst
refer-agrees = De persoon stemt in
refer-agrees-hint = De dienst kent de nood, niets meer.
refer-send = Versturen
refer-sending = Bezig…
refer-sent = verwijzing verstuurd.
refer-sent-later = verwijzing bewaard. Ze vertrekt zodra er netwerk is.
refer-visit-first = Verwijzen begint met een bezoek.
refer-how = Hoe versturen?
refer-by-slip = Op papier
refer-by-phone = Per telefoon
refer-urgent = Het is dringend
refer-again = Naar een andere dienst. Het blijft hetzelfde traject.
refer-code-goes = De code van de persoon staat op de verwijzing.

## companion

companion-title = Een duo zoeken
companion-sentence = Iemand van het netwerk gaat mee.
companion-language = Taal, gesproken of gebaren
companion-other-language = Een andere taal
companion-choose = Kiezen…
companion-language-first = Kies eerst een taal.
companion-when = Wanneer? Leeg als alles past.
companion-send = Vragen
companion-sending = Bezig…
companion-asked = Vraag verstuurd naar de coördinatie.
companion-asked-later = Vraag bewaard. Ze vertrekt zodra er netwerk is.
companion-visit-first = Een duo zoeken begint met een bezoek.

## board

board-title = Toonbord
board-ask = Wat hebt u nodig?
board-answers = Antwoorden
board-yes = Ja
board-no = Nee
board-unsure = Ik weet het niet
board-record = Een bezoek noteren
board-clear = Opnieuw beginnen

## waiting

waiting-title = Te versturen
waiting-sentence = Niets verlaat deze lijst voor de server ja zegt.
waiting-send-now = Nu versturen
waiting-sending = Bezig…
waiting-nothing = Alles is verstuurd.
waiting-refused-title = Geweigerd
waiting-earlier-refused = Niet verstuurd: wat ervoor kwam werd geweigerd.
waiting-take-back = Intrekken
waiting-taken-back = Ingetrokken.
waiting-too-late = Het is al vertrokken.
waiting-mine = Wat u noteerde
waiting-now = Wat er nu staat
waiting-keep-now = Houden wat er staat
waiting-put-mine = Het mijne zetten
waiting-mine-taken = Het uwe staat er nu.
waiting-mine-later = Het uwe vertrekt als er netwerk is.
waiting-now-gone = Dit bestaat niet meer.
waiting-the-same = Beide zeggen hetzelfde.
act_unreadable = Onleesbaar op dit toestel
act_recordVisit = Bezoek
act_voidVisit = Bezoek intrekken
act_correctVisit = Verbetering van een bezoek
act_openSession = Opening van de zitdag
act_closeSession = Sluiting van de zitdag
act_draftReferral = Doorverwijzing
act_recordReferralConsent = Akkoord van de persoon
act_sendReferral = Versturen van de doorverwijzing
act_openPerson = Opening van een dossier
act_requestAccompaniment = Vraag naar een duo
act_logContact = Contact genoteerd
act_recordAttendance = Aanwezigheid
act_countAnonymousAttendance = Getelde aanwezigen
act_acceptCharter = Ja aan het charter
act_acceptPairing = Ja aan een duo
act_declinePairing = Nee aan een duo
act_resumePairing = Hervatting van een duo
act_pausePairing = Pauze van een duo
act_endPairing = Einde van een duo
act_proposePairing = Voorstel van een vrijwilliger
act_reportNoMatch = Niemand past
act_declareAvailability = Vrije momenten
act_issueReturnCode = Terugkeercode
act_answerNeedDirectly = Hier beantwoord
act_completePersonAction = Wat de persoon deed
act_recordAttended = Gekomen of niet
act_reportOutcome = Wat de persoon zegt
act_closeReferral = Einde van een verwijzing
act_acceptPairingAsPerson = Ja van de persoon
act_givePairingFeedback = Mening over een duo
act_completePairing = Afsluiten van een duo
act_askDataRequest = Vraag over gegevens
act_answerDataRequest = Antwoord over gegevens
act_erasePerson = Wissen
act_grantFacet = Rol gegeven
act_withdrawFacet = Rol ingetrokken
act_removeAccount = Toegang ingetrokken
act_planMeeting = Bijeenkomst gepland
act_announceMeeting = Aankondiging van een bijeenkomst
act_registerForMeeting = Inschrijving voor een bijeenkomst
act_cancelMeetingRegistration = Plaats teruggegeven
act_openMeeting = Begin van een bijeenkomst
act_closeMeeting = Einde van een bijeenkomst
act_proposeAgendaItem = Voorgesteld onderwerp
act_acceptAgendaItem = Aanvaard onderwerp
act_deferAgendaItem = Uitgesteld onderwerp
act_withdrawAttendance = Naam weggehaald
act_takeDecision = Beslissing
act_makeCommitment = Afspraak om iets te doen
act_fulfilCommitment = Afspraak nagekomen
act_draftMinutes = Verslag
act_correctMinutes = Verbeterd verslag
act_approveMinutes = Goedgekeurd verslag
act_publishMinutes = Gepubliceerd verslag
act_verifyServiceSheet = Nagekeken fiche
act_namePasskey = Toegangssleutel hernoemd
act_removePasskey = Toegangssleutel verwijderd
act_removeSecondFactor = Tweede code weg
act_unlinkOutsideIdentity = Account van organisatie losgekoppeld
act_offerVolunteering = Aanbod om te begeleiden
act_withdrawVolunteering = Aanbod om te begeleiden ingetrokken
act_withdrawLivedExperience = Ervaring ingetrokken
act_withdrawReferralConsent = Akkoord ingetrokken
act_acceptReferral = Ja van de dienst
act_declineReferral = Nee van de dienst

## sign-in

sign-in-title = Aanmelden
sign-in-sentence = Met het adres en het wachtwoord van uw account.
sign-in-problem = Dat is niet gelukt
sign-in-email = E-mailadres
sign-in-password = Wachtwoord
sign-in-network = Netwerk
sign-in-shared = Gedeeld toestel
sign-in-shared-hint = De sessie stopt na 5 minuten zonder gebruik.
sign-in-other-ways = Of anders
sign-in-by-outside = Met { $name }
sign-in-by-passkey = Met een toegangssleutel
sign-in-passkey-not = De toegangssleutel kwam niet. Probeer opnieuw, of meld u aan met uw wachtwoord.
sign-in-no-network = Hier is nog geen netwerk open. Vraag het aan wie de server beheert.
sign-in-one-moment = Even geduld…
sign-in-second-title = Nog een code
sign-in-second-sentence = De code die uw app toont.
sign-in-code = Code van 6 cijfers
sign-in-paper-code = Code op papier
sign-in-use-paper = Een code op papier gebruiken
sign-in-use-code = De app gebruiken
sign-in-demo-title = Demonstratie
sign-in-demo-sentence = Verzonnen mensen. Eén klik volstaat.
sign-in-demo-host = onthaal
sign-in-demo-coordinator = coördinatie
sign-in-demo-volunteer = vrijwilliger
sign-in-demo-member = lid
sign-in-demo-reception = receptie
sign-in-demo-auditor = controle
sign-in-demo-admin = beheer
sign-in-demo-organiser = opbouwwerk
sign-in-demo-funding = financiering
sign-in-demo-tenants = huurdersbegeleiding
sign-in-role-title = Uw rol
sign-in-role-sentence = Wat doet u nu?
sign-in-hello = Dag { $name }. Wat doet u nu?
sign-in-one-role = Uw rol: { $role }.
sign-in-no-role = Nog geen rol. Vraag het aan de coördinatie.
sign-in-needs-second = Eerst een tweede code nodig.
sign-in-pin-new = Pincode voor dit toestel
sign-in-pin-hint = 4 cijfers of meer, om snel verder te gaan.
sign-in-pin-keep = Deze code bewaren
sign-in-pin-set = De code is bewaard.
sign-in-pin = Pincode
sign-in-locked-title = Vergrendeld
sign-in-locked-sentence = Geef uw code om verder te gaan.
sign-in-unlock = Verdergaan
sign-in-somebody-else = Iemand anders
sign-in-invitation-title = Welkom
sign-in-invitation-sentence = Kies een wachtwoord: drie woorden of meer, makkelijk voor u.
sign-in-invitation-new = Nieuw wachtwoord
sign-in-invitation-missing = Deze link is niet volledig. Open hem opnieuw.

## ways

ways-title = Hoe ik me aanmeld
ways-later = Bewaard. Het vertrekt zodra er weer netwerk is.
ways-password = Wachtwoord
ways-password-change = Wachtwoord wijzigen
ways-password-set = Een wachtwoord kiezen
ways-password-changed = Het wachtwoord is gewijzigd. Uw andere toestellen zijn afgemeld.
ways-current = Huidig wachtwoord
ways-current-wrong = Dit is niet het huidige wachtwoord.
ways-next = Nieuw wachtwoord
ways-next-hint = Drie woorden of meer, makkelijk voor u.
ways-passkeys = Toegangssleutels
ways-passkeys-are = Meld u aan met de vinger, het gezicht of de code van uw toestel, zonder wachtwoord.
ways-passkey = Toegangssleutel
ways-passkey-add = Toegangssleutel toevoegen
ways-passkey-name = Naam van deze sleutel
ways-passkey-name-hint = Bijvoorbeeld: mijn telefoon.
ways-passkey-added = De toegangssleutel is toegevoegd.
ways-passkey-named = De naam is gewijzigd.
ways-passkey-removed = De toegangssleutel is weg.
ways-passkey-already = Dit toestel heeft al een sleutel voor dit account.
ways-passkey-not-made = De sleutel is niet gemaakt. Probeer opnieuw wanneer u wilt.
ways-passkey-unknown = Deze browser kent geen toegangssleutels. Probeer het op een nieuwere telefoon.
ways-rename = Naam wijzigen
ways-new-name = Nieuwe naam
ways-second = Tweede code
ways-second-is = Een app op uw telefoon toont een code. Die vragen we na het wachtwoord.
ways-second-begin = Instellen
ways-second-remove = Geen code meer vragen
ways-second-set = De tweede code is ingesteld.
ways-second-removed = De tweede code wordt niet meer gevraagd.
ways-second-needed = Uw rol beslist voor anderen. Daarvoor is een tweede code of een toegangssleutel nodig.
ways-is-set = Ingesteld
ways-codes-left = { $count ->
     [one] Nog { $count } code op papier.
    *[other] Nog { $count } codes op papier.
    }
ways-keep-codes = Bewaar deze codes op papier. Elke code werkt één keer, als de telefoon weg is. Ze worden niet meer getoond.
ways-codes-kept = Ik heb ze bewaard
ways-scan = Scan dit beeld met de app voor codes.
ways-picture = Beeld om te scannen
ways-or-type = Of typ dit:
ways-open-app = De app op dit toestel openen
ways-code = Code van 6 cijfers
ways-confirm = Bevestigen
ways-organisation = Account van mijn organisatie
ways-organisation-is = Meld u hier aan met het account van uw organisatie.
ways-link = { $name } koppelen
ways-unlinked = Dat account opent het uwe niet meer.

## clips

clips-captions = Ondertitels
clips-transcript = Tekst van de video

## labels

Role_ADMINISTRATOR = Beheer
Role_AUDITOR = Controle
Role_COORDINATOR = Coördinatie
Role_FUNDING_OFFICER = Financiering
Role_HOST = Onthaal
Role_MEMBER = Lid
Role_ORGANISER = Opbouwwerk
Role_PARTNER = Partner
Role_PUBLIC = Publiek
Role_RECEPTIONIST = Receptie
Role_SYSTEM = Het platform
Role_TENANT_SUPPORT = Huurdersbegeleiding
Role_VOLUNTEER = Vrijwilliger
VisitState_RECORDED = genoteerd
VisitState_VOIDED = ingetrokken
NeedState_ANSWERED_DIRECTLY = ter plaatse beantwoord
NeedState_EXPRESSED = uitgesproken
NeedState_MET = beantwoord
NeedState_ORIENTED = doorverwezen
NeedState_PARTLY_MET = deels beantwoord
NeedState_UNMET = zonder antwoord
NeedState_WITHDRAWN = ingetrokken
ReferralState_ACCEPTED = aanvaard
ReferralState_AWAITING_PERSON = wacht op de persoon
ReferralState_CLOSED = afgerond
ReferralState_DECLINED = geweigerd
ReferralState_DRAFTED = voorbereid
ReferralState_EXPIRED = vervallen
ReferralState_IN_SERVICE = lopend
ReferralState_MISSED = gemist
ReferralState_READY = klaar
ReferralState_RECALLED = ingetrokken
ReferralState_RECEIVED = ontvangen
ReferralState_RETURNED = teruggestuurd
ReferralState_SCHEDULED = afspraak vast
ReferralState_SENT = verstuurd
ReferralState_SUPERSEDED = vervangen
ReferralState_UNDER_REVIEW = in onderzoek
ReferralState_VOID = geschrapt
ReferralState_WAIT_LISTED = wachtlijst
PairingState_ACTIVE = lopend
PairingState_COMPLETED = afgesloten
PairingState_ENDED = beëindigd
PairingState_HALF_ACCEPTED = één kant zei ja
PairingState_PAUSED = gepauzeerd
PairingState_PROPOSED = voorgesteld
PairingState_REQUESTED = gevraagd
PairingState_SUSPENDED = geschorst
PairingState_UNMATCHED = niemand gevonden
PairingState_WITHDRAWN = ingetrokken
AppointmentState_ARRIVED = gekomen
AppointmentState_BOOKED = gemaakt
AppointmentState_CANCELLED = geannuleerd
AppointmentState_DID_NOT_SHOW = niet gekomen
InterpretationState_CANCELLED = geannuleerd
InterpretationState_CONFIRMED = bevestigd
InterpretationState_DECLINED = geweigerd
InterpretationState_DONE = gedaan
InterpretationState_MISSED = gemist
InterpretationState_REQUESTED = gevraagd
InterpretationState_UNMET = zonder tolk
SessionState_CANCELLED = geannuleerd
SessionState_CLOSED = gesloten
SessionState_OPEN = open
SessionState_PLANNED = gepland
PersonState_ACTIVE = actief
PersonState_ALIAS = samengevoegd
PersonState_ERASED = gewist
PersonState_ERASING = wordt gewist
ReferralReason_CAPACITY = geen plaats
ReferralReason_COULD_NOT_CONTACT = niet bereikbaar
ReferralReason_DUPLICATE = dubbel
ReferralReason_LANGUAGE_NOT_COVERED = taal niet gedekt
ReferralReason_MISSING_DOCUMENT = document ontbreekt
ReferralReason_NOT_ELIGIBLE = voorwaarden niet vervuld
ReferralReason_OTHER = andere reden
ReferralReason_OUT_OF_AREA = buiten het gebied
ReferralReason_PERSON_NO_LONGER_INTERESTED = wil niet meer
ReferralReason_SERVICE_CLOSED = dienst gesloten
ReferralReason_WAIT_LIST_CLOSED = wachtlijst gesloten
ReferralReason_WRONG_SERVICE = verkeerde dienst
ReferralRecallReason_CONSENT_WITHDRAWN = akkoord ingetrokken
ReferralRecallReason_PERSON_CHANGED_MIND = de persoon veranderde van mening
ReferralRecallReason_SAFETY = veiligheid
ReferralOutcome_GOT_HELP = geholpen
ReferralOutcome_NO_HELP = niet geholpen
ReferralOutcome_PARTLY = deels geholpen
ReferralOutcome_UNKNOWN = niet gekend
ReferralPersonAction_CALL_PARTNER = de partner bellen
ReferralPersonAction_COME_IN_PERSON = zelf langskomen
ReferralPersonAction_FILL_IN_FORM = een formulier invullen
ReferralPersonAction_MISSING_DOCUMENT = een document brengen
ReferralPersonAction_OTHER = iets anders
UnmetReason_COULD_NOT_CONTACT = niet bereikbaar
UnmetReason_LANGUAGE_NOT_COVERED = taal niet gedekt
UnmetReason_MISSING_DOCUMENT = document ontbreekt
UnmetReason_NOT_ELIGIBLE = voorwaarden niet vervuld
UnmetReason_NO_CAPACITY = geen plaats
UnmetReason_NO_SUCH_SERVICE = dienst bestaat niet
UnmetReason_OTHER = andere reden
UnmetReason_OUT_OF_AREA = buiten het gebied
UnmetReason_TOO_EXPENSIVE = te duur
NeedWithdrawal_CHANGED_MIND = van mening veranderd
NeedWithdrawal_ENTERED_BY_MISTAKE = per vergissing genoteerd
NeedWithdrawal_NOT_SAID = niet gezegd
NeedWithdrawal_SOLVED_OTHERWISE = anders opgelost
VoidReason_ENTERED_TWICE = twee keer genoteerd
VoidReason_OTHER = andere reden
VoidReason_PERSON_ASKED = op vraag van de persoon
VoidReason_TRIAL = proef
VoidReason_WRONG_SESSION = verkeerde zitdag
CorrectionReason_COMPLETED_LATER = later aangevuld
CorrectionReason_MISUNDERSTOOD = verkeerd begrepen
CorrectionReason_OTHER = andere reden
CorrectionReason_PERSON_ASKED = op vraag van de persoon
CorrectionReason_TYPING_ERROR = typfout
PairingEndReason_END_OF_TERM = einde van de termijn
PairingEndReason_GOAL_REACHED = doel bereikt
PairingEndReason_LOST_CONTACT = contact verloren
PairingEndReason_MISMATCH = het past niet
PairingEndReason_MOVED = verhuisd
PairingEndReason_PERSON_WISH = wens van de persoon
PairingEndReason_SAFETY = veiligheid
PairingEndReason_VOLUNTEER_UNAVAILABLE = vrijwilliger niet vrij
PairingDeclineReason_ACQUAINTED_PRIVATELY = kennen elkaar al
PairingDeclineReason_NEED_CHANGED = de nood is veranderd
PairingDeclineReason_NOT_AT_EASE = niet op het gemak
PairingDeclineReason_NO_TIME = geen tijd
PairingDeclineReason_OTHER = andere reden
PairingDeclineReason_TOO_FAR = te ver
PairingPauseReason_BY_AGREEMENT = in onderling akkoord
PairingPauseReason_PERSON_AWAY = persoon afwezig
PairingPauseReason_VOLUNTEER_AWAY = vrijwilliger afwezig
PairingReasonCode_FREE_FRIDAY = vrij op vrijdag
PairingReasonCode_FREE_MONDAY = vrij op maandag
PairingReasonCode_FREE_SATURDAY = vrij op zaterdag
PairingReasonCode_FREE_SUNDAY = vrij op zondag
PairingReasonCode_FREE_THURSDAY = vrij op donderdag
PairingReasonCode_FREE_TUESDAY = vrij op dinsdag
PairingReasonCode_FREE_WEDNESDAY = vrij op woensdag
PairingReasonCode_HAS_PLACES = heeft plaats
PairingReasonCode_KNOWS_TOPIC = kent het onderwerp
PairingReasonCode_MEETS_GENDER_WISH = volgens de wens
PairingReasonCode_SPEAKS_LANGUAGE = spreekt de taal
Party_COORDINATOR = Coördinatie
Party_HOST = Onthaal
Party_MEMBER = Leden
Party_PARTNER = Partner
Party_PERSON = De persoon
Party_VOLUNTEER = Vrijwilliger
CharterAcceptanceMode_INTERPRETED = Via een tolk
CharterAcceptanceMode_READ = Gelezen
CharterAcceptanceMode_READ_ALOUD = Hardop voorgelezen
CharterAcceptanceMode_SIGNED = In gebarentaal
ContactMedium_IN_PERSON = Ontmoeting
ContactMedium_LETTER = Brief
ContactMedium_MESSAGE = Bericht
ContactMedium_PHONE = Telefoon
ContactMedium_VIDEO = Video
Kind_visit = Bezoek
Kind_need = Nood
Kind_session = Zitdag
Kind_interpretation = Tolk
Kind_partner = Partner
Kind_service = Fiche
Kind_referral = Doorverwijzing
Kind_member = Lid
Kind_charter = Charter
Kind_pairing = Duo
Kind_meeting = Bijeenkomst
Kind_commitment = Engagement
Kind_person = Dossier
PartnerState_ACTIVE = actief
PartnerState_CONTACTED = gecontacteerd
PartnerState_DECLINED = geweigerd
PartnerState_DORMANT = slapend
PartnerState_IDENTIFIED = gevonden
PartnerState_MET = ontmoet
ServiceSheetState_DRAFT = ontwerp
ServiceSheetState_PUBLISHED = gepubliceerd
ServiceSheetState_RETIRED = ingetrokken
ServiceSheetState_TEMPORARILY_CLOSED = tijdelijk gesloten
AccountState_ACTIVE = actief
AccountState_INVITED = uitgenodigd
AccountState_LOCKED = geblokkeerd
AccountState_REMOVED = ingetrokken
DataRequestKind_CORRECT = Verbeteren
DataRequestKind_ERASE = Wissen
DataRequestKind_READ = Lezen
RevealPurpose_CONTACT = de persoon bereiken
RevealPurpose_DATA_REQUEST = vraag over gegevens
RevealPurpose_DUPLICATES = dubbels
RevealPurpose_OTHER = andere reden
RevealPurpose_RECEPTION = onthaal
RevealPurpose_REFERRAL = doorverwijzing
RevealPurpose_SAFETY = veiligheid
PairingFeedbackAnswer_YES = ja
PairingFeedbackAnswer_PARTLY = gedeeltelijk
PairingFeedbackAnswer_NO = nee
PairingFeedbackAnswer_NOT_SAID = niet gezegd
PairingOutcome_POSITIVE = positief
PairingOutcome_PARTLY = gedeeltelijk
PairingOutcome_NOT_REACHED = niet bereikt
PairingOutcome_UNKNOWN = niet bekend

## todo

todo-title = Te doen
todo-sentence = Wat het langst wacht, staat eerst.
todo-nothing = Niets wacht. Goed zo.
todo-who = Wie is aan zet?
todo-everybody = Iedereen
todo-since = { $when }
todo-due = tegen { $date }
todo-late = te laat
todo-open = Bekijken
todo-count = { $count ->
     [one] { $count } ding te doen
    *[other] { $count } dingen te doen
    }
todo_answerReferral = De doorverwijzing beantwoorden
todo_recordConsent = Het akkoord noteren
todo_sendReferral = De doorverwijzing versturen
todo_askPersonOutcome = De persoon vragen hoe het ging
todo_completePersonAction = Doen wat gevraagd is
todo_scheduleAppointment = Een afspraak vastleggen
todo_recordAttendance = Zeggen of de persoon kwam
todo_rescheduleAppointment = Een andere afspraak maken
todo_reportOutcome = Het resultaat vertellen
todo_closeReferral = De doorverwijzing afronden
todo_reorientPerson = De persoon opnieuw verwijzen
todo_answerNeed = De nood beantwoorden
todo_openSession = De zitdag openen
todo_closeSession = De zitdag sluiten
todo_answerInterpretation = Zeggen of de tolk komt
todo_findInterpreter = Een tolk vinden
todo_reassignInterpretation = Een andere tolk vragen
todo_deliverInterpretation = Tolken
todo_attendAppointment = Naar de afspraak komen
todo_takePartnerStep = De geplande stap zetten
todo_reviewServiceSheet = De fiche nalezen
todo_verifyServiceSheet = De fiche controleren
todo_sayWhenServiceReopens = Zeggen wanneer de dienst heropent
todo_chooseServiceNeeds = De noden van de fiche kiezen
todo_announceMeeting = De bijeenkomst aankondigen
todo_closeMeeting = De bijeenkomst afsluiten
todo_draftMinutes = Het verslag schrijven
todo_approveMinutes = Het verslag goedkeuren
todo_publishMinutes = Het verslag publiceren
todo_tellOfCommitment = Zeggen hoe het met het engagement staat
todo_acceptCharter = Het charter aanvaarden
todo_proposeVolunteer = Een vrijwilliger voorstellen
todo_answerProposal = Ja of nee zeggen
todo_sayWhetherAllIsWell = Zeggen of alles goed gaat
todo_lookAfterPairing = Horen hoe het gaat
todo_clearUpIncident = Het incident uitklaren
todo_completePairing = Het duo afsluiten
todo_confirmSharingOverride = Delen zonder akkoord nalezen
todo_answerDataRequest = Een vraag over gegevens beantwoorden
todo_reviewRetention = Herbekijken wat bewaard wordt
todo_approveRecovery = Nieuwe toegang goedkeuren

## path

path-title = Het traject
path-sentence = Alles wat gebeurde, in volgorde. Een verbetering blijft zichtbaar.
path-find = Een traject zoeken
path-code = Terugkeercode
path-code-hint = 7 letters en cijfers, op het papier van de persoon.
path-show = Tonen
path-none = Geen traject met deze code.
path-as-known = Zoals gekend op
path-now = Nu
path-between = Van { $from } tot { $to }
path-known-then = Gekend op het einde van die dag. De rest was er nog niet.
path-recorded = genoteerd { $when }
path-later = later genoteerd
path-by = door { $role }
path-from-to = { $from } → { $to }
path-why = Reden: { $reason }
path-need = Nood: { $need }
path-things = Hoe het ervoor staat
path-steps = Stappen
path-step-count = { $count ->
     [one] { $count } stap
    *[other] { $count } stappen
    }
path-nothing-then = Die dag was nog niets gekend.
path-details = Details
path-version = Versie { $version }
path-next = Wat nu?
path-reorient = Elders verwijzen
path-brought = De persoon heeft het gedaan
path-came = De persoon is gekomen
path-did-not-come = De persoon is niet gekomen
path-ask-helped = Wat zegt de persoon?
path-told = Genoteerd.
path-close = Verwijzing afsluiten
path-why-no-help = Waarom geen hulp?
path-asks-data = De persoon vraagt, over de eigen gegevens
path-ask-service = Wat zei de dienst?
path-service-yes = Ja
path-service-no = Nee
path-why-service-no = Waarom niet?
path-note-no = Het neen noteren
path-no-more-consent = De persoon gaat niet meer akkoord
path-no-more-consent-is = De doorverwijzing stopt en de dienst kan ze niet meer lezen. Om verder te gaan is een nieuw akkoord nodig.
path-withdraw-consent = Akkoord intrekken
path-asked-data = De vraag is genoteerd. De coördinatie antwoordt.
path-guesses = Te veel codes geprobeerd. Wacht een minuut.

## events

Event_VisitRecorded = Bezoek
Event_VisitCorrected = Bezoek verbeterd
Event_VisitVoided = Bezoek ingetrokken
Event_VisitNoteAdded = Notitie toegevoegd
Event_VisitAttributed = Bezoek gekoppeld aan de persoon
Event_VisitDetached = Bezoek losgemaakt van de persoon
Event_NeedExpressed = Nood uitgesproken
Event_NeedAnsweredDirectly = Ter plaatse beantwoord
Event_NeedLeftUnmet = Nood zonder antwoord
Event_NeedWithdrawn = Nood ingetrokken
Event_NeedOriented = Nood doorverwezen
Event_NeedSettled = Gevolg gekend
Event_ReturnCodeIssued = Terugkeercode gegeven
Event_AppointmentBooked = Afspraak gemaakt
Event_AppointmentMoved = Afspraak verplaatst
Event_AppointmentCancelled = Afspraak geannuleerd
Event_PersonArrived = De persoon kwam
Event_PersonDidNotShow = De persoon kwam niet
Event_InterpretationRequested = Tolk gevraagd
Event_InterpretationConfirmed = Tolk bevestigd
Event_InterpretationDeclined = Tolk niet vrij
Event_InterpretationReassigned = Andere tolk gevraagd
Event_InterpretationDelivered = Vertolking gedaan
Event_InterpreterDidNotAttend = De tolk kwam niet
Event_InterpretationCancelled = Vertolking geannuleerd
Event_InterpretationWentUnmet = Geen tolk gevonden
Event_ReferralDrafted = Doorverwijzing voorbereid
Event_ConsentRecorded = De persoon stemt in
Event_ConsentWithdrawn = De persoon wil niet meer
Event_ConsentOverridden = Gedeeld zonder mogelijke instemming
Event_ReferralSent = Doorverwijzing verstuurd
Event_ReferralDeliveryFailed = Niet aangekomen
Event_ReferralLinkRenewed = Nieuwe link
Event_ReferralLinkRevoked = Link gesloten
Event_ReferralReceived = Ontvangen door de partner
Event_ReferralPutUnderReview = In onderzoek
Event_ReferralWaitlisted = Op de wachtlijst
Event_PersonActionRequested = Iets gevraagd aan de persoon
Event_PersonActionCompleted = De persoon deed het
Event_ReferralAccepted = Aanvaard
Event_ReferralDeclined = Geweigerd
Event_AppointmentScheduled = Afspraak vastgelegd
Event_PersonAttended = De persoon ging erheen
Event_PersonDidNotAttend = De persoon ging er niet heen
Event_ReferralReturned = Teruggestuurd
Event_OutcomeReported = Resultaat verteld
Event_ReferralClosed = Afgerond
Event_ReferralRecalled = Ingetrokken
Event_ReferralExpired = Zonder antwoord, vervallen
Event_ReferralSuperseded = Vervangen door een andere
Event_ReferralReopened = Heropend
Event_ReminderSent = Herinnering verstuurd
Event_ReferralOverdueFlagged = Te laat
Event_ReferralMarkedNoContact = Niet meer contacteren
Event_ReferralEnteredInError = Per vergissing genoteerd
Event_AccompanimentRequested = Duo gevraagd
Event_PairingProposed = Vrijwilliger voorgesteld
Event_PairingAcceptedByVolunteer = De vrijwilliger zegt ja
Event_PairingAcceptedByPerson = De persoon zegt ja
Event_PairingActivated = Het duo begint
Event_PairingDeclined = Geweigerd
Event_PairingProposalExpired = Geen antwoord
Event_NoMatchFound = Niemand past
Event_AccompanimentWithdrawn = Vraag ingetrokken
Event_ContactLogged = Contact genoteerd
Event_ContactLogCorrected = Contact verbeterd
Event_PairingInactivityFlagged = Geen nieuws
Event_PairingPaused = Pauze
Event_PairingResumed = Hervat
Event_PairingSuspended = Geschorst
Event_PairingReinstated = Hersteld
Event_PairingEnded = Einde van het duo
Event_FeedbackGiven = Mening gegeven
Event_PairingCompleted = Afgesloten
Event_RematchRequested = Ander duo gevraagd
Event_RegistrationMade = Inschrijving voor een bijeenkomst
Event_RegistrationCancelled = Inschrijving geannuleerd
Event_AttendanceRecorded = Aanwezig op een bijeenkomst
Event_AttendanceWithdrawn = Aanwezigheid ingetrokken
Event_PersonFileOpened = Dossier geopend
Event_PersonKnownByCode = Gekend met een code
Event_PersonCodeForgotten = Code vergeten
Event_PseudonymTaken = Gekozen naam
Event_PseudonymWithdrawn = Gekozen naam ingetrokken
Event_NameGiven = Naam gegeven
Event_NameWithdrawn = Naam ingetrokken
Event_ContactGiven = Contact gegeven
Event_ContactWithdrawn = Contact ingetrokken
Event_PersonLanguagesTold = Talen gezegd
Event_AccessNeedsTold = Toegangsnoden gezegd
Event_DoNotContactSet = Niet contacteren
Event_DoNotContactLifted = Contact weer toegestaan
Event_SharingConsentGiven = Akkoord om te delen
Event_SharingConsentWithdrawn = Akkoord ingetrokken
Event_SharingOverrideAsked = Delen zonder akkoord gevraagd
Event_SharingConsentOverridden = Delen beslist met twee
Event_SharingOverrideLapsed = Vraag om te delen vervallen
Event_PersonsMerged = Dossiers samengevoegd
Event_AliasTaken = Zelfde persoon als ander dossier
Event_MergeUndone = Dossiers weer gescheiden
Event_AliasReleased = Dossier weer apart
Event_PersonLinkedToMember = Ook lid
Event_PersonUnlinkedFromMember = Band met het lid verbroken
Event_DataRequestMade = Vraag over eigen gegevens
Event_ErasureAsked = Wissen gevraagd
Event_DataRequestAnswered = Vraag beantwoord
Event_DataRequestOverdue = Vraag te laat
Event_PersonActivityNoted = Teken van leven
Event_ErasureWarned = Wissen aangekondigd
Event_DataLapsed = Vervallen gegevens gewist
Event_ErasureDecided = Wissen beslist
Event_ErasurePostponed = Wissen uitgesteld
Event_SubjectForgotten = Alles is gewist
Event_SessionOpened = Zitdag geopend
Event_SessionClosed = Zitdag gesloten
Event_IdentityRevealed = Identiteit gelezen

## mine

mine-title = Mijn duo's
mine-sentence = Met wie u meegaat.
mine-nothing = Nog geen duo. Zeg wanneer u vrij bent.
mine-ask = Wilt u met deze persoon meegaan?
mine-may-decline = U mag nee zeggen.
mine-until = Antwoord voor { $date }.
mine-yes = Ja
mine-no = Nee
mine-said-yes = Bedankt. De coördinatie weet het.
mine-said-no = Genoteerd. Bedankt voor uw antwoord.
mine-later = Bewaard. Het vertrekt zodra er netwerk is.
mine-met = { $count ->
     [one] { $count } ontmoeting
    *[other] { $count } ontmoetingen
    }
mine-last-time = de laatste { $when }
mine-paused-until = Gepauzeerd tot { $date }
mine-all-well = Al een tijd geen nieuws. Gaat alles goed?
mine-all-well-next = Noteer een contact, of zeg of het stopt.
mine-log-contact = Contact noteren
mine-contact-kept = Het contact is genoteerd.
mine-did-meet = Was er contact?
mine-did-yes = Ja
mine-did-no = Nee, niet gelukt
mine-how = Hoe?
mine-how-long = Hoeveel minuten?
mine-optional = Niet verplicht.
mine-note = Notitie
mine-note-hint = Zonder naam of nummer. De coördinatie kan dit lezen.
mine-not-met = niet gelukt
mine-minutes = { $count ->
     [one] { $count } minuut
    *[other] { $count } minuten
    }
mine-log = Genoteerde contacten
mine-pause = Pauze
mine-pause-until = Tot
mine-pause-change = Pauze wijzigen
mine-paused = Het duo is gepauzeerd.
mine-resume = Hervatten
mine-resumed = Het duo gaat verder.
mine-end = Beëindigen
mine-end-now = Het duo beëindigen
mine-ended = Het duo is beëindigd. Bedankt.
mine-why = Waarom?
mine-why-no = Waarom deze keer niet?
mine-say-no = Nee zeggen
mine-helped = Heeft het geholpen?
mine-helped-kept = Bedankt, het is genoteerd.

## charter

charter-title = Het charter
charter-ask = Aanvaardt u het charter?
charter-first = Zonder uw akkoord kunnen wij u niemand voorstellen.
charter-changed = Het is veranderd. Het vorige telt nog tot { $date }.
charter-over = Het is veranderd en het vorige telt niet meer. Zonder uw akkoord kunnen wij u niemand voorstellen.
charter-other-language = Deze tekst bestaat nog niet in de taal van deze pagina.
charter-read-in = Lezen in het
charter-signed = Bekijken in gebarentaal
charter-how = Hoe hebt u het begrepen?
charter-language = In welke taal?
charter-accept = Ik aanvaard
charter-doubt = Bent u het met iets niet eens? Praat er eerst over met de coördinatie.
charter-accepted = Bedankt. U hebt het charter aanvaard.
charter-later = Bewaard. Het vertrekt zodra er netwerk is.
charter-accepted-on = U hebt versie { $number } aanvaard: { $date }.
charter-read = Het charter lezen

## free

free-title = Wanneer ik vrij ben
free-sentence = Raak de momenten aan waarop u mee kunt gaan.
free-legend = Een gewone week
free-kept = Genoteerd.
free-kept-later = Bewaard. Het vertrekt zodra er netwerk is.
free-nothing = Uw account hoort nog niet bij een lid. Vraag het aan de coördinatie.
free-count = { $count ->
     [one] { $count } moment per week
    *[other] { $count } momenten per week
    }

## pairing

pairing-title = Duo's
pairing-sentence = Kies een vraag, dan iemand die vrij is.
pairing-which = Welke?
pairing-asked = Te vinden
pairing-proposed = Voorgesteld
pairing-running = Lopend
pairing-nothing = Geen vragen hier.
pairing-silent = geen nieuws
pairing-candidates = Wie kan meegaan?
pairing-no-candidate = Niemand past voor het moment.
pairing-somebody = Een lid
pairing-score = score { $score }
pairing-places = { NUMBER($taken) } van { NUMBER($all) } duo's
pairing-propose = Voorstellen
pairing-proposed-now = Voorgesteld. Antwoord binnen 7 dagen.
pairing-nobody = Niemand past
pairing-nobody-now = Genoteerd. Een oproep staat klaar.
pairing-later = Bewaard. Het vertrekt zodra er netwerk is.
pairing-ask-person = Wat zegt de persoon?
pairing-person-yes = De persoon zegt ja
pairing-person-no = De persoon zegt nee
pairing-begun = Genoteerd: de persoon zegt ja.
pairing-not-them = Genoteerd. Stel iemand anders voor.
pairing-over = Afgelopen
pairing-ask-helped = Heeft het de persoon geholpen?
pairing-thanks = Bedankt, het is genoteerd.
pairing-ask-outcome = Wat is het resultaat?
pairing-complete = Afsluiten
pairing-completed = Het is afgesloten. Bedankt.

## numbers

numbers-title = Cijfers
numbers-from = Sinds { $date }
numbers-always = Sinds het begin
numbers-period = Periode
numbers-month = Deze maand
numbers-last-month = Vorige maand
numbers-year = Dit jaar
numbers-all = Alles
numbers-nothing = Niets te tellen in deze periode.
numbers-visits = { $count ->
     [one] bezoek
    *[other] bezoeken
    }
numbers-by-need = Per nood
numbers-by-need-state = Wat met de noden gebeurt
numbers-by-language = Per taal
numbers-by-referral = Doorverwijzingen
numbers-by-outcome = Resultaten van de doorverwijzingen
numbers-by-decline = Waarom een partner weigert
numbers-what = Wat
numbers-how-many = Hoeveel
numbers-few = minder dan 5

## meetings

meetings-title = Bijeenkomsten
meetings-sentence = Open voor iedereen.
meetings-nothing = Geen bijeenkomst gepland.
meetings-coming = Binnenkort
meetings-over = Voorbij
meetings-plan = Een bijeenkomst plannen
meetings-plan-now = Plannen
meetings-planned = De bijeenkomst is gepland. Kondig ze aan als alles klaar is.
meetings-later = Bewaard. Het vertrekt zodra er netwerk is.
meetings-name = Naam van de bijeenkomst
meetings-place = Plaats
meetings-day = Dag
meetings-welcome-time = Onthaal
meetings-start = Begin
meetings-end = Einde
meetings-welcome = Onthaal vanaf { $time }
meetings-interpreters = Tolken: { $languages }
meetings-seats = { $count ->
     [one] { $count } inschrijving
    *[other] { $count } inschrijvingen
    }
meetings-cancelled = Geannuleerd
meetings-not-announced = Nog niet aangekondigd
meetings-going-on = Bezig
meetings-announce = Aankondigen
meetings-announced = De bijeenkomst is aangekondigd.
meetings-come = Ik kom
meetings-registered = Genoteerd. Tot dan.
meetings-given-back = De plaats is teruggegeven.
meetings-open = Bekijken

## gathering

gathering-title = Bijeenkomst
gathering-all = Alle bijeenkomsten
gathering-none = Kies een bijeenkomst in de lijst.
gathering-member = Een lid
gathering-guest = Een persoon
gathering-choose = Kiezen…
gathering-later = Bewaard. Het vertrekt zodra er netwerk is.
gathering-open = Beginnen
gathering-opened = De bijeenkomst begint.
gathering-close = Afsluiten
gathering-closed = De bijeenkomst is voorbij. Bedankt.
gathering-agenda = Agenda
gathering-no-agenda = Niets op de agenda.
gathering-is-proposed = voorgesteld
gathering-is-deferred = uitgesteld
gathering-accept = Aanvaarden
gathering-defer = Uitstellen
gathering-new-item = Een onderwerp
gathering-item-from = Van wie komt dit onderwerp?
gathering-item-from-me = Van mij
gathering-item-from-desk = Van het onthaal
gathering-heard-need = Gehoorde nood
gathering-heard-how = Hoe vaak gehoord?
gathering-heard-hint = Tel zonder namen. Bij gezondheid, verblijf, justitie of schulden: { NUMBER($count) } keer of meer, zodat niemand herkend wordt.
gathering-heard-number = Schrijf een getal: 1 of meer.
gathering-heard-too-rarely = Voor deze nood is het { NUMBER($count) } keer of meer, zodat niemand herkend wordt. Wacht, of kies een andere nood.
gathering-propose-item = Voorstellen
gathering-item-proposed = Het onderwerp is voorgesteld.
gathering-item-accepted = Het onderwerp staat op de agenda.
gathering-item-deferred = Het onderwerp is uitgesteld.
gathering-attendance = { $count ->
     [one] Aanwezig: { $count }
    *[other] Aanwezig: { $count }
    }
gathering-without-name = Zonder naam, per taal
gathering-one-person = Eén persoon
gathering-one-more = Eén persoon meer
gathering-one-less = Eén persoon minder
gathering-counted = Geteld.
gathering-with-name = Met naam, als de persoon wil
gathering-agrees-to-name = Stemt in met naam
gathering-named-now = De naam is genoteerd.
gathering-take-name = De naam { $name } intrekken
gathering-name-taken = De naam is ingetrokken. De persoon blijft geteld.
gathering-decisions = Beslissingen
gathering-no-decision = Nog geen beslissing.
gathering-new-decision = Een beslissing
gathering-how-decided = Hoe?
gathering-by-consensus = iedereen akkoord
gathering-by-vote = stemming
gathering-in-favour = Voor
gathering-against = Tegen
gathering-abstained = Onthouding
gathering-decide = De beslissing noteren
gathering-decided = De beslissing is genoteerd.
gathering-commitments = Engagementen
gathering-no-commitment = Nog geen engagement.
gathering-new-commitment = Wat er gedaan wordt
gathering-who = Wie?
gathering-due = Tegen wanneer?
gathering-due-on = tegen { $date }
gathering-overdue = te laat
gathering-fulfil = Het is gedaan
gathering-fulfilled = gedaan
gathering-dropped = opgegeven
gathering-fulfilled-now = Bedankt, genoteerd.
gathering-promise = Het engagement noteren
gathering-promised = Het engagement is genoteerd.
gathering-minutes = Verslag
gathering-minutes-kept = Het verslag is opgeslagen.
gathering-not-approved = Goed te keuren op de volgende bijeenkomst
gathering-approved = Goedgekeurd
gathering-published = Gepubliceerd op { $date }
gathering-what-changed = Wat verandert
gathering-publish = Publiceren
gathering-published-now = Het verslag is gepubliceerd.
gathering-approve-at = Op welke bijeenkomst goedgekeurd?
gathering-approve = Akkoord noteren
gathering-approved-now = Het verslag is goedgekeurd.
gathering-no-later = Het wordt goedgekeurd op een volgende bijeenkomst.

## partners

partners-title = Partners
partners-sentence = Gegevens, fiches en antwoordtijd.
partners-which = Welke?
partners-active = Actief
partners-all = Alle
partners-look = Zoeken op naam
partners-nothing = Geen partner gevonden.
partners-next-step = Volgende stap: { $what }
partners-sheets = Fiches
partners-no-sheet = Nog geen fiche.
partners-no-answers = Nog geen antwoord gekend.
partners-answers-in = { $count ->
     [one] Antwoordt meestal in { $count } dag
    *[other] Antwoordt meestal in { $count } dagen
    }
partners-verified = Gecontroleerd op { $date }
partners-never-verified = Nooit gecontroleerd
partners-doubted = { $count ->
     [one] { $count } twijfel
    *[other] { $count } twijfels
    }
partners-verify = De fiche klopt
partners-verified-now = Genoteerd, de fiche is gecontroleerd.
partners-later = Bewaard. Het vertrekt zodra er netwerk is.

## people

people-title = Mensen en rollen
people-sentence = Wie binnenkomt, en waarvoor.
people-nothing = Nog niemand.
people-somebody = Een collega
people-invite = Uitnodigen
people-invite-now = De link maken
people-invited = De uitnodiging is klaar.
people-give-link = Geef deze link zelf af. U ziet hem één keer, 7 dagen geldig.
people-name = Naam
people-email = E-mailadres
people-role = Rol
people-link-until = Link geldig tot { $date }
people-needs-second = Tweede code voor { $date }
people-remove = Toegang intrekken
people-why = Waarom?
people-left = Is vertrokken
people-own-wish = Wil het zelf
people-misuse = Misbruik
people-removed = De toegang is overal meteen ingetrokken.
people-later = Bewaard. Het vertrekt zodra er netwerk is.
people-add-role = Een rol toevoegen
people-give-role = Deze rol geven
people-choose = Kiezen…
people-role-given = De rol is gegeven.
people-role-taken = De rol is ingetrokken.
people-take-role = De rol { $role } intrekken
people-renew = Nieuwe link maken

## data

data-title = Gegevens
data-sentence = Wat bewaard wordt, en wie het las.
data-requests = Vragen van mensen
data-no-request = Geen vraag in afwachting.
data-wants-answer = Een persoon wacht op antwoord
data-retention = Een bewaartijd loopt af
data-due = tegen { $date }
data-look = Bekijken
data-since = sinds { $date }
data-grant = Het is gedaan
data-refuse = Weigeren
data-partly = Gedeeltelijk
data-why-partly = Wat is niet gedaan, en waarom?
data-answered = Het antwoord is genoteerd.
data-erase = Wissen
data-erase-changes = Namen, contacten en notities verdwijnen voorgoed, ook uit kopieën.
data-erase-keeps = De cijfers blijven gelijk.
data-erase-now = Voorgoed wissen
data-erased = Het wissen is beslist.
data-certificate = Gewist op { $date }
data-readers = Wie de identiteit las
data-nobody-read = Niemand.
data-member = Wat ik over mezelf zei
data-no-member = U bent niet als lid ingeschreven: hier is niets van u bewaard. Wilt u lid worden? Vraag het aan het onthaal.
data-not-kept = Niets bewaard
data-contact = Hoe men mij bereikt
data-spoken = Mijn talen
data-member-since = Lid sinds
data-who-sees = Het onthaal en de coördinatie zien dit, om duo's voor te stellen. Iets verbeteren of wissen? Vraag het aan de coördinatie.
data-offers = U biedt aan om mensen te begeleiden.
data-stop-offering = Niet meer begeleiden
data-offers-no-more = Ingetrokken. U krijgt geen voorstel voor een duo meer.
data-offers-not = U biedt geen begeleiding aan.
data-offer-again = Aanbieden om te begeleiden
data-offers-again = Dank u. U kunt een voorstel voor een duo krijgen.
data-experience = Eigen ervaring: { $topic }
data-take-back = Intrekken
data-experience-taken = Ingetrokken.
data-mine = Mijn account
data-demo-account = Dit is een demonstratieaccount: er wordt niets van u bewaard.
data-name = Naam
data-email = E-mailadres
data-roles = Rollen
data-second = Tweede code
data-yes = Ja
data-no = Nee
data-second-due = Tweede code of toegangssleutel vóór { $date }
data-shared-device = gedeeld toestel
data-end-all = Overal afmelden
data-account-since = Account sinds
data-sessions = Waar ik ben aangemeld
data-this-device = Dit toestel
data-other-device = Een ander toestel
data-end-session = Daar afmelden
data-session-ended = De sessie is daar beëindigd.
data-on-device = Op dit toestel
data-on-device-is = Wat nog te versturen is en de laatste lijsten, verzegeld. De lijsten verdwijnen bij het afmelden en na 7 dagen.
data-later = Bewaard. Het vertrekt zodra er netwerk is.
data-why-refused = Waarom weigeren?
data-why-hint = De persoon kan het lezen.

### Pages

## Around every page
page-skip = Naar de inhoud
page-tongues = Talen
page-menu = Menu
page-more = Hulp en informatie
page-home = Onthaal
page-meetings = Bijeenkomsten
page-help = Wie kan helpen?
page-easy = Makkelijk te lezen
page-privacy = Uw gegevens
page-accessibility = Toegankelijkheid
page-team = Voor het team
page-to-front = Terug naar het begin
page-sign-in = Aanmelden
page-exit = Deze pagina verlaten
page-exit-what = Uw browser onthoudt het adres van deze pagina. Wis het als iemand in uw telefoon kijkt.
page-clips = In gebarentaal
page-captions = Ondertitels
page-download = Downloaden
page-transcript = De tekst van de video
page-networks = Welk netwerk?
page-no-network = Hier is nog geen netwerk open.

## What is not there
page-missing = Deze pagina bestaat niet
page-missing-what = Het adres is misschien veranderd. Begin opnieuw bij het onthaal.
page-later = Het werkt nu even niet
page-later-what = Probeer het over een minuut opnieuw, of bel ons.
page-not-yours = Deze pagina is niet voor dit account
page-not-yours-what = Kies een andere rol, of vraag het aan de coördinatie.
page-signed-out = Meld u eerst aan
page-signed-out-what = Deze pagina is voor het onthaalteam.
page-no-app = De app is er niet
page-no-app-what = Deze server is klaargemaakt zonder de app. De openbare pagina’s werken.
page-no-app-how = Voor wie installeert: Node 20 of nieuwer is nodig bij het bouwen.

## Home
page-home-lead = Kom zoals u bent. Het is gratis. U hoeft uw naam niet te zeggen.
page-no-place = Er is nu geen onthaalplek.
page-open-until = Nu open, tot { $time }
page-closed-now = Nu gesloten
page-next-opening = Volgende keer open: { $day }, { $times }
page-no-opening = Er is geen opening gepland. Bel ons.
page-walk-in = Zonder afspraak.
page-appointment-only = Met afspraak: bel eerst.
page-walk-in-or-appointment = Met of zonder afspraak.
page-closed-on = Gesloten: { $when }.
page-call = Bellen
page-route = De weg zoeken
page-where = Waar
page-when = Wanneer
page-languages = Talen
page-week = Elke week
page-closed = gesloten
page-language-how = { $language } ({ $how })

## Meetings
page-meeting = Bijeenkomst
page-meetings-lead = We ontmoeten elkaar en beslissen samen. U mag komen zonder te verwittigen.
page-meetings-none = Er is nu geen bijeenkomst aangekondigd.
page-meetings-ask = De data staan hier nog niet. Vraag ze aan het onthaal.
page-cancelled = Afgelast.
page-welcome-from = Welkom vanaf { $time }
page-interpreters = Tolken: { $languages }
page-to-calendar = In mijn agenda zetten
page-all-to-calendar = Alle bijeenkomsten in mijn agenda

## Who can help
page-help-lead = Kies wat u nodig hebt.
page-help-need = Wat hebt u nodig?
page-help-language = In welke taal?
page-any-language = Alle talen
page-show = Tonen
page-services = Diensten
page-service = Dienst
page-help-none = We vonden niets. Probeer een andere taal, of kom langs.
page-more-services = De volgende tonen
page-from-the-start = Terug naar het begin van de lijst
page-closed-for-now = Voorlopig gesloten.
page-capacity-open = Er is plaats.
page-capacity-few = Er is nog weinig plaats.
page-capacity-full = Nu volzet.
page-capacity-waiting-list = Wachtlijst.
page-received-walk-in = Zonder afspraak
page-received-appointment = Op afspraak
page-received-both = Met of zonder afspraak
page-received-not-said = Onthaal: te vragen
page-hours = { $days }: { $times }
page-from = vanaf { $time }
page-until = tot { $time }
page-for-whom = Voor wie
page-bring = Mee te brengen
page-if-you-have-it = (als u het hebt)
page-age-from = Vanaf { $from } jaar
page-age-until = Tot { $until } jaar
page-age-between = Van { $from } tot { $until } jaar
page-offered-interpreter = met tolk
page-offered-native-staff = moedertaal in het team
page-offered-not-said = te vragen
page-offered-remote-interpreter = tolk op afstand
page-offered-staff = gesproken door het team
page-offered-volunteer = met vrijwilliger
page-offered-written = schriftelijk

## The nine needs
page-need-housing = Wonen
page-need-health = Gezondheid
page-need-card = Medische kaart
page-need-papers = Papieren
page-need-money = Geld
page-need-food = Eten
page-need-family = Gezin
page-need-safety = Veiligheid
page-need-talk = Praten

## A link to a volunteer
page-link-question = Kunt u meegaan?
page-link-for = Waarvoor
page-link-when = Wanneer
page-link-language = Taal
page-link-until = Antwoord voor
page-link-yes = Ja, ik kom
page-link-no = Nee, deze keer niet
page-link-free = U mag nee zeggen. Dat is niet erg.
page-link-why = Als het nee is, waarom?
page-link-why-what = Kies een reden en dan “Nee”. Zo vragen we het de volgende keer beter.
page-link-yes-said = Dank u, u zei ja
page-link-yes-what = We vragen het nu aan de persoon. Daarna zeggen we u waar en hoe laat.
page-link-no-said = Genoteerd, dank u
page-link-no-what = U zei nee. We vragen het aan iemand anders.
page-link-over = Deze link is niet meer nodig
page-link-over-what = Hij is te oud, of het is al geregeld. U hoeft niets te doen.
page-any-time = Wanneer u wilt
page-no-because-no-time = Ik heb geen tijd
page-no-because-too-far = Het is te ver
page-no-because-not-at-ease = Ik voel me er niet goed bij
page-no-because-acquainted-privately = Ik ken de persoon misschien
page-no-because-need-changed = De vraag is veranderd
page-no-because-other = Iets anders

## The plain form of a visit
page-visit = Nieuw bezoek
page-visit-lead = Geen naam nodig. Het bezoek is anoniem.
page-visit-recorded = Het bezoek is bewaard.
page-visit-none-open = Er is geen zitdag open. Open er een in de app.
page-visit-no-session = Kies de zitdag.
page-visit-session = Welke zitdag?
page-session = { $place }, { $day }, { $time }
page-visit-needs = Wat heeft de persoon nodig?
page-visit-others = Andere noden
page-visit-answers = Wat hebben we gedaan?
page-visit-language = In welke taal?
page-visit-met = Hoe?
page-visit-save = Opslaan
page-answer-informed = Info gegeven
page-answer-oriented = Doorverwezen naar een dienst
page-answer-network = Begeleid door het netwerk
page-answer-listened = Geluisterd
page-answer-document-helped = Geholpen met een document
page-met-direct = door iemand van het huis
page-met-interpreter = met tolk
page-met-volunteer = met vrijwilliger
page-met-written = schriftelijk
page-met-not-met = geen gemeenschappelijke taal

## Days and times
page-date = { $weekday } { $day } { $month }
page-time = { $hour }:{ $minute }
page-from-to = { $from } – { $until }
page-day-time = { $day }, { $time }
page-day-part = { $day }, { $part }
page-today = vandaag
page-tomorrow = morgen
page-part-morning = voormiddag
page-part-afternoon = namiddag
page-part-evening = avond
page-day-monday = maandag
page-day-tuesday = dinsdag
page-day-wednesday = woensdag
page-day-thursday = donderdag
page-day-friday = vrijdag
page-day-saturday = zaterdag
page-day-sunday = zondag
page-month-1 = januari
page-month-2 = februari
page-month-3 = maart
page-month-4 = april
page-month-5 = mei
page-month-6 = juni
page-month-7 = juli
page-month-8 = augustus
page-month-9 = september
page-month-10 = oktober
page-month-11 = november
page-month-12 = december

## Languages
page-language-und = Niet gezegd
page-language-fra = Frans
page-language-nld = Nederlands
page-language-ara = Arabisch
page-language-eng = Engels
page-language-deu = Duits
page-language-spa = Spaans
page-language-por = Portugees
page-language-ita = Italiaans
page-language-ron = Roemeens
page-language-bul = Bulgaars
page-language-tur = Turks
page-language-rus = Russisch
page-language-ukr = Oekraïens
page-language-pol = Pools
page-language-sqi = Albanees
page-language-fas = Perzisch
page-language-prs = Dari
page-language-pus = Pasjtoe
page-language-kur = Koerdisch
page-language-tir = Tigrinya
page-language-amh = Amhaars
page-language-som = Somalisch
page-language-ful = Fula
page-language-lin = Lingala
page-language-swa = Swahili
page-language-rif = Tarifit
page-language-hat = Haïtiaans Creools
page-language-fil = Filipijns
page-language-urd = Urdu
page-language-zho = Chinees
page-language-sfb = gebarentaal (LSFB)
page-language-vgt = gebarentaal (VGT)
page-language-fcs = gebarentaal (LSQ)
page-language-ase = gebarentaal (ASL)

## Easy to read
page-easy-lead = Zo gaat het bij ons.
page-easy-come = U komt langs
page-easy-come-1 = U mag komen zonder afspraak.
page-easy-come-2 = U mag iemand meebrengen.
page-easy-talk = U praat
page-easy-talk-1 = Iemand luistert naar u.
page-easy-talk-2 = U zegt wat u wilt. U moet uw naam niet geven.
page-easy-language = In uw taal
page-easy-language-1 = We zoeken iemand die uw taal spreekt of gebaart. Het is gratis.
page-easy-next = Daarna
page-easy-next-1 = We zoeken samen met u een oplossing.
page-easy-next-2 = We kunnen u naar een dienst doorverwijzen. Iemand kan met u meegaan.
page-easy-free = U beslist
page-easy-free-1 = U mag nee zeggen. U mag van gedacht veranderen.
page-easy-free-2 = Alles is gratis.

## Your data
page-privacy-lead = Wat we bewaren, wat we niet bewaren, en wat u kunt vragen.
page-privacy-come = Als u langskomt
page-privacy-come-1 = U mag anoniem blijven. Niemand vraagt uw papieren.
page-privacy-come-2 = We noteren de dag, de taal en de nood. Zo kunnen we tellen en beter helpen.
page-privacy-come-3 = We noteren nooit nationaliteit, verblijf of godsdienst.
page-privacy-keep = Als u uw naam geeft
page-privacy-keep-1 = Uw naam, uw nummer en de notities zijn versleuteld.
page-privacy-keep-2 = Alleen wie u helpt, kan ze lezen. Elke keer dat iemand uw naam leest, wordt dat genoteerd.
page-privacy-keep-3 = We bewaren ze alleen zolang het nodig is.
page-privacy-share = Als we een dienst aanspreken
page-privacy-share-1 = We vragen eerst uw toestemming. U kunt ja zeggen met uw stem, op papier of in gebaren.
page-privacy-share-2 = U mag uw toestemming altijd intrekken.
page-privacy-rights = Uw rechten
page-privacy-rights-1 = U mag vragen wat we noteerden, en wie het las.
page-privacy-rights-2 = U mag uw gegevens laten verbeteren of wissen.
page-privacy-rights-3 = Vraag het aan het onthaal. Het is gratis en u moet niet zeggen waarom.
page-privacy-site = Op deze site
page-privacy-site-1 = Deze pagina’s gebruiken geen cookies, geen reclame en geen bezoekcijfers.
page-privacy-site-2 = Er is alleen een cookie als het team zich aanmeldt.

## Accessibility
page-access-lead = Deze pagina’s volgen grotendeels de regels van WCAG 2.2, niveau AA.
page-access-done = Wat er is
page-access-done-1 = Alles werkt zonder muis, zonder script en op een oude telefoon.
page-access-done-2 = De tekst kan groter. Er is een lichte en een donkere weergave.
page-access-done-3 = De pagina’s bestaan in het Frans, Nederlands, Arabisch en Engels.
page-access-limits = Wat nog ontbreekt
page-access-limits-1 = Er zijn automatische controles gedaan. Blinde of dove mensen hebben ze nog niet getest.
page-access-limits-2 = Video’s in gebarentaal hangen af van elk netwerk. Sommige teksten van diensten ontbreken in een taal.
page-access-tell = Een probleem?
page-access-tell-1 = Zeg het ons aan het onthaal, per telefoon of schriftelijk. We antwoorden en herstellen.
page-access-tell-2 = U kunt de informatie ook anders krijgen: mondeling, op papier, in gebaren.
