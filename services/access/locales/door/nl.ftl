role-not-chosen = Kies de rol waarin u handelt. Een ingetrokken of vervallen rol kan niet meer gekozen worden; vraag het aan de coördinatie.
role-needs-second-factor = Deze rol beslist voor anderen: voeg eerst een tweede factor of een toegangssleutel toe aan uw account.
request-header-missing = Deze vraag komt zonder de header x-entraide. Laad de pagina opnieuw en probeer het nog eens.
token-may-not = Een programma doet dit niet. Meld u zelf aan, of maak een token dat mag schrijven.
