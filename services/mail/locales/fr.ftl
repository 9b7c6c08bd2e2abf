# Une lettre à un volontaire. Elle ne nomme personne et aucun besoin ; l'objet ne dit rien.
letter-subject = Une question pour vous
letter-question = Quelqu’un demande si vous pouvez l’accompagner. Répondez d’un seul geste :
letter-until = Vous pouvez répondre jusqu’au { $day } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
 }, à { $time }.
letter-free = Vous pouvez dire non. Ce n’est pas grave.
letter-alone = Ce lien n’est que pour vous. Ne le donnez à personne.
letter-stop = Pour ne plus recevoir ces lettres, dites-le à la coordination de votre réseau.
