# A letter to a volunteer. It names nobody and no need; its subject says nothing.
letter-subject = A question for you
letter-question = Somebody asks whether you can go along with them. Answer with one tap:
letter-until = You can answer until { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }, { $time }.
letter-free = You can say no. It is all right.
letter-alone = This link is for you alone. Give it to nobody.
letter-stop = To get no more of these letters, tell a coordinator of your network.
