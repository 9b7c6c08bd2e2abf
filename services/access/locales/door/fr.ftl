role-not-chosen = Choisissez le rôle dans lequel vous agissez. Un rôle retiré ou échu ne peut plus être choisi ; demandez-le à la coordination.
role-needs-second-factor = Ce rôle décide pour d'autres : ajoutez d'abord un second facteur ou une clé d'accès à votre compte.
request-header-missing = Cette demande vient sans l'en-tête x-entraide. Rechargez la page et recommencez.
token-may-not = Un programme ne fait pas cela. Connectez-vous vous-même, ou créez un jeton qui peut écrire.
