# Pourquoi quelqu'un n'entre pas, ou pas encore, et comment en sortir.
sign-in-wrong = L'adresse, le mot de passe ou le code n'est pas juste. Vérifiez-les et réessayez, ou demandez à un coordinateur de vous rendre l'accès.
too-many-attempts = Trop d'essais manqués. Réessayez dans { $seconds } secondes, ou depuis un appareil où vous vous êtes déjà connecté.
sign-in-busy = Beaucoup de personnes se connectent en ce moment. Réessayez dans { $seconds } secondes : rien n'est perdu.
password-too-short = Le mot de passe est trop court. Prenez au moins { $least } caractères : quelques mots qui ne vont pas ensemble font l'affaire.
password-too-long = Le mot de passe est trop long. Restez sous { $most } caractères.
password-too-common = Ce mot de passe, ou ce dont il est fait, est parmi les premiers qu'on essaie. Prenez quelques mots qui ne vont pas ensemble.
password-too-personal = Ce mot de passe est fait de votre nom, de votre adresse ou du nom du réseau. Prenez des mots qu'on ne peut pas savoir de vous.
password-too-regular = Ce mot de passe se répète ou suit le clavier. Prenez quelques mots qui ne vont pas ensemble.
second-factor-wrong = Ce code n'est pas celui de maintenant. Tapez celui que l'application montre, et vérifiez que l'heure du téléphone est automatique ; ou prenez un code de secours.
second-factor-used = Ce code a déjà servi. Attendez que l'application montre le suivant.
sign-in-step-expired = Cette étape a attendu trop longtemps, ou elle est terminée. Recommencez la connexion.
passkey-not-valid = La clé d'accès n'a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.
passkey-cloned = Cette clé d'accès semble exister deux fois. Connectez-vous autrement, retirez-la de votre compte et prévenez un coordinateur.
passkeys-not-offered = Les clés d'accès ne sont pas prévues ici. Connectez-vous autrement ; la personne qui gère ce site peut en fixer l'adresse.
outside-sign-in-unknown = Ce réseau n'accepte pas cette connexion extérieure. Choisissez-en une de la liste.
outside-sign-in-declined = La connexion chez votre organisation n'est pas allée au bout. Recommencez, ou connectez-vous autrement.
outside-sign-in-unreachable = La connexion de votre organisation ne répond pas. Réessayez dans quelques minutes, ou connectez-vous autrement.
outside-sign-in-not-trusted = La réponse de votre organisation n'a pas pu être vérifiée. Recommencez depuis l'écran de connexion ; si cela se répète, prévenez un coordinateur.
session-ended = Votre session est terminée. Connectez-vous de nouveau ; ce que vous avez enregistré est gardé.
session-locked = La session est verrouillée. Tapez le code PIN de cet appareil, ou quittez la session.
pin-not-digits = Le code PIN a 4 à 8 chiffres. Choisissez-en un ainsi.
pin-too-simple = Ce code PIN est parmi les premiers qu'on essaie. Évitez les suites, les répétitions et les années.
pin-missing = Cette session n'a pas de code PIN sur cet appareil. Choisissez-en un d'abord, ou quittez la session.
pin-wrong = Le code PIN n'est pas juste. Il reste { $left } { $left ->
        [one] essai
       *[other] essais
    } ; ensuite il faudra vous connecter de nouveau.
pin-wiped = Le code PIN a été effacé après trop d'essais et la session est terminée. Connectez-vous de nouveau, puis choisissez un autre code.

role-not-chosen = Choisissez le rôle dans lequel vous agissez. Un rôle retiré ou échu ne peut plus être choisi ; demandez-le à la coordination.
role-needs-second-factor = Ce rôle décide pour d'autres : ajoutez d'abord un second facteur ou une clé d'accès à votre compte.
request-header-missing = Cette demande vient sans l'en-tête x-entraide. Rechargez la page et recommencez.
token-may-not = Un programme ne fait pas cela. Connectez-vous vous-même, ou créez un jeton qui peut écrire.

outside-sign-in-go-on = Continuer
outside-sign-in-back = Retour à la page d'accueil
