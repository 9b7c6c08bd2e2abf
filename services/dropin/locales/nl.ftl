# De onthaalplaats
site-not-found = Deze plaats bestaat niet in uw netwerk. Kies er een uit de lijst.
site-already-opened = Een plaats draagt dit nummer al. Open het formulier opnieuw om een andere te maken.
site-is-closed = Deze plaats is voorgoed gesloten. Kies een andere plaats.
opening-slot-not-found = Dit openingsuur bestaat niet meer. Lees de uren van de plaats opnieuw.
opening-slot-taken = Een ander openingsuur draagt dit nummer al. Open het formulier opnieuw om er een toe te voegen.
opening-ends-before-it-starts = Het einduur moet na het beginuur komen, op dezelfde dag.
opening-receives-nobody = Niemand zou kunnen komen. Vink 'zonder afspraak', 'met afspraak' of beide aan.
opening-slot-overlaps = De plaats is dan al open ({ $day }, { $start }–{ $end }). Verander de uren, of pas dat openingsuur aan.
site-dates-reversed = De laatste datum komt voor de eerste. Wissel ze om.
site-closure-too-long = Een sluiting duurt hoogstens { $max } dagen. Sluit de plaats anders voorgoed.
site-exception-without-message = Schrijf wat de mensen op de deur zullen lezen, in minstens één taal.
site-exception-taken = Een andere uitzondering draagt dit nummer al. Open het formulier opnieuw om er een toe te voegen.
site-exception-not-found = Deze uitzondering bestaat niet meer. Lees de uren van de plaats opnieuw.
too-many-opening-slots = Een plaats heeft hoogstens { $max } openingsuren. Verwijder wat niet meer dient.
too-many-site-exceptions = Een plaats bewaart hoogstens { $max } uitzonderingen. Verwijder wat voorbij is.
too-many-site-languages = Een plaats biedt hoogstens { $max } talen. Houd de talen die echt aangeboden worden.
site-closed-that-day = De plaats is gesloten op { $date }. Geef de reden van de uitzonderlijke opening om toch te openen.
site-not-open-that-day = De plaats is niet open op { $date }. Geef de reden van de uitzonderlijke opening, of voeg een openingsuur toe.
no-opening-for-appointment = Geen opening met afspraak op dat moment op { $date }. Kies een ander uur.

# De zitdag
session-not-found = Deze zitdag bestaat niet in uw netwerk. Open er een, of kies hem uit de lijst.
session-already-planned = Deze zitdag is al anders gepland. Annuleer hem en plan een andere.
session-already-open = Deze zitdag is al open. Ga ermee verder, of sluit hem af.
session-not-open = Deze zitdag is gepland maar nog niet open. Open hem eerst.
session-is-closed = Deze zitdag is afgesloten. Open een nieuwe als u nog mensen ontvangt.
session-was-cancelled = Deze zitdag is geannuleerd. Open een nieuwe als u toch mensen ontvangt.
session-ends-before-it-starts = De zitdag moet eindigen na het begin en op dezelfde dag. Verbeter de uren.
session-at-another-site = Deze zitdag is op een andere plaats gepland. Open hem daar, of open hier een nieuwe.
session-planned-for-another-day = Deze zitdag is gepland op { $date }. Open een nieuwe zitdag voor vandaag.
session-without-host = Geef minstens één onthaalmedewerker op.
session-list-too-long = De lijst is langer dan { $max }. Maak ze korter.
session-counts-not-checked = Lees eerst het overzicht van de zitdag en bevestig dat de aantallen kloppen.
session-closes-before-it-opened = De zitdag ging open op { $openedAt }. Geef een later sluitingsuur.
session-cancelled-without-message = Schrijf wat de mensen die wilden komen zullen lezen, in minstens één taal.
turned-away-count-wrong = Geef een aantal van 1 tot { $max }.
visit-before-session = Het bezoek was voor de opening van de zitdag ({ $openedAt }). Controleer het uur, of kies een andere zitdag.
visit-after-session = Het bezoek was na de afsluiting van de zitdag ({ $closedAt }). Controleer het uur, of open een nieuwe zitdag.
session-day-is-over = Deze zitdag bleef open sinds een andere dag ({ $endedAt }). Sluit hem af en open die van vandaag.

