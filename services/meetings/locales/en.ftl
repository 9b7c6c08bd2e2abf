# Why a meeting or a commitment says no, and the way out.
meeting-not-found = There is no such meeting in this network. Choose it from the list of meetings.
meeting-already-planned = This meeting is planned already, in another way. Change its date by rescheduling it, or open a new form to plan another one.
meeting-title-missing = The meeting has no title. Write one in at least one language.
meeting-date-implausible = This year cannot be right. Check the date.
welcome-after-start = People would be welcomed after the start. Set the welcome before the start, or at the same time.
meeting-ends-before-start = The meeting would end before it starts. Set an end after the start.
meeting-too-long = From the welcome to the end, a meeting lasts at most { $hours } hours. Plan one meeting for each day.
meeting-not-announced = This meeting has not been announced. Announce it first.
meeting-not-today = This meeting is on { $date }. Open it on that day, or change its date first.
meeting-not-open = This meeting has not begun. Open it first.
meeting-already-open = This meeting has begun: its date no longer changes and no seat is needed. Just come in, or close it when it is over.
meeting-already-held = This meeting is over. Write what is missing in its minutes, or plan it for the next meeting.
meeting-not-held = This meeting is not over. Close it before working on its minutes.
meeting-cancelled = This meeting was cancelled. Choose another one, or plan a new one.
meeting-message-missing = People would not know why it is cancelled. Write a message in at least one language.
meeting-too-many = At most { $most } can be noted here. Check what was entered, or remove what is no longer needed.
agenda-item-title-missing = The item has no title. Write one in at least one language.
agenda-item-already-proposed = Another item carries this number. Open the form again and propose it anew.
agenda-item-not-found = There is no such item on the agenda of this meeting. Propose it first.
agenda-need-too-rare = Somebody could be recognised: such a need comes on an agenda from { $least } expressions on. Wait for more, or let a member propose the subject.
agenda-item-already-deferred = This item was already deferred to another meeting. Defer it from there.
agenda-item-deferred-to-same = An item cannot be deferred to the same meeting. Choose another meeting, or none.
meeting-already-registered = There is already a seat for this member, or under this number. To change it, give it back and register again.
meeting-full = All { $places } seats are taken. Come to the next meeting, or ask whether a seat was given back.
meeting-registration-not-found = There is no such seat at this meeting. Look it up in the list of seats.
attendee-missing = Nobody is chosen. Choose a member or a person, or count them without a name.
attendance-without-opt-in = This person has not agreed to be named. Count them without a name, by language.
attendee-mismatch = This member or this person is already noted here together with somebody else. Take the earlier entry back first if it was wrong.
attendance-not-found = This person is not named at this meeting. There is nothing to take back.
attendance-settled = The minutes with this attendance are approved. Correct the minutes first, then the attendance.
decision-text-missing = The decision has no text. Write it in at least one language.
decision-already-taken = Another decision carries this number. Open the form again and write it anew.
vote-count-missing = A vote needs its count. Enter the votes for, against and abstained, or choose consensus.
vote-not-carried = No more people are for it than against it: nothing is decided. Defer the item to another meeting.
votes-exceed-attendance = { $votes } votes, but { $present } people present. Note everybody who came first, then the vote.
not-a-consensus = Somebody is against it, so it is no consensus. Choose the vote, or go on talking.
commitment-due-before-meeting = The commitment would be due before the meeting. Choose the day of the meeting or a later one.
commitment-due-too-far = A commitment is due within { $years } years. Choose an earlier day.
minutes-text-missing = The minutes have no text. Write them in at least one language.
minutes-not-drafted = Nobody has written the minutes of this meeting. Write them first.
minutes-already-drafted = The minutes of this meeting are written already. Correct them instead.
minutes-need-later-meeting = Minutes are approved by a later meeting. Choose one that starts after this one.
minutes-approval-too-early = The meeting that is to approve the minutes has not begun. Open it first, or choose another one.
minutes-already-approved = These minutes were already approved by another meeting. Nothing more is needed.
minutes-not-approved = These minutes are not approved. Have them approved at the next meeting, then publish them.
minutes-language-missing = No language is chosen. Choose at least one.
minutes-not-translated = The minutes have no text in { $language ->
    [fr] French
    [nl] Dutch
    [ar] Arabic
   *[en] English
}. Publish them without it, or correct them first.
minutes-redaction-outside = A passage to black out lies outside the text, or in a language that is not published. Mark it again.
commitment-not-found = There is no such commitment in this network. Choose it from the list of commitments.
commitment-already-made = Another commitment carries this number. Open the form again and write it anew.
commitment-already-fulfilled = This commitment is fulfilled. If something remains to be done, make a new one at the next meeting.
commitment-already-dropped = This commitment was dropped. If it is to be done after all, make a new one at the next meeting.
commitment-explanation-missing = Another reason needs a few words. Write them, or choose a reason from the list.
commitment-date-not-later = It is already due on { $due }. Choose a later day.
commitment-postponed-too-far = A commitment is postponed by at most { $years } years. Choose an earlier day.
commitment-carried-to-same-meeting = The commitment was made at this very meeting. Choose the next one.
commitment-meeting-over = That meeting is over or cancelled. Choose one that is still to come.
commitment-not-due = The commitment is due on { $due }, and that day has not passed. Wait until it has.
