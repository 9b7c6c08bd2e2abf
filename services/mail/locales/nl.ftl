# Een brief aan een vrijwilliger. Hij noemt niemand en geen enkele nood; het onderwerp zegt niets.
letter-subject = Een vraag voor u
letter-question = Iemand vraagt of u kunt meegaan. Antwoord met één tik:
letter-until = U kunt antwoorden tot { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
 }, { $time }.
letter-free = U mag nee zeggen. Dat is niet erg.
letter-alone = Deze link is alleen voor u. Geef hem aan niemand door.
letter-stop = Wilt u deze brieven niet meer krijgen? Zeg het aan de coördinatie van uw netwerk.