# Het bezoek en de noden
visit-not-found = Dit bezoek bestaat niet in uw netwerk. Zoek het met de terugkeercode of in de zitdag.
visit-already-recorded = Dit bezoek is al genoteerd. Open een nieuw formulier voor iemand anders.
visit-is-voided = Dit bezoek is ongeldig gemaakt en telt niet meer. Noteer zo nodig een nieuw bezoek.
visit-without-context = Een bezoek gebeurt in een zitdag of op straat. Open de zitdag, of geef de plaats van de ontmoeting.
visit-with-two-contexts = Een bezoek gebeurt in een zitdag of op straat, niet beide. Houd een van de twee.
visit-without-need = Geef minstens één nood op; 'niet gezegd' mag ook (OTH.UNSAID).
visit-late-without-reason = Dit bezoek is meer dan een dag oud. Zeg waarom het nu pas verstuurd wordt.
visit-minutes-wrong = Geef een duur van 1 tot { $max } minuten, of laat leeg.
too-many-needs = Een bezoek heeft hoogstens { $max } noden. Houd het belangrijkste, of noteer een nieuw bezoek.
too-many-visit-notes = Een bezoek heeft hoogstens { $max } notities. Schrijf het vervolg bij een volgend bezoek.
need-id-taken = Een andere nood draagt dit nummer al. Voeg ze opnieuw toe vanuit het formulier.
need-not-found = Deze nood staat niet in dit bezoek. Lees het bezoek opnieuw.
need-not-open = Deze nood wacht niet meer op antwoord ({ $state }). Komt ze terug, noteer ze dan opnieuw in een bezoek.
need-not-oriented-there = Deze nood is daar niet naar doorverwezen. Verwijs eerst door.
too-many-orientations = Een nood heeft hoogstens { $max } doorverwijzingen. Bespreek het met de coördinatie.
note-contains-contact = De notitie lijkt een telefoonnummer of e-mailadres te bevatten. Haal het weg, of bevestig dat de persoon het wilde.
note-may-name-somebody = De notitie lijkt iemand te noemen die hier werkt; dat kan verraden wie de persoon is. Haal de naam weg, of bevestig dat die nodig is.
visit-already-attributed = Dit bezoek hoort bij iemand anders. Maak het eerst los.
visit-identity-too-low = Iemand is gekend onder een schuilnaam of een naam. Kies een van de twee, of laat het bezoek anoniem.
visit-not-attributed = Dit bezoek hoort niet bij deze persoon. Er is niets los te maken.
voiding-not-allowed = Alleen wie ontving kan dit bezoek ongeldig maken, tot { $until }. Vraag het aan de coördinatie.
code-taken = Deze terugkeercode is al gegeven. Probeer opnieuw: er wordt een andere getrokken.

# De afspraak
appointment-not-found = Deze afspraak bestaat niet in uw netwerk. Zoek ze in de agenda van de plaats.
appointment-already-booked = Deze afspraak is al gemaakt. Open een nieuw formulier voor een andere.
appointment-is-over = Deze afspraak is voorbij ({ $state }). Maak een nieuwe.
appointment-in-the-past = Dat moment is voorbij. Kies een uur dat nog komt.
appointment-length-wrong = Een afspraak duurt 1 tot 1440 minuten. Verbeter de duur.
appointment-at-another-site = Deze afspraak is op een andere plaats. Annuleer ze en maak er hier een.
reminder-by-call-for-signer = Een oproep helpt iemand die gebarentaal spreekt niet. Kies een geschreven bericht of een video.
reminder-without-contact = Geef op hoe de persoon te bereiken is, of kies 'geen herinnering'.
appointment-still-to-come = De afspraak duurt tot { $endsAt }. Wacht tot dan om een afwezigheid te noteren.
appointment-has-another-visit = Deze afspraak hoort al bij een ander bezoek. Kijk na welk bezoek het juiste is.

# De tolk
interpretation-not-found = Deze tolkaanvraag bestaat niet in uw netwerk. Zoek ze in de lijst, of doe een nieuwe.
interpretation-already-requested = Deze tolk is al aangevraagd. Open een nieuw formulier voor een andere aanvraag.
interpretation-language-unknown = Kies de taal om te tolken: zonder taal kan niemand antwoorden.
interpretation-length-wrong = Een tolk werkt 1 tot 1440 minuten. Verbeter de duur.
interpretation-time-is-past = Dat moment is voorbij sinds { $endedAt }. Zei iemand eerder ja, geef dan het uur daarvan; vraag anders een ander moment.
interpretation-in-another-language = De persoon vroeg { $asked }, niet { $offered }. Vraag het eerst aan de persoon; is het goed, annuleer dan deze aanvraag en doe er een in { $offered }.
interpretation-was-declined = Deze aanvraag is geweigerd ({ $reason }). Vraag het eerst aan iemand anders, of probeer op afstand.
interpretation-already-confirmed = Een tolk heeft al bevestigd. Annuleer deze aanvraag en doe een nieuwe om te veranderen.
interpretation-not-confirmed = Nog niemand heeft bevestigd. Noteer eerst wie tolkt.
interpretation-still-to-come = Het is te vroeg: dit kan vanaf { $at }. Wacht tot dan, of annuleer de aanvraag.
interpretation-cost-too-high = Een tolk kost hoogstens { $max } cent. Kijk het bedrag na.
interpretation-is-over = Deze aanvraag is afgelopen ({ $state }). Doe een nieuwe.
