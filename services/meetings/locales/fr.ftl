# Pourquoi une rencontre ou un engagement dit non, et comment en sortir.
meeting-not-found = Cette rencontre n'existe pas dans ce réseau. Choisissez-la dans la liste des rencontres.
meeting-already-planned = Cette rencontre est déjà prévue, autrement. Changez sa date en la déplaçant, ou ouvrez un nouveau formulaire pour en prévoir une autre.
meeting-title-missing = La rencontre n'a pas de titre. Écrivez-en un dans au moins une langue.
meeting-date-implausible = Cette année ne peut pas être la bonne. Vérifiez la date.
welcome-after-start = Le temps d'accueil viendrait après le début. Placez l'accueil avant le début, ou en même temps.
meeting-ends-before-start = La rencontre finirait avant de commencer. Indiquez une fin après le début.
meeting-too-long = De l'accueil à la fin, une rencontre dure au plus { $hours } heures. Prévoyez une rencontre par jour.
meeting-not-announced = Cette rencontre n'est pas encore annoncée. Annoncez-la d'abord.
meeting-not-today = Cette rencontre a lieu le { $date }. Ouvrez-la ce jour-là, ou changez d'abord sa date.
meeting-not-open = Cette rencontre n'a pas commencé. Ouvrez-la d'abord.
meeting-already-open = Cette rencontre a commencé : sa date ne change plus et il n'y a plus besoin de s'inscrire. Entrez simplement, ou clôturez-la quand elle est finie.
meeting-already-held = Cette rencontre est terminée. Écrivez ce qui manque dans son compte rendu, ou prévoyez-le pour la prochaine rencontre.
meeting-not-held = Cette rencontre n'est pas terminée. Clôturez-la avant de travailler au compte rendu.
meeting-cancelled = Cette rencontre a été annulée. Choisissez-en une autre, ou prévoyez-en une nouvelle.
meeting-message-missing = Les gens ne sauraient pas pourquoi elle est annulée. Écrivez un message dans au moins une langue.
meeting-too-many = On peut noter au plus { $most } ici. Vérifiez ce qui est saisi, ou retirez ce qui ne sert plus.
agenda-item-title-missing = Le point n'a pas de titre. Écrivez-en un dans au moins une langue.
agenda-item-already-proposed = Un autre point porte ce numéro. Rouvrez le formulaire et proposez-le à nouveau.
agenda-item-not-found = Ce point n'est pas à l'ordre du jour de cette rencontre. Proposez-le d'abord.
agenda-need-too-rare = Quelqu'un pourrait être reconnu : un tel besoin vient à l'ordre du jour à partir de { $least } expressions. Attendez qu'il y en ait davantage, ou laissez un membre proposer le sujet.
agenda-item-already-deferred = Ce point a déjà été reporté à une autre rencontre. Reportez-le à partir de celle-là.
agenda-item-deferred-to-same = Un point ne peut pas être reporté à la même rencontre. Choisissez-en une autre, ou aucune.
meeting-already-registered = Il y a déjà une inscription pour ce membre, ou sous ce numéro. Pour la changer, annulez-la et inscrivez-vous à nouveau.
meeting-full = Les { $places } places sont prises. Venez à la prochaine rencontre, ou demandez si une place s'est libérée.
meeting-registration-not-found = Cette inscription n'existe pas pour cette rencontre. Cherchez-la dans la liste des inscriptions.
attendee-missing = Personne n'est choisi. Choisissez un membre ou une personne, ou comptez-la sans nom.
attendance-without-opt-in = Cette personne n'a pas accepté d'être nommée. Comptez-la sans nom, par langue.
attendee-mismatch = Ce membre ou cette personne est déjà noté ici avec quelqu'un d'autre. Retirez d'abord la première présence si elle était fausse.
attendance-not-found = Cette personne n'est pas nommée à cette rencontre. Il n'y a rien à retirer.
attendance-settled = Le compte rendu avec ces présences est approuvé. Corrigez d'abord le compte rendu, puis les présences.
decision-text-missing = La décision n'a pas de texte. Écrivez-la dans au moins une langue.
decision-already-taken = Une autre décision porte ce numéro. Rouvrez le formulaire et écrivez-la à nouveau.
vote-count-missing = Un vote a besoin de son décompte. Indiquez les voix pour, contre et les abstentions, ou choisissez le consensus.
vote-not-carried = Il n'y a pas plus de voix pour que contre : rien n'est décidé. Reportez le point à une autre rencontre.
votes-exceed-attendance = { $votes } voix, mais { $present } personnes présentes. Notez d'abord toutes les présences, puis le vote.
not-a-consensus = Quelqu'un est contre : ce n'est pas un consensus. Choisissez le vote, ou poursuivez la discussion.
commitment-due-before-meeting = L'engagement serait à tenir avant la rencontre. Choisissez le jour de la rencontre ou un jour suivant.
commitment-due-too-far = Un engagement est à tenir dans les { $years } ans. Choisissez un jour plus proche.
minutes-text-missing = Le compte rendu n'a pas de texte. Écrivez-le dans au moins une langue.
minutes-not-drafted = Personne n'a écrit le compte rendu de cette rencontre. Écrivez-le d'abord.
minutes-already-drafted = Le compte rendu de cette rencontre est déjà écrit. Corrigez-le plutôt.
minutes-need-later-meeting = Un compte rendu est approuvé par une rencontre suivante. Choisissez-en une qui commence après celle-ci.
minutes-approval-too-early = La rencontre qui doit approuver le compte rendu n'a pas commencé. Ouvrez-la d'abord, ou choisissez-en une autre.
minutes-already-approved = Ce compte rendu a déjà été approuvé par une autre rencontre. Il n'y a plus rien à faire.
minutes-not-approved = Ce compte rendu n'est pas approuvé. Faites-le approuver à la prochaine rencontre, puis publiez-le.
minutes-language-missing = Aucune langue n'est choisie. Choisissez-en au moins une.
minutes-not-translated = Le compte rendu n'a pas de texte en { $language ->
    [fr] français
    [nl] néerlandais
    [ar] arabe
   *[en] anglais
}. Publiez-le sans cette langue, ou corrigez-le d'abord.
minutes-redaction-outside = Un passage à masquer est en dehors du texte, ou dans une langue qui n'est pas publiée. Marquez-le à nouveau.
commitment-not-found = Cet engagement n'existe pas dans ce réseau. Choisissez-le dans la liste des engagements.
commitment-already-made = Un autre engagement porte ce numéro. Rouvrez le formulaire et écrivez-le à nouveau.
commitment-already-fulfilled = Cet engagement est tenu. S'il reste quelque chose à faire, prenez-en un nouveau à la prochaine rencontre.
commitment-already-dropped = Cet engagement a été abandonné. S'il doit finalement être tenu, prenez-en un nouveau à la prochaine rencontre.
commitment-explanation-missing = Une autre raison demande quelques mots. Écrivez-les, ou choisissez une raison de la liste.
commitment-date-not-later = Il est déjà à tenir pour le { $due }. Choisissez un jour suivant.
commitment-postponed-too-far = Un engagement se reporte d'au plus { $years } ans. Choisissez un jour plus proche.
commitment-carried-to-same-meeting = L'engagement a été pris à cette rencontre même. Choisissez la suivante.
commitment-meeting-over = Cette rencontre est terminée ou annulée. Choisissez-en une à venir.
commitment-not-due = L'engagement est à tenir pour le { $due }, et ce jour n'est pas passé. Attendez qu'il le soit.
