# Le lieu d'accueil
site-not-found = Ce lieu n'existe pas dans votre réseau. Choisissez-en un dans la liste des lieux.
site-already-opened = Un lieu porte déjà ce numéro. Rouvrez le formulaire pour en créer un autre.
site-is-closed = Ce lieu est fermé définitivement. Choisissez un autre lieu.
opening-slot-not-found = Cette plage d'ouverture n'existe plus. Relisez les horaires du lieu.
opening-slot-taken = Une autre plage porte déjà ce numéro. Rouvrez le formulaire pour en ajouter une.
opening-ends-before-it-starts = L'heure de fin doit venir après l'heure de début, le même jour.
opening-receives-nobody = Personne ne pourrait venir. Cochez « sans rendez-vous », « avec rendez-vous » ou les deux.
opening-slot-overlaps = Le lieu est déjà ouvert à ce moment ({ $day }, { $start }–{ $end }). Changez les heures, ou modifiez cette plage-là.
site-dates-reversed = La dernière date vient avant la première. Inversez-les.
site-closure-too-long = Une fermeture dure au plus { $max } jours. Au-delà, fermez le lieu définitivement.
site-exception-without-message = Écrivez ce que les gens liront sur la porte, dans une langue au moins.
site-exception-taken = Une autre exception porte déjà ce numéro. Rouvrez le formulaire pour en ajouter une.
site-exception-not-found = Cette exception n'existe plus. Relisez les horaires du lieu.
too-many-opening-slots = Un lieu a au plus { $max } plages. Retirez celles qui ne servent plus.
too-many-site-exceptions = Un lieu garde au plus { $max } exceptions. Retirez celles qui sont passées.
too-many-site-languages = Un lieu offre au plus { $max } langues. Gardez celles qui sont vraiment offertes.
site-closed-that-day = Le lieu est fermé le { $date }. Pour ouvrir quand même, indiquez la raison de l'ouverture exceptionnelle.
site-not-open-that-day = Le lieu n'a pas d'ouverture le { $date }. Indiquez la raison de l'ouverture exceptionnelle, ou ajoutez une plage.
no-opening-for-appointment = Aucune ouverture avec rendez-vous ne couvre ce moment le { $date }. Choisissez une autre heure.

# La permanence
session-not-found = Cette permanence n'existe pas dans votre réseau. Ouvrez-en une, ou choisissez-la dans la liste.
session-already-planned = Cette permanence est déjà prévue autrement. Annulez-la et prévoyez-en une autre.
session-already-open = Cette permanence est déjà ouverte. Continuez avec elle, ou clôturez-la.
session-not-open = Cette permanence est prévue mais pas encore ouverte. Ouvrez-la d'abord.
session-is-closed = Cette permanence est clôturée. Ouvrez-en une nouvelle si vous accueillez encore.
session-was-cancelled = Cette permanence est annulée. Ouvrez-en une nouvelle si vous accueillez quand même.
session-ends-before-it-starts = La permanence doit finir après son début et le même jour. Corrigez les heures.
session-at-another-site = Cette permanence est prévue dans un autre lieu. Ouvrez-la là-bas, ou ouvrez-en une ici.
session-planned-for-another-day = Cette permanence est prévue le { $date }. Ouvrez une nouvelle permanence pour aujourd'hui.
session-without-host = Indiquez au moins une personne qui accueille.
session-list-too-long = La liste dépasse { $max } noms ou langues. Raccourcissez-la.
session-counts-not-checked = Relisez d'abord le bilan de la permanence, puis confirmez que les nombres sont justes.
session-closes-before-it-opened = La permanence s'est ouverte le { $openedAt }. Indiquez une heure de clôture plus tardive.
session-cancelled-without-message = Écrivez ce que liront les personnes qui comptaient venir, dans une langue au moins.
turned-away-count-wrong = Indiquez un nombre de 1 à { $max }.
visit-before-session = La visite précède l'ouverture de la permanence ({ $openedAt }). Vérifiez l'heure, ou choisissez une autre permanence.
visit-after-session = La visite suit la clôture de la permanence ({ $closedAt }). Vérifiez l'heure, ou ouvrez une nouvelle permanence.
session-day-is-over = Cette permanence est restée ouverte depuis un autre jour ({ $endedAt }). Clôturez-la et ouvrez celle d'aujourd'hui.

