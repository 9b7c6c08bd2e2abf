# Het charter.
charter-not-found = Het netwerk heeft nog geen charter. Schrijf de eerste versie.
charter-text-missing = Er is geen tekst. Schrijf hem in minstens één taal.
charter-not-drafted = Versie { $version } is geen ontwerp dat op goedkeuring wacht. Lees het charter opnieuw en kies het ontwerp.
charter-not-adopted = Versie { $version } is niet aangenomen. Een bijeenkomst moet ze eerst aannemen.
charter-already-in-force = Versie { $version } heeft al haar data. Schrijf een nieuwe versie om iets te veranderen.
charter-grace-before-start = De tijd om te aanvaarden eindigt voor de versie geldt. Kies een later einde.
charter-starts-too-early = De vorige versie geldt vanaf { $from }. Kies die dag of een latere dag.
charter-too-many-amendments = Deze versie heeft { $most } voorstellen, het maximum. Schrijf een nieuwe versie met wat is afgesproken.

# De leden.
member-not-found = Dit lid bestaat niet. Zoek het in de lijst, of laat het eerst lid worden.
member-already-joined = Dit lid is al lid geworden. Open liever de pagina van het lid.
member-has-left = Dit lid heeft het netwerk verlaten. Het kan opnieuw lid worden als het dat wil.
member-still-paired = { $places ->
    [one] Dit lid heeft nog een duo. Beëindig het of draag het eerst over.
   *[other] Dit lid heeft nog { $places } duo's. Beëindig ze of draag ze eerst over.
}
not-a-volunteer = Dit lid biedt zich niet aan als vrijwilliger. Vraag het eerst; het kan dat op de eigen pagina doen.
same-alias = De vrijwilliger en de persoon zijn dezelfde. Kies een andere vrijwilliger.
charter-not-current = { $accepted ->
    [0] Deze vrijwilliger heeft het charter niet aanvaard. Versie { $inForce } moet eerst aanvaard worden.
   *[other] Deze vrijwilliger aanvaardde versie { $accepted } van het charter; nu geldt versie { $inForce }. Die moet eerst aanvaard worden.
}
charter-version-not-acceptable = { $inForce ->
    [0] Er geldt nog geen versie van het charter. Wacht tot er een geldt.
   *[other] Versie { $version } van het charter kan nu niet aanvaard worden. Aanvaard versie { $inForce }.
}
newer-charter-accepted = De nieuwere versie { $accepted } is al aanvaard. Er hoeft niets meer te gebeuren.
charter-grace-not-over = De versie die eerder aanvaard werd, geldt tot { $until }. Wacht tot dan.
quota-reached = { $quota ->
    [0] Deze vrijwilliger neemt nu geen duo's. Kies een andere, of vraag of het toch kan.
    [one] Deze vrijwilliger heeft al het ene duo dat hij of zij aanneemt. Kies een andere, of vraag of er meer kan.
   *[other] Deze vrijwilliger heeft al de { $quota } duo's die hij of zij aanneemt. Kies een andere, of vraag of er meer kan.
}
quota-too-high = Niemand neemt meer dan { $most } duo's tegelijk. Kies een kleiner aantal.
too-many-topics = Hoogstens { $most } onderwerpen. Trek er een in voor u er nog een deelt.
too-many-languages = Hoogstens { $most } talen. Bewaar de talen die gebruikt worden.
too-many-aliases = Hoogstens { $most } pseudoniemen voor een lid. Vraag de coördinatie om ze samen te voegen.

