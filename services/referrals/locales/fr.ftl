# Orientations : pourquoi non, et que faire.
referral-not-found = Cette orientation n'existe pas ici. Vérifiez son numéro ou cherchez-la dans la liste des orientations.
referral-already-drafted = Cette orientation est déjà écrite. Ouvrez-la dans la liste, ou écrivez-en une autre.
referral-needs-missing = Une orientation répond à au moins un besoin. Choisissez lequel.
referral-too-many-needs = Une orientation prend au plus { $most } besoins. Faites-en une deuxième pour les autres.
referral-need-twice = Le besoin { $code } y est deux fois. Retirez-le une fois.
referral-too-much-detail = Une liste prend au plus { $most } lignes. Gardez les plus importantes.
referral-code-missing = Le code de retour doit être transmis, mais il n'y en a pas. Donnez un code à la personne, ou ne transmettez rien.
referral-person-missing = Le nom doit être transmis, mais la personne n'est pas connue. Choisissez la personne, ou ne transmettez que le code.
referral-resumes-itself = Une orientation ne peut pas se suivre elle-même. Donnez un autre numéro à la nouvelle.
referral-still-open = L'orientation précédente est encore ouverte. Réorientez plutôt la personne : l'ancienne sera remplacée du même coup.
referral-other-case = L'orientation précédente appartient à un autre dossier. Vérifiez de quelle personne il s'agit.
referral-consent-missing = Le consentement de la personne manque. Demandez-le et notez-le d'abord.
referral-consent-too-narrow = { $missing ->
    [identity] La personne n'a pas accepté que son nom soit transmis. Demandez-lui, ou transmettez moins.
   *[other] La personne n'a pas accepté que son besoin soit transmis. Sans cela, le partenaire ne peut pas répondre : demandez-lui.
}
referral-consent-not-understood = La personne n'a pas été entendue dans sa langue : elle n'a pas pu consentir. Redemandez avec un interprète.
referral-consent-already-given = Le consentement est déjà là. Il n'y a pas à passer outre.
referral-second-reader-same = La seconde lecture doit être faite par quelqu'un d'autre que vous. Demandez à un·e collègue de lire la raison.
referral-reason-missing = « Autre » ne dit rien à lui seul. Écrivez la raison en quelques mots.
referral-already-sent = Cette orientation est déjà envoyée. Pour demander à quelqu'un d'autre, réorientez la personne.
referral-not-sent = Cette orientation n'est pas encore envoyée. Notez le consentement et envoyez-la d'abord.
referral-without-link = Cette orientation n'a pas été envoyée par lien. Appelez plutôt le partenaire.
referral-link-not-current = Ce lien n'est plus valable. Demandez-en un nouveau à l'équipe qui a envoyé l'orientation.
referral-already-answered = { $state ->
    [received] Le partenaire a déjà reçu cette orientation. Attendez sa réponse, ou annulez son lien.
    [underReview] Le partenaire a déjà reçu cette orientation. Attendez sa réponse, ou annulez son lien.
    [waitListed] Le partenaire a déjà reçu cette orientation. Attendez sa réponse, ou annulez son lien.
    [awaitingPerson] Le partenaire a déjà reçu cette orientation. Attendez sa réponse, ou annulez son lien.
   *[other] Le partenaire a déjà dit oui. S'il change d'avis, il peut renvoyer l'orientation.
}
referral-charter-not-current = La charte a changé depuis que ce membre l'a acceptée. Faites-la accepter telle qu'elle est aujourd'hui, puis acceptez l'orientation.
referral-no-contact = La personne ne veut pas être contactée. Choisissez une manière où personne ne lui écrit ni ne l'appelle.
referral-date-implausible = Cette date ne peut pas être juste. Choisissez-en une du { $from } au { $until }.
referral-person-not-awaited = Rien n'est demandé à la personne pour le moment. Regardez où en est l'orientation.
referral-not-accepted = Le partenaire n'a pas encore dit oui. Attendez sa réponse, ou notez-la s'il l'a donnée au téléphone.
referral-already-attended = La personne est déjà venue. Notez plutôt ce qu'il en est advenu.
referral-appointment-not-yet = Le rendez-vous est le { $date }. On ne saura qu'alors si la personne vient.
referral-person-missed = La personne n'est pas venue. Prenez un nouveau rendez-vous, ou clôturez l'orientation.
referral-not-in-service = On clôture une orientation quand la personne est venue ou n'est pas venue. Notez-le d'abord, ou reprenez l'orientation.
referral-outcome-missing = On ne sait pas ce qu'il en est advenu : personne ne l'a dit, ou les avis diffèrent. Choisissez le résultat à retenir.
referral-no-help-reason-missing = La personne n'a pas reçu d'aide. Choisissez la raison, pour qu'elle soit comptée.
referral-not-recallable = C'est trop avancé pour être repris. Si la personne n'en veut plus, notez qu'elle retire son consentement.
referral-not-reopenable = Cette orientation ne peut pas reprendre d'où elle en est. Écrivez-en une nouvelle qui lui fait suite.
referral-closed = { $state ->
    [declined] Cette orientation est close : le partenaire a dit non. L'équipe qui l'a envoyée peut la rouvrir.
    [expired] Cette orientation est close : aucune réponse n'est venue à temps. L'équipe qui l'a envoyée peut la rouvrir.
    [recalled] Cette orientation est close : elle a été reprise. Il n'y a plus rien à faire.
    [returned] Cette orientation est close : le partenaire l'a renvoyée. Écrivez-en une nouvelle qui lui fait suite.
   *[other] Cette orientation est close. L'équipe qui l'a envoyée peut la rouvrir.
}
referral-superseded = La personne a été réorientée : une autre orientation ({ $by }) remplace celle-ci. Il n'y a plus rien à faire ici.
referral-void = Cette orientation a été saisie par erreur et ne compte pas. Écrivez-en une nouvelle s'il le faut.
referral-for-host = C'est l'accueil qui le fait. Demandez à un·e accueillant·e.
referral-for-partner = C'est le partenaire sollicité qui répond, ou un·e accueillant·e qui l'a au téléphone.
referral-for-coordinator = C'est la coordination qui le fait. Demandez-lui.
referral-for-platform = La plateforme le fait d'elle-même à la date prévue. Il n'y a rien à faire.
referral-voice-of-others = Vous ne pouvez dire que ce que vous savez vous-même. L'accueil peut noter ce que d'autres lui ont dit.
referral-not-due = C'est trop tôt : ce sera le { $due }.
referral-nothing-due = Rien de tel n'est attendu pour cette orientation. Regardez où elle en est.
