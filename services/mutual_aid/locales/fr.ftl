# La charte.
charter-not-found = Le réseau n'a pas encore de charte. Rédigez sa première version.
charter-text-missing = Il n'y a pas de texte. Écrivez-le dans une langue au moins.
charter-not-drafted = La version { $version } n'est pas un projet en attente d'adoption. Relisez la charte et indiquez le projet.
charter-not-adopted = La version { $version } n'est pas adoptée. Une rencontre doit d'abord l'adopter.
charter-already-in-force = La version { $version } a déjà ses dates. Rédigez une nouvelle version pour changer quelque chose.
charter-grace-before-start = Le délai pour accepter finit avant l'entrée en vigueur. Choisissez une fin plus tardive.
charter-starts-too-early = La version précédente vaut depuis le { $from }. Choisissez ce jour ou un jour plus tard.
charter-too-many-amendments = Cette version a reçu { $most } propositions, le maximum. Rédigez une nouvelle version avec ce qui a été convenu.

# Les membres.
member-not-found = Ce membre n'existe pas. Cherchez-le dans la liste, ou faites-le d'abord rejoindre le réseau.
member-already-joined = Ce membre a déjà rejoint le réseau. Ouvrez plutôt sa page.
member-has-left = Ce membre a quitté le réseau. Il peut le rejoindre à nouveau s'il le souhaite.
member-still-paired = { $places ->
    [one] Ce membre a encore un binôme. Terminez-le ou passez le relais d'abord.
   *[other] Ce membre a encore { $places } binômes. Terminez-les ou passez le relais d'abord.
}
not-a-volunteer = Ce membre ne s'est pas proposé comme bénévole. Posez-lui d'abord la question ; il peut le faire sur sa page.
same-alias = Le bénévole et la personne sont la même personne. Choisissez un autre bénévole.
charter-not-current = { $accepted ->
    [0] Ce bénévole n'a pas accepté la charte. Il doit d'abord accepter la version { $inForce }.
   *[other] Ce bénévole a accepté la version { $accepted } de la charte ; la version { $inForce } vaut maintenant. Il doit d'abord l'accepter.
}
charter-version-not-acceptable = { $inForce ->
    [0] Aucune version de la charte n'est encore en vigueur. Attendez qu'il y en ait une.
   *[other] La version { $version } de la charte ne peut pas être acceptée maintenant. Acceptez la version { $inForce }.
}
newer-charter-accepted = La version { $accepted }, plus récente, est déjà acceptée. Il n'y a plus rien à faire.
charter-grace-not-over = La version acceptée avant vaut jusqu'au { $until }. Attendez cette date.
quota-reached = { $quota ->
    [0] Ce bénévole n'accompagne personne en ce moment. Choisissez-en un autre, ou demandez-lui s'il peut.
    [one] Ce bénévole a déjà le seul binôme qu'il accepte. Choisissez-en un autre, ou demandez-lui s'il en prend plus.
   *[other] Ce bénévole a déjà les { $quota } binômes qu'il accepte. Choisissez-en un autre, ou demandez-lui s'il en prend plus.
}
quota-too-high = Personne ne prend plus de { $most } binômes à la fois. Choisissez un nombre plus petit.
too-many-topics = { $most } sujets au plus. Retirez-en un avant d'en partager un autre.
too-many-languages = { $most } langues au plus. Gardez celles qui servent.
too-many-aliases = { $most } pseudonymes au plus pour un membre. Demandez à la coordination de les réunir.