# De duo's.
pairing-state-word = { $state ->
    [requested] op zoek naar een vrijwilliger
    [proposed] voorgesteld
    [halfAccepted] door één kant aanvaard
    [active] actief
    [paused] gepauzeerd
    [suspended] geschorst
    [ended] beëindigd
    [completed] afgesloten
    [unmatched] zonder vrijwilliger
    [withdrawn] ingetrokken
   *[other] { $state }
}
pairing-not-found = Dit duo bestaat niet. Zoek het in de lijst, of vraag begeleiding aan.
accompaniment-already-requested = Deze begeleiding is al aangevraagd. Open liever het duo.
pairing-not-looking = Hier wordt geen vrijwilliger gezocht: het duo is { pairing-state-word }. Vraag een andere vrijwilliger in een nieuw duo.
pairing-not-proposed = Er is geen voorstel om te beantwoorden: het duo is { pairing-state-word }. Lees het opnieuw.
excluded-after-decline = Deze vrijwilliger werd geweigerd, of mag niet meer aan deze persoon voorgesteld worden. Kies een andere.
too-many-proposals = Er zijn { $most } vrijwilligers voorgesteld, het maximum. Meld dat niemand gevonden is en doe een oproep.
another-volunteer = Dit duo is niet met die vrijwilliger. Lees het opnieuw en beslis dan.
proposal-deadline-passed = Het voorstel wachtte op antwoord tot { $deadline }. Stel de vrijwilliger opnieuw voor.
proposal-still-open = Het voorstel wacht op antwoord tot { $deadline }. Wacht tot dan.
decline-reason-needed = Kies een reden, zodat het volgende voorstel beter past.
pairing-not-active = Dit kan als het duo actief is; het is { pairing-state-word }. Is het gepauzeerd, hervat het dan eerst.
pairing-not-running = Dit duo loopt niet: het is { pairing-state-word }. Er valt niets te stoppen of te beëindigen.
pairing-not-paused = Dit duo is niet gepauzeerd: het is { pairing-state-word }. Is het geschorst, dan kan de coördinatie het herstellen.
contact-before-start = Het duo begon op { $since }. Verbeter de datum van het contact.
contact-in-the-future = Dit contact heeft nog niet plaatsgevonden. Verbeter de datum.
contact-too-long = Een contact duurt hoogstens { $most } minuten. Verbeter de duur, of noteer meerdere contacten.
contact-not-found = Er is geen regel { $contact } die nog verbeterd kan worden: alleen de laatste 200. Kijk het nummer na.
inactivity-not-reached = Ze hadden recent genoeg contact. Er is niets te melden.
pause-in-the-past = De pauze zou eindigen voor ze begint. Kies een latere datum.
pause-too-long = Een pauze duurt hoogstens { $days } dagen. Kies een vroegere datum, of beëindig het duo en vraag later opnieuw.
pairing-needs-coordinator = Alleen de coördinatie kan dit. Vertel haar wat er gebeurd is.
pairing-not-ended = Dit kan zodra het duo beëindigd is; het is { pairing-state-word }. Beëindig het eerst, of laat het zo als het afgesloten is.
pairing-feedback-already-given = Deze kant heeft al gezegd hoe het was. Spreek de coördinatie aan om iets toe te voegen.
pairing-outcome-needed = Zeg wat de begeleiding heeft opgeleverd.
pairing-goal-was-reached = Het duo eindigde omdat het doel bereikt is: het resultaat is positief. Geef geen ander resultaat op.
no-rematch-from-here = Een andere vrijwilliger kan gevraagd worden als het duo voorbij is; het is { pairing-state-word }. Beëindig het eerst.
rematch-already-requested = Er is al een andere vrijwilliger gevraagd. Open het duo dat volgt.

# De oproep voor vrijwilligers.
recruitment-language = { $language ->
    [ara] Arabisch
    [deu] Duits
    [eng] Engels
    [fra] Frans
    [nld] Nederlands
    [sfb] Franse gebarentaal van België (LSFB)
    [spa] Spaans
    [tur] Turks
    [vgt] Vlaamse Gebarentaal (VGT)
   *[other] { $language }
}
recruitment-day = { $day ->
    [monday] maandag
    [tuesday] dinsdag
    [wednesday] woensdag
    [thursday] donderdag
    [friday] vrijdag
    [saturday] zaterdag
   *[sunday] zondag
}
recruitment-part = { $part ->
    [morning] voormiddag
    [afternoon] namiddag
   *[evening] avond
}
recruitment-half-day = { recruitment-day } { recruitment-part }
recruitment-call = Gezocht: iemand om met een persoon mee te gaan. Taal: { $language }. Vrij op: { $times }.
recruitment-call-at-any-time = Gezocht: iemand om met een persoon mee te gaan. Taal: { $language }.
