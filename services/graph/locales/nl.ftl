# Wat bij elke vraag kan gebeuren.
occurred-in-the-future = De klok van het toestel loopt voor. Zet ze juist en probeer opnieuw.
stale-version = Iemand heeft deze fiche intussen gewijzigd (versie { $actual }). Lees ze opnieuw en beslis dan.
command-id-reused = Deze verzending draagt het nummer van een andere. Open het formulier opnieuw en probeer nog eens.
too-large = Dit is te lang om te bewaren. Maak de tekst korter of verstuur in delen.
overloaded = Het is erg druk. Er gaat niets verloren: verstuur zo meteen opnieuw.
unavailable = Bewaren lukt even niet. Er gaat niets verloren: verstuur zo meteen opnieuw.
