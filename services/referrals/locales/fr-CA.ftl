# Références : ce que le Québec dit autrement.
referral-not-found = Cette référence n'existe pas ici. Vérifiez son numéro ou cherchez-la dans la liste des références.
referral-already-sent = Cette référence est déjà envoyée. Pour demander à quelqu'un d'autre, référez la personne ailleurs.
referral-not-sent = Cette référence n'est pas encore envoyée. Notez le consentement et envoyez-la d'abord.
referral-still-open = La référence précédente est encore ouverte. Référez plutôt la personne ailleurs : l'ancienne sera remplacée du même coup.
referral-superseded = La personne a été référée ailleurs : une autre référence ({ $by }) remplace celle-ci. Il n'y a plus rien à faire ici.
referral-closed = { $state ->
    [declined] Cette référence est fermée : le partenaire a dit non. L'équipe qui l'a envoyée peut la rouvrir.
    [expired] Cette référence est fermée : aucune réponse n'est venue à temps. L'équipe qui l'a envoyée peut la rouvrir.
    [recalled] Cette référence est fermée : elle a été reprise. Il n'y a plus rien à faire.
    [returned] Cette référence est fermée : le partenaire l'a renvoyée. Écrivez-en une nouvelle qui lui fait suite.
   *[other] Cette référence est fermée. L'équipe qui l'a envoyée peut la rouvrir.
}