# Les binômes.
pairing-state-word = { $state ->
    [requested] en recherche d'un bénévole
    [proposed] proposé
    [halfAccepted] accepté d'un côté
    [active] actif
    [paused] en pause
    [suspended] suspendu
    [ended] terminé
    [completed] clos
    [unmatched] sans bénévole
    [withdrawn] retiré
   *[other] { $state }
}
pairing-not-found = Ce binôme n'existe pas. Cherchez-le dans la liste, ou demandez un accompagnement.
accompaniment-already-requested = Cet accompagnement est déjà demandé. Ouvrez plutôt le binôme.
pairing-not-looking = Aucun bénévole n'est cherché ici : le binôme est { pairing-state-word }. Demandez un autre bénévole dans un nouveau binôme.
pairing-not-proposed = Il n'y a pas de proposition à laquelle répondre : le binôme est { pairing-state-word }. Relisez-le.
excluded-after-decline = Ce bénévole a été décliné, ou ne doit plus être proposé à cette personne. Choisissez-en un autre.
too-many-proposals = { $most } bénévoles ont été proposés, le maximum. Indiquez que personne n'a été trouvé et lancez un appel.
another-volunteer = Ce binôme n'est pas avec ce bénévole. Relisez-le, puis décidez.
proposal-deadline-passed = La proposition attendait une réponse jusqu'au { $deadline }. Proposez à nouveau le bénévole.
proposal-still-open = La proposition attend une réponse jusqu'au { $deadline }. Attendez cette date.
decline-reason-needed = Choisissez une raison, pour que la prochaine proposition convienne mieux.
pairing-not-active = Cela se fait quand le binôme est actif ; il est { pairing-state-word }. S'il est en pause, reprenez-le d'abord.
pairing-not-running = Ce binôme n'est pas en cours : il est { pairing-state-word }. Il n'y a rien à arrêter ni à terminer.
pairing-not-paused = Ce binôme n'est pas en pause : il est { pairing-state-word }. S'il est suspendu, la coordination peut le rétablir.
contact-before-start = Le binôme a commencé le { $since }. Corrigez la date du contact.
contact-in-the-future = Ce contact n'a pas encore eu lieu. Corrigez sa date.
contact-too-long = Un contact dure { $most } minutes au plus. Corrigez la durée, ou notez plusieurs contacts.
contact-not-found = Il n'y a pas d'entrée { $contact } à corriger : seules les 200 dernières peuvent l'être. Vérifiez le numéro.
inactivity-not-reached = Leur dernier contact est assez récent. Il n'y a rien à signaler.
pause-in-the-past = La pause finirait avant de commencer. Choisissez une date plus tardive.
pause-too-long = Une pause dure { $days } jours au plus. Choisissez une date plus proche, ou terminez le binôme et redemandez plus tard.
pairing-needs-coordinator = Seule la coordination peut le faire. Dites-lui ce qui s'est passé.
pairing-not-ended = Cela se fait une fois le binôme terminé ; il est { pairing-state-word }. Terminez-le d'abord, ou laissez-le ainsi s'il est clos.
pairing-feedback-already-given = Ce côté a déjà donné son avis. Adressez-vous à la coordination pour ajouter quelque chose.
pairing-outcome-needed = Indiquez ce que l'accompagnement a donné.
pairing-goal-was-reached = Le binôme s'est terminé parce que le but est atteint : le résultat est positif. N'indiquez pas d'autre résultat.
no-rematch-from-here = Un autre bénévole peut être demandé une fois le binôme fini ; il est { pairing-state-word }. Terminez-le d'abord.
rematch-already-requested = Un autre bénévole est déjà demandé. Ouvrez le binôme qui suit.

# L'appel à bénévoles.
recruitment-language = { $language ->
    [ara] arabe
    [deu] allemand
    [eng] anglais
    [fra] français
    [nld] néerlandais
    [sfb] langue des signes de Belgique francophone (LSFB)
    [spa] espagnol
    [tur] turc
    [vgt] langue des signes flamande (VGT)
   *[other] { $language }
}
recruitment-day = { $day ->
    [monday] lundi
    [tuesday] mardi
    [wednesday] mercredi
    [thursday] jeudi
    [friday] vendredi
    [saturday] samedi
   *[sunday] dimanche
}
recruitment-part = { $part ->
    [morning] matin
    [afternoon] après-midi
   *[evening] soir
}
recruitment-half-day = { recruitment-day } { recruitment-part }
recruitment-call = Nous cherchons quelqu'un pour accompagner une personne. Langue : { $language }. Disponible : { $times }.
recruitment-call-at-any-time = Nous cherchons quelqu'un pour accompagner une personne. Langue : { $language }.