# La visite et les besoins
visit-not-found = Cette visite n'existe pas dans votre réseau. Cherchez-la par son code de retour ou dans la permanence.
visit-already-recorded = Cette visite est déjà enregistrée. Pour une autre personne, ouvrez un nouveau formulaire.
visit-is-voided = Cette visite a été annulée et ne compte plus. Enregistrez-en une nouvelle s'il le faut.
visit-without-context = Une visite a lieu dans une permanence ou sur le terrain. Ouvrez la permanence, ou indiquez le lieu de la rencontre.
visit-with-two-contexts = Une visite a lieu dans une permanence ou sur le terrain, pas les deux. Gardez l'un des deux.
visit-without-need = Indiquez au moins un besoin ; « non dit » convient aussi (OTH.UNSAID).
visit-late-without-reason = Cette visite date de plus d'un jour. Indiquez pourquoi elle est envoyée maintenant.
visit-minutes-wrong = Indiquez une durée de 1 à { $max } minutes, ou laissez vide.
too-many-needs = Une visite a au plus { $max } besoins. Gardez l'essentiel, ou enregistrez une nouvelle visite.
too-many-visit-notes = Une visite a au plus { $max } notes. Écrivez la suite dans une prochaine visite.
need-id-taken = Un autre besoin porte déjà ce numéro. Ajoutez-le à nouveau depuis le formulaire.
need-not-found = Ce besoin n'est pas dans cette visite. Relisez la visite.
need-not-open = Ce besoin n'attend plus de réponse ({ $state }). S'il revient, exprimez-le à nouveau dans une visite.
need-not-oriented-there = Ce besoin n'a pas été orienté vers cela. Orientez-le d'abord.
too-many-orientations = Un besoin a au plus { $max } orientations. Parlez-en avec la coordination.
note-contains-contact = La note semble contenir un numéro de téléphone ou une adresse électronique. Retirez-le, ou confirmez que la personne l'a voulu.
note-may-name-somebody = La note semble nommer quelqu'un qui travaille ici ; cela peut dire qui est la personne. Retirez le nom, ou confirmez qu'il est nécessaire.
visit-already-attributed = Cette visite est attribuée à une autre personne. Détachez-la d'abord.
visit-identity-too-low = Une personne est connue sous un pseudonyme ou sous un nom. Choisissez l'un des deux, ou laissez la visite anonyme.
visit-not-attributed = Cette visite n'est pas attribuée à cette personne. Il n'y a rien à détacher.
voiding-not-allowed = Seule la personne qui a accueilli peut annuler cette visite, jusqu'au { $until }. Demandez à la coordination.
code-taken = Ce code de retour est déjà donné. Recommencez : un autre code sera tiré.

# Le rendez-vous
appointment-not-found = Ce rendez-vous n'existe pas dans votre réseau. Cherchez-le dans l'agenda du lieu.
appointment-already-booked = Ce rendez-vous est déjà pris. Pour en prendre un autre, ouvrez un nouveau formulaire.
appointment-is-over = Ce rendez-vous est terminé ({ $state }). Prenez-en un nouveau.
appointment-in-the-past = Ce moment est passé. Choisissez une heure à venir.
appointment-length-wrong = Un rendez-vous dure de 1 à 1440 minutes. Corrigez la durée.
appointment-at-another-site = Ce rendez-vous est pris dans un autre lieu. Annulez-le et prenez-en un ici.
reminder-by-call-for-signer = Un appel ne rappelle rien à une personne qui signe. Choisissez un message écrit ou une vidéo.
reminder-without-contact = Indiquez comment joindre la personne, ou choisissez « pas de rappel ».
appointment-still-to-come = Le rendez-vous dure jusqu'au { $endsAt }. Attendez ce moment avant de noter une absence.
appointment-has-another-visit = Ce rendez-vous est déjà lié à une autre visite. Vérifiez laquelle est la bonne.

# L'interprétation
interpretation-not-found = Cette demande d'interprète n'existe pas dans votre réseau. Cherchez-la dans la liste, ou faites-en une.
interpretation-already-requested = Cet interprète est déjà demandé. Pour une autre demande, ouvrez un nouveau formulaire.
interpretation-language-unknown = Choisissez la langue à interpréter : sans elle, personne ne peut répondre.
interpretation-length-wrong = Une interprétation dure de 1 à 1440 minutes. Corrigez la durée.
interpretation-time-is-past = Ce moment est passé depuis le { $endedAt }. Si quelqu'un avait dit oui avant, donnez l'heure de ce oui ; sinon demandez un autre moment.
interpretation-in-another-language = La personne a demandé { $asked }, pas { $offered }. Demandez-lui d'abord ; si elle est d'accord, annulez cette demande et faites-en une en { $offered }.
interpretation-was-declined = Cette demande a été déclinée ({ $reason }). Adressez-la d'abord à quelqu'un d'autre, ou essayez à distance.
interpretation-already-confirmed = Un interprète a déjà confirmé. Pour en changer, annulez cette demande et faites-en une autre.
interpretation-not-confirmed = Personne n'a encore confirmé. Notez d'abord qui interprète.
interpretation-still-to-come = C'est trop tôt : cela se note à partir du { $at }. Attendez ce moment, ou annulez la demande.
interpretation-cost-too-high = Une interprétation coûte au plus { $max } centimes. Vérifiez le montant.
interpretation-is-over = Cette demande est terminée ({ $state }). Faites-en une nouvelle.
