# Ce qui peut arriver à toute demande.
occurred-in-the-future = L'heure de l'appareil est en avance. Mettez-la à l'heure, puis recommencez.
stale-version = Quelqu'un a modifié cette fiche entre-temps (version { $actual }). Relisez-la, puis décidez à nouveau.
command-id-reused = Cet envoi porte le numéro d'un autre envoi. Rouvrez le formulaire et recommencez.
too-large = C'est trop long pour être enregistré. Raccourcissez le texte ou envoyez-le en plusieurs fois.
overloaded = Beaucoup de monde en ce moment. Rien n'est perdu : renvoyez dans un instant.
unavailable = L'enregistrement est momentanément impossible. Rien n'est perdu : renvoyez dans un instant.
