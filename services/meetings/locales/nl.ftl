# Waarom een bijeenkomst of een toezegging neen zegt, en hoe het verder kan.
meeting-not-found = Deze bijeenkomst bestaat niet in dit netwerk. Kies ze uit de lijst van bijeenkomsten.
meeting-already-planned = Deze bijeenkomst is al gepland, maar anders. Verander de datum door ze te verplaatsen, of open een nieuw formulier om een andere te plannen.
meeting-title-missing = De bijeenkomst heeft geen titel. Schrijf er een in minstens één taal.
meeting-date-implausible = Dit jaar kan niet kloppen. Kijk de datum na.
welcome-after-start = Het onthaal zou na het begin komen. Zet het onthaal vóór het begin, of tegelijk.
meeting-ends-before-start = De bijeenkomst zou eindigen voor ze begint. Geef een einde na het begin.
meeting-too-long = Van onthaal tot einde duurt een bijeenkomst hoogstens { $hours } uur. Plan één bijeenkomst per dag.
meeting-not-announced = Deze bijeenkomst is nog niet aangekondigd. Kondig ze eerst aan.
meeting-not-today = Deze bijeenkomst is op { $date }. Open ze die dag, of verander eerst de datum.
meeting-not-open = Deze bijeenkomst is niet begonnen. Open ze eerst.
meeting-already-open = Deze bijeenkomst is begonnen: de datum verandert niet meer en inschrijven hoeft niet. Kom gewoon binnen, of sluit ze af als ze voorbij is.
meeting-already-held = Deze bijeenkomst is voorbij. Schrijf wat ontbreekt in het verslag, of plan het voor de volgende bijeenkomst.
meeting-not-held = Deze bijeenkomst is niet voorbij. Sluit ze af voor u aan het verslag werkt.
meeting-cancelled = Deze bijeenkomst is afgelast. Kies een andere, of plan een nieuwe.
meeting-message-missing = Mensen zouden niet weten waarom ze afgelast is. Schrijf een bericht in minstens één taal.
meeting-too-many = Hier kunnen er hoogstens { $most } genoteerd worden. Kijk na wat ingevuld is, of haal weg wat niet meer nodig is.
agenda-item-title-missing = Het punt heeft geen titel. Schrijf er een in minstens één taal.
agenda-item-already-proposed = Een ander punt draagt dit nummer. Open het formulier opnieuw en stel het nog eens voor.
agenda-item-not-found = Dit punt staat niet op de agenda van deze bijeenkomst. Stel het eerst voor.
agenda-need-too-rare = Iemand zou herkend kunnen worden: zo'n nood komt op de agenda vanaf { $least } keer. Wacht tot het er meer zijn, of laat een lid het onderwerp voorstellen.
agenda-item-already-deferred = Dit punt is al uitgesteld naar een andere bijeenkomst. Stel het van daaruit uit.
agenda-item-deferred-to-same = Een punt kan niet naar dezelfde bijeenkomst uitgesteld worden. Kies een andere, of geen.
meeting-already-registered = Er is al een inschrijving voor dit lid, of onder dit nummer. Annuleer ze en schrijf opnieuw in om ze te veranderen.
meeting-full = Alle { $places } plaatsen zijn bezet. Kom naar de volgende bijeenkomst, of vraag of er een plaats vrijkwam.
meeting-registration-not-found = Deze inschrijving bestaat niet voor deze bijeenkomst. Zoek ze in de lijst van inschrijvingen.
attendee-missing = Er is niemand gekozen. Kies een lid of een persoon, of tel zonder naam.
attendance-without-opt-in = Deze persoon wil niet genoemd worden. Tel zonder naam, per taal.
attendee-mismatch = Dit lid of deze persoon staat hier al samen met iemand anders. Haal eerst de vroegere aanwezigheid weg als die fout was.
attendance-not-found = Deze persoon is op deze bijeenkomst niet genoemd. Er is niets weg te halen.
attendance-settled = Het verslag met deze aanwezigheden is goedgekeurd. Verbeter eerst het verslag, dan de aanwezigheden.
decision-text-missing = De beslissing heeft geen tekst. Schrijf ze in minstens één taal.
decision-already-taken = Een andere beslissing draagt dit nummer. Open het formulier opnieuw en schrijf ze nog eens.
vote-count-missing = Een stemming vraagt een telling. Vul de stemmen voor, tegen en de onthoudingen in, of kies consensus.
vote-not-carried = Er zijn niet meer stemmen voor dan tegen: er is niets beslist. Stel het punt uit naar een andere bijeenkomst.
votes-exceed-attendance = { $votes } stemmen, maar { $present } aanwezigen. Noteer eerst alle aanwezigen, dan de stemming.
not-a-consensus = Iemand is tegen, dus is het geen consensus. Kies de stemming, of praat verder.
commitment-due-before-meeting = De toezegging zou vóór de bijeenkomst klaar moeten zijn. Kies de dag van de bijeenkomst of een latere dag.
commitment-due-too-far = Een toezegging loopt hoogstens { $years } jaar. Kies een vroegere dag.
minutes-text-missing = Het verslag heeft geen tekst. Schrijf het in minstens één taal.
minutes-not-drafted = Niemand heeft het verslag van deze bijeenkomst geschreven. Schrijf het eerst.
minutes-already-drafted = Het verslag van deze bijeenkomst is al geschreven. Verbeter het liever.
minutes-need-later-meeting = Een verslag wordt goedgekeurd door een latere bijeenkomst. Kies er een die na deze begint.
minutes-approval-too-early = De bijeenkomst die het verslag moet goedkeuren, is niet begonnen. Open ze eerst, of kies een andere.
minutes-already-approved = Dit verslag is al goedgekeurd door een andere bijeenkomst. Er hoeft niets meer te gebeuren.
minutes-not-approved = Dit verslag is niet goedgekeurd. Laat het op de volgende bijeenkomst goedkeuren en publiceer het dan.
minutes-language-missing = Er is geen taal gekozen. Kies er minstens één.
minutes-not-translated = Het verslag heeft geen tekst in het { $language ->
    [fr] Frans
    [nl] Nederlands
    [ar] Arabisch
   *[en] Engels
}. Publiceer het zonder die taal, of verbeter het eerst.
minutes-redaction-outside = Een te verbergen passage ligt buiten de tekst, of in een taal die niet gepubliceerd wordt. Duid ze opnieuw aan.
commitment-not-found = Deze toezegging bestaat niet in dit netwerk. Kies ze uit de lijst van toezeggingen.
commitment-already-made = Een andere toezegging draagt dit nummer. Open het formulier opnieuw en schrijf ze nog eens.
commitment-already-fulfilled = Deze toezegging is nagekomen. Blijft er iets te doen, doe dan een nieuwe op de volgende bijeenkomst.
commitment-already-dropped = Deze toezegging is opgegeven. Moet ze toch gebeuren, doe dan een nieuwe op de volgende bijeenkomst.
commitment-explanation-missing = Een andere reden vraagt enkele woorden. Schrijf ze, of kies een reden uit de lijst.
commitment-date-not-later = Ze moet al tegen { $due } gebeuren. Kies een latere dag.
commitment-postponed-too-far = Een toezegging wordt hoogstens { $years } jaar uitgesteld. Kies een vroegere dag.
commitment-carried-to-same-meeting = De toezegging is op deze bijeenkomst zelf gedaan. Kies de volgende.
commitment-meeting-over = Die bijeenkomst is voorbij of afgelast. Kies er een die nog komt.
commitment-not-due = De toezegging moet tegen { $due } gebeuren, en die dag is niet voorbij. Wacht tot dan.
