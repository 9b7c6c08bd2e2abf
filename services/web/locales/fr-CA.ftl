# Ce que le Québec dit autrement.
page-time = { $hour } h { $minute }
page-easy-next-2 = Nous pouvons vous référer à un service. Quelqu’un peut vous accompagner.
page-answer-oriented = Référé à un service
page-to-calendar = Mettre dans mon calendrier
page-all-to-calendar = Toutes les rencontres dans mon calendrier
