# Doorverwijzingen: waarom niet, en wat dan wel.
referral-not-found = Deze doorverwijzing bestaat hier niet. Kijk het nummer na of zoek ze in de lijst van doorverwijzingen.
referral-already-drafted = Deze doorverwijzing is al opgesteld. Open ze in de lijst of stel een andere op.
referral-needs-missing = Een doorverwijzing dient voor minstens één hulpvraag. Kies welke.
referral-too-many-needs = Een doorverwijzing heeft hoogstens { $most } hulpvragen. Maak een tweede voor de andere.
referral-need-twice = De hulpvraag { $code } staat er twee keer in. Haal ze er één keer uit.
referral-too-much-detail = Een lijst heeft hoogstens { $most } regels. Houd de belangrijkste.
referral-code-missing = De terugkeercode moet worden meegegeven, maar er is er geen. Geef de persoon een code of deel niets.
referral-person-missing = De naam moet worden meegegeven, maar de persoon is niet gekend. Kies de persoon of deel alleen de code.
referral-resumes-itself = Een doorverwijzing kan niet op zichzelf volgen. Geef de nieuwe een eigen nummer.
referral-still-open = De vorige doorverwijzing staat nog open. Verwijs de persoon opnieuw door: de oude wordt dan meteen vervangen.
referral-other-case = De vorige doorverwijzing hoort bij een ander dossier. Kijk na om welke persoon het gaat.
referral-consent-missing = De toestemming van de persoon ontbreekt. Vraag ze en noteer ze eerst.
referral-consent-too-narrow = { $missing ->
    [identity] De persoon heeft niet toegestemd om de naam te delen. Vraag het, of deel minder.
   *[other] De persoon heeft niet toegestemd om de hulpvraag te delen. Zonder dat kan de partner niet antwoorden: vraag het.
}
referral-consent-not-understood = De persoon kon niet in de eigen taal terecht en kan dus niet hebben toegestemd. Vraag het opnieuw met een tolk.
referral-consent-already-given = Er is al toestemming. Er hoeft niets zonder toestemming te gebeuren.
referral-second-reader-same = De tweede lezer moet iemand anders zijn dan u. Vraag een collega om de reden te lezen.
referral-reason-missing = "Andere" zegt op zich niets. Schrijf de reden in enkele woorden.
referral-already-sent = Deze doorverwijzing is al verstuurd. Wilt u het aan iemand anders vragen, verwijs de persoon dan opnieuw door.
referral-not-sent = Deze doorverwijzing is nog niet verstuurd. Noteer de toestemming en verstuur ze eerst.
referral-without-link = Deze doorverwijzing werd niet met een link verstuurd. Bel de partner.
referral-link-not-current = Deze link is niet meer geldig. Vraag een nieuwe aan het team dat de doorverwijzing stuurde.
referral-already-answered = { $state ->
    [received] De partner heeft deze doorverwijzing al ontvangen. Wacht op het antwoord of trek de link in.
    [underReview] De partner heeft deze doorverwijzing al ontvangen. Wacht op het antwoord of trek de link in.
    [waitListed] De partner heeft deze doorverwijzing al ontvangen. Wacht op het antwoord of trek de link in.
    [awaitingPerson] De partner heeft deze doorverwijzing al ontvangen. Wacht op het antwoord of trek de link in.
   *[other] De partner heeft al ja gezegd. Verandert dat, dan kan de partner de doorverwijzing terugsturen.
}
referral-charter-not-current = Het charter is veranderd sinds dit lid het aanvaardde. Laat het lid het huidige charter aanvaarden en aanvaard dan de doorverwijzing.
referral-no-contact = De persoon wil niet gecontacteerd worden. Kies een manier waarbij niemand schrijft of belt.
referral-date-implausible = Deze datum kan niet kloppen. Kies er een van { $from } tot { $until }.
referral-person-not-awaited = Er wordt nu niets van de persoon gevraagd. Kijk hoe het met de doorverwijzing staat.
referral-not-accepted = De partner heeft nog geen ja gezegd. Wacht op het antwoord, of noteer het als u het telefonisch kreeg.
referral-already-attended = De persoon is al geweest. Noteer wat ervan geworden is.
referral-appointment-not-yet = De afspraak is op { $date }. Pas dan weten we of de persoon komt.
referral-person-missed = De persoon is niet gekomen. Maak een nieuwe afspraak of sluit de doorverwijzing af.
referral-not-in-service = Een doorverwijzing wordt afgesloten nadat de persoon gekomen of weggebleven is. Noteer dat eerst, of trek ze in.
referral-outcome-missing = Het is niet duidelijk wat ervan geworden is: niemand zei het, of de stemmen verschillen. Kies het resultaat.
referral-no-help-reason-missing = De persoon kreeg geen hulp. Kies de reden, zodat ze geteld wordt.
referral-not-recallable = Dit is te ver gevorderd om in te trekken. Wil de persoon het niet meer, noteer dan dat de toestemming is ingetrokken.
referral-not-reopenable = Deze doorverwijzing kan van hieruit niet verder. Stel een nieuwe op die erop volgt.
referral-closed = { $state ->
    [declined] Deze doorverwijzing is afgesloten: de partner heeft geweigerd. Het team dat ze stuurde kan ze heropenen.
    [expired] Deze doorverwijzing is afgesloten: er kwam niet op tijd een antwoord. Het team dat ze stuurde kan ze heropenen.
    [recalled] Deze doorverwijzing is afgesloten: ze werd ingetrokken. Er hoeft niets meer te gebeuren.
    [returned] Deze doorverwijzing is afgesloten: de partner stuurde ze terug. Stel een nieuwe op die erop volgt.
   *[other] Deze doorverwijzing is afgesloten. Het team dat ze stuurde kan ze heropenen.
}
referral-superseded = De persoon werd opnieuw doorverwezen: een andere doorverwijzing ({ $by }) komt in de plaats van deze. Hier hoeft niets meer te gebeuren.
referral-void = Deze doorverwijzing werd per vergissing ingevoerd en telt niet. Stel zo nodig een nieuwe op.
referral-for-host = Dit doet het onthaal. Vraag het aan een onthaalmedewerker.
referral-for-partner = De gevraagde partner antwoordt hierop, of een onthaalmedewerker die hem aan de telefoon heeft.
referral-for-coordinator = Dit doet de coördinatie. Vraag het daar.
referral-for-platform = Het platform doet dit vanzelf op de voorziene dag. U hoeft niets te doen.
referral-voice-of-others = U kunt alleen zeggen wat u zelf weet. Het onthaal kan noteren wat anderen zeiden.
referral-not-due = Het is te vroeg: dit is voor { $due }.
referral-nothing-due = Er staat niets van dien aard open voor deze doorverwijzing. Kijk hoe het ermee staat.
