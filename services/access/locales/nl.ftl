# Waarom iemand niet binnen mag, of nog niet, en hoe het verder kan.
sign-in-wrong = Het adres, het wachtwoord of de code klopt niet. Kijk ze na en probeer opnieuw, of vraag een coördinator om u weer toegang te geven.
too-many-attempts = Te veel mislukte pogingen. Probeer opnieuw over { $seconds } seconden, of op een toestel waarop u al eens was aangemeld.
sign-in-busy = Veel mensen melden zich nu aan. Probeer opnieuw over { $seconds } seconden: er gaat niets verloren.
password-too-short = Het wachtwoord is te kort. Neem minstens { $least } tekens: enkele woorden die niet bij elkaar horen zijn goed.
password-too-long = Het wachtwoord is te lang. Blijf onder { $most } tekens.
password-too-common = Dit wachtwoord, of waaruit het bestaat, hoort bij wat iedereen eerst probeert. Neem enkele woorden die niet bij elkaar horen.
password-too-personal = Dit wachtwoord bestaat uit uw naam, uw adres of de naam van het netwerk. Neem woorden die niemand over u kan weten.
password-too-regular = Dit wachtwoord herhaalt zich of volgt het toetsenbord. Neem enkele woorden die niet bij elkaar horen.
second-factor-wrong = Dit is niet de code van nu. Typ de code die de app toont en kijk of de klok van de telefoon automatisch staat; of neem een herstelcode.
second-factor-used = Deze code is al gebruikt. Wacht tot de app de volgende toont.
sign-in-step-expired = Deze stap heeft te lang gewacht, of is voorbij. Begin opnieuw met aanmelden.
passkey-not-valid = De toegangssleutel kon niet worden nagekeken. Probeer opnieuw, of meld u anders aan.
passkey-cloned = Deze toegangssleutel lijkt tweemaal te bestaan. Meld u anders aan, verwijder hem van uw account en verwittig een coördinator.
passkeys-not-offered = Toegangssleutels zijn hier niet ingesteld. Meld u anders aan; wie deze site beheert, kan het adres ervan instellen.
outside-sign-in-unknown = Dit netwerk aanvaardt deze aanmelding van buiten niet. Kies er een uit de lijst.
outside-sign-in-declined = De aanmelding bij uw organisatie is niet afgerond. Begin opnieuw, of meld u anders aan.
outside-sign-in-unreachable = De aanmelding van uw organisatie antwoordt niet. Probeer opnieuw over enkele minuten, of meld u anders aan.
outside-sign-in-not-trusted = Het antwoord van uw organisatie kon niet worden nagekeken. Begin opnieuw vanaf het aanmeldscherm; verwittig een coördinator als het blijft gebeuren.
session-ended = Uw sessie is voorbij. Meld u opnieuw aan; wat u hebt opgeslagen is bewaard.
session-locked = De sessie is vergrendeld. Typ de pincode van dit toestel, of verlaat de sessie.
pin-not-digits = Een pincode heeft 4 tot 8 cijfers. Kies er zo een.
pin-too-simple = Deze pincode hoort bij wat iedereen eerst probeert. Vermijd reeksen, herhalingen en jaartallen.
pin-missing = Deze sessie heeft geen pincode op dit toestel. Kies er eerst een, of verlaat de sessie.
pin-wrong = De pincode klopt niet. U hebt nog { $left } { $left ->
        [one] poging
       *[other] pogingen
    }; daarna moet u zich opnieuw aanmelden.
pin-wiped = De pincode is gewist na te veel pogingen en de sessie is voorbij. Meld u opnieuw aan en kies daarna een andere.

role-not-chosen = Kies de rol waarin u handelt. Een ingetrokken of vervallen rol kan niet meer gekozen worden; vraag het aan de coördinatie.
role-needs-second-factor = Deze rol beslist voor anderen: voeg eerst een tweede factor of een toegangssleutel toe aan uw account.
request-header-missing = Deze vraag komt zonder de header x-entraide. Laad de pagina opnieuw en probeer het nog eens.
token-may-not = Een programma doet dit niet. Meld u zelf aan, of maak een token dat mag schrijven.

outside-sign-in-go-on = Verder
outside-sign-in-back = Terug naar de startpagina
